/**
 * Width and colour of what is printed, from options, environment and the kind of stream.
 * Colour is off unless the stream is a terminal; NO_COLOR, FORCE_COLOR and TERM=dumb are heeded, options come first.
 */

export interface StreamKind {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The table of issues needs this much. */
export const NARROWEST = 72;
export const WIDEST = 400;
/** Width where the stream has none, as in a pipe. */
const PLAIN_WIDTH = 100;

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

export function textWidth(option: number | undefined, stream: StreamKind): number {
  if (option !== undefined) return option;
  const columns = stream.isTTY === true ? (stream.columns ?? PLAIN_WIDTH) : PLAIN_WIDTH;
  return Math.min(Math.max(columns, NARROWEST), WIDEST);
}
