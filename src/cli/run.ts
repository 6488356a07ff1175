/**
 * Runs the command line and sets the exit status. The only place that does.
 */
import { CommanderError } from 'commander';
import { systemWords } from '../files/write-beside.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { isReaderGone } from './output.js';
import { buildProgram } from './program.js';
import { programVersion } from './program-version.js';
import { insistOnEnd } from './stopping.js';

async function runCommand(): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  const program = await buildProgram(programVersion(), process.argv[2], (code) => {
    exit = code;
  });
  try {
    await program.parseAsync();
    return exit;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    return cause.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
}

/** Does what the arguments of the process ask for. */
export async function run(): Promise<void> {
  // What cannot be printed has failed, unless its reader simply had enough (`… | head`).
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (isReaderGone(cause) || process.exitCode !== undefined) return;
    process.exitCode = EXIT.failed;
    process.stderr.write(`error: the results cannot be printed: ${systemWords(cause)}\n`);
  });
  const exit = await runCommand();
  process.exitCode ??= exit;
  insistOnEnd(exit);
}
