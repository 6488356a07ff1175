import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proportion } from '../../src/statistics/wilson.js';

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the interval of %i in %i is the published one', (part, whole, low, high) => {
  const estimate = proportion(part, whole);
  expect(estimate.low).toBeCloseTo(low, 4);
  expect(estimate.high).toBeCloseTo(high, 4);
});

test('of nothing there is no proportion', () => {
  expect(proportion(0, 0)).toEqual({ value: null, low: null, high: null, n: 0 });
});

describe('laws', () => {
  const counts = fc.nat({ max: 5000 }).chain((whole) => fc.tuple(fc.nat({ max: whole }), fc.constant(whole)));

  test('an interval holds its estimate and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const { value, low, high } = proportion(part, whole);
        fc.pre(value !== null && low !== null && high !== null);
        expect(whole).toBeGreaterThan(0);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });

  test('the interval of the rest is the mirror image', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        fc.pre(whole > 0);
        expect(proportion(whole - part, whole).low).toBeCloseTo(1 - (proportion(part, whole).high ?? 0), 10);
      }),
    );
  });

  test('more of the same makes it narrower', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        fc.pre(whole > 0);
        const width = (times: number): number => {
          const { low, high } = proportion(part * times, whole * times);
          return (high ?? 0) - (low ?? 0);
        };
        expect(width(4)).toBeLessThan(width(1));
      }),
    );
  });
});
