/**
 * Holds each example against its rule alone, and says which expectations are not met.
 * Also what a rule file must show of itself: examples at all, and one of each end that the rule can come to.
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { ExampleRun } from '../vocabulary/example-run.js';
import type { ExampleFile, ExampleProblem, Rule, RuleSet } from '../vocabulary/rule.js';
import { holdExample } from './hold-example.js';

/** The examples of one rule, and what is wrong with them. */
export interface RuleRun {
  readonly runs: readonly ExampleRun[];
  readonly problems: readonly ExampleProblem[];
}

/** Runs the examples of every rule; no problem means that every rule does what its author wrote down. */
export async function runExamples(
  rules: RuleSet,
  files: readonly ExampleFile[],
): Promise<readonly ExampleProblem[]> {
  const byRule = new Map(files.map((file) => [file.rule, file]));
  const all: RuleRun[] = [];
  for (const rule of rules.rules) all.push(await runRuleExamples(rule, byRule.get(rule.id)));
  return all.flatMap((one) => one.problems);
}

/** @param file undefined where the rule has no examples */
export async function runRuleExamples(rule: Rule, file: ExampleFile | undefined): Promise<RuleRun> {
  if (file === undefined) {
    const help = `write \`${rule.id}.examples.yaml\` beside it`;
    return { runs: [], problems: [missing(rule, `the rule \`${rule.id}\` has no examples`, help)] };
  }
  const absent = endsOf(rule)
    .filter((end) => !file.examples.some((example) => example.expect === end))
    .map((end) => missing(rule, `the rule \`${rule.id}\` has no example that is ${end}`));
  const alone: RuleSet = { rules: [rule] };
  const runs: ExampleRun[] = [];
  for (const example of file.examples) runs.push(await holdExample(alone, rule, example));
  return { runs, problems: [...absent, ...runs.flatMap(failing)] };
}

function failing({ example, failure }: ExampleRun): readonly ExampleProblem[] {
  if (failure === null) return [];
  const message = `the example \`${example.name}\` ${failure}`;
  return [{ code: 'failing-example', place: example.place, message }];
}

/** What a rule must have an example of: everything that it can come to. */
function endsOf(rule: Rule): readonly CriterionStatus[] {
  const hasStops = rule.exclusions !== null || rule.limits !== null;
  if (rule.decision === rule.otherwise && !hasStops) return ['met'];
  const canFail = rule.otherwise !== 'undetermined' || hasStops;
  return canFail ? ['met', 'not-met', 'undetermined'] : ['met', 'undetermined'];
}

function missing({ place }: Rule, message: string, help?: string): ExampleProblem {
  return { code: 'missing-examples', place, message, ...(help === undefined ? {} : { help }) };
}
