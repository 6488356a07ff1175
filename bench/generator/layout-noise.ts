/**
 * Lays a letter out as PDFs give it back: wrapped lines, blank lines after each, blanks at line ends, pages that
 * break inside sentences, words and dates cut at their hyphens, ligatures, curly quotes.
 * None of it changes what a letter says.
 */
import type { Random } from './random.js';

export interface Noise {
  /** Characters of a line; 0 leaves each paragraph on one line. */
  readonly width: number;
  readonly isDoubleSpaced: boolean;
  readonly hasTrailingBlanks: boolean;
  readonly hasPageBreaks: boolean;
  /** Lines may end after a hyphen or slash between digits: `10-` / `05-2015`. */
  readonly cutsAtHyphens: boolean;
  readonly hasLigatures: boolean;
  readonly hasCurlyQuotes: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export const NO_NOISE: Noise = {
  width: 0,
  isDoubleSpaced: false,
  hasTrailingBlanks: false,
  hasPageBreaks: false,
  cutsAtHyphens: false,
  hasLigatures: false,
  hasCurlyQuotes: false,
  lineEnd: '\n',
};

const PAGE_LINES = [18, 30] as const;
const LIGATURES: Readonly<Record<string, string>> = {
  ffi: '\uFB03',
  ffl: '\uFB04',
  ff: '\uFB00',
  fi: '\uFB01',
  fl: '\uFB02',
};

/** Paragraphs (a heading is one too) as the text of a letter. */
export function layOut(paragraphs: readonly string[], noise: Noise, random: Random): string {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph, noise, random), '']);
  let untilBreak = random.between(...PAGE_LINES);
  const out: string[] = [];
  for (const line of lines) {
    out.push(noise.hasTrailingBlanks && line !== '' ? `${line} ` : line);
    if (noise.isDoubleSpaced) out.push('');
    if (--untilBreak > 0) continue;
    untilBreak = random.between(...PAGE_LINES);
    if (noise.hasPageBreaks) out.push('', random.pick(['', '\f']), '');
  }
  return typeset(out.join(noise.lineEnd), noise);
}

/** Lines of at most the width, as far as words allow. */
function wrapped(paragraph: string, { width, cutsAtHyphens }: Noise, random: Random): string[] {
  if (width === 0) return [paragraph];
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      const cut = cutsAtHyphens && random.chance(0.7) ? cutWord(word, width - line.length - 1) : null;
      lines.push(cut ? `${line} ${cut.head}` : line);
      line = cut?.tail ?? word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Cuts a word after its last hyphen that still fits on the line. */
function cutWord(word: string, room: number): { readonly head: string; readonly tail: string } | null {
  const at = word.lastIndexOf('-', room - 1) + 1;
  return at > 1 && at < word.length ? { head: word.slice(0, at), tail: word.slice(at) } : null;
}

function typeset(text: string, { hasLigatures, hasCurlyQuotes }: Noise): string {
  const joined = hasLigatures
    ? text.replace(/ff[il]|f[fil]/g, (letters) => LIGATURES[letters] ?? letters)
    : text;
  if (!hasCurlyQuotes) return joined;
  return joined
    .replaceAll("'", '\u2019')
    .replace(/(^|[\s(])"/g, '$1\u201C')
    .replaceAll('"', '\u201D');
}
