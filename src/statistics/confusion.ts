/**
 * How often each outcome was predicted for each that was determined, and the figures that follow from those counts.
 * In: a square of counts, one row per actual class, flat. Out: figures, null where a count they divide by is zero.
 * Methods: kappa (Cohen 1960), MCC for several classes (Gorodkin 2004), balanced accuracy (Brodersen 2010).
 * Not here: intervals (`wilson.ts`, `resampling.ts`).
 */
import type { Outcome } from '../vocabulary/decision.js';

/** The classes of a square of counts, in the order of its rows and columns. */
export const OUTCOMES = ['upheld', 'overturned', 'overturned-in-part'] as const satisfies readonly Outcome[];
/** How many classes there are: the side of a square of counts. */
export const CLASSES = OUTCOMES.length;
/** How many counts a square has, one for each pair of an actual and a predicted class. */
export const CELLS = CLASSES * CLASSES;

/** Counts by actual class, then predicted class: `CELLS` of them. */
export type Counts = ArrayLike<number>;
/** Counts by class, in the order of `OUTCOMES`: `CLASSES` of them. */
export type ClassCounts = ArrayLike<number>;
/** A figure of a square of counts; null where what it divides by is zero. */
export type Measure = (counts: Counts) => number | null;

/** The place of a pair of outcomes in `Counts`. */
export function cellOf(actual: Outcome, predicted: Outcome): number {
  return OUTCOMES.indexOf(actual) * CLASSES + OUTCOMES.indexOf(predicted);
}

const at = (counts: Counts, row: number, column: number): number => counts[row * CLASSES + column] ?? 0;
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** How many pairs were counted. */
export function totalOf(counts: Counts): number {
  let sum = 0;
  for (let i = 0; i < CELLS; i++) sum += counts[i] ?? 0;
  return sum;
}

/** How many pairs are of one outcome. */
export function correctOf(counts: Counts): number {
  let sum = 0;
  for (let k = 0; k < CLASSES; k++) sum += at(counts, k, k);
  return sum;
}

/** How many were determined as class `k`. */
export function actualOf(counts: Counts, k: number): number {
  let sum = 0;
  for (let other = 0; other < CLASSES; other++) sum += at(counts, k, other);
  return sum;
}

/** How many were predicted as class `k`. */
export function predictedOf(counts: Counts, k: number): number {
  let sum = 0;
  for (let other = 0; other < CLASSES; other++) sum += at(counts, other, k);
  return sum;
}

/** The share of pairs that are of one outcome; null without any. */
export const agreement: Measure = (counts) => ratio(correctOf(counts), totalOf(counts));
/** Of what is the outcome `k`, the share that was predicted as it; null where nothing is. */
export const recall = (counts: Counts, k: number): number | null =>
  ratio(at(counts, k, k), actualOf(counts, k));
/** Harmonic mean of precision and recall, as one fraction, so that it is zero and not undefined where both are. */
export const f1 = (counts: Counts, k: number): number | null =>
  ratio(2 * at(counts, k, k), actualOf(counts, k) + predictedOf(counts, k));

/** The mean recall of the classes that occur among the determinations. */
export const balancedAccuracy: Measure = (counts) => meanOf((k) => recall(counts, k));
/** The mean F1 of the classes that are determined or predicted at all. */
export const macroF1: Measure = (counts) => meanOf((k) => f1(counts, k));

function meanOf(measure: (k: number) => number | null): number | null {
  let sum = 0;
  let count = 0;
  for (let k = 0; k < CLASSES; k++) {
    const value = measure(k);
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return ratio(sum, count);
}

/** Agreement beyond chance; null where chance alone would agree always. */
export const kappa: Measure = (counts) => {
  const total = totalOf(counts);
  if (total === 0) return null;
  let expected = 0;
  for (let k = 0; k < CLASSES; k++) expected += actualOf(counts, k) * predictedOf(counts, k);
  // As counts, not as rates: whole numbers tell exactly when chance would agree always.
  return ratio(total * correctOf(counts) - expected, total * total - expected);
};

/** Correlation of what was predicted and what was determined; null where either is always the same. */
export const mcc: Measure = (counts) => {
  const total = totalOf(counts);
  let both = 0;
  let actual = 0;
  let predicted = 0;
  for (let k = 0; k < CLASSES; k++) {
    const [a, p] = [actualOf(counts, k), predictedOf(counts, k)];
    both += a * p;
    actual += a * a;
    predicted += p * p;
  }
  const spread = (total * total - predicted) * (total * total - actual);
  return ratio(total * correctOf(counts) - both, Math.sqrt(spread));
};
