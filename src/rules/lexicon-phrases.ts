/**
 * Problems of phrases -> diagnostics at the words of the lexicon that have them.
 * Also whether the phrases of the form of letters, which stand alone, are well formed.
 * Not here: finding out what is wrong with the phrases that texts are read with (`language/planted-phrases.ts`).
 */
import { missingSet, PatternError, parsePattern } from '../language/patterns.js';
import { type PhraseOrigin, type PhraseProblem, SETS_ORIGIN } from '../language/planted-phrases.js';
import { nearest } from '../text/suggest.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { LexiconPlace, LexiconPlaces } from './lexicon-place.js';
import { nodeAt } from './yaml-file.js';

/** Adds each problem, at its phrase. */
export function tellPhraseProblems(
  problems: readonly PhraseProblem[],
  lexicon: LexiconFile,
  places: LexiconPlaces,
): void {
  for (const { origin, at, phrase, fault } of problems) {
    const place = placeOf(origin, at, places);
    if (place === undefined) continue;
    switch (fault.kind) {
      case 'ill-formed':
        tellIllFormed(fault.error, phrase, place);
        break;
      case 'no-set':
        tellNoSet(fault.set, Object.keys(lexicon[SETS_ORIGIN] ?? {}), phrase, place);
        break;
      case 'taken': {
        const [section, name] = fault.by;
        place.problems.add(
          'duplicate-phrase',
          place.node,
          `\`${phrase}\` is a phrase of ${name === undefined ? '' : `\`${name}\` in `}\`${section}\` already`,
          'take it out of one of them: a phrase stands for one thing',
        );
      }
    }
  }
}

/** Where a phrase is written, as near as it can be told. Items of sections that are lists have places of their own. */
function placeOf(
  [section = '', name, ...keys]: PhraseOrigin,
  at: number,
  places: LexiconPlaces,
): LexiconPlace | undefined {
  const place = places.get(section)?.get(name ?? String(at));
  if (place === undefined || name === undefined) return place;
  let { node } = place;
  for (const key of [...keys, at]) node = nodeAt(node, key) ?? node;
  return { ...place, node };
}

function tellIllFormed({ message }: PatternError, phrase: string, { problems, node }: LexiconPlace): void {
  problems.add(
    'unmatchable-phrase',
    node,
    `\`${phrase}\` can never match: ${message}`,
    'a phrase is words that must stand there, with `(one|other)`, `left-out?`, gaps `*3` and `<word-set>` among them',
  );
}

function tellNoSet(
  name: string,
  sets: readonly string[],
  phrase: string,
  { problems, node }: LexiconPlace,
): void {
  const guess = nearest(name, sets);
  problems.add(
    'unmatchable-phrase',
    node,
    `\`${phrase}\` can never match: there is no word set \`${name}\``,
    guess ? `did you mean \`<${guess}>\`?` : 'define it under `word-sets`, or name a set that there is',
  );
}

/** Adds a problem, at its place, for each phrase of the form of letters that is not well formed, or has a word set. */
export function checkForms(lexicon: LexiconFile, places: LexiconPlaces): void {
  for (const [key, value] of Object.entries(lexicon['letter-form'] ?? {})) {
    const place = places.get('letter-form')?.get(key);
    if (place !== undefined) checkForm(value, place);
  }
}

function checkForm(value: unknown, place: LexiconPlace): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      checkForm(inner, {
        ...place,
        node: nodeAt(place.node, Array.isArray(value) ? Number(key) : key) ?? place.node,
      });
  } else if (typeof value === 'string') {
    const fault = faultOfForm(value);
    if (fault !== null) tellIllFormed(fault, value, place);
  }
}

function faultOfForm(phrase: string): PatternError | null {
  try {
    const set = missingSet(parsePattern(phrase), () => false);
    return set === null ? null : new PatternError(`\`${set}\` is a word set, which stands in no form`, 0);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}
