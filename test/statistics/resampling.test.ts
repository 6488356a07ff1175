import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement, CELLS, kappa, mcc } from '../../src/statistics/confusion.js';
import {
  type LetterWeights,
  letterWeights,
  REPLICATES,
  Replicates,
} from '../../src/statistics/resampling.js';
import { proportion } from '../../src/statistics/wilson.js';

/** How often a letter counts in each replicate. */
const countsOf = (weights: LetterWeights): Uint8Array<ArrayBuffer> => new Uint8Array(weights.buffer);

describe('weights of letters', () => {
  test('are those of the Poisson distribution of mean 1', () => {
    const shares = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const letters = 500;
    for (let i = 0; i < letters; i++) {
      for (const weight of countsOf(letterWeights(`letter-${i}.txt`)))
        shares[weight] = (shares[weight] ?? 0) + 1;
    }
    const draws = letters * REPLICATES;
    // Five standard errors of a share of 200,000 draws are at most 0.0056.
    for (const [k, chance] of [0.3679, 0.3679, 0.1839, 0.0613, 0.0153].entries()) {
      expect(Math.abs((shares[k] ?? 0) / draws - chance)).toBeLessThan(0.0056);
    }
  });

  test('are the same whenever they are asked for, and differ from letter to letter', () => {
    expect(letterWeights('a.txt')).toEqual(letterWeights('a.txt'));
    expect(letterWeights('a.txt')).not.toEqual(letterWeights('b.txt'));
  });
});

/** A corpus of letters with one issue each: counts of cells. */
function replicatesOf(
  cells: readonly number[],
  prefix = 'letter',
): { replicates: Replicates; counts: number[] } {
  const replicates = new Replicates();
  const counts = new Array<number>(CELLS).fill(0);
  for (const [i, cell] of cells.entries()) {
    replicates.add(letterWeights(`${prefix}-${i}`), cell);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { replicates, counts };
}

test('every replicate holds the sum of the weights, of however many letters', () => {
  const letters = 1200;
  const { replicates, counts } = replicatesOf(
    Array.from({ length: letters }, (_, i) => (i % 7 === 0 ? 1 : 0)),
  );
  const sums = Array.from({ length: REPLICATES }, () => [0, 0]);
  for (let i = 0; i < letters; i++) {
    const cell = i % 7 === 0 ? 1 : 0;
    for (const [k, weight] of countsOf(letterWeights(`letter-${i}`)).entries())
      (sums[k] as number[])[cell] = ((sums[k] as number[])[cell] ?? 0) + weight;
  }
  const seen: number[][] = [];
  replicates.estimate((cells) => seen.push([cells[0] ?? 0, cells[1] ?? 0]), counts);
  // The first is asked for the corpus itself.
  expect(seen.slice(1)).toEqual(sums);
});

test('of independent letters the interval of a proportion is nearly the one of Wilson', () => {
  const { replicates, counts } = replicatesOf(Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0)));
  const resampled = replicates.estimate(agreement, counts);
  const exact = proportion(300, 400);
  expect(resampled.low).toBeCloseTo(exact.low ?? 0, 1);
  expect(resampled.high).toBeCloseTo(exact.high ?? 0, 1);
});

test('issues that repeat each other within letters give a wider interval than as many letters', () => {
  const apart = new Replicates();
  const together = new Replicates();
  const counts = new Array<number>(CELLS).fill(0);
  for (let i = 0; i < 200; i++) {
    const cell = (Math.floor(i / 10) * 7) % 4 === 0 ? 1 : 0;
    counts[cell] = (counts[cell] ?? 0) + 1;
    apart.add(letterWeights(`letter-${i}`), cell);
    together.add(letterWeights(`letter-${Math.floor(i / 10)}`), cell);
  }
  const width = (replicates: Replicates): number => {
    const { low, high } = replicates.estimate(agreement, counts);
    return (high ?? 0) - (low ?? 0);
  };
  expect(width(together)).toBeGreaterThan(1.5 * width(apart));
});

test('of fewer than ten issues there is no interval, since a narrow one would be made up', () => {
  expect(replicatesOf([0, 0, 4, 1]).replicates.estimate(agreement, [2, 1, 0, 0, 1, 0, 0, 0, 0])).toEqual({
    value: 0.75,
    low: null,
    high: null,
    n: 4,
  });
});

test('a figure that does not exist in most replicates has no interval', () => {
  // One letter of another outcome that most replicates leave out.
  const replicates = new Replicates();
  const counts = [30, 0, 0, 0, 1, 0, 0, 0, 0];
  const weights = countsOf(letterWeights('rare')).map((weight) => (weight > 1 ? 1 : 0));
  for (let i = 0; i < 30; i++) replicates.add(letterWeights(`letter-${i}`), 0);
  replicates.add(new Uint32Array(weights.buffer), 4);
  const estimate = replicates.estimate(kappa, counts);
  expect(estimate.value).toBe(1);
  expect(estimate.low).toBeNull();
});

describe('laws', () => {
  const cells = fc.array(fc.nat({ max: CELLS - 1 }), { maxLength: 60 });

  test('an interval holds its estimate', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const { replicates, counts } = replicatesOf(list);
        for (const measure of [agreement, kappa, mcc]) {
          const { value, low, high } = replicates.estimate(measure, counts);
          if (value === null || low === null || high === null) continue;
          expect(low <= value && value <= high).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the order of letters does not matter', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const { replicates, counts } = replicatesOf(list);
        const backwards = new Replicates();
        for (const [i, cell] of [...list.entries()].reverse())
          backwards.add(letterWeights(`letter-${i}`), cell);
        expect(backwards.estimate(mcc, counts)).toEqual(replicates.estimate(mcc, counts));
      }),
      { numRuns: 30 },
    );
  });
});
