import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractFacts } from '../../src/facts/extract.js';
import { SourceText } from '../../src/text/source-text.js';
import type { Fact } from '../../src/vocabulary/fact.js';
import { readLexicon } from '../helpers/lexicon.js';

const LEXICON = readLexicon();
const REFERENCE = '2016-01-01';

function factsOf(text: string): readonly Fact[] {
  return extractFacts(new SourceText('text', text), { start: 0, end: text.length }, LEXICON, REFERENCE);
}

/** What broken or hostile files may repeat without end, none of it with a full stop. */
const REPEATED: readonly (readonly [name: string, piece: string])[] = [
  ['negations', 'no denies without '],
  ['findings', 'numbness tingling weakness '],
  ['denied findings', 'no numbness, denies weakness, '],
  ['tests without results', 'straight leg raise and reflexes and '],
  ['tests with results', 'straight leg raise positive on the left, '],
  ['results without tests', 'positive negative normal '],
  ['dates', '9-10-2015, March 3, 2014, '],
  ['studies and dates', 'MRI of the lumbar spine on 9-10-2015, '],
  ['treatments and percentages', 'epidural injection with 50% relief, '],
  ['visits', '12 visits of physical therapy, '],
  ['drugs', 'tramadol 50 mg twice a day, '],
  ['levels', 'L4-5, L5-S1, herniation, '],
  ['sides and regions', 'left neck, right knee, both legs, '],
  ['numbers', '12 4/5 50% 7-9 '],
  ['hedges', 'possible likely suspected pain '],
  ['opened quotes', '" \u201C( '],
  ['hyphens', 'pain - - - '],
  ['line ends inside words', 'radicu-\nlopathy '],
  ['colons', 'Objective: '],
];

describe('text of any kind', () => {
  test('random characters never throw, and quotes are the words at their place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { evidence } of factsOf(text)) {
          for (const quote of evidence) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('words of letters in any order never throw', () => {
    const word = fc.constantFrom(
      ...REPEATED.flatMap(([, piece]) => piece.split(' ')),
      '.',
      ',',
      ';',
      ':',
      '\n',
      '"',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), (words) => {
        expect(Array.isArray(factsOf(words.join(' ')))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('one sentence without end', () => {
  /** So long that work which grows with its square would not end within the test; how time grows is for the benchmark. */
  const SIZE = 150_000;

  test.each(REPEATED)(
    '%s',
    (_, piece) => {
      expect(Array.isArray(factsOf(piece.repeat(Math.ceil(SIZE / piece.length))))).toBe(true);
    },
    60_000,
  );

  test('a megabyte of one letter', () => {
    const text = 'He has low back pain, no numbness, MRI of 9-10-2015, '.repeat(19_000);
    expect(factsOf(text).length).toBeGreaterThan(0);
  }, 60_000);
});
