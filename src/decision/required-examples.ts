/**
 * What a rule must have examples of: everything that it can come to.
 * Not here: whether the examples come to what they expect (`run-examples.ts`).
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { ExampleFile, ExampleProblem, Rule, RuleSet } from '../vocabulary/rule.js';

/** One problem for each rule without examples, and for each rule of which some end has no example. */
export function requiredExamples(rules: RuleSet, files: readonly ExampleFile[]): readonly ExampleProblem[] {
  const byRule = new Map(files.map((file) => [file.rule, file]));
  return rules.rules.flatMap((rule) => missingFor(rule, byRule.get(rule.id)));
}

function missingFor(rule: Rule, file: ExampleFile | undefined): readonly ExampleProblem[] {
  if (file === undefined) {
    const help = `write \`${rule.id}.examples.yaml\` beside it`;
    return [missing(rule, `the rule \`${rule.id}\` has no examples`, help)];
  }
  const ends = endsOf(rule).filter((end) => !file.examples.some((example) => example.expect === end));
  if (ends.length === 0) return [];
  const help = `add ${ends.length === 1 ? 'one' : 'one of each'} to \`${rule.id}.examples.yaml\``;
  return [
    missing(rule, `the rule \`${rule.id}\` has no example that is ${ends.join(', none that is ')}`, help),
  ];
}

function endsOf(rule: Rule): readonly CriterionStatus[] {
  const hasStops = rule.exclusions !== null || rule.limits !== null;
  if (rule.decision === rule.otherwise && !hasStops) return ['met'];
  const canFail = rule.otherwise !== 'undetermined' || hasStops;
  return canFail ? ['met', 'not-met', 'undetermined'] : ['met', 'undetermined'];
}

function missing({ place }: Rule, message: string, help?: string): ExampleProblem {
  return { code: 'missing-examples', place, message, ...(help === undefined ? {} : { help }) };
}
