/**
 * Ctrl-C, and the signals that end programs -> something that work in hand can look at, so that a run ends soon and
 * leaves nothing half-written. A second signal ends the program at once, as it would without this.
 * Not here: what a run does about it.
 */
import { EXIT, type ExitCode } from './exit-codes.js';

const EXITS = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated, SIGHUP: EXIT.hungUp } as const;
type StopSignal = keyof typeof EXITS;
const SIGNALS = Object.keys(EXITS) as readonly StopSignal[];

/** What a run asks when it wants to know whether it should end. */
export interface Stopping {
  /** Set once the user asked to stop. */
  readonly signal: AbortSignal;
  /** What a run that was stopped ends with; null if nobody asked. */
  exit(): ExitCode | null;
  /** Leaves signals to the system again. */
  ignore(): void;
}

/** Signals end the program no more, until the first has come or `ignore` is called. Whoever calls this calls that. */
export function listenForStop(): Stopping {
  const stop = new AbortController();
  let exit: ExitCode | null = null;
  const onSignal = (name: NodeJS.Signals): void => {
    exit = EXITS[name as StopSignal];
    ignore();
    stop.abort();
  };
  const ignore = (): void => {
    for (const name of SIGNALS) process.removeListener(name, onSignal);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return { signal: stop.signal, exit: () => exit, ignore };
}

/** How long what is in hand may take to end. */
const PATIENCE_MS = 1000;

/** Ends a program that was stopped and still runs: a thread may wait in the system, where nothing else reaches it. */
export function insistOnEnd(exit: ExitCode): void {
  const name = SIGNALS.find((one) => EXITS[one] === exit);
  if (name !== undefined) setTimeout(() => process.kill(process.pid, name), PATIENCE_MS).unref();
}

/** Waits for the work, but once the user asked to stop, not for long. */
export async function waitUnlessStopped(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) {
    await work;
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** What comes of the work; null once the user asked to stop: what it comes to then is nobody's. */
export async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  work.catch(() => undefined);
  if (signal.aborted) return null;
  let onAbort = (): void => undefined;
  const stopped = new Promise<null>((resolve) => {
    onAbort = () => resolve(null);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
