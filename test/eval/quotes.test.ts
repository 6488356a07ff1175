import { describe, expect, test } from 'vitest';
import { LetterText } from '../../bench/eval/letter-text.js';
import { LEAST_OVERLAP, type OutputQuote, quoteOverlap } from '../../bench/eval/quotes.js';

const LETTER = new LetterText(
  'Numbness in the left foot. He had physical therapy. IMR DECISIONS Numbness in the left foot.',
);
const at = (start: number, end: number): OutputQuote => ({ text: LETTER.slice({ start, end }), start, end });
const words = (text: string): OutputQuote => ({ text, start: null, end: null });
const overlap = (quote: OutputQuote, label = 'Numbness in the left foot'): number =>
  quoteOverlap(LETTER, label, 'summary', quote);

describe('overlap by offsets', () => {
  test('is the shared part of the shorter quote', () => {
    expect(overlap(at(0, 8))).toBe(1);
    expect(overlap(at(17, 36))).toBeCloseTo(8 / 19);
    expect(overlap(at(27, 50))).toBe(0);
  });

  test('of the same words in another part of the letter is none', () => {
    const second = LETTER.raw.lastIndexOf('Numbness');
    expect(overlap(at(second, second + 25))).toBe(0);
    expect(quoteOverlap(LETTER, 'Numbness in the left foot', 'anywhere', at(second, second + 25))).toBe(1);
  });

  test('is not used when the text there is another: then words are compared', () => {
    expect(overlap({ ...at(27, 50), text: 'numbness of the left foot' })).toBe(1);
  });

  test('is not used for labels that are not in the letter', () => {
    expect(overlap(at(0, 25), 'numbness, left foot')).toBeCloseTo(1);
  });
});

describe('overlap by words', () => {
  test('leaves out words that are in any sentence', () => {
    expect(overlap(words('in the'))).toBe(0);
    expect(quoteOverlap(null, 'it was in the', 'anywhere', words('in the'))).toBe(1);
  });

  test.each([
    ['left foot', 1],
    ['left knee', 0.5],
    ['left left left', 1 / 3],
    ['', 0],
  ])('with %j is %d', (text, expected) => {
    expect(overlap(words(text))).toBeCloseTo(expected);
  });
});

test('a quote of more than 400 characters points at nothing', () => {
  expect(overlap(words(`${'Numbness in the left foot '.repeat(20)}`))).toBe(0);
});

test('a shared word in three is enough, in four is not', () => {
  expect(overlap(words('left arm elbow'), 'left foot pain')).toBeGreaterThanOrEqual(LEAST_OVERLAP);
  expect(overlap(words('left arm elbow wrist'), 'left foot pain today')).toBeLessThan(LEAST_OVERLAP);
});
