/**
 * Whether two ways of judging the same cases differ in how often they are right: the exact test of McNemar (1947).
 * Only cases on which they differ count; under the null hypothesis each goes either way with probability one half.
 * Not here: intervals of the two rates (`wilson.ts`).
 */

/** Cases beyond which logarithms of the binomial are summed no further: the sum is complete to sixteen digits by then. */
const NEGLIGIBLE = 1e-18;

/**
 * Two-sided probability of a split at least as uneven.
 * @param better cases that only the second way has right
 * @param worse cases that only the first way has right
 * @returns 1 where they differ on no case
 */
export function mcnemarExact(better: number, worse: number): number {
  const n = better + worse;
  const least = Math.min(better, worse);
  if (n === 0 || better === worse) return 1;
  // From the largest term down: C(n, k) / 2^n = C(n, k + 1) / 2^n * (k + 1) / (n - k).
  let term = Math.exp(logChoose(n, least) - n * Math.LN2);
  let tail = 0;
  for (let k = least; k >= 0 && term > tail * NEGLIGIBLE; k--) {
    tail += term;
    term *= k / (n - k + 1);
  }
  return Math.min(1, 2 * tail);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
