import { describe, expect, test } from 'vitest';
import { monthAlone } from '../../src/facts/months-alone.js';
import { readUnits } from '../../src/language/units.js';
import { readLexicon } from '../helpers/lexicon.js';

const data = readLexicon().units;

/** What the months of a text are, in text order. */
function monthsIn(text: string, upTo: string | null = '2015-06-15'): readonly (string | null)[] {
  const units = readUnits(text, data);
  return units.flatMap((unit, i) => (unit.roles.has('month') ? [monthAlone(i, units, upTo)] : []));
}

describe('months without a year', () => {
  test.each([
    ['An MRI in May', ['2015-05']],
    ['An MRI in July', ['2014-07']],
    ['An MRI of early June', ['2015-06']],
    ['Repaired on June 3', ['2015-06-03']],
    ['Repaired on June 20', ['2014-06-20']],
    ['Fused in September 2012, and a discectomy in October', ['2012-10']],
    ['Fused in September 2012, and a discectomy in March', ['2013-03']],
    ['Hurt on 3/4/2012. Operated on in May', [null]],
    ['Hurt on 3/4/2015. Operated on in May', ['2015-05']],
    ['Off to a march in may', [null, null]],
    ['May is better', [null]],
  ])('in `%s` are %j', (text, expected) => {
    expect(monthsIn(text)).toEqual(expected);
  });

  test('without a day to count back from they are of no year', () => {
    expect(monthsIn('An MRI in May', null)).toEqual([null]);
  });

  test('a list that ends with a year is of that year', () => {
    expect(monthsIn('Tested in March, April and May 2013')).toEqual(['2013-03', null]);
  });
});
