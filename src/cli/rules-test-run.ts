/**
 * What every way of running examples shares: which rules are meant, and how results are printed.
 */
import type { RuleTexts } from '../files/read-rule-folder.js';
import type { ExampleRunner, RuleReport } from '../pipeline/example-runner.js';
import type { RuleWorkspace } from '../pipeline/rule-workspace.js';
import { type ExampleResults, exampleReportJson, exampleReportText } from '../report/example-report.js';
import { exampleDiagnostics } from '../rules/load-examples.js';
import type { RuleOptions } from './options.js';
import { selectRules } from './rule-selection.js';
import { placeOfRules, textFinder } from './rules-folder.js';
import type { Session } from './session.js';

/** Options of `rules test`, checked; what is left out was not given. */
export interface TestOptions extends RuleOptions {
  readonly format: 'text' | 'json';
  readonly watch?: boolean;
  readonly update?: boolean;
  readonly verbose?: boolean;
}

/**
 * Checks the texts, tells what is wrong with them, and runs the examples of the rules that are named.
 * @returns null if the rules cannot be used, a text where a name is wrong
 */
export async function runChosen(
  words: readonly string[],
  texts: RuleTexts,
  workspace: RuleWorkspace,
  runner: ExampleRunner,
  options: TestOptions,
  session: Session,
): Promise<readonly RuleReport[] | string | null> {
  const { checked, examples, problems } = workspace.check(texts);
  await session.tell(problems, textFinder(texts));
  if (checked === null) return null;
  const files = new Map(examples.map(({ rule, file }) => [rule, file]));
  const named = checked.rules.rules.map((rule) => {
    const own = files.get(rule.id);
    return { rule, files: [rule.place.file, ...(own === undefined ? [] : [own])] };
  });
  const only = selectRules(words, named, placeOfRules(options.rules));
  if (typeof only === 'string') return only;
  const areAllShown = options.format === 'json' || options.verbose === true;
  return runner.run(checked, examples, texts, { only, traces: areAllShown ? 'all' : 'failing' });
}

/** The runs of all rules as one list, in the order of the rules; what fails is told by file and place. */
export function exampleResults(reports: readonly RuleReport[]): ExampleResults {
  return {
    rules: reports.length,
    runs: reports.flatMap(({ runs }) => runs),
    problems: exampleDiagnostics(reports.flatMap(({ problems }) => problems)),
  };
}

/** Results as `--format` asks for them. @param texts of the files that were run, for the lines that are shown */
export function resultsText(
  results: ExampleResults,
  texts: RuleTexts,
  options: TestOptions,
  { width, paint, usesColor: color }: Session,
): string {
  if (options.format === 'json') return exampleReportJson(results, textFinder(texts));
  const isVerbose = options.verbose === true;
  return exampleReportText(results, { width, paint, color, textOf: textFinder(texts), isVerbose });
}
