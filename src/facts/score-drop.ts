/**
 * How much less it hurts by two scores: `from 8/10 to 3/10`, `8/10 before and 3/10 after`. Out: the percentage of relief
 * that they come to, with the units that tell it. Where the scores may stand is the caller's (see `relief.ts`).
 */
import { SCORE_SCALE } from '../language/number-units.js';
import { type Unit, UnitKind } from '../language/unit.js';
import type { Amount } from './amounts.js';
import { does } from './small-words.js';

/** How far a score stands from the word that says of which time it is, and the first score from the second. */
const NEAR_WORD = 3;
const APART = 14;

/** The relief told by two scores in a half-open range of units; null if it tells none. */
export function scoreDrop(from: number, to: number, units: readonly Unit[]): Amount | null {
  for (let i = from; i < to; i++) {
    if (!isScore(units[i])) continue;
    const end = fallenTo(i, to, units) ?? toldAfter(i, from, to, units);
    const amount = end === null ? null : dropBetween(i, end, units);
    if (amount) return amount;
  }
  return null;
}

/** `from 8/10 down to 3/10`, but not `from six to three tablets`: where the second score stands. */
function fallenTo(i: number, to: number, units: readonly Unit[]): number | null {
  if (!does(units[i - 1], 'from') && !does(units[i - 2], 'from')) return null;
  for (let k = i + 1; k < Math.min(to, i + 2 * NEAR_WORD); k++)
    if (isScore(units[k]))
      return units.slice(i + 1, k).some((unit) => does(unit, 'to')) && !countsThings(k, units) ? k : null;
  return null;
}

/** `two tablets`, `two Norco tablets` */
const countsThings = (at: number, units: readonly Unit[]): boolean =>
  units.slice(at + 1, at + 3).some((unit) => does(unit, 'counted'));

/** `8/10 before, 3/10 after`: where the second score stands. */
function toldAfter(i: number, from: number, to: number, units: readonly Unit[]): number | null {
  if (units[i]?.kind !== UnitKind.Ratio || !isToldBy('earlier', i, from, to, units)) return null;
  for (let k = i + 1; k < Math.min(to, i + APART); k++)
    if (units[k]?.kind === UnitKind.Ratio && isScore(units[k]))
      return isToldBy('later', k, i + 1, to, units) ? k : null;
  return null;
}

/** True if a word for the time stands near a score, on either side. */
function isToldBy(
  time: 'earlier' | 'later',
  at: number,
  from: number,
  to: number,
  units: readonly Unit[],
): boolean {
  const near = units.slice(Math.max(from, at - 2 * NEAR_WORD), Math.min(to, at + NEAR_WORD));
  return near.some((unit) => does(unit, time));
}

function isScore(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.value !== unit.high || unit.value > SCORE_SCALE) return false;
  return unit.kind === UnitKind.Ratio ? unit.base === SCORE_SCALE : unit.kind === UnitKind.Number;
}

function dropBetween(first: number, second: number, units: readonly Unit[]): Amount | null {
  const [high, low] = [units[first]?.value ?? 0, units[second]?.value ?? 0];
  return high > low ? { value: Math.round(((high - low) / high) * 100), from: first, to: second + 1 } : null;
}
