/**
 * Brings the inflected forms of an English word to one key, so that `decreased`, `decreases` and `decreasing`
 * are found by one entry of the lexicon. Light on purpose: only plural, -ed and -ing, since heavier stemming
 * would join `negative` and `negate`, or `position` and `positive`.
 * The key is no word; it is only ever compared with other keys.
 */

const VOWEL = /[aeiouy]/;
/** One syllable that would double its last letter before an ending: the base of `notting`, so `noted` comes from `note`. */
const DOUBLING = /^[^aeiouy]+[aeiouy][^aeiouywx]$/;

/** The key of a lower-case word. Equal for the regular inflections of one word. */
export function stem(word: string): string {
  let w = word;
  if (w.length > 3) w = withoutPlural(w);
  if (w.length > 4) w = withoutVerbEnding(w);
  // The silent `e` stays where the word without it is another one: `note` and `not`, `care` and `car`.
  if (w.length > 3 && w.endsWith('e') && !DOUBLING.test(w.slice(0, -1))) w = w.slice(0, -1);
  if (w.length > 3 && w.endsWith('y') && !VOWEL.test(w.at(-2) ?? 'a')) w = `${w.slice(0, -1)}i`;
  if (w.length > 3 && w.at(-1) === w.at(-2) && !VOWEL.test(w.at(-1) ?? 'a')) w = w.slice(0, -1);
  return w;
}

function withoutPlural(w: string): string {
  if (w.endsWith('ies')) return w.length > 4 ? `${w.slice(0, -3)}y` : w;
  if (/(?:ss|sh|ch|x|zz)es$/.test(w)) return w.slice(0, -2);
  if (w.endsWith('s') && !/[isu]s$/.test(w)) return w.slice(0, -1);
  return w;
}

function withoutVerbEnding(w: string): string {
  if (w.endsWith('ied')) return `${w.slice(0, -3)}y`;
  for (const ending of ['ed', 'ing']) {
    const base = w.slice(0, -ending.length);
    if (w.endsWith(ending) && base.length >= 3 && VOWEL.test(base) && !base.endsWith('e'))
      return DOUBLING.test(base) ? `${base}e` : base;
  }
  return w;
}
