/**
 * A fact and the tests on it -> a few readings that stand for all that a case can say on it: any reading is tested
 * like one of these. Statuses, numbers at, between and beyond the limits named, ranges across them, sets of the values
 * named, days around the days named, partial dates.
 * Null where there would be too many: then the caller may claim nothing that rests on the fact.
 * Method: equivalence classes of inputs by the regions that comparisons cut (as in category-partition testing).
 */
import { type FactReading, type FactValue, readingOf, silentOn } from '../vocabulary/fact.js';
import type { FactTest } from '../vocabulary/rule.js';
import type { FactDomain } from './fact-domain.js';

/** More different limits, or values, on one fact than guidelines have. */
const MOST_LIMITS = 16;
const MOST_VALUES = 6;
/** A value that no test names. */
const OTHER = 'something_else';

/** The readings of a fact, the plainest first; null for too many. @param fullyStated only of letters that leave nothing open */
export function representativeReadings(
  domain: FactDomain,
  tests: readonly FactTest[],
  fullyStated = false,
): readonly FactReading[] | null {
  const { name, type } = domain.definition;
  const values = valuesFor(domain, tests);
  if (values === null) return null;
  if (fullyStated) {
    const stated = type === 'finding' ? [null] : values;
    const readings = stated.map((value) => readingOf(name, 'present', value));
    return [...readings, readingOf(name, 'absent', null)].filter((one) => isFullyStated(domain, one));
  }
  const silent = silentOn(name);
  const plain = [readingOf(name, 'present', null), readingOf(name, 'absent', null)];
  const stated = values.flatMap((value) => [
    readingOf(name, 'present', value),
    readingOf(name, 'absent', value),
  ]);
  const uncertain = readingOf(name, 'uncertain', null);
  return type === 'finding'
    ? [silent, ...plain, uncertain]
    : [silent, ...stated.filter((one) => one.status === 'present'), ...plain, uncertain, ...stated];
}

/** True for what a letter that leaves nothing open would say: a plain value where the fact has values. */
function isFullyStated({ definition: { type } }: FactDomain, { status, value }: FactReading): boolean {
  if (status === 'absent') return value === null;
  if (status !== 'present') return false;
  if (type === 'finding') return true;
  if (type === 'number') return typeof value === 'number';
  if (type === 'date') return typeof value === 'string' && value.length === 'YYYY-MM-DD'.length;
  return type === 'list' ? Array.isArray(value) : typeof value === 'string';
}

function valuesFor(domain: FactDomain, tests: readonly FactTest[]): readonly FactValue[] | null {
  switch (domain.definition.type) {
    case 'finding':
      return [];
    case 'number':
      return numbersFor(domain, tests);
    case 'date':
      return daysFor(tests);
    case 'choice':
    case 'list':
      return wordsFor(domain, tests);
  }
}

/** Single numbers first, then ranges between any two of them. */
function numbersFor(
  { lowest, highest }: FactDomain,
  tests: readonly FactTest[],
): readonly FactValue[] | null {
  const limits = sortedNumbers(tests.flatMap((test) => ('value' in test ? [test.value] : [])));
  if (limits.length > MOST_LIMITS) return null;
  const between = limits.map((limit, i) => (limit + (limits[i + 1] ?? limit + 2)) / 2);
  const below = [(limits[0] ?? 1) - 1];
  const ends = [lowest, highest].filter(Number.isFinite);
  const points = sortedNumbers([...limits, ...between, ...below, ...ends]).filter(
    (point) => point >= lowest && point <= highest,
  );
  const ranges = points.flatMap((low, i) => points.slice(i + 1).map((high): FactValue => [low, high]));
  return [...points, ...ranges];
}

function sortedNumbers(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Each day named, the days beside it, its month and its year, and days far off. */
function daysFor(tests: readonly FactTest[]): readonly FactValue[] | null {
  const days = [...new Set(tests.flatMap((test) => ('day' in test ? [test.day] : [])))].sort();
  if (days.length > MOST_LIMITS) return null;
  const around = days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
  const partial = days.flatMap((day) => [day.slice(0, 7), day.slice(0, 4)]);
  return [...new Set(['1900-01-01', ...around, '2999-12-31', ...partial])];
}

/** The day some days later or, with a negative number, earlier. */
export function addDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return Number.isNaN(time) ? day : new Date(time).toISOString().slice(0, 10);
}

/** One value for each group of values that all tests treat alike, then the sets of them. */
function wordsFor({ definition }: FactDomain, tests: readonly FactTest[]): readonly FactValue[] | null {
  const lists = tests.flatMap((test) => ('values' in test ? [test.values] : []));
  const groups = new Map<string, string>();
  const known = definition.values.length > 0 ? definition.values : [...new Set(lists.flat()), OTHER];
  for (const value of known) {
    const key = lists.map((list) => (list.includes(value) ? '1' : '0')).join('');
    if (!groups.has(key)) groups.set(key, value);
  }
  const chosen = [...groups.values()];
  if (chosen.length > MOST_VALUES) return null;
  const sets = subsets(chosen).filter((set) => set.length !== 1);
  const isList = definition.type === 'list';
  return [...chosen.map((one) => (isList ? [one] : one)), ...sets];
}

function subsets(words: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const word of words) for (const set of [...sets]) sets.push([...set, word]);
  return sets;
}
