/**
 * What the exit status of a run means. Only `run.ts` sets it.
 */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  unread: 3,
  // As shells count them: 128 and the number of the signal.
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
/** One of the numbers of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Takes the exit status of the command that ran, once it has; a command line that is wrong never gets there. */
export type Finish = (exit: ExitCode) => void;

/** What stands below the help of a command; no line end follows, so that a command can say more of its own. */
export const EXIT_HELP = `

Exit status:
  0  ran; nothing to report against
  1  found what --fail-on asks to fail on, or the rules have errors
  2  the command line is wrong
  3  some input could not be read, or lacks its case summary or its issues`;
