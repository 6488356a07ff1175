/**
 * How figures are written: rates as per cent, coefficients with two decimals, intervals with both ends; a dash where
 * there is none.
 */
import type { Estimate } from '../../statistics/wilson.js';

const NONE = '–';

/** `77.9 %` */
export function percent(value: number | null): string {
  return value === null ? NONE : `${(100 * value).toFixed(1)} %`;
}

/** `68.1 to 85.4` */
export function percentRange({ low, high }: Estimate): string {
  return low === null || high === null ? NONE : `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
}

/** `0.50` */
export function coefficient(value: number | null): string {
  return value === null ? NONE : value.toFixed(2);
}

/** `0.31 to 0.68` */
export function coefficientRange({ low, high }: Estimate): string {
  return low === null || high === null ? NONE : `${low.toFixed(2)} to ${high.toFixed(2)}`;
}

/** `12,345` */
export function whole(count: number): string {
  return count.toLocaleString('en-US');
}

/** `lumbar_spine` as people say it. */
export function readable(id: string): string {
  return id.replaceAll('_', ' ');
}
