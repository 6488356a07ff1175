/**
 * Width and colour of what is printed, from options, environment and the kind of stream.
 * Colour is off unless the stream is a terminal; NO_COLOR, FORCE_COLOR and TERM=dumb are heeded, options come first.
 */

/** What a stream of the process tells of itself; neither where it is a pipe or a file. */
export interface StreamKind {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The table of issues needs this much. */
export const NARROWEST = 72;
/** A terminal may say that it is wider; lines are not. */
export const WIDEST = 400;
/** Width where the stream has none, as in a pipe. */
const PLAIN_WIDTH = 100;

/**
 * @param option true or false where the command line says so; it comes first
 * @param env `NO_COLOR` counts unless it is empty (no-color.org), `FORCE_COLOR` unless it is `0` or `false`
 */
export function usesColor(
  option: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  stream: StreamKind,
): boolean {
  if (option !== undefined) return option;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** Columns; an option is taken as it is, the width of a terminal is kept between `NARROWEST` and `WIDEST`. */
export function textWidth(option: number | undefined, stream: StreamKind): number {
  if (option !== undefined) return option;
  const columns = stream.isTTY === true ? (stream.columns ?? PLAIN_WIDTH) : PLAIN_WIDTH;
  return Math.min(Math.max(columns, NARROWEST), WIDEST);
}
