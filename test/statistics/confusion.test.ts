import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agreement,
  balancedAccuracy,
  CELLS,
  CLASSES,
  f1,
  kappa,
  macroF1,
  mcc,
  recall,
} from '../../src/statistics/confusion.js';

/** Two classes, as [actual][predicted]. */
const two = (a: number, b: number, c: number, d: number): number[] => [a, b, 0, c, d, 0, 0, 0, 0];

describe('figures computed by hand', () => {
  // Cohen's own form: agreement 35/50 = 0.7, by chance 0.5.
  const example = two(20, 5, 10, 15);

  test.each([
    ['agreement', agreement(example), 0.7],
    ['kappa', kappa(example), 0.4],
    ['recall', recall(example, 0), 20 / 25],
    ['F1', f1(example, 0), (2 * 20) / 55],
    ['balanced accuracy', balancedAccuracy(example), (0.8 + 0.6) / 2],
    ['macro F1', macroF1(example), (40 / 55 + 30 / 45) / 2],
    // (20*15 - 5*10) / sqrt(25 * 25 * 30 * 20)
    ['MCC', mcc(example), 250 / Math.sqrt(25 * 25 * 30 * 20)],
  ])('%s', (_, value, expected) => expect(value).toBeCloseTo(expected, 12));

  test('MCC of three classes is that of Gorodkin', () => {
    // s = 12, c = 7; actual 4, 5, 3; predicted 4, 5, 3: (12*7 - 50) / (144 - 50)
    expect(mcc([2, 1, 1, 1, 3, 1, 1, 1, 2 - 1])).not.toBeNull();
    const counts = [2, 1, 1, 1, 3, 1, 1, 1, 1];
    const actual = [4, 5, 3];
    const predicted = [4, 5, 3];
    const both = actual.reduce((sum, one, k) => sum + one * (predicted[k] ?? 0), 0);
    expect(mcc(counts)).toBeCloseTo((12 * 6 - both) / (144 - both), 12);
  });
});

describe('figures that do not exist are null', () => {
  test.each([
    ['nothing counted', two(0, 0, 0, 0), { agreement: null, kappa: null, mcc: null, balanced: null }],
    ['one class alone', two(9, 0, 0, 0), { agreement: 1, kappa: null, mcc: null, balanced: 1 }],
    ['always the same prediction', two(9, 0, 3, 0), { agreement: 0.75, kappa: 0, mcc: null, balanced: 0.5 }],
  ])('%s', (_, counts, expected) => {
    expect({
      agreement: agreement(counts),
      kappa: kappa(counts),
      mcc: mcc(counts),
      balanced: balancedAccuracy(counts),
    }).toEqual(expected);
  });
});

describe('laws', () => {
  const counts = fc.array(fc.nat({ max: 60 }), { minLength: CELLS, maxLength: CELLS });
  const same = (a: number | null, b: number | null): void => {
    if (a === null || b === null) expect(a).toBe(b);
    else expect(a).toBeCloseTo(b, 10);
  };

  test('kappa and MCC do not care which side is called predicted', () => {
    fc.assert(
      fc.property(counts, (square) => {
        const turned = square.map((_, i) => square[(i % CLASSES) * CLASSES + Math.floor(i / CLASSES)] ?? 0);
        same(kappa(square), kappa(turned));
        same(mcc(square), mcc(turned));
      }),
    );
  });

  test('no figure of the whole cares in which order the classes stand', () => {
    fc.assert(
      fc.property(counts, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (square, order) => {
        const renamed = square.map(
          (_, i) => square[(order[Math.floor(i / CLASSES)] ?? 0) * CLASSES + (order[i % CLASSES] ?? 0)] ?? 0,
        );
        for (const measure of [agreement, kappa, mcc, balancedAccuracy, macroF1]) {
          same(measure(square), measure(renamed));
        }
      }),
    );
  });

  test('figures stay within their ranges, and are 1 where all agree', () => {
    fc.assert(
      fc.property(counts, (square) => {
        for (const measure of [agreement, balancedAccuracy, macroF1]) {
          const value = measure(square) ?? 0.5;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        for (const measure of [kappa, mcc])
          expect(Math.abs(measure(square) ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
        const perfect = square.map((count, i) => (i % (CLASSES + 1) === 0 ? count + 1 : 0));
        for (const measure of [agreement, kappa, mcc, balancedAccuracy, macroF1]) same(measure(perfect), 1);
      }),
    );
  });
});
