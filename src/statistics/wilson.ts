/**
 * The interval of a proportion: the score interval of Wilson (1927), which Brown, Cai and DasGupta (2001) advise for
 * all sizes. It never leaves 0 to 1, has width also at 0 and 1, and always holds the estimate.
 * Not here: figures that are no plain proportion (`resampling.ts`).
 */

/** An estimate with the ends of its 95 % interval; nulls where nothing was counted. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What was counted: the denominator of a proportion, the issues behind any other figure. */
  readonly n: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** @param part at most `whole`, both counts */
export function proportion(part: number, whole: number): Estimate {
  if (whole === 0) return { value: null, low: null, high: null, n: 0 };
  const rate = part / whole;
  const spread = (Z * Z) / whole;
  const centre = (rate + spread / 2) / (1 + spread);
  const half = Math.sqrt(rate * (1 - rate) * spread + (spread * spread) / 4) / (1 + spread);
  // The ends at 0 and 1 are exact in theory and nearly so in floating point.
  return {
    value: rate,
    low: Math.min(rate, Math.max(0, centre - half)),
    high: Math.max(rate, Math.min(1, centre + half)),
    n: whole,
  };
}
