/**
 * What makes a file unfit to be read, whatever it says: characters that nobody sees, spaces that YAML does not know,
 * the marks of a merge that is not finished. Seen before the parser, which takes them for something else. And how texts
 * that hold such characters, as those of letters do, are written all the same.
 */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

interface Strange {
  readonly pattern: RegExp;
  /** @param code the first character in the notation `U+00A0` */
  readonly message: (code: string) => string;
  readonly help: string;
}

const STRANGE: readonly Strange[] = [
  {
    // The next line of old mainframes is a line end to YAML.
    pattern: /[^\P{Cc}\t\n\r\u0085]/u,
    message: (code) => `a control character (${code}) stands here`,
    help: 'take it away; where there are many, the file is no text, or not UTF-8',
  },
  {
    // A byte order mark at the start is told as what it is.
    pattern: /(?!^\uFEFF)[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/,
    message: (code) => `a character that cannot be seen (${code}) stands here`,
    help: 'take it away: without it, the words may be the same',
  },
  {
    pattern: /(?<=^[ \t-]*)[\u00a0\u2000-\u200a\u202f\u3000]/m,
    message: (code) => `a space that YAML does not know (${code}) indents the line`,
    help: 'indent with plain spaces',
  },
  {
    pattern: /\r(?!\n)/,
    message: () => 'the lines end with a carriage return alone',
    help: 'save the file with line feeds',
  },
  {
    pattern: /^(?:<{7}|>{7}|\|{7})(?=[ \n]|$)/m,
    message: () => 'a merge is not finished: both sides of a conflict stand here',
    help: 'keep one side, and take the marks `<<<<<<<`, `=======` and `>>>>>>>` away',
  },
];

/** Characters that a file holds only in the notation of double quotes: `"\u00A0"`. */
const UNSEEN = /[^\P{Cc}\t\n]|[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u2064\u3000\ufeff]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');

/** Whether a text must stand in double quotes, so that what cannot be seen can be written. */
export function needsNotation(text: string): boolean {
  return UNSEEN.test(text);
}

/** A file as it was put together, with what cannot be seen in notation. */
export function inNotation(yaml: string): string {
  return yaml.replace(ALL_UNSEEN, (one) => `\\u${codeOf(one)}`);
}

const codeOf = (text: string): string =>
  (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** The first thing of its kind that must be mended before the file can be read; null if there is none. */
export function strangeText(file: string, text: string): Diagnostic | null {
  for (const { pattern, message, help } of STRANGE) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const span = { start: found.index, end: found.index + found[0].length };
    return diagnostic('yaml-syntax', file, span, message(`U+${codeOf(found[0])}`), { help });
  }
  return null;
}
