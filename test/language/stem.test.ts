import { describe, expect, test } from 'vitest';
import { stem } from '../../src/language/stem.js';

describe('stem', () => {
  test.each([
    ['deny', 'denies', 'denied', 'denying'],
    ['decrease', 'decreases', 'decreased', 'decreasing'],
    ['radiate', 'radiates', 'radiated', 'radiating'],
    ['stop', 'stops', 'stopped', 'stopping'],
    ['control', 'controls', 'controlled', 'controlling'],
    ['nerve', 'nerves'],
    ['reflex', 'reflexes'],
    ['weakness', 'weaknesses'],
    ['injury', 'injuries'],
    ['try', 'tries', 'tried', 'trying'],
    ['show', 'shows', 'showed', 'showing'],
  ])('gives the inflections of `%s` one key', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  test.each([
    ['positive', 'position'],
    ['negative', 'negate'],
    ['arthritis', 'arthritic'],
    ['left', 'leave'],
    ['need', 'nee'],
    ['radiate', 'radiation'],
    ['numb', 'number'],
  ])('keeps `%s` and `%s` apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });

  test.each(['is', 'was', 'his', 'diagnosis', 'pus', 'numbness', 'bed', 'red', 'leg'])(
    'leaves the ending of `%s` alone',
    (word) => {
      expect(stem(word).startsWith(word.slice(0, -1))).toBe(true);
    },
  );
});
