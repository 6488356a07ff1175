/**
 * Reads calendar dates in the forms that American letters use: `9-10-15`, `09/10/2015`, `September 10, 2015`,
 * `Sept. 2015`, `10 September 2015`, `10th of September 2015`, `9/2015`, `2015-09-10`, `2015`. Result: ISO, cut to what was said.
 * Not here: relative dates (`two years ago`), which need a date to count from.
 */
import { TokenKind, Tokens } from './tokens.js';

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].flatMap((name, index) => {
    const forms = [name, name.slice(0, 3)];
    if (name === 'september') forms.push('sept');
    return forms.map((form): [string, number] => [form, index + 1]);
  }),
);
const FIRST_YEAR = 1930;
const LAST_YEAR = 2049;

/** What a date reader found: the ISO date, and the index of the token after it. */
export interface DateReading {
  readonly iso: string;
  readonly next: number;
}

/** The first date that stands in a text, or null. */
export function parseDate(text: string): string | null {
  const tokens = Tokens.of(text);
  for (let i = 0; i < tokens.length; i++) {
    const found = readDate(tokens, i) ?? readYear(tokens, i);
    if (found) return found.iso;
  }
  return null;
}

/** Reads a date that begins at token `i`, months in words or digits; null if there is none. Bare years: `readYear`. */
export function readDate(tokens: Tokens, i: number): DateReading | null {
  switch (tokens.kind(i)) {
    case TokenKind.Number:
      return readNumericDate(tokens, i) ?? readDayFirst(tokens, i);
    case TokenKind.Word:
      return readMonthName(tokens, i);
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

/** The number of a month's name or short form; undefined for other words. */
export function monthNumber(word: string): number | undefined {
  return MONTHS.get(word.toLowerCase());
}

/** Two digits to a year of this field's letters: 00-39 are 2000s, the rest 1900s. */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 40 ? 2000 + year : 1900 + year;
}

/** Months between two ISO dates (partial dates count from their middle); negative if `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return (daysOf(to) - daysOf(from)) / 30.4375;
}

/** ISO date `amount` units before `date`, cut to the unit that was said. */
export function before(date: string, amount: number, unit: 'day' | 'week' | 'month' | 'year'): string {
  const days = { day: 1, week: 7, month: 30.4375, year: 365.25 }[unit] * amount;
  const iso = new Date((daysOf(date) - days) * 86_400_000).toISOString();
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

function readMonthName(tokens: Tokens, i: number): DateReading | null {
  const month = monthNumber(tokens.word(i));
  if (month === undefined) return null;
  let next = i + 1;
  if (tokens.mark(next) === '.') next++;
  if (IN.has(tokens.word(next))) next++;
  const first = wholeNumber(tokens, next);
  if (first === null) return null;
  if (isFullYear(tokens, next)) return { iso: `${first}-${two(month)}`, next: next + 1 };
  if (first < 1 || first > 31) return null;
  let after = next + 1;
  if (ORDINAL_ENDS.has(tokens.word(after))) after++;
  if (tokens.mark(after) === ',') after++;
  if (tokens.word(after) === 'of') after++;
  return isFullYear(tokens, after) ? dated(Number(tokens.written(after)), month, first, after + 1) : null;
}
const IN: ReadonlySet<string> = new Set(['of', 'in']);
const ORDINAL_ENDS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** `10 September 2015`, `10th of September, 2015` */
function readDayFirst(tokens: Tokens, i: number): DateReading | null {
  let at = i + 1;
  if (ORDINAL_ENDS.has(tokens.word(at))) at++;
  if (tokens.word(at) === 'of') at++;
  const month = monthNumber(tokens.word(at));
  if (month === undefined) return null;
  const year = at + (tokens.mark(at + 1) === ',' || tokens.word(at + 1) === 'of' ? 2 : 1);
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
