/**
 * The arithmetic of figures: shares and F1, rounded to four decimals, null where there is nothing to divide by.
 */

const DECIMALS = 4;

/** A share between 0 and 1; null if the whole is empty. */
export type Share = number | null;

export interface PrecisionRecall {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: Share;
}

export function ratio(part: number, whole: number): Share {
  return whole === 0 ? null : round(part / whole, DECIMALS);
}

/** Of shares that are rounded already. Null if one is; 0 if both are 0. */
export function f1(precision: Share, recall: Share): Share {
  if (precision === null || recall === null) return null;
  return precision + recall === 0 ? 0 : round((2 * precision * recall) / (precision + recall), DECIMALS);
}

export function precisionRecall(precision: Share, recall: Share): PrecisionRecall {
  return { precision, recall, f1: f1(precision, recall) };
}

export function roundFigure(value: number): number {
  return round(value, DECIMALS);
}

/**
 * The nearest decimal number; of two that are equally near, the one whose last digit is even.
 * Only halves of powers of two lie in the middle exactly, and multiplying by a power of two loses nothing.
 */
export function round(value: number, decimals: number): number {
  const isTie = Math.abs(value * 2 ** (decimals + 1)) % 2 === 1;
  if (!isTie) return Number(value.toFixed(decimals));
  const scale = 10 ** decimals;
  const below = Math.floor(value * scale);
  return (below % 2 === 0 ? below : below + 1) / scale;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function count<T>(items: readonly T[], isCounted: (item: T) => boolean): number {
  return items.filter(isCounted).length;
}

/** How often each key occurs, sorted by key. */
export function tally(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Items by key, keys sorted, items in their order. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
