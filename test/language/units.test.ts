import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Unit, UnitKind } from '../../src/language/unit.js';
import { readUnits } from '../../src/language/units.js';
import { UNIT_DATA } from '../helpers/unit-data.js';

const read = (text: string): Unit[] => readUnits(text, UNIT_DATA);
const only = (text: string): Unit => {
  const units = read(text);
  expect(units).toHaveLength(1);
  return units[0] as Unit;
};

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['2,400', 2400],
    ['34.6', 34.6],
    ['twelve', 12],
    ['twenty-two', 22],
    ['two hundred', 200],
    ['eight (8)', 8],
    ['Twelve (12)', 12],
    ['two and a half', 2.5],
    ['2 1/2', 2.5],
  ])('`%s` is %d', (text, value) => {
    expect(only(text)).toMatchObject({ kind: UnitKind.Number, value });
  });

  test.each([
    ['7-9', UnitKind.Range, 7, 9, 0],
    ['4 to 5', UnitKind.Range, 4, 5, 0],
    ['5/5', UnitKind.Ratio, 5, 5, 5],
    ['4+/5', UnitKind.Ratio, 4.3, 4.3, 5],
    ['4-/5', UnitKind.Ratio, 3.7, 3.7, 5],
    ['8 out of 10', UnitKind.Ratio, 8, 8, 10],
    ['8 of 10', UnitKind.Ratio, 8, 8, 10],
    ['7-9 out of 10', UnitKind.Ratio, 7, 9, 10],
    ['6-8/10', UnitKind.Ratio, 6, 8, 10],
    ['60%', UnitKind.Percent, 60, 60, 0],
    ['60 to 70%', UnitKind.Percent, 60, 70, 0],
    ['80 percent', UnitKind.Percent, 80, 80, 0],
  ])('`%s` is one unit', (text, kind, value, high, base) => {
    expect(only(text)).toMatchObject({ kind, value, high, base });
  });

  test('of ten is a score, unless something is counted', () => {
    expect(read('8 of 10 visits')[0]).toMatchObject({ kind: UnitKind.Number, value: 8 });
    expect(read('2 of 10/14/15')[0]).toMatchObject({ kind: UnitKind.Number, value: 2 });
  });

  test('a dozen is a number, multiplied by the one before it or halved', () => {
    expect(read('a dozen visits')[1]).toMatchObject({ kind: UnitKind.Number, value: 12 });
    expect(read('two dozen visits')[0]).toMatchObject({ kind: UnitKind.Number, value: 24 });
    expect(read('half a dozen visits')[0]).toMatchObject({ kind: UnitKind.Number, value: 6 });
    expect(read('two twelve-week courses')[0]).toMatchObject({ kind: UnitKind.Number, value: 2 });
  });

  test('half a year is half of one, half a tablet is for the directions of drugs to read', () => {
    expect(read('half a year')[0]).toMatchObject({ kind: UnitKind.Number, value: 0.5 });
    expect(read('half a tablet')[0]).toMatchObject({ kind: UnitKind.Word, word: 'half' });
  });

  test('a strength and the half tablet after it stay apart', () => {
    expect(read('10 1/2 tab').map((unit) => unit.value)).toEqual([10, 1, 0]);
  });

  test('a strength `10/325mg` is a ratio and a word', () => {
    expect(read('10/325mg').map((unit) => unit.kind)).toEqual([UnitKind.Ratio, UnitKind.Word]);
  });
});

describe('dates', () => {
  test.each([
    ['9-10-15', '2015-09-10'],
    ['09/10/2015', '2015-09-10'],
    ['5-20-94', '1994-05-20'],
    ['September 10, 2015', '2015-09-10'],
    ['Sept. 2015', '2015-09'],
    ['10th of September, 2015', '2015-09-10'],
    ['25 of September 2006', '2006-09-25'],
    ['3rd May 2012', '2012-05-03'],
    ['April of 2010', '2010-04'],
    ['9/2015', '2015-09'],
    ['2015', '2015'],
    ['2015-09-10', '2015-09-10'],
    ["'99", '1999'],
    ["'05", '2005'],
  ])('`%s` is the date %s', (text, date) => {
    expect(only(text)).toMatchObject({ kind: UnitKind.Date, date });
  });

  test.each(['13-45-15', '2-30-15', '10/325', '2000 mg', `5'10"`, "'10'", "'10mg"])(
    '`%s` is no date',
    (text) => {
      expect(read(text).every((unit) => unit.kind !== UnitKind.Date)).toBe(true);
    },
  );
});

describe('levels', () => {
  test.each([
    ['L4-5', ['L4-5']],
    ['L4-L5', ['L4-5']],
    ['L4/5', ['L4-5']],
    ['L5-S1', ['L5-S1']],
    ['L3-S1', ['L3-4', 'L4-5', 'L5-S1']],
    ['C4 to C6', ['C4-5', 'C5-6']],
    ['C7-T1', ['C7-T1']],
    ['L4', ['L4']],
    ['L4 on L5', ['L4-5']],
    ['C5 over C6', ['C5-6']],
    ['C8', ['C8']],
    ['C8-T1', ['C8', 'T1']],
    ['C5-C8', ['C5-6', 'C6-7', 'C8']],
    ['C7-C8', ['C7', 'C8']],
  ])('`%s` is %j', (text, levels) => {
    expect(only(text)).toMatchObject({ kind: UnitKind.Level, levels });
  });

  test('a code outside the columns is no level', () => {
    expect(read('L9 x4').some((unit) => unit.kind === UnitKind.Level)).toBe(false);
  });
});

describe('contractions', () => {
  test.each([
    ["doesn't", ['does', 'not']],
    ['w/out', ['without']],
    ["Can't", ['can', 'not']],
    ["won't", ['will', 'not']],
    ["patient's", ['patient']],
    ["don' t", ['don', 't']],
  ])('`%s` is read as %j', (text, words) => {
    expect(
      read(text)
        .map((unit) => unit.word)
        .filter((word) => /^[a-z]/.test(word) && word !== 's'),
    ).toEqual(words);
  });

  test('both words stand where the whole does', () => {
    expect(read("she didn't go").map(({ word, start, end }) => [word, start, end])).toEqual([
      ['she', 0, 3],
      ['did', 4, 10],
      ['not', 4, 10],
      ['go', 11, 13],
    ]);
  });
});

describe('sentences', () => {
  const breaks = (text: string): number => read(text).filter((unit) => unit.kind === UnitKind.Break).length;

  test.each([
    ['No pain. No spasm.', 2],
    ['Seen by Dr. Smith today', 0],
    ['pain is 3.5 today', 0],
    ['pain.The exam', 1],
    ['p.o. twice', 0],
    ['first; second? third', 2],
    ['weighs 180 lb. by report', 0],
    ['lifts over 10 lb. She rests', 1],
    ['seen by approx. Twelve', 0],
  ])('`%s` has %d ends', (text, count) => {
    expect(breaks(text)).toBe(count);
  });
});

describe('laws', () => {
  test('units are in order, inside the text, and never overlap, but for the two words of a contraction', () => {
    const written = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom("doesn't", "n't", " can't.", "won'", ' '),
    );
    fc.assert(
      fc.property(fc.array(written, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        let last = { start: 0, end: 0 };
        for (const unit of read(text)) {
          const isSecondHalf = unit.word === 'not' && unit.start === last.start && unit.end === last.end;
          if (!isSecondHalf) expect(unit.start).toBeGreaterThanOrEqual(last.end);
          expect(unit.end).toBeGreaterThan(unit.start);
          last = unit;
        }
        expect(last.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a date reads the same in every form', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2039-12-28'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
        const month = date.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' });
        for (const text of [
          `${m}/${d}/${y}`,
          `${m}-${d}-${y}`,
          `${month} ${d}, ${y}`,
          `${d} ${month} ${y}`,
          iso,
        ])
          expect(only(text).date).toBe(iso);
      }),
    );
  });
});

test('a level that endless words lead on from is read as one level', () => {
  const [first] = read(`L3 ${'all the way down '.repeat(50_000)}to L5`);
  expect(first).toMatchObject({ kind: UnitKind.Level, levels: ['L3'] });
});
