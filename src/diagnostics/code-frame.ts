/**
 * Diagnostics as text for people: place, severity and code, message, the line with a caret under the span, help,
 * related places.
 *
 *     rules/a.yaml:10:13 error unknown-fact
 *       criterion `red-flag` tests `red_flags`, which the lexicon does not define
 *       10 |       fact: red_flags
 *          |             ^^^^^^^^^
 *       help: did you mean `red_flag_any`?
 *
 * Texts come from the caller, who alone reads files and writes to the terminal.
 */
import { SourceText, type Span } from '../text/source-text.js';
import { type Paint, painter, type Style } from './ansi.js';
import { type Diagnostic, type Severity, sortDiagnostics } from './diagnostic.js';

/** The text of a file, or undefined where it cannot be had; then no line is shown. */
export type TextOf = (file: string) => string | undefined;

/** How diagnostics are set for where they go. */
export interface FormatOptions {
  /** With the control sequences of a terminal. */
  readonly color: boolean;
}

/** Most columns of a source line that are shown; letters on one line are megabytes long. */
const FRAME_WIDTH = 100;
/** Columns shown before the span where a line is cut. */
const FRAME_LEAD = 40;

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** One diagnostic, lines joined by `\n`, none at the end. */
export function formatDiagnostic(diagnostic: Diagnostic, textOf: TextOf, options: FormatOptions): string {
  return format(diagnostic, sourcesFrom(textOf), painter(options.color));
}

/** All diagnostics, sorted by file and place, with an empty line between; empty for none. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  options: FormatOptions,
): string {
  const sourceOf = sourcesFrom(textOf);
  const paint = painter(options.color);
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => format(diagnostic, sourceOf, paint))
    .join('\n\n');
}

type SourceOf = (file: string) => SourceText | undefined;

/** Remembers texts, so that the lines of a file are counted once. */
function sourcesFrom(textOf: TextOf): SourceOf {
  const sources = new Map<string, SourceText | undefined>();
  return (file) => {
    if (!sources.has(file)) {
      const text = textOf(file);
      sources.set(file, text === undefined ? undefined : new SourceText(file, text));
    }
    return sources.get(file);
  };
}

function format(diagnostic: Diagnostic, sourceOf: SourceOf, paint: Paint): string {
  const { code, severity, file, span, message, help, related } = diagnostic;
  const source = sourceOf(file);
  const style = STYLES[severity];
  const lines = [
    `${paint('bold', place(file, source, span))} ${paint(style, severity)} ${code}`,
    `  ${visible(message)}`,
    ...frame(source, span, (text) => paint(style, text), paint),
  ];
  if (help !== undefined) lines.push(`  ${paint('cyan', 'help:')} ${visible(help)}`);
  for (const other of related ?? []) {
    const otherSource = sourceOf(other.file);
    lines.push(`  ${paint('bold', place(other.file, otherSource, other.span))} ${visible(other.message)}`);
    lines.push(...frame(otherSource, other.span, (text) => paint('cyan', text), paint));
  }
  return lines.join('\n');
}

function place(file: string, source: SourceText | undefined, span: Span | null): string {
  if (source === undefined || span === null) return visible(file);
  const { line, column } = source.point(span.start);
  return `${visible(file)}:${line}:${column}`;
}

/** The line on which a span begins, with carets under the part of the span that lies on it. */
function frame(
  source: SourceText | undefined,
  span: Span | null,
  mark: (text: string) => string,
  paint: Paint,
): string[] {
  if (source === undefined || span === null) return [];
  const { line, column } = source.point(span.start);
  const text = source.text;
  const at = Math.min(Math.max(span.start, 0), text.length);
  const lineStart = at - (column - 1);
  const windowStart = at - lineStart > FRAME_WIDTH - FRAME_LEAD ? at - FRAME_LEAD : lineStart;
  const ahead = text.slice(windowStart, windowStart + FRAME_WIDTH);
  const lineEnd = ahead.search(/[\r\n]/);
  const isCut = lineEnd < 0 && windowStart + FRAME_WIDTH < text.length;
  const shown = lineEnd < 0 ? ahead : ahead.slice(0, lineEnd);
  const before = `${windowStart > lineStart ? '…' : ''}${shown.slice(0, at - windowStart)}`;
  const marked = shown.slice(at - windowStart, Math.max(at, span.end) - windowStart);
  const number = String(line);
  const rest = shown.slice(at - windowStart + marked.length);
  return [
    `  ${paint('dim', `${number} |`)} ${visible(before + marked + rest)}${isCut ? '…' : ''}`.trimEnd(),
    `  ${paint('dim', `${' '.repeat(number.length)} |`)} ${blank(before)}${mark('^'.repeat(Math.max(1, [...marked].length)))}`,
  ];
}

/** As wide as the text: tabs stay tabs, everything else becomes a space. */
function blank(text: string): string {
  return visible(text).replace(/[^\t]/gu, ' ');
}

/** Text of users without the control characters that would steer a terminal. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\uFFFD');
}
