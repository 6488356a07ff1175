/**
 * Months that are named without a year: `an MRI in June`, `screened in May, June and July`, `repaired on June 15`.
 * In: a unit, and the day up to which the text tells. Out: the last such month, or day, that is not after it; in a list
 * that ends with a year, `in May, June and July 2013`, that of this year.
 * Not here: of what such a month is the date (see `dates-near.ts`).
 */
import { type Unit, UnitKind } from '../language/unit.js';
import { does } from './small-words.js';

/** How many units may stand between the word before a month and the month: `in early June`. */
const NEAR_WHEN = 2;
/** How many units back a date may stand that a month goes on from, and how many a list of months takes at most. */
const FARTHEST_DATE = 120;
const LONGEST_LIST = 40;
const DAYS_OF_MONTH = 31;
/** Of an ISO date, up to its month. */
const MONTH_LENGTH = 7;

/** A month without a year after a word that says when; null for all else, and where its year is in doubt. */
export function monthAlone(at: number, units: readonly Unit[], upTo: string | null): string | null {
  if (!isMonth(units[at]) || !saysWhen(at, units)) return null;
  return monthListed(at, units, upTo);
}

/** A month of a list, whatever stands before it. */
export function monthListed(at: number, units: readonly Unit[], upTo: string | null): string | null {
  const unit = units[at];
  if (!isMonth(unit)) return null;
  const month = `-${String(unit.value).padStart(2, '0')}${dayAfter(at, units)}`;
  const year = yearOfList(at, units);
  if (year !== null) return `${year}${month}`;
  if (upTo === null || upTo.length < MONTH_LENGTH) return null;
  const last = lastBefore(month, upTo);
  const earlier = dateBefore(at, units);
  if (earlier === null) return last;
  // `fused in September 2012, and a discectomy in October`: a sentence goes on in time; the next one may begin anew.
  const following = firstAfter(month, earlier.date);
  if (earlier.isHere) return following <= upTo ? following : null;
  return following === last ? last : null;
}

/** The last such month, or day, that is not after a date. */
function lastBefore(month: string, date: string): string {
  const year = Number(date.slice(0, 4));
  return `${`${year}${month}` <= date ? year : year - 1}${month}`;
}

/** The first such month, or day, that is not before a date. */
function firstAfter(month: string, date: string): string {
  const year = Number(date.slice(0, 4));
  return `${`${year}${month}` >= date.slice(0, MONTH_LENGTH) ? year : year + 1}${month}`;
}

/** The date with a year that was named last in the sentence of a unit, or in the one before. */
function dateBefore(
  at: number,
  units: readonly Unit[],
): { readonly date: string; readonly isHere: boolean } | null {
  let breaks = 0;
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST_DATE) && breaks < 2; i--) {
    if (units[i]?.kind === UnitKind.Break) breaks++;
    const date = units[i]?.date;
    if (date) return { date, isHere: breaks === 0 };
  }
  return null;
}

/** The name of a month as names are written: `march` is no March. */
function isMonth(unit: Unit | undefined): unit is Unit {
  return unit?.kind === UnitKind.Word && does(unit, 'month') && unit.written.toLowerCase() !== unit.written;
}

/** `in June`, `of late June`, `on June 15`. */
function saysWhen(at: number, units: readonly Unit[]): boolean {
  for (let i = at - 1; i >= at - NEAR_WHEN; i--) {
    if (does(units[i], 'when')) return true;
    if (units[i]?.kind !== UnitKind.Word) return false;
  }
  return false;
}

/** How many units a month without a year takes: with its day two. */
export const wordsOfMonth = (at: number, units: readonly Unit[]): number =>
  dayAfter(at, units) === '' ? 1 : 2;

/** `15` in `on June 15`; in `in June 12 visits` the number counts something. */
function dayAfter(at: number, units: readonly Unit[]): string {
  const next = units[at + 1];
  const isDay =
    does(units[at - 1], 'on') &&
    next?.kind === UnitKind.Number &&
    Number.isInteger(next.value) &&
    next.value >= 1 &&
    next.value <= DAYS_OF_MONTH;
  return isDay ? `-${String(next.value).padStart(2, '0')}` : '';
}

/** The year with which a list of months ends. */
function yearOfList(at: number, units: readonly Unit[]): string | null {
  for (const unit of units.slice(at + 1, at + LONGEST_LIST)) {
    if (unit.date) return unit.date.slice(0, 4);
    if (unit.kind !== UnitKind.Date && !does(unit, 'list') && !isMonth(unit)) return null;
  }
  return null;
}
