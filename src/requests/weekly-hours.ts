/**
 * How many hours a week a request comes to: `12 hours per week`, `4 hours a day`, `4 hours a day, 5 days a week`.
 * In: how often things are asked for. Out: hours a week; null where no hours are named.
 * Hours a day without days of the week are those of all seven.
 */
import { daysPer } from '../language/dates.js';
import type { Frequency } from './amount-reader.js';

const DAYS_OF_WEEK = 7;

export function weeklyHours(frequencies: readonly Frequency[]): number | null {
  const hours = frequencies.find(({ unit }) => unit === 'hour');
  if (hours === undefined) return null;
  const perDay = hours.value / daysPer(hours.per);
  const days = frequencies.find((one) => one !== hours && one.per === 'week' && one.unit !== 'hour');
  return Math.round(perDay * (hours.per === 'day' && days ? days.value : DAYS_OF_WEEK) * 100) / 100;
}
