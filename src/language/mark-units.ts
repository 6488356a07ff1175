/**
 * Marks, and which of them end a sentence: not the points of `p.o.` and `Dr.`, nor a question mark that only doubts.
 */
import { readDate, readShortYear } from './dates.js';
import { TokenKind } from './tokens.js';
import { UnitKind, type UnitReading } from './unit.js';

/** The one character of a token as a mark or a break, or `'99`; a reader of `UnitReading` that always finds something. */
export function readMark(reading: UnitReading, at: number): number {
  const year = readShortYear(reading.tokens, at);
  if (year) return reading.add(UnitKind.Date, at, year.next, { date: year.iso });
  const mark = reading.tokens.written(at);
  return reading.add(endsSentence(mark, reading, at) ? UnitKind.Break : UnitKind.Mark, at, at + 1, {
    word: mark,
  });
}

function endsSentence(mark: string, reading: UnitReading, at: number): boolean {
  switch (mark) {
    case ';':
    case '!':
      return true;
    case '?':
      return !isDoubting(reading, at);
    case '.':
      return isFullStop(reading, at);
    default:
      return false;
  }
}

/** `? radiculopathy`, `?radiculopathy`: a question mark that stands off from what is before it doubts what follows. */
function isDoubting({ tokens }: UnitReading, at: number): boolean {
  return at + 1 < tokens.length && !tokens.isGlued(at);
}

function isFullStop(reading: UnitReading, at: number): boolean {
  const { tokens, data } = reading;
  const next = at + 1;
  if (next === tokens.length) return true;
  const before = tokens.isGlued(at) ? tokens.written(at - 1) : '';
  const isAbbreviation = data.abbreviations.has(before.toLowerCase());
  const first = tokens.text.charCodeAt(tokens.start(next));
  // Glued: `pain.The` ends a sentence, `p.o.` and `e.g.` do not.
  if (tokens.isGlued(next))
    return (
      !isAbbreviation && (first === QUOTE || first === BRACKET || (isCapital(first) && before.length > 1))
    );
  if (isAbbreviation)
    return data.closing.has(before.toLowerCase()) && (isCapital(first) || isDateHeading(reading, next));
  const isInitial = before.length === 1 && tokens.kind(at - 1) === TokenKind.Word;
  return !(isInitial && tokens.kind(next) === TokenKind.Word && isSmall(first));
}

/** `… of both knees bilat. 11/5/14: pain is back`: the next note begins. */
function isDateHeading(reading: UnitReading, at: number): boolean {
  const date = readDate(reading, at);
  return date !== null && reading.tokens.mark(date.next) === ':';
}

const QUOTE = 34;
const BRACKET = 41;
const isCapital = (c: number): boolean => c >= 65 && c <= 90;
const isSmall = (c: number): boolean => c >= 97 && c <= 122;
