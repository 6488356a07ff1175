/**
 * Numbers that belong to a mention: those in its phrase, counts of visits, lengths of time.
 * Out: a value (a range as `[low, high]`) in the unit asked for, and the units of the text that say it.
 * Not here: what a treatment brought (see `relief.ts`).
 */
import { type CalendarUnit, daysPer, isCalendarUnit, isTimeUnit } from '../language/dates.js';
import { SCORE_SCALE } from '../language/number-units.js';
import { type Unit, UnitKind } from '../language/unit.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import type { ConceptMatch } from './sentence.js';
import { does } from './small-words.js';

/** A number said of a mention; a range as `[low, high]`. */
export interface Amount {
  readonly value: number | readonly [number, number];
  /** Half-open range of units that say it. */
  readonly from: number;
  readonly to: number;
}

/** How far before and after an event its count may stand, in units. */
const COUNT_BEFORE = 7;
const COUNT_AFTER = 10;
const LENGTH_BEFORE = 5;

/** True for plain numbers, ranges, ratios and percentages. */
export function isAmount(unit: Unit | undefined): unit is Unit {
  return (
    unit !== undefined &&
    (unit.kind === UnitKind.Number ||
      unit.kind === UnitKind.Range ||
      unit.kind === UnitKind.Ratio ||
      unit.kind === UnitKind.Percent)
  );
}

/**
 * The number inside a phrase, converted if a unit of time follows it, or leads it (`post-op day 14`), and another is asked
 * for; `4 or 5` is a range. Where a time is asked for, one that is said goes before a bare number: `two injections over
 * eight months`.
 * @param last takes the last number, not the first: `from 9 to 5`
 */
export function amountIn(
  from: number,
  to: number,
  scan: Scan,
  unit: string | null,
  last = false,
): Amount | null {
  const bare: Amount[] = [];
  const timed: Amount[] = [];
  for (let i = from; i < to; i++) {
    const found = amountAt(i, to, scan.units);
    if (!found) continue;
    const said =
      unit === null ? null : (timeUnitAt(found.to, scan) ?? (i > from ? timeUnitAt(i - 1, scan) : null));
    const value = scaled(found.value, said && unit ? daysPer(said) / daysPer(unit) : 1);
    (said && isTimeUnit(unit ?? undefined) ? timed : bare).push({ ...found, value });
  }
  const chosen = timed.length > 0 ? timed : bare;
  return chosen.at(last ? -1 : 0) ?? null;
}

/** The amount at a unit; two plain numbers joined upward (`4 or 5`) are one range. */
function amountAt(i: number, to: number, units: readonly Unit[]): Amount | null {
  const found = units[i];
  if (!isAmount(found)) return null;
  const second = units[i + 2];
  const joined =
    i + 2 < to && does(units[i + 1], 'joins-range') && found.kind === UnitKind.Number && isAmount(second);
  if (joined && second.value > found.value) return { value: [found.value, second.high], from: i, to: i + 3 };
  return { value: inUnits(found), from: i, to: i + 1 };
}

/** `18 sessions of therapy`, `twelve therapy visits`, `therapy x 24`, `therapy, 12 visits`: how many units an event counts. */
export function countNear(mention: Mention, scan: Scan, unit: string): Amount | null {
  return (
    countInside(mention, scan, unit) ??
    timesAfter(mention, scan) ??
    countBefore(mention, scan, unit) ??
    countAfter(mention, scan, unit)
  );
}

/** The number in the words of the event themselves: `therapy 36 visits`. */
function countInside(mention: Mention, scan: Scan, unit: string): Amount | null {
  const { from, to } = mention;
  for (let i = from; i < to; i++) {
    const found = scan.units[i];
    const counts =
      isUnit(i + 1, scan, unit) ||
      isUnit(to, scan, unit) ||
      (does(scan.units[i + 1], 'when') && scan.units[i + 2]?.kind === UnitKind.Date) ||
      saysTimes(i + 1, scan) ||
      (i === from && does(scan.units[i + 1], 'auxiliary')) ||
      (i === from &&
        does(scan.units[i + 1], 'given-by') &&
        (isJustDone(i, mention) || opensCount(i, mention, scan))) ||
      (does(scan.units[i + 1], 'partitive') && (i > from || opensCount(i, mention, scan))) ||
      endsBare(i, to, scan.units);
    if (found?.kind === UnitKind.Number && counts)
      return { value: inUnits(scan.units[doneOf(i, scan.units)] as Unit), from, to };
  }
  return null;
}

/** `chiro x6`, `PT > 30`, `PT (12)`, `PT 24 (2013)`: the number right after the event, whatever was counted before it. */
function timesAfter({ to }: Mention, { units }: Scan): Amount | null {
  const before = units[to]?.word;
  const saysCount = before === '>' || does(units[to], 'times');
  const at = before === '(' || saysCount ? to + 1 : to;
  const found = units[at];
  if (found?.kind !== UnitKind.Number || found.value >= LEAST_YEAR) return null;
  const isCount = saysCount
    ? endsBare(at, at + 1, units)
    : units[at + 1]?.word === (before === '(' ? ')' : '(');
  return isCount ? { value: inUnits(found), from: to, to: at + 1 } : null;
}
/** From here on a bare number beside a treatment is its year. */
const LEAST_YEAR = 1900;

/** `she attended 7`: the number that words for going end with, and nothing else that it counts. */
function endsBare(i: number, to: number, units: readonly Unit[]): boolean {
  const next = units[to];
  return i === to - 1 && (next === undefined || next.kind === UnitKind.Break || does(next, 'ends-count'));
}

function countBefore(mention: Mention, scan: Scan, unit: string): Amount | null {
  const { units } = scan;
  const unitFollows = isUnit(mention.to, scan, unit) || isUnit(mention.to - 1, scan, unit);
  for (
    let i = mention.from - 1;
    i >= Math.max(mention.sentence.from, mention.from - COUNT_BEFORE, previousEvent(mention));
    i--
  ) {
    // `PT (18 sessions) and acupuncture`: what stands in brackets counts what stands before them.
    if (units[i]?.word === ',' || units[i]?.word === ')') break;
    if (units[i]?.kind !== UnitKind.Number && !isPartOfWhole(units[i])) continue;
    const own =
      (i + 1 === mention.from &&
        (isLot(units[i]) || isJustDone(i, mention) || isListOfCounts(mention, scan))) ||
      unitAt(i + 1, scan, unit, 3) ||
      (unitFollows && mention.from - i <= 4) ||
      (i + 2 === mention.from &&
        does(units[i + 1], 'partitive') &&
        (isGoingOn(i, scan, unit) || isJustDone(i, mention) || opensCount(i, mention, scan)));
    if (!own) continue;
    const done = doneOf(i, units);
    return { value: inUnits(units[done] as Unit), from: done, to: i + 1 };
  }
  return null;
}

/** `10/12 PT`, of lots in which visits are authorized; `3/13 PT` is a month. */
function isLot(unit: Unit | undefined): boolean {
  return unit?.kind === UnitKind.Ratio && unit.value <= unit.base && LOTS.has(unit.base);
}
const LOTS: ReadonlySet<number> = new Set([4, 6, 8, 12, 16, 18, 20, 24, 30, 36]);

/** `he did 12 PT`, `had 16 of therapy`: a bare number between a word of doing and what was done. */
function isJustDone(i: number, { sentence }: Mention): boolean {
  return sentence.cues.some(({ entry, to }) => entry.meaning === 'done' && to === i);
}

/** `14 PT, 6 chiro`: a list in which each treatment has a bare number right before it. */
function isListOfCounts({ sentence }: Mention, { units }: Scan): boolean {
  const isCounted = ({ from }: ConceptMatch): boolean =>
    units[from - 1]?.kind === UnitKind.Number && (from - 1 === sentence.from || opensItem(units[from - 2]));
  const events = sentence.concepts.filter(({ entry }) => entry.kind === 'event');
  return events.length > 1 && events.every(isCounted);
}

/** What an item of a list begins behind: the comma or `and` of the item before, a heading. */
const opensItem = (unit: Unit | undefined): boolean => does(unit, 'list') || unit?.word === ':';

/** `12 of PT and 6 of acupuncture`: an item that begins with a number, where no time is what the list counts. */
function opensCount(i: number, { sentence }: Mention, scan: Scan): boolean {
  if (i > sentence.from && !opensItem(scan.units[i - 1])) return false;
  for (let k = Math.max(sentence.from, i - COUNT_LIST); k < i; k++) if (isTimeAt(k, scan)) return false;
  return true;
}

/** `36 sessions of therapy, 10 of acupuncture; 8 of massage`: a list goes on with what its first number counts. */
function isGoingOn(i: number, scan: Scan, unit: string): boolean {
  for (let k = i - 1; k >= Math.max(0, i - COUNT_LIST); k--) {
    const { kind, word } = scan.units[k] as Unit;
    if (kind === UnitKind.Break && word !== ';') return false;
    if (isUnit(k, scan, unit)) return true;
  }
  return false;
}
/** How far before a number of a list what it counts may have been said. */
const COUNT_LIST = 12;

/** `8 of 12 visits`, `8 of the 12`: the first number counts what was done. */
function doneOf(i: number, units: readonly Unit[]): number {
  const of = does(units[i - 1], 'definite') ? i - 2 : i - 1;
  return does(units[of], 'partitive') && units[of - 1]?.kind === UnitKind.Number ? of - 1 : i;
}

function countAfter(mention: Mention, scan: Scan, unit: string): Amount | null {
  const { units } = scan;
  const stop = Math.min(mention.sentence.to, mention.to + COUNT_AFTER, nextEvent(mention));
  for (let i = mention.to; i < stop; i++) {
    const found = units[i];
    // `PT 16/16`: so many of so many.
    if (found && isPartOfWhole(found) && (isUnit(i + 1, scan, unit) || isBareCount(mention, i, units, true)))
      return { value: inUnits(found), from: i, to: i + 1 };
    if (found?.kind !== UnitKind.Number) continue;
    // `2 x 6` is a plan: so many a week for so many weeks.
    if (does(units[i + 1], 'times') && units[i + 2]?.kind === UnitKind.Number) return null;
    const times = does(units[i - 1], 'times') && !isTimeAt(i + 1, scan);
    if (times || saysTimes(i + 1, scan) || unitAt(i + 1, scan, unit, 2) || isBareCount(mention, i, units)) {
      const done = Math.max(mention.to, doneOf(i, units));
      return { value: inUnits(units[done] as Unit), from: done, to: i + 1 };
    }
  }
  return null;
}

/** `4 out of 12`, `8/12`; a base of 5 or 10 is a grade or a score. */
function isPartOfWhole(unit: Unit | undefined): boolean {
  return unit?.kind === UnitKind.Ratio && unit.base !== 5 && unit.base !== SCORE_SCALE;
}

/** `twelve times`, `18x`, but not `three times a week`. */
function saysTimes(i: number, scan: Scan): boolean {
  const next = scan.units[i + 1];
  const isRate = does(next, 'each') || does(next, 'periodic') || isTimeAt(i + 1, scan);
  return does(scan.units[i], 'times') && !isRate;
}

/** The number alone right after a treatment in telegraphic notes: `PT 18, chiro 10`, `PT: 12 of 12 completed`. */
function isBareCount(mention: Mention, i: number, units: readonly Unit[], mayGoOn = false): boolean {
  const before = units[mention.to]?.word ?? '';
  // `PT, 16 of 16`: behind a comma only so many of so many.
  const isShare = does(units[i + 1], 'partitive') && units[i + 2]?.kind === UnitKind.Number;
  const isNext =
    i === mention.to ||
    (i === mention.to + 1 && (BEFORE_COUNT.test(before) || (before === ',' && isShare))) ||
    (i === mention.to + 2 && BEFORE_COUNT.test(before) && isBeforeFirst(units[mention.to + 1]));
  if (!isNext || i + 1 > mention.sentence.to) return false;
  if (mayGoOn) return true;
  const after = units[i + 1];
  if (i + 1 === mention.sentence.to || after === undefined || after.kind === UnitKind.Break) return true;
  const isNumber = units[i + 2]?.kind === UnitKind.Number;
  return (
    ENDS_COUNT.test(after.word) ||
    (does(after, 'ends-count') && !isNumber) ||
    isDone(i + 1, mention) ||
    (does(after, 'partitive') && isNumber) ||
    (does(after, 'lasting') && !isNumber && units[i + 2]?.kind === UnitKind.Word)
  );
}
/** `PT 12 done`, `chiro 6 completed` */
const isDone = (at: number, { sentence }: Mention): boolean =>
  sentence.cues.some(({ entry, from }) => entry.meaning === 'done' && from === at);
/** `PT: first 12`, `chiropractic: a dozen` */
const isBeforeFirst = (unit: Unit | undefined): boolean => does(unit, 'at-first') || does(unit, 'indefinite');
const BEFORE_COUNT = /^[:#-]$/;
const ENDS_COUNT = /^[,).+]$/;

/** `for 8 weeks`, `6 weeks of`, `x 2 months`: how long an event or its effect lasted. */
export function durationNear(mention: Mention, scan: Scan, unit: string): Amount | null {
  const stop = Math.min(mention.sentence.to, nextEvent(mention));
  return (
    lengthWithin(mention.to, stop, scan, unit) ??
    lengthWithin(
      Math.max(mention.sentence.from, mention.from - LENGTH_BEFORE, previousEvent(mention)),
      mention.from,
      scan,
      unit,
    )
  );
}

/** The first length of time in a range of units. */
export function lengthWithin(from: number, to: number, scan: Scan, unit: string): Amount | null {
  for (let i = from; i < to; i++) {
    const found = lengthAt(i, scan, unit);
    if (found) return found;
  }
  return null;
}

/** All lengths of time in a range of units, in the unit asked for; of a range its end. */
export function lengthsNamed({ from, to }: Pick<Amount, 'from' | 'to'>, scan: Scan, unit: string): number[] {
  const lengths: number[] = [];
  for (let i = from; i < to; i++) {
    const found = lengthAt(i, scan, unit);
    if (found === null) continue;
    lengths.push(typeof found.value === 'number' ? found.value : found.value[1]);
    i = found.to - 1;
  }
  return lengths;
}

/** `8 weeks`, `6 to 8 weeks`, `a month`, `eight good months`, `a couple of weeks`; not `8 weeks ago`. */
function lengthAt(i: number, scan: Scan, unit: string): Amount | null {
  const number = scan.units[i];
  if (does(number, 'couple')) return coupleAt(i, scan, unit);
  const at = does(scan.units[i + 1], 'before-time') ? i + 2 : i + 1;
  const said = timeUnitAt(at, scan);
  const isOne = does(number, 'indefinite');
  const isNumber = number?.kind === UnitKind.Number || number?.kind === UnitKind.Range;
  if (!number || said === null || !(isOne || isNumber)) return null;
  const half = halfMore(at + 1, scan.units);
  const to = at + 1 + half.length;
  const after = scan.units[to]?.word === '-' ? scan.units[to + 1] : scan.units[to];
  if (isNoLength(after)) return null;
  const factor = daysPer(said) / daysPer(unit);
  return { value: isOne ? scaled(1 + half.value, factor) : inUnits(number, factor), from: i, to };
}

/** `ago`, `later`, `post`: after these a time is no length. */
const isNoLength = (after: Unit | undefined): boolean =>
  does(after, 'says-when') || does(after, 'says-between');

/** `couple of weeks`, `couple wks` */
function coupleAt(i: number, scan: Scan, unit: string): Amount | null {
  const at = does(scan.units[i + 1], 'partitive') ? i + 2 : i + 1;
  const said = timeUnitAt(at, scan);
  if (said === null || isNoLength(scan.units[at + 1])) return null;
  return { value: scaled(2, daysPer(said) / daysPer(unit)), from: i, to: at + 1 };
}

/** `and a half` after `a year`: what it adds, and how many units it takes. */
export function halfMore(
  at: number,
  units: readonly Unit[],
): { readonly value: number; readonly length: number } {
  const isHalf = does(units[at], 'and') && does(units[at + 1], 'indefinite') && does(units[at + 2], 'half');
  return isHalf ? { value: 0.5, length: 3 } : { value: 0, length: 0 };
}

/** Where the next event of the sentence begins: numbers after it are its own. */
export function nextEvent(mention: Mention): number {
  return (
    mention.sentence.concepts.find((other) => other.from >= mention.to && other.entry.kind === 'event')
      ?.from ?? mention.sentence.to
  );
}

/** Where the event before in the sentence ends: numbers before that are its own. */
export function previousEvent(mention: Mention): number {
  return (
    mention.sentence.concepts.findLast((other) => other.to <= mention.from && other.entry.kind === 'event')
      ?.to ?? mention.sentence.from
  );
}

function isTimeAt(i: number, scan: Scan): boolean {
  return timeUnitAt(i, scan) !== null;
}

function timeUnitAt(i: number, scan: Scan): CalendarUnit | null {
  // `2-week`: a hyphen may join number and unit.
  const unit = scan.unitWords.get(scan.units[i]?.word === '-' ? i + 1 : i);
  return isCalendarUnit(unit) ? unit : null;
}

function isUnit(i: number, scan: Scan, unit: string): boolean {
  return scan.unitWords.get(i) === unit;
}

function unitAt(i: number, scan: Scan, unit: string, within: number): boolean {
  for (let k = i; k < i + within; k++) if (isUnit(k, scan, unit)) return true;
  return false;
}

function inUnits(unit: Unit, factor = 1): number | readonly [number, number] {
  return scaled(unit.high === unit.value ? unit.value : [unit.value, unit.high], factor);
}

function scaled(
  value: number | readonly [number, number],
  factor: number,
): number | readonly [number, number] {
  const round = (n: number): number => Math.round(n * factor * 100) / 100;
  return typeof value === 'number' ? round(value) : [round(value[0]), round(value[1])];
}
