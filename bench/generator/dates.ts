/**
 * Dates as letters write them: `9-2-15`, `09/02/2015`, `September 2, 2015`; a month or a year where no more is known.
 * A date is an ISO string of 10, 7 or 4 characters, as precise as what is known.
 */
import type { Random } from './random.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Style = (year: string, month: number, day: number) => string;

const two = (n: number): string => String(n).padStart(2, '0');
const nameOf = (month: number): string => MONTHS[month - 1] as string;

const DAY_STYLES: readonly Style[] = [
  (year, month, day) => `${month}-${day}-${year.slice(2)}`,
  (year, month, day) => `${two(month)}-${two(day)}-${year}`,
  (year, month, day) => `${two(month)}/${two(day)}/${year}`,
  (year, month, day) => `${month}/${day}/${year.slice(2)}`,
  (year, month, day) => `${month}/${day}/${year}`,
  (year, month, day) => `${nameOf(month)} ${day}, ${year}`,
  (year, month, day) => `${nameOf(month).slice(0, 3)} ${day}, ${year}`,
];

const MONTH_STYLES: readonly Style[] = [
  (year, month) => `${nameOf(month)} ${year}`,
  (year, month) => `${nameOf(month)} of ${year}`,
  (year, month) => `${two(month)}/${year}`,
  (year, month) => `${two(month)}-${year}`,
];

/** A day between two years, ISO. */
export function randomDay(random: Random, firstYear: number, lastYear: number): string {
  const year = random.between(firstYear, lastYear);
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

/** The day so many days after another, ISO. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A date in one of the styles for what is known of it. */
export function writeDate(date: string, random: Random): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const styles = day === undefined ? MONTH_STYLES : DAY_STYLES;
  return random.pick(styles)(year, Number(month), Number(day));
}
