/**
 * How many hours a week a request comes to: `12 hours per week`, `4 hours a day`, `4 hours a day, 5 days a week`.
 * In: how often things are asked for. Out: hours a week; null where no hours are named.
 * Hours a day without days of the week are those of all seven.
 */
import type { Frequency } from './amount-reader.js';
import { DAYS } from './line-cursor.js';

const DAYS_OF_WEEK = 7;

export function weeklyHours(frequencies: readonly Frequency[]): number | null {
  const hours = frequencies.find(({ unit }) => unit === 'hour');
  if (hours === undefined) return null;
  const perDay = hours.value / (DAYS[hours.per] ?? 1);
  const days = frequencies.find((one) => one !== hours && one.per === 'week' && one.unit !== 'hour');
  return Math.round(perDay * (hours.per === 'day' && days ? days.value : DAYS_OF_WEEK) * 100) / 100;
}
