/**
 * Phrases of the form of letters -> the source of a regular expression that finds them in clean text, read without case:
 * letters come out of PDFs, so any space may be lost, and `Decision(s)` is one word.
 * In: the notation of the lexicon. Not here: what the phrases are for.
 */
import { type PatternItem, type PatternSequence, parsePattern } from './patterns.js';

/**
 * A pattern for any of the phrases; one that never matches for none. A word stands for its plural and possessive, too.
 * @param spread also finds words whose letters are spaced: `C A S E SUMMARY`
 * @throws {PatternError} if a phrase is not well formed: the check was left out
 */
export function formPattern(phrases: readonly string[], spread = false): string {
  const sequences = phrases.flatMap((phrase) => [...parsePattern(phrase)]);
  return sequences.length === 0 ? '(?!)' : oneOf(sequences, spread);
}

function oneOf(sequences: readonly PatternSequence[], spread: boolean): string {
  return `(?:${sequences.map((sequence) => inOrder(sequence, spread)).join('|')})`;
}

/** What may be left out takes the space with it that parts it from the rest. */
function inOrder(sequence: PatternSequence, spread: boolean): string {
  const lastNeeded = sequence.findLastIndex((item) => !canBeEmpty(item));
  return sequence
    .map((item, i) => {
      const pattern = patternOf(item, spread);
      if (i > lastNeeded) return `(?: ?${pattern})?`;
      if (item.kind === 'gap') return pattern;
      if (item.isOptional) return `(?:${pattern} ?)?`;
      return i === lastNeeded ? pattern : `${pattern} ?`;
    })
    .join('');
}

const canBeEmpty = (item: PatternItem): boolean => item.isOptional || item.kind === 'gap';

function patternOf(item: PatternItem, spread: boolean): string {
  switch (item.kind) {
    case 'gap':
      return `(?:[a-z]{1,20} ?){0,${item.upTo}}`;
    case 'choice':
      return oneOf(item.of, spread);
    default:
      return wordPattern(item.word, spread);
  }
}

/** Shorter words, `the` and `and`, have no plural. */
const SHORTEST_NOUN = 4;
const ENDING = "(?:'?s|\\(s\\))?";
const SPREAD_ENDING = "(?: ?(?:'? ?s|\\(s\\)))?";

function wordPattern(word: string, spread: boolean): string {
  const letters = [...word].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const ending = word.length < SHORTEST_NOUN ? '' : spread ? SPREAD_ENDING : ENDING;
  return letters.join(spread ? ' ?' : '') + ending;
}
