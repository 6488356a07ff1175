/**
 * Holds each example against its rule alone, and says which expectations are not met.
 * Also what a rule file must show of itself (`required-examples.ts`).
 */
import type { CriterionStatus, Decision } from '../vocabulary/decision.js';
import type { FactBase, FactReading } from '../vocabulary/fact.js';
import type { ExampleFile, ExampleProblem, Rule, RuleExample, RuleSet } from '../vocabulary/rule.js';
import { decide } from './decide.js';
import { requiredExamples } from './required-examples.js';

/** Runs the examples of every rule; no problem means that every rule does what its author wrote down. */
export async function runExamples(
  rules: RuleSet,
  files: readonly ExampleFile[],
): Promise<readonly ExampleProblem[]> {
  const problems: ExampleProblem[] = [...requiredExamples(rules, files)];
  const byRule = new Map(files.map((file) => [file.rule, file]));
  for (const rule of rules.rules) {
    const alone: RuleSet = { rules: [rule] };
    for (const example of byRule.get(rule.id)?.examples ?? []) {
      const problem = await runExample(alone, example, exampleFacts(example.readings));
      if (problem === null) continue;
      const message = `the example \`${example.name}\` ${problem}`;
      problems.push({ code: 'failing-example', place: example.place, message });
    }
  }
  return problems;
}

/**
 * Decides an example from `facts`, by its rule alone.
 * @returns how the decision departs from what the example expects, as the end of a sentence; null if it does not
 */
export async function runExample(
  alone: RuleSet,
  { service, date, expect, decidedBy: wanted }: RuleExample,
  facts: FactBase,
): Promise<string | null> {
  const decision = await decide(service, facts, date, alone);
  const got = endOf(alone.rules[0], decision);
  const by = decision.decidedBy.length > 0 ? `, decided by ${list(decision.decidedBy)}` : '';
  if (got !== expect) return `expects ${expect}, but the rule comes to ${got}${by}`;
  const isWanted =
    wanted === null ||
    (wanted.length === decision.decidedBy.length && wanted.every((id) => decision.decidedBy.includes(id)));
  if (isWanted) return null;
  return `expects to be decided by ${list(wanted)}, but it is decided by ${list(decision.decidedBy)}`;
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
function endOf(rule: Rule | undefined, decision: Decision): End {
  const trace = decision.rules[0];
  if (trace === undefined) return 'silent';
  if (trace.passedOver === 'not-in-force') return 'out of force';
  if (trace.passedOver !== null) return 'silent';
  if (decision.decision === 'undetermined') return 'undetermined';
  return decision.decision === rule?.decision ? 'met' : 'not-met';
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
