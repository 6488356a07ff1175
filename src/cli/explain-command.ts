/**
 * `necessity explain PATH [--issue N]`: how each prediction comes about, step by step, beside what was determined.
 */
import type { Command } from 'commander';
import type { CheckedLetter } from '../pipeline/check-letter.js';
import { explainText } from '../report/explain-text.js';
import { explainRecord } from '../report/output-records.js';
import type { IssueResult } from '../vocabulary/letter-result.js';
import { EXIT, EXIT_HELP, type ExitCode, type Finish } from './exit-codes.js';
import { addSharedOptions, readIssue, type SharedOptions } from './options.js';
import { recordReporter, textReporter } from './reporter.js';
import { runLetters } from './run-letters.js';
import { textStyle } from './text-style.js';

interface ExplainOptions extends SharedOptions {
  readonly issue?: number;
}

/** Between the explanations of two issues. */
const LETTER_GAP = '\n\n';

const EXAMPLES = `
Examples:
  $ necessity explain letter.txt --issue 2
  $ necessity explain letter.pdf --width 80 > explanation.txt`;

/** A number of an issue that no letter has is a wrong command line, seen only after all letters were read. */
export function addExplainCommand(program: Command, finish: Finish): void {
  addSharedOptions(program.command('explain'))
    .description('explain each prediction: guideline, criteria with evidence, what would turn it')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .option('--issue <number>', 'only this issue of each letter', readIssue)
    .addHelpText('after', EXAMPLES + EXIT_HELP)
    .action(async (paths: string[], options: ExplainOptions, command: Command) => {
      finish(await explain(paths, options, command));
    });
}

async function explain(
  paths: readonly string[],
  options: ExplainOptions,
  command: Command,
): Promise<ExitCode> {
  const { format, issue: wanted } = options;
  let most = 0;
  const chosen = ({ result }: CheckedLetter): readonly IssueResult[] => {
    most = Math.max(most, result.issues.length);
    return result.issues.filter((issue) => wanted === undefined || issue.issue === wanted);
  };
  const exit = await runLetters(paths, options, (session, knowledge) => {
    if (format !== 'text') {
      return recordReporter(format, 'explain', (checked) =>
        chosen(checked).map((issue) => explainRecord(checked.result, issue, checked.document)),
      );
    }
    const style = textStyle(session, knowledge);
    const textOf = (checked: CheckedLetter): string =>
      chosen(checked)
        .map((issue) => explainText(checked.result, issue, checked.document, style))
        .join(`\n${LETTER_GAP}`);
    return textReporter(textOf, { heading: '', gap: LETTER_GAP, ending: () => '' });
  });
  if (wanted === undefined || wanted <= most || exit === EXIT.unread) return exit;
  return command.error(`error: no letter has an issue ${wanted}; the most that one has is ${most}`);
}
