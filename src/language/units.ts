/**
 * Joins tokens into what they mean together: words by their key, numbers (in words or digits), ranges `7-9`,
 * ratios `4/5` and `5 out of 10`, percentages, dates, spinal-level style codes `L4-5`, marks, and sentence breaks.
 * Later steps see only units, so that a phrase of the lexicon need not know how a number was written.
 * Which letters make level codes, number words and abbreviations are data, handed in.
 */
import { contractedWords, strokedWord } from './contractions.js';
import { readDate } from './dates.js';
import { readCode } from './level-units.js';
import { readMark } from './mark-units.js';
import { readHalf, readNumber, readNumberWord } from './number-units.js';
import { TokenKind, Tokens } from './tokens.js';
import { type Unit, type UnitData, UnitKind, UnitReading } from './unit.js';
import { WordReadings } from './word-readings.js';

/** The units of a clean text, in order. */
export function readUnits(text: string, data: UnitData): Unit[] {
  const tokens = Tokens.of(text);
  const words = wordReadings(data);
  const reading = new UnitReading(tokens, data);
  for (let i = 0; i < tokens.length; ) i = readUnit(reading, words, i);
  return reading.units;
}

function readUnit(reading: UnitReading, words: WordReadings, at: number): number {
  switch (reading.tokens.kind(at)) {
    case TokenKind.Word:
      return readWord(reading, words, at);
    case TokenKind.Number:
      return readNumber(reading, at);
    case TokenKind.Code:
      return readCode(reading, at);
    default:
      return readMark(reading, at);
  }
}

/** What words are, remembered as long as the language data is in use. */
const READINGS = new WeakMap<UnitData, WordReadings>();

function wordReadings(data: UnitData): WordReadings {
  let known = READINGS.get(data);
  if (known === undefined) {
    known = new WordReadings(data);
    READINGS.set(data, known);
  }
  return known;
}

/** A word, unless a date or a number begins with it. */
function readWord(reading: UnitReading, words: WordReadings, at: number): number {
  const { tokens } = reading;
  const { written, word, isMonth, isHalf, number } = words.of(tokens.written(at));
  const date = isMonth ? readDate(reading, at) : null;
  if (date) return reading.add(UnitKind.Date, at, date.next, { date: date.iso });
  if (number !== undefined) return readNumberWord(reading, at, number);
  if (isHalf) return readHalf(reading, at);
  return (
    readContraction(reading, at) ??
    readStroked(reading, at) ??
    reading.add(UnitKind.Word, at, at + 1, { word, written })
  );
}

const APOSTROPHE = 39;
const STROKE = 47;

/** What a mark parts in the midst of a word, as it is written: three tokens, such as `doesn`, an apostrophe, `t`. */
function partedWord({ tokens }: UnitReading, at: number, mark: number): string | null {
  const [start, end, last] = [tokens.start(at), tokens.end(at), at + 2];
  if (tokens.text.charCodeAt(end) !== mark || tokens.start(last) !== end + 1) return null;
  return tokens.text.slice(start, tokens.end(last));
}

/** The two words of a contraction that begins at a token: `doesn't`. */
function readContraction(reading: UnitReading, at: number): number | null {
  const { tokens } = reading;
  const written = partedWord(reading, at, APOSTROPHE);
  const words = written === null ? null : contractedWords(written);
  if (words?.length !== 2) return null;
  // Both stand at the whole, so that no quote begins inside a word.
  for (const word of words) reading.addAt(UnitKind.Word, tokens.start(at), tokens.end(at + 2), { word });
  return at + 3;
}

/** The word of which a stroke parts the beginning from the end: `w/out`. */
function readStroked(reading: UnitReading, at: number): number | null {
  const written = partedWord(reading, at, STROKE);
  const word = written === null ? null : strokedWord(written);
  return word === null ? null : reading.add(UnitKind.Word, at, at + 3, { word });
}
