/**
 * Visits that are told by how often and how long they were had: `therapy twice a week for six weeks`, `PT 2x/wk x 6 wks`.
 * In: the mention of a treatment. Out: their number, with the units that tell it; null if either part is missing.
 * Not here: visits that are counted (see `amounts.ts`); `2 x 6` alone, which is how they are asked for.
 */

import { daysPer } from '../language/dates.js';
import { type Unit, UnitKind } from '../language/unit.js';
import { COUNTED } from '../vocabulary/lexicon-terms.js';
import { type Amount, lengthWithin, nextEvent, previousEvent } from './amounts.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import { does } from './small-words.js';

/** How far before and after a treatment how often it was had may stand, and the length after that. */
const BEFORE = 6;
const AFTER = 10;
const LENGTH_AFTER = 8;

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
  if (unit === undefined || !(does(unit, 'often') || isFewAndWhole(unit))) return null;
  let at = i + 1;
  if (does(units[at], 'rate-times') || unitWords.get(at) === COUNTED) at++;
  const isTimes = at > i + 1 || unit.kind !== UnitKind.Number;
  const isEach = does(units[at], 'each') || units[at]?.word === '-';
  if (isEach) at++;
  if (!isTimes && !isEach) return null;
  const isWeekly = does(units[at], 'weekly') || (isEach && unitWords.get(at) === WEEK);
  return isWeekly ? { perWeek: unit.value, to: at + 1 } : null;
}

/** As visits a week are. */
function isFewAndWhole({ kind, value, high }: Unit): boolean {
  const isWhole = kind === UnitKind.Number && value === high && Number.isInteger(value);
  return isWhole && value > 0 && value < DAYS_A_WEEK;
}
const DAYS_A_WEEK = daysPer(WEEK);

/** True if the length goes right on with the rate: `for about six weeks`, `x 6 weeks`. */
function isLedTo(from: number, to: number, units: readonly Unit[]): boolean {
  return (
    to > from && units.slice(from, to).every((unit) => unit.word === ',' || does(unit, 'to-rate-length'))
  );
}
