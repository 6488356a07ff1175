/**
 * Joins tokens into what they mean together: words by their key, numbers (in words or digits), ranges `7-9`,
 * ratios `4/5` and `5 out of 10`, percentages, dates, spinal-level style codes `L4-5`, marks, and sentence breaks.
 * Later steps see only units, so that a phrase of the lexicon need not know how a number was written.
 * Which letters make level codes, number words and abbreviations are data, handed in.
 */
import { contractedWords } from './contractions.js';
import { readDate, readYear } from './dates.js';
import { type Token, TokenKind, tokenize } from './tokens.js';
import { WordReadings } from './word-readings.js';

export enum UnitKind {
  Word = 1,
  Number = 2,
  Range = 3,
  Ratio = 4,
  Percent = 5,
  Date = 6,
  Level = 7,
  Mark = 8,
  /** End of a sentence: `.`, `;`, `?`, `!` where they end one. */
  Break = 9,
}

export interface Unit {
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
  /** Lower-case word, or the mark; empty for numbers and dates. */
  readonly word: string;
  /** The word in its own letters, or the mark. */
  readonly written: string;
  /** Number; low end of a range; numerator of a ratio; percentage. */
  readonly value: number;
  /** High end of a range, also over a base or of percentages; else equal to `value`. */
  readonly high: number;
  /** Denominator of a ratio, else 0. */
  readonly base: number;
  /** ISO date. */
  readonly date: string | null;
  readonly levels: readonly string[];
}

/** Language data that the reader of units needs; from the lexicon. */
export interface UnitData {
  /** Number words: `two` to 2. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Words that end in a point without ending a sentence, lower case, without the point. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that end a sentence before a word with a capital letter. */
  readonly closing: ReadonlySet<string>;
  /** Column letters of level codes, in order from the head, with how many levels each has: `C` 7, `T` 12. */
  readonly columns: readonly { readonly letter: string; readonly count: number }[];
}

/** The units of a clean text, in order. */
export function readUnits(text: string, data: UnitData): Unit[] {
  const tokens = tokenize(text);
  const words = wordReadings(data);
  const units: Unit[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    i =
      (token.kind === TokenKind.Code &&
        (levelAt(text, tokens, i, data, units) || codeAt(text, tokens, i, units))) ||
      (token.kind === TokenKind.Number && numericAt(text, tokens, i, data, units)) ||
      (token.kind === TokenKind.Word && wordAt(text, tokens, i, data, words, units)) ||
      markAt(text, tokens, i, data, units);
  }
  return units;
}

/** What words are, remembered as long as the language data is in use. */
const READINGS = new WeakMap<UnitData, WordReadings>();

function wordReadings(data: UnitData): WordReadings {
  let known = READINGS.get(data);
  if (known === undefined) {
    known = new WordReadings(data.numbers);
    READINGS.set(data, known);
  }
  return known;
}

/** What is particular to a unit; the rest has nothing to say. */
type Particulars = Partial<Pick<Unit, 'word' | 'written' | 'value' | 'high' | 'base' | 'date' | 'levels'>>;

/**
 * A class, for speed: an engine that finds a fraction in a field of numbers gives all literals of that shape a new
 * layout, one by one, as each is first read; what a constructor makes has the new layout from the start.
 */
class TextUnit implements Unit {
  constructor(
    readonly kind: UnitKind,
    readonly start: number,
    readonly end: number,
    readonly word: string,
    readonly written: string,
    readonly value: number,
    readonly high: number,
    readonly base: number,
    readonly date: string | null,
    readonly levels: readonly string[],
  ) {}
}

function push(units: Unit[], kind: UnitKind, start: number, end: number, more: Particulars): void {
  const { word = '', written = word, value = 0, high = value, base = 0, date = null, levels = NONE } = more;
  units.push(new TextUnit(kind, start, end, word, written, value, high, base, date, levels));
}
const NONE: readonly string[] = [];

// ---- words and marks

function wordAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  data: UnitData,
  words: WordReadings,
  units: Unit[],
): number {
  const token = tokens[i] as Token;
  const { written, word, isMonth, number: value } = words.of(text.slice(token.start, token.end));
  const date = isMonth ? readDate(text, tokens, i) : null;
  if (date) {
    push(units, UnitKind.Date, token.start, endOf(tokens, date.next), { date: date.iso });
    return date.next;
  }
  if (value !== undefined) return numberWordAt(text, tokens, i, value, data, units);
  const contracted = contractionAt(text, tokens, i);
  if (contracted.length === 2) {
    const [verb = '', not = ''] = contracted;
    // Both stand at the whole, so that no quote begins inside a word.
    const end = endOf(tokens, i + 3);
    push(units, UnitKind.Word, token.start, end, { word: verb });
    push(units, UnitKind.Word, token.start, end, { word: not });
    return i + 3;
  }
  push(units, UnitKind.Word, token.start, token.end, { word, written });
  return i + 1;
}

const APOSTROPHE = 39;

/** The words of a contraction that begins at a token, which are three tokens: `doesn`, an apostrophe, `t`. */
function contractionAt(text: string, tokens: readonly Token[], i: number): readonly string[] {
  const verb = tokens[i] as Token;
  if (text.charCodeAt(verb.end) !== APOSTROPHE) return NONE;
  const t = tokens[i + 2];
  if (t?.start !== verb.end + 1) return NONE;
  return contractedWords(text.slice(verb.start, t.end)) ?? NONE;
}

/** `twenty-two`, `two hundred`, and the figure that repeats it: `eight (8)`. */
function numberWordAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  first: number,
  data: UnitData,
  units: Unit[],
): number {
  let value = first;
  let next = i + 1;
  const hyphen = mark(text, tokens, next) === '-' ? 1 : 0;
  const second = data.numbers.get(word(text, tokens, next + hyphen));
  if (value >= 20 && value < 100 && second !== undefined && second < 10) {
    value += second;
    next += hyphen + 1;
  } else if (second === 100 && !hyphen) {
    value *= 100;
    next++;
  }
  if (
    mark(text, tokens, next) === '(' &&
    number(text, tokens, next + 1) === value &&
    mark(text, tokens, next + 2) === ')'
  )
    next += 3;
  return finishNumber(text, tokens, i, next, value, data, units);
}

function markAt(text: string, tokens: readonly Token[], i: number, data: UnitData, units: Unit[]): number {
  const token = tokens[i] as Token;
  const symbol = text[token.start] ?? '';
  const ends =
    symbol === ';' ||
    (symbol === '?' && !isDoubting(tokens, i)) ||
    symbol === '!' ||
    (symbol === '.' && isSentenceEnd(text, tokens, i, data));
  push(units, ends ? UnitKind.Break : UnitKind.Mark, token.start, token.end, { word: symbol });
  return i + 1;
}

/** `? radiculopathy`, `?radiculopathy`: a question mark that stands off from what is before it doubts what follows. */
function isDoubting(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return tokens[i + 1] !== undefined && (before === undefined || before.end < (tokens[i] as Token).start);
}

function isSentenceEnd(text: string, tokens: readonly Token[], i: number, data: UnitData): boolean {
  const point = tokens[i] as Token;
  const next = tokens[i + 1];
  if (!next) return true;
  const before = tokens[i - 1];
  const touching = before !== undefined && before.end === point.start;
  const word = before && touching ? text.slice(before.start, before.end) : '';
  if (next.start === point.end) {
    // Glued: `pain.The` ends a sentence, `p.o.` and `e.g.` do not.
    const c = text.charCodeAt(next.start);
    return (
      (c === 34 || c === 41 || (c >= 65 && c <= 90 && word.length > 1)) &&
      !data.abbreviations.has(word.toLowerCase())
    );
  }
  if (data.abbreviations.has(word.toLowerCase()))
    return data.closing.has(word.toLowerCase()) && /^[A-Z]/.test(text.slice(next.start, next.start + 1));
  return !(
    before?.kind === TokenKind.Word &&
    word.length === 1 &&
    next.kind === TokenKind.Word &&
    /^[a-z]/.test(text.slice(next.start))
  );
}

/** A code that is no level: `x6` is the word `x` and the number 6. */
function codeAt(text: string, tokens: readonly Token[], i: number, units: Unit[]): number {
  const token = tokens[i] as Token;
  const letter = text.slice(token.start, token.start + 1);
  push(units, UnitKind.Word, token.start, token.start + 1, { word: letter.toLowerCase(), written: letter });
  push(units, UnitKind.Number, token.start + 1, token.end, {
    value: Number(text.slice(token.start + 1, token.end)),
  });
  return i + 1;
}

// ---- numbers

function numericAt(text: string, tokens: readonly Token[], i: number, data: UnitData, units: Unit[]): number {
  const token = tokens[i] as Token;
  const date = readDate(text, tokens, i);
  if (date) {
    push(units, UnitKind.Date, token.start, endOf(tokens, date.next), { date: date.iso });
    return date.next;
  }
  const value = number(text, tokens, i) ?? 0;
  const year = readYear(text, tokens, i);
  const after = tokens[i + 1];
  const glued =
    after !== undefined && after.start === token.end && !PUNCTUATION.has(mark(text, tokens, i + 1));
  const measured = after !== undefined && (glued || MEASURE.test(text.slice(after.start, after.end)));
  if (year && !measured) {
    push(units, UnitKind.Date, token.start, token.end, { date: year.iso });
    return i + 1;
  }
  return finishNumber(text, tokens, i, i + 1, value, data, units);
}
/** Marks that may touch a year: `in 2008, then`. */
const PUNCTUATION: ReadonlySet<string> = new Set(['.', ',', ';', ':', ')', '?', '!', '"', "'"]);
/** What follows an amount and never a year. */
const MEASURE = /^(?:mg|mcg|ml|cc|units?|grams?|g|hours?|steps|%)$/i;

/** `07`, but not `0.7` */
const LEADING_ZERO = /^0\d/;

/** A number may go on as a range, a ratio or a percentage. */
function finishNumber(
  text: string,
  tokens: readonly Token[],
  from: number,
  next: number,
  value: number,
  data: UnitData,
  units: Unit[],
): number {
  const start = (tokens[from] as Token).start;
  const upper = rangeEnd(text, tokens, next, value, data);
  const high = upper?.value ?? value;
  let end = upper?.next ?? next;
  // `07/10` is a day of the year, not a score.
  const base = LEADING_ZERO.test(text.slice(start, start + 2)) ? null : ratioBase(text, tokens, end, data);
  if (base) {
    push(units, UnitKind.Ratio, start, endOf(tokens, base.next), {
      value: value + base.shade,
      high: high + base.shade,
      base: base.value,
    });
    return base.next;
  }
  if (mark(text, tokens, end) === '%' || /^(?:percent|pct)$/i.test(word(text, tokens, end))) {
    end++;
    const second = percentRangeEnd(text, tokens, end, data);
    push(units, UnitKind.Percent, start, endOf(tokens, second?.next ?? end), {
      value,
      high: second?.value ?? high,
    });
    return second?.next ?? end;
  }
  push(units, upper ? UnitKind.Range : UnitKind.Number, start, endOf(tokens, end), { value, high });
  return end;
}

interface NumberReading {
  readonly value: number;
  readonly next: number;
}

/** The upper end of `7-9`, `4 to 5`; only upward, so that `10-325` and `2-1` stay what they are. */
function rangeEnd(
  text: string,
  tokens: readonly Token[],
  next: number,
  low: number,
  data: UnitData,
): NumberReading | null {
  const joiner = mark(text, tokens, next) === '-' || /^to$/i.test(word(text, tokens, next));
  if (!joiner) return null;
  const high = numberOrWord(text, tokens, next + 1, data);
  if (high === null || high <= low || high > low * 20 + 20 || readDate(text, tokens, next + 1)) return null;
  return { value: high, next: next + 2 };
}

/** `50% to 60%` */
function percentRangeEnd(
  text: string,
  tokens: readonly Token[],
  next: number,
  data: UnitData,
): NumberReading | null {
  const joiner = mark(text, tokens, next) === '-' || /^to$/i.test(word(text, tokens, next));
  const high = joiner ? numberOrWord(text, tokens, next + 1, data) : null;
  if (high === null || mark(text, tokens, next + 2) !== '%') return null;
  return { value: high, next: next + 3 };
}

/** The base of `4/5`, `8 out of 10`, `4+/5`, `7 on a scale of 10`. */
function ratioBase(
  text: string,
  tokens: readonly Token[],
  next: number,
  data: UnitData,
): (NumberReading & { readonly shade: number }) | null {
  let i = next;
  let shade = 0;
  if (
    /^[+-]$/.test(mark(text, tokens, i)) &&
    (mark(text, tokens, i + 1) === '/' || /^out$/i.test(word(text, tokens, i + 1)))
  ) {
    shade = mark(text, tokens, i) === '+' ? GRADE_SHADE : -GRADE_SHADE;
    i++;
  }
  let base: number | null = null;
  if (mark(text, tokens, i) === '/') base = number(text, tokens, ++i);
  else if (/^out$/i.test(word(text, tokens, i)) && /^of$/i.test(word(text, tokens, i + 1))) {
    i += 2;
    if (/^(?:a|possible)$/i.test(word(text, tokens, i))) i++;
    base = numberOrWord(text, tokens, i, data);
  }
  return base === null ? null : { value: base, next: i + 1, shade };
}
/** What a plus or minus adds to a grade of muscle strength (Medical Research Council scale): `4+/5`. */
const GRADE_SHADE = 0.3;

// ---- levels

/** `L4-5`, `L4-L5`, `L5/S1`, `L3-S1`: pairs of neighbours stay one level, wider ranges are spelled out. */
function levelAt(text: string, tokens: readonly Token[], i: number, data: UnitData, units: Unit[]): number {
  const first = levelIndex(text, tokens, i, data);
  if (first === null) return 0;
  const start = (tokens[i] as Token).start;
  const levels: string[] = [];
  let from = first;
  let next = i + 1;
  for (;;) {
    const joiner = mark(text, tokens, next);
    const spelled = /^(?:to|through|thru)$/i.test(word(text, tokens, next));
    if (joiner !== '-' && joiner !== '/' && !spelled) break;
    const to =
      levelIndex(text, tokens, next + 1, data) ??
      (spelled ? null : bareLevel(text, tokens, next + 1, from, data));
    if (to === null || to <= from) break;
    for (let k = from; k < to; k++) levels.push(pairName(k, data));
    from = to;
    next += 2;
  }
  if (levels.length === 0) levels.push(levelName(first, data));
  push(units, UnitKind.Level, start, endOf(tokens, next), { levels });
  return next;
}

/** Position in the column of a code, counted from its top over all its letters; null if it is no level. */
function levelIndex(text: string, tokens: readonly Token[], i: number, data: UnitData): number | null {
  const token = tokens[i];
  if (token?.kind !== TokenKind.Code) return null;
  const letter = (text[token.start] ?? '').toUpperCase();
  const n = Number(text.slice(token.start + 1, token.end));
  let offset = 0;
  for (const column of data.columns) {
    if (column.letter === letter) return n >= 1 && n <= column.count ? offset + n - 1 : null;
    offset += column.count;
  }
  return null;
}

/** The `5` of `L4-5`: a plain number in the column of the level before it. */
function bareLevel(
  text: string,
  tokens: readonly Token[],
  i: number,
  from: number,
  data: UnitData,
): number | null {
  const n = number(text, tokens, i);
  const token = tokens[i];
  if (n === null || token === undefined || token.end - token.start > 2) return null;
  let offset = 0;
  for (const column of data.columns) {
    if (from < offset + column.count) return n >= 1 && n <= column.count ? offset + n - 1 : null;
    offset += column.count;
  }
  return null;
}

function levelName(index: number, data: UnitData): string {
  let rest = index;
  for (const column of data.columns) {
    if (rest < column.count) return `${column.letter}${rest + 1}`;
    rest -= column.count;
  }
  return '';
}

function pairName(index: number, data: UnitData): string {
  const upper = levelName(index, data);
  const lower = levelName(index + 1, data);
  return upper[0] === lower[0] ? `${upper}-${lower.slice(1)}` : `${upper}-${lower}`;
}

// ---- looking at one token

function endOf(tokens: readonly Token[], next: number): number {
  return tokens[next - 1]?.end ?? 0;
}

function number(text: string, tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  return token?.kind === TokenKind.Number
    ? Number(text.slice(token.start, token.end).replaceAll(',', ''))
    : null;
}

function numberOrWord(text: string, tokens: readonly Token[], i: number, data: UnitData): number | null {
  return number(text, tokens, i) ?? data.numbers.get(word(text, tokens, i)) ?? null;
}

function word(text: string, tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token?.kind === TokenKind.Word ? text.slice(token.start, token.end).toLowerCase() : '';
}

function mark(text: string, tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token?.kind === TokenKind.Mark ? (text[token.start] ?? '') : '';
}
