/**
 * Whether a quote of the output and the words of a label are about the same place of a letter.
 * By offsets where the output's are of this file, else by words; always as a share of the shorter one.
 */
import { collapse, type LetterText, type Place } from './letter-text.js';

/** A quote as an output gives it. */
export interface OutputQuote {
  readonly text: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** Share of the shorter quote that two quotes of one place have in common at least. */
export const LEAST_OVERLAP = 0.3;
/** A longer quote of the output points at nothing in particular. */
const LONGEST_QUOTE = 400;

/** Words that are in any sentence. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the of and or in on at to for with by from is was were are be been has had have he she it his her ' +
    'their this that as not no'
  ).split(' '),
);
/** `4/5`, `l4-5`, `60%`, `lumbar`; what ends a word is cut off after the match. */
const WORD = /[a-z0-9%/+.-]+/g;
const WORD_END = /[a-z0-9%+]/;

/**
 * @param letter null where the labels come without the letter
 * @param part where the label's words stand if they occur more than once
 * @returns the shared part of both, from 0 to 1
 */
export function quoteOverlap(
  letter: LetterText | null,
  label: string,
  part: 'summary' | 'anywhere',
  quote: OutputQuote,
): number {
  if (collapse(quote.text).length > LONGEST_QUOTE) return 0;
  const place = placeOf(letter, quote);
  if (letter && place) {
    if (place.end - place.start > 2 * LONGEST_QUOTE) return 0;
    const places = part === 'summary' ? letter.placesInSummary(label) : letter.places(label);
    if (places.length > 0) return Math.max(...places.map((one) => sharedPart(one, place)));
  }
  return sharedWords(label, quote.text);
}

/** The quote's place, if the text there is the quote. */
function placeOf(letter: LetterText | null, { text, start, end }: OutputQuote): Place | null {
  if (letter === null || start === null || end === null || end <= start) return null;
  const place = { start, end };
  return text === '' || collapse(letter.slice(place)) === collapse(text) ? place : null;
}

function sharedPart(a: Place, b: Place): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / Math.max(1, Math.min(a.end - a.start, b.end - b.start));
}

function sharedWords(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  return countShared(a, b) / Math.min(a.length, b.length);
}

/** All words, or all but the common ones if there are others. */
function wordsOf(text: string): readonly string[] {
  const words = (collapse(text).toLowerCase().match(WORD) ?? []).map(trimEnd).filter((word) => word !== '');
  const telling = words.filter((word) => !COMMON_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

function trimEnd(word: string): string {
  let end = word.length;
  while (end > 0 && !WORD_END.test(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

/** How many items of one list can be paired with an equal item of the other. */
export function countShared(one: readonly string[], other: readonly string[]): number {
  const free = new Map<string, number>();
  for (const item of other) free.set(item, (free.get(item) ?? 0) + 1);
  return one.filter((item) => {
    const left = free.get(item) ?? 0;
    if (left > 0) free.set(item, left - 1);
    return left > 0;
  }).length;
}
