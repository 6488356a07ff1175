/**
 * The command line as a whole: its commands and what they share. `run.ts` runs it.
 * A command's code is loaded when the command is asked for, since reading the code of all of them takes longer than
 * checking a letter.
 */
import { Command } from 'commander';
import { EXIT_HELP, type Finish } from './exit-codes.js';

const DESCRIPTION =
  'Checks California IMR determinations: predicts each issue from the case summary and the guidelines, and compares.';

type AddCommand = (program: Command, finish: Finish) => void;

/** In the order in which `--help` lists them. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['check', async () => (await import('./check-command.js')).addCheckCommand],
  ['explain', async () => (await import('./explain-command.js')).addExplainCommand],
  ['facts', async () => (await import('./facts-command.js')).addFactsCommand],
  ['compare', async () => (await import('./compare-command.js')).addCompareCommand],
  ['map', async () => (await import('./map-command.js')).addMapCommand],
  ['query', async () => (await import('./query-command.js')).addQueryCommand],
  ['rules', async () => (await import('./rules-command.js')).addRulesCommand],
]);

/**
 * @param asked the first word of the command line; where it is no command, all of them are there, to be listed or
 *   suggested
 */
export async function buildProgram(
  version: string,
  asked: string | undefined,
  finish: Finish,
): Promise<Command> {
  const program = new Command('necessity')
    .description(DESCRIPTION)
    .version(version)
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', EXIT_HELP.slice(1));
  // Subcommands take this over when they are made, so it comes first.
  program.exitOverride();
  const only = COMMANDS.get(asked ?? '');
  for (const load of only ? [only] : COMMANDS.values()) (await load())(program, finish);
  return program;
}
