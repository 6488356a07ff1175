import { runRuleExamples } from '../../src/decision/run-examples.js';
import type { ExampleFile, ExampleProblem, RuleSet } from '../../src/vocabulary/rule.js';

/** Runs the examples of every rule; no problem means that every rule does what its author wrote down. */
export async function runExamples(
  { rules }: RuleSet,
  files: readonly ExampleFile[],
): Promise<readonly ExampleProblem[]> {
  const byRule = new Map(files.map((file) => [file.rule, file]));
  const problems: ExampleProblem[] = [];
  for (const rule of rules) problems.push(...(await runRuleExamples(rule, byRule.get(rule.id))).problems);
  return problems;
}
