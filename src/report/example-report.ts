/**
 * A run of examples as a whole: failures one after the other with a last line that counts, or one JSON document.
 */

import { formatDiagnostics, type TextOf } from '../diagnostics/code-frame.js';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import type { ExampleRun } from '../vocabulary/example-run.js';
import { diagnosticRecord, type PlaceOf, placesIn, relatedRecord } from './diagnostic-record.js';
import { exampleFailure, exampleFailureText, type FailureStyle, nearTexts } from './example-failure.js';
import { nearMisses } from './near-misses.js';
import { traceRecord } from './output-records.js';
import type { TestReport } from './rules-schema.js';
import { CRITERION_WORDS, counted } from './words.js';

/** What came of running examples, in the order of the rules. */
export interface ExampleResults {
  /** How many rules were looked at. */
  readonly rules: number;
  readonly runs: readonly ExampleRun[];
  /** Everything that is wrong; failing examples are among it, at the place of the example. */
  readonly problems: readonly Diagnostic[];
}

/** How a run is laid out, and how much of it is told. */
export interface ExampleReportStyle extends FailureStyle {
  /** Also the examples that are as expected. */
  readonly isVerbose: boolean;
}

/** The report for people; ends with a line end. */
export function exampleReportText(results: ExampleResults, style: ExampleReportStyle): string {
  const passing = style.isVerbose ? results.runs.filter((run) => run.failure === null).map(passedText) : [];
  const failing = sortDiagnostics(results.problems).map((problem) =>
    problemText(problem, results.runs, style),
  );
  const blocks = passing.length === 0 ? failing : [passing.join('\n'), ...failing];
  return [...blocks, `${exampleCounts(results)}\n`].join('\n\n').replace(/^\n+/, '');
}

/** `126 rules, 728 examples: 2 problems` */
export function exampleCounts({ rules, runs, problems }: ExampleResults): string {
  const found = problems.length === 0 ? 'no problems' : counted(problems.length, 'problem');
  return `${counted(rules, 'rule')}, ${counted(runs.length, 'example')}: ${found}`;
}

function problemText(problem: Diagnostic, runs: readonly ExampleRun[], style: FailureStyle): string {
  const run = problem.code === 'failing-example' ? failingRun(problem, runs) : undefined;
  return run === undefined
    ? formatDiagnostics([problem], style.textOf, style)
    : exampleFailureText(run, style);
}

function failingRun({ file, span }: Diagnostic, runs: readonly ExampleRun[]): ExampleRun | undefined {
  return runs.find(
    ({ example, failure }) =>
      failure !== null && example.place.file === file && example.place.span.start === span?.start,
  );
}

/** `ok  odg-lumbar-esi: three levels: not met, by two-levels` and, where it is not met, how near it came. */
function passedText(run: ExampleRun): string {
  const end = run.end === 'silent' || run.end === 'out-of-force' ? run.end : CRITERION_WORDS[run.end];
  const by = run.decidedBy.length === 0 ? '' : `, by ${run.decidedBy.join(', ')}`;
  const near = nearTexts(run).map((text) => `\n      ${text}`);
  return `ok  ${run.rule}: ${run.example.name}: ${end}${by}${near.join('')}`;
}

/** One document with every example, those that fail with their trace; ends with a line end. */
export function exampleReportJson(results: ExampleResults, textOf: TextOf): string {
  const placeOf = placesIn(textOf);
  const failed = results.runs.filter((run) => run.failure !== null).length;
  const document: TestReport = {
    report: 'test',
    examples: results.runs.map((run) => exampleRecord(run, placeOf)),
    problems: sortDiagnostics(results.problems).map((one) => diagnosticRecord(one, placeOf)),
    totals: {
      rules: results.rules,
      examples: results.runs.length,
      failed,
      problems: results.problems.length,
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function exampleRecord(run: ExampleRun, placeOf: PlaceOf): TestReport['examples'][number] {
  const { rule, example, end, decidedBy, undocumented, failure, trace } = run;
  const criteria = trace?.criteria ?? null;
  const places = (exampleFailure(run).related ?? []).map((one) => relatedRecord(one, placeOf));
  return {
    rule,
    example: example.name,
    file: example.place.file,
    line: example.place.line,
    column: example.place.column,
    expect: example.expect,
    end,
    passed: failure === null,
    failure,
    decidedBy: [...decidedBy],
    expectedDecidedBy: example.decidedBy && [...example.decidedBy],
    undocumented: [...undocumented],
    nearMisses: (criteria === null || criteria.status === 'met' ? [] : nearMisses(criteria)).map((one) => ({
      ...one,
      failed: [...one.failed],
    })),
    ...(failure === null ? {} : { places, trace: trace && traceRecord(trace) }),
  };
}
