/**
 * What a text is made of for everything that reads it: words, numbers, dates, levels, marks and ends of sentences.
 * Not here: how they are read from tokens (see `units.ts`).
 */
import type { Tokens } from './tokens.js';

/** What a unit is. Numbers in words are numbers too; `4/5` is a ratio, `2-3` a range, `L4-5` a level. */
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

/**
 * One unit of a text. Places are characters of the text that was read, a clean view as a rule; the end is not part of
 * it.
 */
export interface Unit {
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
  /** Lower-case word, or the mark; empty for numbers and dates. */
  readonly word: string;
  /** The word in its own letters, or the mark. */
  readonly written: string;
  /** Number; low end of a range; numerator of a ratio; percentage; of a word that counts (`twice`) what it counts, else 0. */
  readonly value: number;
  /** High end of a range, also over a base or of percentages; else equal to `value`. */
  readonly high: number;
  /** Denominator of a ratio, else 0. */
  readonly base: number;
  /** ISO date. */
  readonly date: string | null;
  /** Spinal levels of a level, ranges spelled out, `L4-5` style; empty for all else. */
  readonly levels: readonly string[];
  /** What the word or mark does between others. */
  readonly roles: ReadonlySet<string>;
}

/** Half-open range of units, by their places in the list of a text. */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** The roles of words that this folder reads itself; what others do is for those who read units. */
export type UnitRole =
  | 'and'
  | 'indefinite'
  | 'partitive'
  | 'half'
  | 'half-of'
  | 'multiple'
  | 'measure'
  | 'percent'
  | 'to'
  | 'out'
  | 'over'
  | 'to-side'
  | 'possible'
  | 'counted'
  | 'through-level'
  | 'beside-through-level'
  | 'end-of-spine'
  | 'on-level'
  | 'of-month'
  | 'ordinal'
  | 'answer-no'
  | 'before-object'
  | 'answer-label'
  | 'reply-no'
  | 'reply-yes';

/** What a word or mark does, and, if it counts, what. */
export interface WordUse {
  readonly roles: ReadonlySet<string>;
  readonly value: number;
}

/** Language data that the reader of units needs; from the lexicon. */
export interface UnitData {
  /** Number words: `two` to 2. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Names of months, long and short, with their numbers: `sept` 9. */
  readonly months: ReadonlyMap<string, number>;
  /** Words that end in a point without ending a sentence, lower case, without the point. */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that end a sentence before a word with a capital letter. */
  readonly closing: ReadonlySet<string>;
  /**
   * Column letters of level codes, in order from the head, with how many levels each has: `C` 7, `T` 12; and how many
   * roots, where there is one more.
   */
  readonly columns: readonly {
    readonly letter: string;
    readonly count: number;
    readonly roots?: number | undefined;
  }[];
  /** The word as which short answers that deny are read. */
  readonly none: string;
  /** What words and marks do, by the word in lower case. */
  readonly uses: ReadonlyMap<string, WordUse>;
}

/** What is particular to a unit; the rest has nothing to say. */
export type Particulars = Partial<
  Pick<Unit, 'word' | 'written' | 'value' | 'high' | 'base' | 'date' | 'levels'>
>;

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
    readonly roles: ReadonlySet<string>,
  ) {}
}
const NONE: readonly string[] = [];
const NO_USE: WordUse = { roles: new Set(), value: 0 };

/** True if a unit does this; false where there is no unit. */
export function plays(unit: Unit | undefined, role: UnitRole): boolean {
  return unit?.roles.has(role) ?? false;
}

/** A mark or the end of a sentence that stands in no text, before the character at an offset. */
export function insertedUnit(kind: UnitKind.Mark | UnitKind.Break, at: number, word: string): Unit {
  return new TextUnit(kind, at, at, word, word, 0, 0, 0, null, NONE, NO_USE.roles);
}

/** A word that is read as another one. */
export function readAs(unit: Unit, word: string): Unit {
  return new TextUnit(UnitKind.Word, unit.start, unit.end, word, word, 0, 0, 0, null, NONE, NO_USE.roles);
}

/**
 * A text while its units are read. A reader of units begins at a token, adds the units that it finds there, and gives
 * the token that comes next; or, if it finds none, adds nothing and gives the token that it began at.
 */
export class UnitReading {
  readonly tokens: Tokens;
  readonly data: UnitData;
  readonly units: Unit[] = [];

  constructor(tokens: Tokens, data: UnitData) {
    this.tokens = tokens;
    this.data = data;
  }

  /** Adds a unit that is made of the half-open range of tokens. @returns the token after it */
  add(kind: UnitKind, from: number, next: number, particulars: Particulars): number {
    this.addAt(kind, this.tokens.start(from), this.tokens.end(next - 1), particulars);
    return next;
  }

  /** Adds a unit that stands at the half-open range of characters. */
  addAt(kind: UnitKind, start: number, end: number, particulars: Particulars): void {
    const { word = '', written = word, base = 0, date = null, levels = NONE } = particulars;
    const { roles, value: counted } = (word === '' ? undefined : this.data.uses.get(word)) ?? NO_USE;
    const { value = counted, high = value } = particulars;
    this.units.push(new TextUnit(kind, start, end, word, written, value, high, base, date, levels, roles));
  }

  /** True if a token is a word that does this. */
  plays(at: number, role: UnitRole): boolean {
    return this.data.uses.get(this.tokens.word(at))?.roles.has(role) ?? false;
  }

  /** A number in digits or as a word; else null. */
  numberOrWord(at: number): number | null {
    return this.tokens.number(at) ?? this.data.numbers.get(this.tokens.word(at)) ?? null;
  }
}
