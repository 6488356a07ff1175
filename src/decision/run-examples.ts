/**
 * Holds each example against its rule alone, and says which expectations are not met.
 * Also what a rule file must show of itself: examples at all, and one of each end that the rule can come to.
 */
import type { CriterionStatus, Decision } from '../vocabulary/decision.js';
import type { FactBase, FactReading } from '../vocabulary/fact.js';
import type { ExampleFile, ExampleProblem, Rule, RuleExample, RuleSet } from '../vocabulary/rule.js';
import { decide } from './decide.js';

/** Runs the examples of every rule; no problem means that every rule does what its author wrote down. */
export async function runExamples(
  rules: RuleSet,
  files: readonly ExampleFile[],
): Promise<readonly ExampleProblem[]> {
  const problems: ExampleProblem[] = [];
  const byRule = new Map(files.map((file) => [file.rule, file]));
  for (const rule of rules.rules) {
    const file = byRule.get(rule.id);
    if (file === undefined) {
      const help = `write \`${rule.id}.examples.yaml\` beside it`;
      problems.push(missing(rule, `the rule \`${rule.id}\` has no examples`, help));
      continue;
    }
    for (const end of endsOf(rule)) {
      if (file.examples.some((example) => example.expect === end)) continue;
      problems.push(missing(rule, `the rule \`${rule.id}\` has no example that is ${end}`));
    }
    const alone: RuleSet = { rules: [rule] };
    for (const example of file.examples) problems.push(...(await runExample(alone, rule, example)));
  }
  return problems;
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

async function runExample(
  alone: RuleSet,
  rule: Rule,
  example: RuleExample,
): Promise<readonly ExampleProblem[]> {
  const decision = await decide(example.service, exampleFacts(example.readings), example.date, alone);
  const got = endOf(rule, decision);
  const by = decision.decidedBy.length > 0 ? `, decided by ${list(decision.decidedBy)}` : '';
  const fail = (message: string): readonly ExampleProblem[] => [
    { code: 'failing-example', place: example.place, message: `the example \`${example.name}\` ${message}` },
  ];
  if (got !== example.expect) return fail(`expects ${example.expect}, but the rule comes to ${got}${by}`);
  const wanted = example.decidedBy;
  if (
    wanted === null ||
    (wanted.length === decision.decidedBy.length && wanted.every((id) => decision.decidedBy.includes(id)))
  ) {
    return [];
  }
  return fail(`expects to be decided by ${list(wanted)}, but it is decided by ${list(decision.decidedBy)}`);
}

/** What a rule comes to on the case of an example, and by which criteria; its expectations are not looked at. */
export async function resultOn(
  rule: Rule,
  { service, readings, date }: Pick<RuleExample, 'service' | 'readings' | 'date'>,
): Promise<{ readonly end: End | 'not applicable'; readonly decidedBy: readonly string[] }> {
  const decision = await decide(service, exampleFacts(readings), date, { rules: [rule] });
  const end = decision.rules.length === 0 ? 'not applicable' : endOf(rule, decision);
  return { end, decidedBy: decision.decidedBy };
}

type End = CriterionStatus | 'silent' | 'out of force';

/** What the rule came to, in the words of an example. */
function endOf(rule: Rule, decision: Decision): End {
  const trace = decision.rules[0];
  if (trace === undefined) return 'silent';
  if (trace.passedOver === 'not-in-force') return 'out of force';
  if (trace.passedOver !== null) return 'silent';
  if (decision.decision === 'undetermined') return 'undetermined';
  return decision.decision === rule.decision ? 'met' : 'not-met';
}

/** The facts that an example states; every other fact is not documented. */
export function exampleFacts(readings: readonly FactReading[]): FactBase {
  const known = new Map(readings.map((reading) => [reading.fact, reading]));
  return {
    ask: (fact) =>
      known.get(fact) ?? { fact, status: 'not-documented', value: null, gap: false, because: '', facts: [] },
  };
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'nothing' : ids.map((id) => `\`${id}\``).join(', ');
}
