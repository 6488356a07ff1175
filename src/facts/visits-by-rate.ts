/**
 * Visits that are told by how often and how long they were had: `therapy twice a week for six weeks`, `PT 2x/wk x 6 wks`.
 * In: the mention of a treatment. Out: their number, with the units that tell it; null if either part is missing.
 * Not here: visits that are counted (see `amounts.ts`); `2 x 6` alone, which is how they are asked for.
 */

import { type Unit, UnitKind } from '../language/unit.js';
import { type Amount, DAYS, lengthWithin, nextEvent, previousEvent } from './amounts.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';

/** How far before and after a treatment how often it was had may stand, and the length after that. */
const BEFORE = 6;
const AFTER = 10;
const LENGTH_AFTER = 8;

const OFTEN: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
const TIMES = /^(?:x|times?|visits?|sessions?)$/;
const EACH = /^(?:an?|per|each|every|\/|-)$/;
const FOR = /^(?:for|x|over|times|during|the|past|last|about|of)$/;
const WEEK = 'week';

/** The visits that a rate and a length come to. */
export function visitsByRate(mention: Mention, scan: Scan): Amount | null {
  const stop = Math.min(mention.sentence.to, nextEvent(mention));
  const first = Math.max(mention.sentence.from, mention.from - BEFORE, previousEvent(mention));
  for (let i = first; i < Math.min(stop, mention.to + AFTER); i++) {
    const rate = i >= mention.from && i < mention.to ? null : rateAt(i, scan);
    if (!rate) continue;
    const after = Math.max(rate.to, i < mention.from ? mention.to : rate.to);
    const length = lengthWithin(after, Math.min(stop, after + LENGTH_AFTER), scan, WEEK);
    if (!length || typeof length.value !== 'number' || !isLedTo(after, length.from, scan.units)) return null;
    return { value: Math.round(rate.perWeek * length.value), from: i, to: length.to };
  }
  return null;
}

/** `twice a week`, `2x/week`, `three times weekly`, `twice-weekly`, `weekly` */
function rateAt(
  i: number,
  { units, unitWords }: Scan,
): { readonly perWeek: number; readonly to: number } | null {
  const unit = units[i];
  const perWeek = unit?.kind === UnitKind.Number ? wholeOf(unit) : OFTEN[unit?.word ?? ''];
  if (perWeek === undefined) return null;
  let at = i + 1;
  if (TIMES.test(units[at]?.word ?? '')) at++;
  const isTimes = at > i + 1 || unit?.kind !== UnitKind.Number;
  const isEach = EACH.test(units[at]?.word ?? '');
  if (isEach) at++;
  if (!isTimes && !isEach) return null;
  const isWeekly = units[at]?.word === 'weekly' || (isEach && unitWords.get(at) === WEEK);
  return isWeekly ? { perWeek, to: at + 1 } : null;
}

/** Visits a week are few and whole. */
function wholeOf({ value, high }: Unit): number | undefined {
  return value === high && Number.isInteger(value) && value > 0 && value < DAYS_A_WEEK ? value : undefined;
}
const DAYS_A_WEEK = DAYS[WEEK] ?? 0;

/** True if the length goes right on with the rate: `for about six weeks`, `x 6 weeks`. */
function isLedTo(from: number, to: number, units: readonly Unit[]): boolean {
  return to > from && units.slice(from, to).every(({ word }) => word === ',' || FOR.test(word));
}
