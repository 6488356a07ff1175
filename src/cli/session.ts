/**
 * What every command works with: the two streams, how text is laid out on them, and how trouble is told.
 * Results go to standard output, everything else to standard error.
 */
import { type Paint, painter } from '../diagnostics/ansi.js';
import { formatDiagnostics, type TextOf } from '../diagnostics/code-frame.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../text/source-text.js';
import { Output } from './output.js';
import { textWidth, usesColor } from './terminal.js';

interface SessionOptions {
  readonly width?: number;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/**
 * One run's way to people and to programs. What is written is waited for: a call ends when its stream has room again.
 */
export interface Session {
  /** Standard output. */
  readonly results: Output;
  /** Columns that text for people may take. */
  readonly width: number;
  /** For text on standard output. */
  readonly paint: Paint;
  readonly isQuiet: boolean;
  /** Whether results on standard output are coloured. */
  readonly usesColor: boolean;
  /** True if nobody would mind a running count on standard error. */
  readonly hasRoomForProgress: boolean;
  /** A line for people on standard error; none when quiet. */
  note(text: string): Promise<void>;
  /** What went wrong, on standard error, also when quiet. */
  complain(message: string): Promise<void>;
  /** A running count that the next one overwrites. */
  progress(text: string): Promise<void>;
  /** Diagnostics with the lines that they are about, if there are texts; warnings are left out when quiet. */
  tell(diagnostics: readonly Diagnostic[], textOf?: TextOf): Promise<void>;
}

const CLEAR_LINE = '\r\u001b[K';

/**
 * Looks at the process: its streams and environment. Once in a run, since each listens to the errors of the streams.
 */
export function openSession({ width, color, quiet = false }: SessionOptions): Session {
  const { stdout, stderr, env } = process;
  const trouble = new Output(stderr);
  const isTerminal = stderr.isTTY === true;
  const clear = isTerminal ? CLEAR_LINE : '';
  return {
    results: new Output(stdout),
    width: textWidth(width, stdout),
    paint: painter(usesColor(color, env, stdout)),
    isQuiet: quiet,
    usesColor: usesColor(color, env, stdout),
    hasRoomForProgress: isTerminal && stdout.isTTY !== true && !quiet,
    note: async (text) => {
      if (!quiet) await trouble.write(`${clear}${text}\n`);
    },
    complain: (message) => trouble.write(`${clear}error: ${message}\n`),
    progress: (text) => trouble.write(`${CLEAR_LINE}${text}`),
    tell: async (diagnostics, textOf = () => undefined) => {
      const told = diagnostics.filter((one) => !quiet || one.severity === 'error');
      const text = formatDiagnostics(told, textOf, { color: usesColor(color, env, stderr) });
      if (text !== '') await trouble.write(`${clear}${text}\n`);
    },
  };
}

/** The text of one source, for the lines that diagnostics show. */
export function textOfSource(source: SourceText | null): TextOf {
  return (file) => (source?.name === file ? source.text : undefined);
}
