/**
 * The command line as a whole: its commands and what they share. `main.ts` runs it.
 */
import { Command } from 'commander';
import { addCheckCommand } from './check-command.js';
import { addCompareCommand } from './compare-command.js';
import { EXIT_HELP, type ExitCode } from './exit-codes.js';
import { addExplainCommand } from './explain-command.js';
import { addFactsCommand } from './facts-command.js';
import { addMapCommand } from './map-command.js';
import { addQueryCommand } from './query-command.js';
import { addRulesCommand } from './rules-command.js';

const DESCRIPTION =
  'Checks California IMR determinations: predicts each issue from the case summary and the guidelines, and compares.';

/** @param finish takes the exit status of the command that ran */
export function buildProgram(version: string, finish: (exit: ExitCode) => void): Command {
  const program = new Command('necessity')
    .description(DESCRIPTION)
    .version(version)
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', EXIT_HELP.slice(1));
  // Subcommands take this over when they are made, so it comes first.
  program.exitOverride();
  addCheckCommand(program, finish);
  addExplainCommand(program, finish);
  addFactsCommand(program, finish);
  addCompareCommand(program, finish);
  addMapCommand(program, finish);
  addQueryCommand(program, finish);
  addRulesCommand(program, finish);
  return program;
}
