/**
 * Cuts clean text into words, numbers and marks. One pass by character code.
 * `10mg` is a number and a word; `L4` and `x4` are one code; `'s` belongs to no word.
 * Not here: what numbers mean together, such as dates and ranges (see `units.ts`).
 */

export enum TokenKind {
  Word = 1,
  Number = 2,
  /** One letter and up to two digits: `L4`, `x6`. */
  Code = 3,
  Mark = 4,
}

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const isArrow = (c: number): boolean => c >= 0x2190 && c <= 0x21ff;
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && !isArrow(c));
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Tokens in text order; white space between them is dropped. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let i = 0;
  while (i < length) {
    const c = text.charCodeAt(i);
    const start = i;
    if (c === 32) {
      i++;
      continue;
    }
    if (isDigit(c)) {
      i = endOfNumber(text, i);
      tokens.push({ kind: TokenKind.Number, start, end: i });
    } else if (isLetter(c)) {
      while (i < length && isLetter(text.charCodeAt(i))) i++;
      const letters = i - start;
      let digits = i;
      while (digits < length && digits < i + 3 && isDigit(text.charCodeAt(digits))) digits++;
      if (letters === 1 && digits > i && digits <= i + 2 && !isLetter(text.charCodeAt(digits))) {
        tokens.push({ kind: TokenKind.Code, start, end: digits });
        i = digits;
        continue;
      }
      tokens.push({ kind: TokenKind.Word, start, end: i });
      i = endOfPossessive(text, i);
    } else {
      i++;
      tokens.push({ kind: TokenKind.Mark, start, end: i });
    }
  }
  return tokens;
}

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

/** `'s` after a word is skipped; an apostrophe inside a word (`don't`) ends it here too, `t` is its own word. */
function endOfPossessive(text: string, end: number): number {
  if (text.charCodeAt(end) !== 39) return end;
  const next = text.charCodeAt(end + 1);
  if ((next === 115 || next === 83) && !isLetter(text.charCodeAt(end + 2))) return end + 2;
  return end;
}
