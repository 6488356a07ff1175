/**
 * `doesn't` as the two words that it is, and `w/out` as `without`: what denies must be found however it is written.
 */

/** Verbs that lose more than `not` does: `can't`, `won't`. */
const FULL_VERBS: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
]);

/** The words of a contraction, lower case: `does`, `not`; of `n't` alone `not`. Null if a word is none. */
export function contractedWords(word: string): readonly string[] | null {
  const verb = /^([a-z]*)n't$/i.exec(word)?.[1]?.toLowerCase();
  if (verb === undefined) return null;
  return verb === '' ? ['not'] : [FULL_VERBS.get(verb) ?? verb, 'not'];
}

/** Words that are cut short with a stroke, by the part behind it: `w/out`. */
const STROKED: ReadonlyMap<string, string> = new Map([['w/out', 'without']]);

/** The word that a shortened one with a stroke stands for; null if it is none. */
export function strokedWord(word: string): string | null {
  return STROKED.get(word.toLowerCase()) ?? null;
}
