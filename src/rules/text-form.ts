/**
 * The text of a file before anything is parsed: byte order mark, carriage returns, spaces at ends of lines, the end of
 * the last line. YAML reads all of these, but diffs and other programs trip over them. Each kind is told once a file.
 * Spaces inside texts that run over several lines are part of the text, so they are left alone.
 */
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../text/source-text.js';
import type { TextFile } from './load-rules.js';

/** `  id: x  ` followed by the end of the line. */
const TRAILING_SPACE = /[ \t]+(?=\r?\n|$(?![\s\S]))/g;

/** What is amiss in the form of a file: its marks, line ends, trailing spaces and last line. */
export function textFormProblems({ file, text, hasMark = false }: TextFile): readonly Diagnostic[] {
  return [
    ...(hasMark ? [byteOrderMark(file)] : []),
    ...carriageReturns(file, text),
    ...trailingSpaces(file, text),
    ...lastLine(file, text),
  ];
}

/** The mark is no part of the text any more: the file as it is written back has none. */
function byteOrderMark(file: string): Diagnostic {
  const fix = { title: 'take the byte order mark away', edits: [] };
  const message = 'the file begins with a byte order mark';
  return diagnostic('byte-order-mark', file, { start: 0, end: 0 }, message, { fix });
}

function carriageReturns(file: string, text: string): readonly Diagnostic[] {
  const spans = [...text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({ start: index, end: index + 1 }));
  const [first] = spans;
  if (first === undefined) return [];
  const message = `${counted(spans.length, 'line ends', 'lines end')} with a carriage return`;
  const fix = {
    title: 'end lines with a line feed alone',
    edits: spans.map((span) => ({ span, text: '' })),
  };
  return [diagnostic('windows-line-ends', file, first, message, { fix })];
}

function trailingSpaces(file: string, text: string): readonly Diagnostic[] {
  const ends = [...text.matchAll(TRAILING_SPACE)].map(({ index, 0: spaces }) => ({
    start: index,
    end: index + spaces.length,
  }));
  if (ends.length === 0) return [];
  const spans = outside(ends, longTexts(text));
  const [first] = spans;
  if (first === undefined) return [];
  const message = `${counted(spans.length, 'line ends', 'lines end')} with spaces`;
  const fix = {
    title: 'take spaces at ends of lines away',
    edits: spans.map((span) => ({ span, text: '' })),
  };
  return [diagnostic('trailing-space', file, first, message, { fix })];
}

/** The spans that begin in none of the others; both in the order of the text. */
function outside(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  let next = 0;
  return spans.filter(({ start }) => {
    while ((others[next]?.end ?? Infinity) <= start) next++;
    return start < (others[next]?.start ?? Infinity);
  });
}

/** Texts that run over several lines, in the order of the file. */
function longTexts(text: string): readonly Span[] {
  const spans: Span[] = [];
  let document: Document;
  try {
    document = parseDocument(text, { prettyErrors: false });
  } catch {
    return [{ start: 0, end: text.length + 1 }];
  }
  // What a text is cannot be told in a file that is no YAML.
  if (document.errors.length > 0) return [{ start: 0, end: text.length + 1 }];
  visit(document, {
    Scalar(_key, node) {
      if (!isScalar(node) || !node.range) return;
      const [start, end] = node.range;
      if (text.slice(start, end).includes('\n')) spans.push({ start, end });
    },
  });
  return spans.sort((a, b) => a.start - b.start);
}

function lastLine(file: string, text: string): readonly Diagnostic[] {
  if (text === '' || text.endsWith('\n')) return [];
  const end = text.length;
  const fix = { title: 'end the last line', edits: [{ span: { start: end, end }, text: '\n' }] };
  return [
    diagnostic('no-final-line-end', file, { start: end - 1, end }, 'the last line has no end', { fix }),
  ];
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
