/**
 * What somebody would reach who looks at no letter: always the commonest outcome, and always the commonest outcome of
 * the same category of service. Each issue is left out of the counts that predict it (Stone 1974), so that rare
 * categories do not look predictable. All follows from the counts: issues of one cell see the same others.
 */
import { agreement, CELLS, CLASSES, type ClassCounts, type Counts } from './confusion.js';

/** By category: issues with an outcome by class, and those of them that are compared, by class. */
export interface CategoryCounts {
  readonly known: ClassCounts;
  readonly compared: ClassCounts;
}

/** Square of counts of the compared issues, as if the commonest outcome of all others were predicted for each. */
export function majorityCounts(categories: Iterable<CategoryCounts>): number[] {
  const list = [...categories];
  const square = new Array<number>(CELLS).fill(0);
  const known = sumOf(list.map((one) => one.known));
  const compared = sumOf(list.map((one) => one.compared));
  for (let actual = 0; actual < CLASSES; actual++) {
    const predicted = commonest(without(known, actual)) ?? 0;
    addTo(square, actual, predicted, compared[actual] ?? 0);
  }
  return square;
}

/** The same with the commonest outcome of the category; of all where the category has no other issue, or a tie. */
export function categoryCounts(categories: Iterable<CategoryCounts>): number[] {
  const list = [...categories];
  const square = new Array<number>(CELLS).fill(0);
  const all = sumOf(list.map((one) => one.known));
  for (const { known, compared } of list) {
    for (let actual = 0; actual < CLASSES; actual++) {
      const overall = commonest(without(all, actual)) ?? 0;
      const predicted = commonest(without(known, actual)) ?? overall;
      addTo(square, actual, predicted, compared[actual] ?? 0);
    }
  }
  return square;
}

function sumOf(counts: readonly ClassCounts[]): number[] {
  return Array.from({ length: CLASSES }, (_, k) => counts.reduce((sum, one) => sum + (one[k] ?? 0), 0));
}

function without(counts: ClassCounts, actual: number): number[] {
  return Array.from(counts, (count, k) => (k === actual ? Math.max(0, count - 1) : count));
}

/** The class with the most; null where none has one, or two have as many. */
function commonest(counts: readonly number[]): number | null {
  const most = Math.max(...counts);
  const first = counts.indexOf(most);
  return most === 0 || counts.indexOf(most, first + 1) >= 0 ? null : first;
}

function addTo(square: number[], actual: number, predicted: number, count: number): void {
  const cell = actual * CLASSES + predicted;
  square[cell] = (square[cell] ?? 0) + count;
}

/** How much better than a baseline: the share of its errors that are avoided; below zero if there are more. */
export function errorsAvoided(counts: Counts, baseline: Counts): number | null {
  const [own, base] = [agreement(counts), agreement(baseline)];
  return own === null || base === null || base === 1 ? null : (own - base) / (1 - base);
}
