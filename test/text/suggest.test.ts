import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, meantKey, nearest } from '../../src/text/suggest.js';

describe('the nearest word', () => {
  it.each([
    ['exclusion', ['exclusions', 'criteria'], 'exclusions'],
    ['critreia', ['exclusions', 'criteria'], 'criteria'],
    ['worse', ['stable', 'improving'], undefined],
    ['Criteria', ['exclusions', 'criteria'], 'criteria'],
    ['ALL', ['any', 'all'], 'all'],
    ['', ['a'], 'a'],
    ['x'.repeat(1000), ['x'], undefined],
  ])('to `%s` is as a reader would guess', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe('the key that is meant', () => {
  it.each([
    ['and', ['any', 'all'], 'all'],
    ['OR', ['any', 'all'], 'any'],
    ['>=', ['at-least', 'at-most'], 'at-least'],
    ['min', ['at-most'], undefined],
    ['constructor', ['all'], undefined],
    ['becuase', ['because'], 'because'],
  ])('by `%s` is found by other words for it, too', (key, candidates, expected) => {
    expect(meantKey(key, candidates)).toBe(expected);
  });
});

describe('the distance of two words', () => {
  it('is zero only for the same word, and the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, b)).toBe(distance(b, a));
      }),
    );
  });
});
