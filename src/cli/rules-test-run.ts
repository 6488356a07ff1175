/**
 * What every way of running examples shares: which rules are meant, and how results are printed.
 */
import {
  type ExampleResults,
  exampleDiagnostics,
  exampleReportJson,
  exampleReportText,
  type RuleReport,
  type RuleTexts,
} from '../index.js';
import { placeOfRules, textFinder } from './load-rules-folder.js';
import { selectRules } from './rule-selection.js';
import type { Session } from './session.js';
import { usesColor } from './terminal.js';

export interface TestOptions {
  readonly rules?: string;
  readonly format: 'text' | 'json';
  readonly watch?: boolean;
  readonly update?: boolean;
  readonly verbose?: boolean;
  readonly width?: number;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** The reports of the rules that are named, or what is wrong with a name. */
export function chooseReports(
  words: readonly string[],
  reports: readonly RuleReport[],
  { rules }: TestOptions,
): readonly RuleReport[] | string {
  const named = reports.map(({ rule, file }) => ({
    rule,
    files: [rule.place.file, ...(file === undefined ? [] : [file.file])],
  }));
  const selection = selectRules(words, named, placeOfRules(rules));
  if (typeof selection === 'string') return selection;
  return reports.filter(({ rule }) => selection.has(rule.id));
}

export function exampleResults(reports: readonly RuleReport[]): ExampleResults {
  return {
    rules: reports.length,
    runs: reports.flatMap(({ runs }) => runs),
    problems: exampleDiagnostics(reports.flatMap(({ problems }) => problems)),
  };
}

export function resultsText(
  results: ExampleResults,
  texts: RuleTexts,
  options: TestOptions,
  { width, paint }: Session,
): string {
  if (options.format === 'json') return exampleReportJson(results);
  const color = usesColor(options.color, process.env, process.stdout);
  const isVerbose = options.verbose === true;
  return exampleReportText(results, { width, paint, color, textOf: textFinder(texts), isVerbose });
}
