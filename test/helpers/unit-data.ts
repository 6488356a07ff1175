/** Language data for tests of units and phrases: a few number words, abbreviations and level columns; small words as shipped. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type LanguageSections, unitData } from '../../src/language/unit-data.js';

/** Small words and words that count, as the lexicon of this project has them. */
export const SMALL_WORDS = parse(readFileSync('rules/lexicon/small-words.yaml', 'utf8')) as Pick<
  LanguageSections,
  'small-words' | 'counting-words'
>;

export const UNIT_DATA = unitData({
  ...SMALL_WORDS,
  'number-words': {
    one: 1,
    two: 2,
    five: 5,
    eight: 8,
    twelve: 12,
    dozen: 12,
    twenty: 20,
    thirty: 30,
    hundred: 100,
  },
  abbreviations: ['dr', 'vs', 'approx', 'lb'],
  'closing-abbreviations': ['lb'],
  'level-columns': [
    { letter: 'C', count: 7, roots: 8 },
    { letter: 'T', count: 12 },
    { letter: 'L', count: 5 },
    { letter: 'S', count: 2 },
  ],
});
