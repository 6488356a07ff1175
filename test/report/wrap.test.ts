import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indented, plainWords, shortened, wrap } from '../../src/report/wrap.js';

describe('wrapping', () => {
  test.each([
    ['one two three', 8, ['one two', 'three']],
    ['', 8, ['']],
    ['rationale-contradicts-summary', 12, ['rationale-', 'contradicts-', 'summary']],
    ['abcdefghijkl', 8, ['abcdefgh', 'ijkl']],
    ['word\n\n  word', 20, ['word word']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('lines after the first can hang', () => {
    expect(indented('- one two three', 10, 2, 2)).toEqual(['  - one', '    two', '    three']);
  });

  test('no line is wider than asked, and no word is lost', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 8, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(plainWords(text).replaceAll(' ', ''));
      }),
    );
  });
});

describe('what a terminal would obey', () => {
  test('is made visible', () => {
    expect(plainWords('a\u001b[31mb\u0007\u202ec')).toBe('a\\u001b[31mb\\u0007\\u202ec');
  });
});

describe('shortening', () => {
  test('keeps both ends, and leaves short texts alone', () => {
    expect(shortened('the first words and the last words', 24)).toBe('the first … words');
    expect(shortened('short', 21)).toBe('short');
  });
});
