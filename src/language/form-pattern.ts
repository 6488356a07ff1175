/**
 * Phrases of the form of letters -> the source of a regular expression that finds them in clean text, read without case:
 * letters come out of PDFs, so any space may be lost, and `Decision(s)` is one word.
 * In: the notation of the lexicon. Not here: what the phrases are for.
 */
import { type PatternItem, type PatternSequence, parsePattern } from './patterns.js';

/**
 * What a word stands for: itself alone; its plural and possessive as well; or itself with its letters spaced (`C A S E
 * SUMMARY`), and one in the plural for its singular and possessive too. What is not needed makes a pattern slow to compile,
 * which a single letter waits for.
 */
export type WordReading = 'as-written' | 'inflected' | 'spread';

/**
 * A pattern for any of the phrases; one that never matches for none.
 * @throws {PatternError} if a phrase is not well formed: the check was left out
 */
export function formPattern(phrases: readonly string[], reading: WordReading = 'inflected'): string {
  const sequences = phrases.flatMap((phrase) => [...parsePattern(phrase)]);
  return sequences.length === 0 ? '(?!)' : oneOf(sequences, reading);
}

function oneOf(sequences: readonly PatternSequence[], reading: WordReading): string {
  return `(?:${sequences.map((sequence) => inOrder(sequence, reading)).join('|')})`;
}

/** What may be left out takes the space with it that parts it from the rest. */
function inOrder(sequence: PatternSequence, reading: WordReading): string {
  const lastNeeded = sequence.findLastIndex((item) => !canBeEmpty(item));
  return sequence
    .map((item, i) => {
      const pattern = patternOf(item, reading);
      if (i > lastNeeded) return `(?: ?${pattern})?`;
      if (item.kind === 'gap') return pattern;
      if (item.isOptional) return `(?:${pattern} ?)?`;
      return i === lastNeeded ? pattern : `${pattern} ?`;
    })
    .join('');
}

const canBeEmpty = (item: PatternItem): boolean => item.isOptional || item.kind === 'gap';

function patternOf(item: PatternItem, reading: WordReading): string {
  switch (item.kind) {
    case 'gap':
      return `(?:[a-z]{1,20} ?){0,${item.upTo}}`;
    case 'choice':
      return oneOf(item.of, reading);
    default:
      return wordPattern(item.word, reading);
  }
}

/** Shorter words, `the` and `and`, have no plural. */
const SHORTEST_NOUN = 4;
const ENDING = "(?:'?s| ?\\(s\\))?";
const SPREAD_ENDING = "(?: ?(?:'? ?s|\\(s\\)))?";

function wordPattern(word: string, reading: WordReading): string {
  const isNoun = word.length >= SHORTEST_NOUN;
  if (reading !== 'spread') return escaped(word).join('') + (reading === 'inflected' && isNoun ? ENDING : '');
  const isPlural = isNoun && word.endsWith('s');
  return escaped(isPlural ? word.slice(0, -1) : word).join(' ?') + (isPlural ? SPREAD_ENDING : '');
}

const escaped = (word: string): string[] =>
  [...word].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
