/**
 * How long a drug has been taken by the words around it: `since 2012`, `for over a year`, `two years of`,
 * `started two weeks ago`.
 * In: a mention. Out: an amount in the unit asked for; a range where the date is given by year or month only.
 * Lengths that nothing introduces are left alone: a line with a drug may hold the length of anything. After `on` and the
 * like they are introduced before the drug: `on gabapentin 1 yr`.
 */

import { daysOf, daysPer, isCalendarUnit } from '../language/dates.js';
import { type Unit, UnitKind } from '../language/unit.js';
import { type Amount, halfMore } from './amounts.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import { does } from './small-words.js';

const AHEAD = 22;
const BEHIND = 7;
/** Words that may stand between `for` and the length. */
const NEAR = 4;

/** The length of use; null if none is said or it cannot be counted. @param reference ISO date up to which `since` counts */
export function lengthOfUse(
  mention: Mention,
  scan: Scan,
  unit: string,
  reference: string | null,
): Amount | null {
  const { sentence } = mention;
  const events = sentence.concepts.filter((other) => other.entry.kind === 'event');
  const next = events.find((other) => other.from >= mention.to)?.from ?? sentence.to;
  const previous = events.findLast((other) => other.to <= mention.from)?.to ?? sentence.from;
  const isStarted = scan.units
    .slice(Math.max(previous, mention.from - NEAR), mention.from)
    .some((one) => does(one, 'begun'));
  const isTakenThen = mention.from > sentence.from && does(scan.units[mention.from - 1], 'taken');
  const bare = isTakenThen ? lengthAt(mention.to, scan, unit) : null;
  if (bare) return bare;
  // `wean Soma to bid over two months` is how long that will take.
  const behind = isTapered(mention) ? mention.to : mention.to + AHEAD;
  for (let i = mention.to; i < Math.min(next, behind); i++) {
    const found =
      since(i, scan.units, unit, reference) ??
      startedAgo(i, scan, unit) ??
      (isStarted ? agoAt(i, scan, unit) : null) ??
      (isIntroduced(i, mention.to, scan.units) ? lengthAt(i, scan, unit) : null);
    if (found) return found;
  }
  for (let i = Math.max(previous, mention.from - BEHIND); i < mention.from; i++) {
    const found =
      since(i, scan.units, unit, reference) ?? (isRate(i, scan.units) ? null : lengthAt(i, scan, unit));
    if (
      found &&
      found.to <= mention.from &&
      scan.units.slice(found.to, mention.from).every((one) => does(one, 'to-drug'))
    )
      return found;
  }
  return null;
}

/** True for a drug that stands in the words for less of it. */
function isTapered({ sentence, from, to }: Mention): boolean {
  return sentence.concepts.some((one) => one.entry.roles.has('taper') && one.from < from && to <= one.to);
}

/** `twice a week with the Norco`: an article after a word for how often is a rate, no length. */
function isRate(at: number, units: readonly Unit[]): boolean {
  return does(units[at], 'indefinite') && does(units[at - 1], 'rate-count');
}

/** `for about 8 weeks`, but not `for pain of 8 weeks`. */
function isIntroduced(at: number, from: number, units: readonly Unit[]): boolean {
  for (let i = at - 1; i >= Math.max(from, at - NEAR); i--) {
    const unit = units[i];
    if (does(unit, 'before-length') || (unit?.word === ':' && does(units[i - 1], 'use'))) return true;
    if (!does(unit, 'around-length')) return false;
  }
  return false;
}

/** `started two weeks ago` */
function startedAgo(at: number, scan: Scan, unit: string): Amount | null {
  if (!does(scan.units[at], 'begun')) return null;
  for (let i = at + 1; i <= at + NEAR; i++) {
    const found = agoAt(i, scan, unit);
    if (found) return found;
  }
  return null;
}

/** `two weeks ago` */
function agoAt(at: number, scan: Scan, unit: string): Amount | null {
  return does(scan.units[at + 2], 'ago') ? amountAt(at, scan, unit) : null;
}

/** `8 weeks`, `a year`; but not `8 weeks ago` */
function lengthAt(at: number, scan: Scan, unit: string): Amount | null {
  if (does(scan.units[at + 2], 'says-when')) return null;
  return amountAt(at, scan, unit);
}

function amountAt(at: number, scan: Scan, unit: string): Amount | null {
  const number = scan.units[at];
  const said = scan.unitWords.get(at + 1);
  if (!number || !isCalendarUnit(said)) return null;
  const days = daysPer(said);
  const isOne = does(number, 'indefinite');
  if (!isOne && number.kind !== UnitKind.Number && number.kind !== UnitKind.Range) return null;
  const half = isOne ? halfMore(at + 2, scan.units) : { value: 0, length: 0 };
  const [low, high] = isOne ? [1 + half.value, 1 + half.value] : [number.value, number.high];
  return { value: inUnit(low * days, high * days, unit), from: at, to: at + 2 + half.length };
}

/** `since at least 2008`, `since 11/2012`, `begun in October 2014` */
function since(at: number, units: readonly Unit[], unit: string, reference: string | null): Amount | null {
  const opens = does(units[at], 'since') || saysStart(at, units, reference);
  if (!opens || reference === null) return null;
  for (let i = at + 1; i <= at + NEAR; i++) {
    const date = units[i]?.date ?? (i === at + 1 ? monthAt(units[i], reference) : null);
    if (!date) continue;
    const [earliest, latest] = daysWithin(date);
    const end = daysOf(reference);
    return latest > end ? null : { value: inUnit(end - latest, end - earliest, unit), from: at, to: i + 1 };
  }
  return null;
}

/** `since March`, `since 1/14`: a month said without its year, or with two digits of it. */
function monthAt(unit: Unit | undefined, reference: string): string | null {
  if (unit?.kind !== UnitKind.Ratio) return unit && does(unit, 'month') ? lastMonthOf(unit, reference) : null;
  const isYear = unit.base >= LEAST_YEAR && unit.base + CENTURY <= Number(reference.slice(0, 4));
  return isYear && unit.value <= MONTHS
    ? `${CENTURY + unit.base}-${String(unit.value).padStart(2, '0')}`
    : null;
}
const MONTHS = 12;
const CENTURY = 2000;
/** Years of two digits that are read so; below them is the day of a month, or a grade. */
const LEAST_YEAR = 6;

/** `since March`: the last month of that name that began before the day from which lengths count. */
function lastMonthOf({ value: month }: Unit, reference: string): string | null {
  if (reference.length < 7) return null;
  const [year = 0, now = 0] = reference.split('-').map(Number);
  return `${month < now ? year : year - 1}-${String(month).padStart(2, '0')}`;
}

/** `started in`, `begun on`, `started 12/14`: before the day from which a drug has been taken. */
function saysStart(at: number, units: readonly Unit[], reference: string | null): boolean {
  const next = units[at + 1];
  const isMonth = reference !== null && next?.kind === UnitKind.Ratio && monthAt(next, reference) !== null;
  return does(units[at], 'begun') && (does(next, 'when') || next?.kind === UnitKind.Date || isMonth);
}

/** First and last day that a date may mean, in days since 1970. */
function daysWithin(date: string): readonly [number, number] {
  if (date.length === 10) return [daysOf(date), daysOf(date)];
  if (date.length === 7) return [daysOf(`${date}-01`), daysOf(`${date}-28`)];
  return [daysOf(`${date}-01-01`), daysOf(`${date}-12-31`)];
}

function inUnit(low: number, high: number, unit: string): number | readonly [number, number] {
  const round = (days: number): number => Math.round((days / daysPer(unit)) * 10) / 10;
  return round(low) === round(high) ? round(low) : [round(low), round(high)];
}
