import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, distance, meantKey, nearest } from '../../src/text/suggest.js';

describe('the nearest word', () => {
  it.each([
    ['exclusion', ['exclusions', 'criteria'], 'exclusions'],
    ['critreia', ['exclusions', 'criteria'], 'criteria'],
    ['worse', ['stable', 'improving'], undefined],
    ['Criteria', ['exclusions', 'criteria'], 'criteria'],
    ['ALL', ['any', 'all'], 'all'],
    ['', ['a'], 'a'],
    ['x'.repeat(1000), ['x'], undefined],
    ['lumbar_mri', ['mra', 'mri'], 'mri'],
    ['low back', ['neck', 'low_back_pain'], 'low_back_pain'],
    ['lumbar', ['lumbar_spine_upper', 'lumbar_spine'], 'lumbar_spine'],
    ['spine-lumbar', ['lumbar-spine'], undefined],
  ])('to `%s` is as a reader would guess', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe('help on a word that is none of the known', () => {
  it('names the one that is meant, or leaves the help to the caller', () => {
    expect(didYouMean('exclusion', ['exclusions'])).toBe('did you mean `exclusions`?');
    expect(didYouMean('exclusion', ['criteria'])).toBeUndefined();
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

describe('the value that is meant', () => {
  const ends = ['not-medically-necessary', 'medically-necessary', 'undetermined'];
  it.each([
    ['necessary', 'medically-necessary'],
    ['not-necessary', 'not-medically-necessary'],
    ['Necessary', 'medically-necessary'],
    ['undetermind', 'undetermined'],
    ['necessary-not', undefined],
    ['upheld', undefined],
  ])('by `%s` is a near one, or one with words more', (written, expected) => {
    expect(nearest(written, ends)).toBe(expected);
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
