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
  const date = readDate(reading, at) ?? (isMeasured(reading, at) ? null : readYear(tokens, at));
  if (date) return reading.add(UnitKind.Date, at, date.next, { date: date.iso });
  return finishNumber(reading, at, at + 1, tokens.number(at) ?? 0);
}

/** True if what follows a number says that it is an amount and no year: `2000 mg`, `2015ml`. */
function isMeasured(reading: UnitReading, at: number): boolean {
  const { tokens } = reading;
  const next = at + 1;
  const isGlued = tokens.isGlued(next) && !PUNCTUATION.has(tokens.mark(next));
  return isGlued || tokens.mark(next) === '%' || reading.plays(next, 'measure');
}
/** Marks that may touch a year: `in 2008, then`. */
const PUNCTUATION: ReadonlySet<string> = new Set(['.', ',', ';', ':', ')', '?', '!', '"', "'"]);

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
  } else if (second !== undefined && !hyphen && reading.plays(next, 'multiple')) {
    value *= second;
    next++;
  }
  if (tokens.mark(next) === '(' && tokens.number(next + 1) === value && tokens.mark(next + 2) === ')')
    next += 3;
  return finishNumber(reading, at, next, value);
}

/** The word `half`, which is a number before a time and of a dozen: `half a year`, `half a dozen`. */
export function readHalf(reading: UnitReading, at: number): number {
  const { tokens } = reading;
  const next = reading.plays(at + 1, 'indefinite') ? at + 2 : at + 1;
  const whole = reading.plays(next, 'multiple') ? reading.numberOrWord(next) : null;
  if (whole !== null) return finishNumber(reading, at, next + 1, whole / 2);
  if (reading.plays(next, 'half-of')) return reading.add(UnitKind.Number, at, next, { value: 0.5 });
  const word = tokens.word(at);
  return reading.add(UnitKind.Word, at, at + 1, { word, written: tokens.written(at) });
}

/** `07`, but not `0.7` */
const LEADING_ZERO = /^0\d/;

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
  const base = LEADING_ZERO.test(tokens.written(from)) ? null : ratioBase(reading, end, high);
  if (base) {
    const ratio = { value: value + base.shade, high: high + base.shade, base: base.value };
    return reading.add(UnitKind.Ratio, from, base.next, ratio);
  }
  if (tokens.mark(end) === '%' || reading.plays(end, 'percent')) {
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
function endOfHalf(reading: UnitReading, at: number, whole: number): number | null {
  const { tokens } = reading;
  if (!Number.isInteger(whole) || whole < 1 || whole > MOST_BEFORE_HALF) return null;
  if (reading.plays(at, 'and'))
    return reading.plays(at + 1, 'indefinite') && reading.plays(at + 2, 'half') ? at + 3 : null;
  const isHalf = tokens.number(at) === 1 && tokens.mark(at + 1) === '/' && tokens.number(at + 2) === 2;
  return isHalf ? at + 3 : null;
}
const MOST_BEFORE_HALF = 4;

interface NumberReading {
  readonly value: number;
  readonly next: number;
}

const isJoiner = (reading: UnitReading, at: number): boolean =>
  reading.tokens.mark(at) === '-' || reading.plays(at, 'to');

/** The upper end of `7-9`, `4 to 5`; only upward, so that `10-325` and `2-1` stay what they are. */
function rangeEnd(reading: UnitReading, next: number, low: number): NumberReading | null {
  if (!isJoiner(reading, next)) return null;
  const high = reading.numberOrWord(next + 1);
  if (high === null || high <= low || high > low * 20 + 20 || readDate(reading, next + 1)) return null;
  return { value: high, next: next + 2 };
}

/** `50% to 60%` */
function percentRangeEnd(reading: UnitReading, next: number): NumberReading | null {
  const high = isJoiner(reading, next) ? reading.numberOrWord(next + 1) : null;
  if (high === null || reading.tokens.mark(next + 2) !== '%') return null;
  return { value: high, next: next + 3 };
}

/** The base of `4/5`, `8 out of 10`, `8 of 10`, `4+/5`, `7 on a scale of 10`, and what a sign before it adds. */
function ratioBase(
  reading: UnitReading,
  next: number,
  said: number,
): (NumberReading & { readonly shade: number }) | null {
  const { tokens } = reading;
  const sign = tokens.mark(next);
  const isShaded =
    (sign === '+' || sign === '-') && (tokens.mark(next + 1) === '/' || reading.plays(next + 1, 'out'));
  const shade = !isShaded ? 0 : sign === '+' ? GRADE_SHADE : -GRADE_SHADE;
  const at = isShaded ? next + 1 : next;
  if (tokens.mark(at) === '/') {
    const value = tokens.number(at + 1);
    return value === null ? null : { value, next: at + 2, shade };
  }
  const scale = isShaded ? null : scaleAt(reading, at, said);
  if (scale !== null) return { value: scale, next: at + 2, shade };
  if (!reading.plays(at, 'out') || !reading.plays(at + 1, 'partitive')) return null;
  const isLedTo = reading.plays(at + 2, 'indefinite') || reading.plays(at + 2, 'possible');
  const figure = isLedTo ? at + 3 : at + 2;
  const value = reading.numberOrWord(figure);
  return value === null ? null : { value, next: figure + 1, shade };
}

/**
 * The scale after `of` or `over`: ten of a score, as no word for what is counted follows (not `8 of 10 visits`); five of a
 * grade, which ends there or goes on to its side (not `3 of 5 signs`).
 */
function scaleAt(reading: UnitReading, at: number, said: number): number | null {
  const scale =
    reading.plays(at, 'partitive') || reading.plays(at, 'over') ? reading.numberOrWord(at + 1) : null;
  const ends = reading.tokens.word(at + 2) === '' || reading.plays(at + 2, 'to-side');
  const isScale =
    scale === SCORE_SCALE ? !reading.plays(at + 2, 'counted') : scale === BEST_GRADE && said <= scale && ends;
  return isScale && !readDate(reading, at + 1) ? scale : null;
}
/** What scores of pain are out of, where no word says so. */
export const SCORE_SCALE = 10;
/** The best grade of muscle strength. */
const BEST_GRADE = 5;
/** What a plus or minus adds to a grade of muscle strength (Medical Research Council scale): `4+/5`. */
const GRADE_SHADE = 0.3;
