/**
 * Numbers in digits or words, also `half a year`, and what they go on as: `two and a half`, ranges `7-9`, ratios `4/5`
 * and `5 out of 10`, percentages, dates.
 * Each reader is one of those of `UnitReading`.
 */
import { readDate, readYear } from './dates.js';
import { TokenKind } from './tokens.js';
import { UnitKind, type UnitReading } from './unit.js';

/** A number in digits, or a date. */
export function readNumber(reading: UnitReading, at: number): number {
  const { tokens } = reading;
  if (tokens.kind(at) !== TokenKind.Number) return at;
  const date = readDate(tokens, at) ?? (isMeasured(reading, at) ? null : readYear(tokens, at));
  if (date) return reading.add(UnitKind.Date, at, date.next, { date: date.iso });
  return finishNumber(reading, at, at + 1, tokens.number(at) ?? 0);
}

/** True if what follows a number says that it is an amount and no year: `2000 mg`, `2015ml`. */
function isMeasured({ tokens }: UnitReading, at: number): boolean {
  const next = at + 1;
  return (tokens.isGlued(next) && !PUNCTUATION.has(tokens.mark(next))) || MEASURE.test(tokens.written(next));
}
/** Marks that may touch a year: `in 2008, then`. */
const PUNCTUATION: ReadonlySet<string> = new Set(['.', ',', ';', ':', ')', '?', '!', '"', "'"]);
/** What follows an amount and never a year. */
const MEASURE = /^(?:mg|mcg|ml|cc|units?|grams?|g|hours?|steps|%)$/i;

/**
 * `twenty-two`, `two hundred`, `two dozen`, and the figure that repeats it: `eight (8)`.
 * @param first the number that the word at `at` says
 */
export function readNumberWord(reading: UnitReading, at: number, first: number): number {
  const { tokens, data } = reading;
  let value = first;
  let next = at + 1;
  const hyphen = tokens.mark(next) === '-' ? 1 : 0;
  const second = data.numbers.get(tokens.word(next + hyphen));
  if (value >= 20 && value < 100 && second !== undefined && second < 10) {
    value += second;
    next += hyphen + 1;
  } else if (second !== undefined && !hyphen && MULTIPLES.has(tokens.word(next))) {
    value *= second;
    next++;
  }
  if (tokens.mark(next) === '(' && tokens.number(next + 1) === value && tokens.mark(next + 2) === ')')
    next += 3;
  return finishNumber(reading, at, next, value);
}

/** Number words that multiply the one before them. */
const MULTIPLES: ReadonlySet<string> = new Set(['hundred', 'dozen']);

/** The word `half`, which is a number before a time and of a dozen: `half a year`, `half a dozen`. */
export function readHalf(reading: UnitReading, at: number): number {
  const { tokens } = reading;
  const next = ARTICLES.has(tokens.word(at + 1)) ? at + 2 : at + 1;
  if (tokens.word(next) === 'dozen') return finishNumber(reading, at, next + 1, HALF_A_DOZEN);
  if (TIME.test(tokens.word(next))) return reading.add(UnitKind.Number, at, next, { value: 0.5 });
  const word = tokens.word(at);
  return reading.add(UnitKind.Word, at, at + 1, { word, written: tokens.written(at) });
}
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);
const HALF_A_DOZEN = 6;
const TIME = /^(?:hour|day|week|month|year)$/;

/** `07`, but not `0.7` */
const LEADING_ZERO = /^0\d/;
const PERCENT_WORDS: ReadonlySet<string> = new Set(['percent', 'pct']);

/** A number that stands from one token to another may go on as a range, a ratio or a percentage. */
function finishNumber(reading: UnitReading, from: number, whole: number, said: number): number {
  const { tokens } = reading;
  const half = endOfHalf(reading, whole, said);
  const value = half === null ? said : said + 0.5;
  const next = half ?? whole;
  const upper = rangeEnd(reading, next, value);
  const high = upper?.value ?? value;
  const end = upper?.next ?? next;
  // `07/10` is a day of the year, not a score.
  const base = LEADING_ZERO.test(tokens.written(from)) ? null : ratioBase(reading, end);
  if (base) {
    const ratio = { value: value + base.shade, high: high + base.shade, base: base.value };
    return reading.add(UnitKind.Ratio, from, base.next, ratio);
  }
  if (tokens.mark(end) === '%' || PERCENT_WORDS.has(tokens.word(end))) {
    const second = percentRangeEnd(reading, end + 1);
    const percentage = { value, high: second?.value ?? high };
    return reading.add(UnitKind.Percent, from, second?.next ?? end + 1, percentage);
  }
  return reading.add(upper ? UnitKind.Range : UnitKind.Number, from, end, { value, high });
}

/**
 * The token after `and a half` or `1/2` that go with a number; null if nothing does. Larger numbers before a fraction
 * are numbers of their own: `Norco 10 1/2 tab`.
 */
function endOfHalf({ tokens }: UnitReading, at: number, whole: number): number | null {
  if (!Number.isInteger(whole) || whole < 1 || whole > MOST_BEFORE_HALF) return null;
  if (tokens.word(at) === 'and')
    return tokens.word(at + 1) === 'a' && tokens.word(at + 2) === 'half' ? at + 3 : null;
  const isHalf = tokens.number(at) === 1 && tokens.mark(at + 1) === '/' && tokens.number(at + 2) === 2;
  return isHalf ? at + 3 : null;
}
const MOST_BEFORE_HALF = 4;

interface NumberReading {
  readonly value: number;
  readonly next: number;
}

const isJoiner = ({ tokens }: UnitReading, at: number): boolean =>
  tokens.mark(at) === '-' || tokens.word(at) === 'to';

/** The upper end of `7-9`, `4 to 5`; only upward, so that `10-325` and `2-1` stay what they are. */
function rangeEnd(reading: UnitReading, next: number, low: number): NumberReading | null {
  if (!isJoiner(reading, next)) return null;
  const high = reading.numberOrWord(next + 1);
  if (high === null || high <= low || high > low * 20 + 20 || readDate(reading.tokens, next + 1)) return null;
  return { value: high, next: next + 2 };
}

/** `50% to 60%` */
function percentRangeEnd(reading: UnitReading, next: number): NumberReading | null {
  const high = isJoiner(reading, next) ? reading.numberOrWord(next + 1) : null;
  if (high === null || reading.tokens.mark(next + 2) !== '%') return null;
  return { value: high, next: next + 3 };
}

/** The base of `4/5`, `8 out of 10`, `4+/5`, `7 on a scale of 10`, and what a sign before it adds. */
function ratioBase(reading: UnitReading, next: number): (NumberReading & { readonly shade: number }) | null {
  const { tokens } = reading;
  const sign = tokens.mark(next);
  const isShaded =
    (sign === '+' || sign === '-') && (tokens.mark(next + 1) === '/' || tokens.word(next + 1) === 'out');
  const shade = !isShaded ? 0 : sign === '+' ? GRADE_SHADE : -GRADE_SHADE;
  const at = isShaded ? next + 1 : next;
  if (tokens.mark(at) === '/') {
    const value = tokens.number(at + 1);
    return value === null ? null : { value, next: at + 2, shade };
  }
  if (tokens.word(at) !== 'out' || tokens.word(at + 1) !== 'of') return null;
  const figure = OF_A_POSSIBLE.has(tokens.word(at + 2)) ? at + 3 : at + 2;
  const value = reading.numberOrWord(figure);
  return value === null ? null : { value, next: figure + 1, shade };
}
/** What a plus or minus adds to a grade of muscle strength (Medical Research Council scale): `4+/5`. */
const GRADE_SHADE = 0.3;
const OF_A_POSSIBLE: ReadonlySet<string> = new Set(['a', 'possible']);
