/**
 * Reads calendar dates in the forms that American letters use: `9-10-15`, `09/10/2015`, `September 10, 2015`,
 * `Sept. 2015`, `10 September 2015`, `10th of September 2015`, `9/2015`, `2015-09-10`, `2015`. Result: ISO, cut to what was said.
 * Not here: relative dates (`two years ago`), which need a date to count from.
 */
import { TokenKind, Tokens } from './tokens.js';
import { type UnitData, UnitReading } from './unit.js';

const FIRST_YEAR = 1930;
const LAST_YEAR = 2049;

/** What a date reader found: the ISO date, and the index of the token after it. */
export interface DateReading {
  readonly iso: string;
  readonly next: number;
}

/** The first date that stands in a text, or null. */
export function parseDate(text: string, data: UnitData): string | null {
  const tokens = Tokens.of(text);
  const reading = new UnitReading(tokens, data);
  for (let i = 0; i < tokens.length; i++) {
    const found = readDate(reading, i) ?? readYear(tokens, i);
    if (found) return found.iso;
  }
  return null;
}

/** Reads a date that begins at token `i`, months in words or digits; null if there is none. Bare years: `readYear`. */
export function readDate(reading: UnitReading, i: number): DateReading | null {
  switch (reading.tokens.kind(i)) {
    case TokenKind.Number:
      return readNumericDate(reading.tokens, i) ?? readDayFirst(reading, i);
    case TokenKind.Word:
      return readMonthName(reading, i);
    default:
      return null;
  }
}

/** Reads a year alone (1930 to 2049, four digits). */
export function readYear(tokens: Tokens, i: number): DateReading | null {
  return isFullYear(tokens, i) ? { iso: tokens.written(i), next: i + 1 } : null;
}

/** Reads the two digits of a year behind an apostrophe: `in '99`; but not `5'10"`, nor `'10'` in quotes. */
export function readShortYear(tokens: Tokens, i: number): DateReading | null {
  const year = i + 1;
  const after = tokens.isGlued(i + 2) ? tokens.mark(i + 2) : ' ';
  const isYear =
    tokens.mark(i) === "'" &&
    !tokens.isGlued(i) &&
    tokens.isGlued(year) &&
    tokens.kind(year) === TokenKind.Number &&
    tokens.width(year) === 2 &&
    AFTER_YEAR.has(after);
  return isYear ? { iso: String(fullYear(Number(tokens.written(year)))), next: i + 2 } : null;
}
const AFTER_YEAR: ReadonlySet<string> = new Set([' ', '.', ',', ';', ':', ')', '/', '-']);

/** Two digits to a year of this field's letters: 00-39 are 2000s, the rest 1900s. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 40 ? 2000 + year : 1900 + year;
}

/** Months between two ISO dates (partial dates count from their middle); negative if `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return (daysOf(to) - daysOf(from)) / DAYS.month;
}

const DAYS = { hour: 1 / 24, day: 1, week: 7, month: 30.4375, year: 365.25 } as const;
/** Units of time that the lexicon names. */
export type TimeUnit = keyof typeof DAYS;

/** Those that dates can be counted in. */
export type CalendarUnit = Exclude<TimeUnit, 'hour'>;

/** True for the names of units of time. */
export const isTimeUnit = (unit: string | undefined): unit is TimeUnit =>
  unit !== undefined && Object.hasOwn(DAYS, unit);

/** True for the units of time of a day or more. */
export const isCalendarUnit = (unit: string | undefined): unit is CalendarUnit =>
  isTimeUnit(unit) && unit !== 'hour';

/** Days in a unit of time, of months and years on the average; 1 for any other unit. */
export const daysPer = (unit: string): number => (isTimeUnit(unit) ? DAYS[unit] : 1);

/** ISO date `amount` units before `date`, cut to the unit that was said. */
export function before(date: string, amount: number, unit: CalendarUnit): string {
  const iso = new Date((daysOf(date) - DAYS[unit] * amount) * 86_400_000).toISOString();
  return iso.slice(0, { day: 10, week: 7, month: 7, year: 4 }[unit]);
}

/** Days since 1970 of an ISO date; the middle of the year or month when the date is partial. */
export function daysOf(iso: string): number {
  const [year = 1970, month, day] = iso.split('-').map(Number);
  return Date.UTC(year, (month ?? 7) - 1, day ?? (month === undefined ? 1 : 15)) / 86_400_000;
}

function readNumericDate(tokens: Tokens, i: number): DateReading | null {
  const separator = tokens.mark(i + 1);
  if (separator !== '-' && separator !== '/') return null;
  const first = wholeNumber(tokens, i);
  const second = wholeNumber(tokens, i + 2);
  if (first === null || second === null) return null;
  if (tokens.mark(i + 3) === separator) {
    const third = wholeNumber(tokens, i + 4);
    if (third === null || isPartOfNumber(tokens, i + 5)) return null;
    if (isFullYear(tokens, i)) return dated(first, second, third, i + 5);
    const width = tokens.width(i + 4);
    return width === 4 || width === 2 ? dated(fullYear(third), first, second, i + 5) : null;
  }
  if (!isFullYear(tokens, i + 2) || first < 1 || first > 12 || isPartOfNumber(tokens, i + 3)) return null;
  return { iso: `${second}-${two(first)}`, next: i + 3 };
}

function readMonthName(reading: UnitReading, i: number): DateReading | null {
  const { tokens, data } = reading;
  const month = data.months.get(tokens.word(i));
  if (month === undefined) return null;
  let next = i + 1;
  if (tokens.mark(next) === '.') next++;
  if (reading.plays(next, 'of-month')) next++;
  const first = wholeNumber(tokens, next);
  if (first === null) return null;
  if (isFullYear(tokens, next)) return { iso: `${first}-${two(month)}`, next: next + 1 };
  if (first < 1 || first > 31) return null;
  let after = next + 1;
  if (reading.plays(after, 'ordinal')) after++;
  if (tokens.mark(after) === ',') after++;
  if (reading.plays(after, 'partitive')) after++;
  return isFullYear(tokens, after) ? dated(Number(tokens.written(after)), month, first, after + 1) : null;
}

/** `10 September 2015`, `10th of September, 2015` */
function readDayFirst(reading: UnitReading, i: number): DateReading | null {
  const { tokens, data } = reading;
  let at = i + 1;
  if (reading.plays(at, 'ordinal')) at++;
  if (reading.plays(at, 'partitive')) at++;
  const month = data.months.get(tokens.word(at));
  if (month === undefined) return null;
  const year = at + (tokens.mark(at + 1) === ',' || reading.plays(at + 1, 'partitive') ? 2 : 1);
  const day = wholeNumber(tokens, i);
  return day === null || !isFullYear(tokens, year)
    ? null
    : dated(Number(tokens.written(year)), month, day, year + 1);
}

function dated(year: number, month: number, day: number, next: number): DateReading | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { iso: `${year}-${two(month)}-${two(day)}`, next };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True when a number follows at once, so that what was read is part of something longer. */
function isPartOfNumber(tokens: Tokens, i: number): boolean {
  return tokens.kind(i) === TokenKind.Number && tokens.isGlued(i);
}

const isYear = (n: number): boolean => n >= FIRST_YEAR && n <= LAST_YEAR;
const two = (n: number): string => String(n).padStart(2, '0');

function isFullYear(tokens: Tokens, i: number): boolean {
  return tokens.kind(i) === TokenKind.Number && tokens.width(i) === 4 && isYear(Number(tokens.written(i)));
}

function wholeNumber(tokens: Tokens, i: number): number | null {
  const value = tokens.number(i);
  return value !== null && Number.isInteger(value) ? value : null;
}
