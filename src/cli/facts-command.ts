/**
 * `necessity facts PATH...`: what the case summaries of letters state, each fact with the words it rests on.
 */
import type { Command } from 'commander';
import { factsText } from '../report/facts-text.js';
import { factRecord } from '../report/output-records.js';
import { EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addSharedOptions, type SharedOptions } from './options.js';
import { recordReporter, textReporter } from './reporter.js';
import { runLetters } from './run-letters.js';
import { textStyle } from './text-style.js';

const EXAMPLES = `
Examples:
  $ necessity facts letter.txt
  $ cat letter.txt | necessity facts - --format ndjson`;

/** Facts are those of the case summary as it was read, before any service asks which of them count. */
export function addFactsCommand(program: Command, finish: Finish): void {
  addSharedOptions(program.command('facts'))
    .description('list the facts that case summaries state, with evidence')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (paths: string[], options: SharedOptions) => {
      finish(await facts(paths, options));
    });
}

function facts(paths: readonly string[], options: SharedOptions): Promise<ExitCode> {
  const { format } = options;
  return runLetters(paths, options, (session, knowledge) => {
    if (format !== 'text') {
      return recordReporter(format, 'facts', ({ result }) =>
        result.facts.map((fact) => factRecord(result.document, fact)),
      );
    }
    const style = textStyle(session, knowledge);
    return textReporter(({ result }) => factsText(result, style), {
      heading: '',
      gap: '\n',
      ending: () => '',
    });
  });
}
