/**
 * Holds each example against its rule alone, and says which expectations are not met.
 * Also what a rule file must show of itself (`required-examples.ts`).
 */
import type { ExampleRun } from '../vocabulary/example-run.js';
import type { ExampleFile, ExampleProblem, Rule } from '../vocabulary/rule.js';
import { holdExample } from './hold-example.js';
import { requiredExamples } from './required-examples.js';

/** The examples of one rule, and what is wrong with them. */
export interface RuleRun {
  readonly runs: readonly ExampleRun[];
  readonly problems: readonly ExampleProblem[];
}

/** Runs the examples of one rule, and says which it lacks. @param file undefined where the rule has no examples */
export async function runRuleExamples(rule: Rule, file: ExampleFile | undefined): Promise<RuleRun> {
  const required = requiredExamples({ rules: [rule] }, file === undefined ? [] : [file]);
  const runs: ExampleRun[] = [];
  for (const example of file?.examples ?? []) runs.push(await holdExample(rule, example));
  return { runs, problems: [...required, ...runs.flatMap(failing)] };
}

function failing({ example, failure }: ExampleRun): readonly ExampleProblem[] {
  if (failure === null) return [];
  const message = `the example \`${example.name}\` ${failure}`;
  return [{ code: 'failing-example', place: example.place, message }];
}
