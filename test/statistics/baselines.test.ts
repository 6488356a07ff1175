import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryCounts, errorsAvoided, majorityCounts } from '../../src/statistics/baselines.js';
import { agreement, CELLS, CLASSES } from '../../src/statistics/confusion.js';

const all = (known: readonly number[]) => ({ known, compared: known });

describe('always the commonest outcome', () => {
  test('is right as often as that outcome occurs', () => {
    expect(agreement(majorityCounts([all([9, 3, 0])]))).toBe(0.75);
  });

  test('an issue does not see itself: of two that differ, none is foretold by the other', () => {
    // Without itself the other outcome is the commonest, so both are wrong.
    expect(agreement(majorityCounts([all([1, 1, 0])]))).toBe(0);
  });

  test('counts only issues that are compared, with the rates of all', () => {
    const square = majorityCounts([{ known: [9, 3, 0], compared: [1, 3, 0] }]);
    expect(square).toEqual([1, 0, 0, 3, 0, 0, 0, 0, 0]);
  });
});

describe('the commonest outcome of the category', () => {
  test('knows categories that mostly go the other way', () => {
    expect(agreement(categoryCounts([all([90, 10, 0]), all([2, 18, 0])]))).toBe(108 / 120);
  });

  test('falls back on all others where the category has no other issue', () => {
    expect(categoryCounts([all([5, 0, 0]), all([0, 1, 0])])).toEqual([5, 0, 0, 1, 0, 0, 0, 0, 0]);
  });
});

test('errors avoided: half of them, none, more than there were', () => {
  const base = [60, 0, 0, 40, 0, 0, 0, 0, 0];
  expect(errorsAvoided([60, 0, 0, 20, 20, 0, 0, 0, 0], base)).toBeCloseTo(0.5, 12);
  expect(errorsAvoided(base, base)).toBe(0);
  expect(errorsAvoided([20, 40, 0, 40, 0, 0, 0, 0, 0], base)).toBeCloseTo(-1, 12);
  expect(errorsAvoided(base, [5, 0, 0, 0, 0, 0, 0, 0, 0])).toBeNull();
});

test('the counts say what predicting issue by issue would', () => {
  const category = fc.array(fc.nat({ max: 6 }), { minLength: CLASSES, maxLength: CLASSES });
  fc.assert(
    fc.property(fc.array(category, { minLength: 1, maxLength: 4 }), (known) => {
      const issues = known.flatMap((counts, c) =>
        counts.flatMap((count, actual) => Array.from({ length: count }, () => ({ c, actual }))),
      );
      const square = new Array<number>(CELLS).fill(0);
      for (const issue of issues) {
        const others = issues.filter((one) => one !== issue);
        const predicted = winner(others.filter((one) => one.c === issue.c)) ?? winner(others) ?? 0;
        square[issue.actual * CLASSES + predicted] = (square[issue.actual * CLASSES + predicted] ?? 0) + 1;
      }
      expect(categoryCounts(known.map(all))).toEqual(square);
    }),
  );
});

function winner(issues: readonly { readonly actual: number }[]): number | null {
  const counts = [0, 1, 2].map((k) => issues.filter((one) => one.actual === k).length);
  const most = Math.max(...counts);
  const first = counts.filter((count) => count === most);
  return most === 0 || first.length > 1 ? null : counts.indexOf(most);
}
