/** McNemar's exact test, against values worked out by hand and a plain sum of the binomial. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mcnemarExact } from '../../src/statistics/mcnemar.js';

/** Two-sided tail by Pascal's triangle: for small numbers only. */
function plainTail(better: number, worse: number): number {
  const n = better + worse;
  let row = [1];
  for (let i = 0; i < n; i++) row = [1, ...row.slice(1).map((value, k) => value + (row[k] ?? 0)), 1];
  const tail = row.slice(0, Math.min(better, worse) + 1).reduce((sum, value) => sum + value, 0) / 2 ** n;
  return Math.min(1, 2 * tail);
}

describe('McNemar’s exact test', () => {
  test.each([
    [0, 0, 1],
    [5, 5, 1],
    [1, 0, 1],
    [5, 0, 0.0625],
    [0, 6, 0.03125],
    [1, 7, 0.0703125],
    [2, 10, 0.03857421875],
  ])('%i better, %i worse', (better, worse, wanted) => {
    expect(mcnemarExact(better, worse)).toBeCloseTo(wanted, 12);
  });

  test('is the two-sided tail of the binomial, whichever way round', () => {
    const count = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(count, count, (better, worse) => {
        expect(mcnemarExact(better, worse)).toBeCloseTo(plainTail(better, worse), 10);
        expect(mcnemarExact(better, worse)).toBe(mcnemarExact(worse, better));
      }),
    );
  });

  test('holds for counts of a whole archive', () => {
    expect(mcnemarExact(100_000, 100_100)).toBeGreaterThan(0.8);
    expect(mcnemarExact(100_000, 90_000)).toBeLessThan(1e-100);
    expect(mcnemarExact(1_000_000, 0)).toBe(0);
  });
});
