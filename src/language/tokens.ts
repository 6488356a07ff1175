/**
 * Cuts clean text into words, numbers and marks. One pass by character code.
 * `10mg` is a number and a word; `L4` and `x4` are one code; `'s` belongs to no word.
 * Not here: what numbers mean together, such as dates and ranges (see `units.ts`).
 */

/** What a token is; a mark is any single character that is no letter, digit or space. */
export enum TokenKind {
  Word = 1,
  Number = 2,
  /** One letter and up to two digits: `L4`, `x6`. */
  Code = 3,
  Mark = 4,
}

/**
 * The tokens of a text in order, by their places; white space between them is dropped. Where there is no token of the
 * kind that is asked for, also before the first and after the last, there is no word, mark or number either.
 */
export class Tokens {
  readonly text: string;
  readonly #kinds: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  private constructor(text: string) {
    this.text = text;
  }

  /** Cuts a clean text, in which a space is the only white space. */
  static of(text: string): Tokens {
    const tokens = new Tokens(text);
    for (let i = 0; i < text.length; ) i = text.charCodeAt(i) === SPACE ? i + 1 : tokens.#read(i);
    return tokens;
  }

  get length(): number {
    return this.#kinds.length;
  }

  kind(at: number): TokenKind | undefined {
    return this.#kinds[at];
  }

  /** Offset of the text; its length where no token is. */
  start(at: number): number {
    return this.#starts[at] ?? this.text.length;
  }

  /** Offset of the text; 0 before the first token. */
  end(at: number): number {
    return this.#ends[at] ?? 0;
  }

  /** In characters; 0 where no token is. */
  width(at: number): number {
    return at in this.#starts ? this.end(at) - this.start(at) : 0;
  }

  /** A token as it stands; empty where none is. */
  written(at: number): string {
    return this.text.slice(this.start(at), this.end(at));
  }

  /** A word in lower case, else an empty string. */
  word(at: number): string {
    return this.#kinds[at] === TokenKind.Word ? this.written(at).toLowerCase() : '';
  }

  /** A mark, else an empty string. */
  mark(at: number): string {
    return this.#kinds[at] === TokenKind.Mark ? this.written(at) : '';
  }

  /** A number, its thousands separators left out; else null. */
  number(at: number): number | null {
    return this.#kinds[at] === TokenKind.Number ? Number(this.written(at).replaceAll(',', '')) : null;
  }

  /** True if no space stands between a token and the one before it. */
  isGlued(at: number): boolean {
    return at > 0 && at < this.length && this.end(at - 1) === this.start(at);
  }

  /** Reads the token at an offset; returns the offset after it. */
  #read(start: number): number {
    const { text } = this;
    const c = text.charCodeAt(start);
    if (isDigit(c)) return this.#add(TokenKind.Number, start, endOfNumber(text, start));
    if (!isLetter(c)) return this.#add(TokenKind.Mark, start, start + 1);
    let end = start + 1;
    while (isLetter(text.charCodeAt(end))) end++;
    const code = end === start + 1 ? endOfCode(text, end) : end;
    if (code > end) return this.#add(TokenKind.Code, start, code);
    return endOfPossessive(text, this.#add(TokenKind.Word, start, end));
  }

  #add(kind: TokenKind, start: number, end: number): number {
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#ends.push(end);
    return end;
  }
}

const SPACE = 32;
const isArrow = (c: number): boolean => c >= 0x2190 && c <= 0x21ff;
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && !isArrow(c));
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Digits with thousands separators and a decimal part: `2,400`, `34.6`. */
function endOfNumber(text: string, start: number): number {
  let i = start;
  while (isDigit(text.charCodeAt(i))) i++;
  while (
    i - start <= 3 &&
    text.charCodeAt(i) === 44 &&
    [1, 2, 3].every((k) => isDigit(text.charCodeAt(i + k))) &&
    !isDigit(text.charCodeAt(i + 4))
  ) {
    i += 4;
    if (i - start > 12) break;
  }
  if (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
    i++;
    while (isDigit(text.charCodeAt(i))) i++;
  }
  return i;
}

/** The end of one or two digits that follow a letter; where there are more, or a letter follows, they are no code. */
function endOfCode(text: string, start: number): number {
  let end = start;
  while (end < start + 3 && isDigit(text.charCodeAt(end))) end++;
  return end <= start + 2 && !isLetter(text.charCodeAt(end)) ? end : start;
}

/** `'s` after a word is skipped; an apostrophe inside a word (`don't`) ends it here too, `t` is its own word. */
function endOfPossessive(text: string, end: number): number {
  if (text.charCodeAt(end) !== 39) return end;
  const next = text.charCodeAt(end + 1);
  if ((next === 115 || next === 83) && !isLetter(text.charCodeAt(end + 2))) return end + 2;
  return end;
}
