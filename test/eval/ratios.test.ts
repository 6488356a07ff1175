import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { f1, groupBy, ratio, round, tally } from '../../bench/eval/ratios.js';

describe('rounding', () => {
  test.each([
    [1 / 32, 4, 0.0312],
    [3 / 32, 4, 0.0938],
    [0.125, 2, 0.12],
    [0.375, 2, 0.38],
    [2 / 3, 4, 0.6667],
    [0.00005, 4, 0.0001],
    [1, 4, 1],
    [0, 4, 0],
  ])('%d to %d decimals is %d: of two that are equally near, the even one', (value, decimals, expected) => {
    expect(round(value, decimals)).toBe(expected);
  });

  test('never moves a number by more than half of the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (value) => {
        expect(Math.abs(round(value, 4) - value)).toBeLessThanOrEqual(0.00005 + Number.EPSILON);
      }),
    );
  });
});

describe('shares', () => {
  test('of nothing are null, not 0', () => {
    expect(ratio(0, 0)).toBeNull();
    expect(f1(null, 1)).toBeNull();
  });

  test('F1 of 0 and 0 is 0', () => {
    expect(f1(0, 0)).toBe(0);
  });
});

test('tallies and groups are sorted by key, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (keys) => {
      expect(Object.keys(tally(keys))).toEqual([...new Set(keys)].sort());
      expect(groupBy(keys, (key) => key).map(([key, group]) => [key, group.length])).toEqual(
        Object.entries(tally(keys)),
      );
    }),
  );
});
