/**
 * `necessity check PATH...`: a row for each issue with prediction, determination and what decided; findings below.
 */
import type { Command } from 'commander';
import { checkHeading, checkText } from '../report/check-text.js';
import { checkRecord } from '../report/output-records.js';
import { totalsText } from '../report/totals.js';
import { EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addSharedOptions, type SharedOptions } from './options.js';
import { recordReporter, textReporter } from './reporter.js';
import { runLetters } from './run-letters.js';
import { textStyle } from './text-style.js';

const EXAMPLES = `
Examples:
  $ necessity check seeds
  $ necessity check letters/*.pdf --fail-on disagreement,finding
  $ necessity check archive.ndjson.gz --format ndjson > results.ndjson`;

/** Letters are printed one by one as they are read, so `check … | head` reads no more than it needs. */
export function addCheckCommand(program: Command, finish: Finish): void {
  addSharedOptions(program.command('check'))
    .description('predict every issue of letters and compare with what was determined')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (paths: string[], options: SharedOptions) => {
      finish(await check(paths, options));
    });
}

function check(paths: readonly string[], options: SharedOptions): Promise<ExitCode> {
  const { format } = options;
  return runLetters(paths, options, (session, knowledge) => {
    if (format !== 'text') {
      return recordReporter(format, 'check', ({ result }) =>
        result.issues.map((issue) => checkRecord(result, issue)),
      );
    }
    const style = textStyle(session, knowledge);
    return textReporter(({ result }) => checkText(result, style), {
      heading: `${checkHeading(style)}\n`,
      gap: '',
      ending: (totals) => `\n${totalsText(totals)}\n`,
    });
  });
}
