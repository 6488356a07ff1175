/**
 * Reads calendar dates in the forms that American letters use: `9-10-15`, `09/10/2015`, `September 10, 2015`,
 * `Sept. 2015`, `10 September 2015`, `9/2015`, `2015-09-10`, `2015`. Result: ISO, cut to what was said.
 * Not here: relative dates (`two years ago`), which need a date to count from.
 */
import { type Token, TokenKind, tokenize } from './tokens.js';

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
  const tokens = tokenize(text);
  for (let i = 0; i < tokens.length; i++) {
    const found = readDate(text, tokens, i) ?? readYear(text, tokens, i);
    if (found) return found.iso;
  }
  return null;
}

/** Reads a date that begins at token `i`, months in words or digits; null if there is none. Bare years: `readYear`. */
export function readDate(text: string, tokens: readonly Token[], i: number): DateReading | null {
  const token = tokens[i];
  if (token?.kind === TokenKind.Number)
    return readNumericDate(text, tokens, i) ?? readDayFirst(text, tokens, i);
  if (token?.kind === TokenKind.Word) return readMonthName(text, tokens, i);
  return null;
}

/** Reads a year alone (1930 to 2049, four digits). */
export function readYear(text: string, tokens: readonly Token[], i: number): DateReading | null {
  const year = numberAt(text, tokens, i, 4);
  return year !== null && isYear(year) ? { iso: String(year), next: i + 1 } : null;
}

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

function readNumericDate(text: string, tokens: readonly Token[], i: number): DateReading | null {
  const separator = markAt(text, tokens, i + 1);
  if (separator !== '-' && separator !== '/') return null;
  const first = numberAt(text, tokens, i);
  const second = numberAt(text, tokens, i + 2);
  if (first === null || second === null) return null;
  if (markAt(text, tokens, i + 3) === separator) {
    const third = numberAt(text, tokens, i + 4);
    if (third !== null && !isGlued(tokens, i + 5)) {
      if (isYear(first) && digits(tokens, i) === 4) return dated(first, second, third, i + 5);
      if (digits(tokens, i + 4) === 4 || digits(tokens, i + 4) === 2) {
        const found = dated(fullYear(third), first, second, i + 5);
        if (found) return found;
      }
    }
    return null;
  }
  if (digits(tokens, i + 2) === 4 && isYear(second) && first >= 1 && first <= 12 && !isGlued(tokens, i + 3)) {
    return { iso: `${second}-${two(first)}`, next: i + 3 };
  }
  return null;
}

function readMonthName(text: string, tokens: readonly Token[], i: number): DateReading | null {
  const month = monthNumber(wordAt(text, tokens, i));
  if (month === undefined) return null;
  let next = i + 1;
  if (markAt(text, tokens, next) === '.') next++;
  if (/^(?:of|in)$/i.test(wordAt(text, tokens, next))) next++;
  const first = numberAt(text, tokens, next);
  if (first === null) return null;
  if (isYear(first) && digits(tokens, next) === 4) return { iso: `${first}-${two(month)}`, next: next + 1 };
  if (first < 1 || first > 31) return null;
  let after = next + 1;
  if (/^(?:st|nd|rd|th)$/i.test(wordAt(text, tokens, after))) after++;
  if (markAt(text, tokens, after) === ',') after++;
  if (/^of$/i.test(wordAt(text, tokens, after))) after++;
  const year = numberAt(text, tokens, after);
  return year !== null && isYear(year) && digits(tokens, after) === 4
    ? dated(year, month, first, after + 1)
    : null;
}

/** `10 September 2015` */
function readDayFirst(text: string, tokens: readonly Token[], i: number): DateReading | null {
  const day = numberAt(text, tokens, i);
  const month = monthNumber(wordAt(text, tokens, i + 1));
  const year = numberAt(text, tokens, i + 2);
  if (day === null || month === undefined || year === null || !isYear(year) || digits(tokens, i + 2) !== 4)
    return null;
  return dated(year, month, day, i + 3);
}

function dated(year: number, month: number, day: number, next: number): DateReading | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return { iso: `${year}-${two(month)}-${two(day)}`, next };
}

/** True when a number follows at once, so that what was read is part of something longer. */
function isGlued(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const here = tokens[i];
  return here?.kind === TokenKind.Number && before?.end === here.start;
}

const isYear = (n: number): boolean => n >= FIRST_YEAR && n <= LAST_YEAR;
const two = (n: number): string => String(n).padStart(2, '0');

function digits(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  return token ? token.end - token.start : 0;
}

function numberAt(text: string, tokens: readonly Token[], i: number, length?: number): number | null {
  const token = tokens[i];
  if (token?.kind !== TokenKind.Number || (length !== undefined && token.end - token.start !== length))
    return null;
  const value = Number(text.slice(token.start, token.end));
  return Number.isInteger(value) ? value : null;
}

function wordAt(text: string, tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token?.kind === TokenKind.Word ? text.slice(token.start, token.end) : '';
}

function markAt(text: string, tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token?.kind === TokenKind.Mark ? (text[token.start] ?? '') : '';
}
