/**
 * One example held against its rule alone: what the rule comes to, and whether that is what the example expects.
 * Not here: what a whole file must show (`run-examples.ts`), the report for people (`report/`).
 */
import { areExpectedDeciders, type ExampleEnd, type ExampleRun } from '../vocabulary/example-run.js';
import { type FactBase, type FactReading, silentOn } from '../vocabulary/fact.js';
import type { Rule, RuleExample, RuleSet } from '../vocabulary/rule.js';
import { type Ruled, ruleOnService } from './decide.js';

/** Rules as sets of their own: what is prepared for a set is kept by it. */
const alone = new WeakMap<Rule, RuleSet>();

/**
 * Holds an example against its rule, as if no other rule were there.
 * @param facts what is documented, where it is not what the example states: what is read from its text
 */
export async function holdExample(
  rule: Rule,
  example: RuleExample,
  facts: FactBase = exampleFacts(example.readings),
): Promise<ExampleRun> {
  const decision = await ruleOnService(example.service, facts, example.date, aloneOf(rule));
  const { decidedBy, undocumented, rules } = decision;
  const end = endOf(rule, decision);
  return {
    rule: rule.id,
    example,
    end,
    decidedBy,
    undocumented,
    trace: rules[0] ?? null,
    failure: failureOf(example, rules.length === 0 ? 'not-for-service' : end, decidedBy),
  };
}

function aloneOf(rule: Rule): RuleSet {
  const known = alone.get(rule);
  if (known !== undefined) return known;
  const made: RuleSet = { rules: [rule] };
  alone.set(rule, made);
  return made;
}

function failureOf(
  example: RuleExample,
  end: ExampleEnd | 'not-for-service',
  decidedBy: readonly string[],
): string | null {
  if (end === 'not-for-service' && example.expect === 'silent') return null;
  if (end !== example.expect) {
    const by = decidedBy.length > 0 ? `, decided by ${list(decidedBy)}` : '';
    return `expects ${example.expect}, but the rule ${comesTo(end)}${by}`;
  }
  if (areExpectedDeciders(example, decidedBy)) return null;
  return `expects to be decided by ${list(example.decidedBy ?? [])}, but it is decided by ${list(decidedBy)}`;
}

function comesTo(end: ExampleEnd | 'not-for-service'): string {
  if (end === 'not-for-service') return 'is not for its service, region or qualifiers';
  return end === 'out-of-force' ? 'is not in force on its date' : `comes to ${end}`;
}

function endOf(rule: Rule, decision: Ruled): ExampleEnd {
  const trace = decision.rules[0];
  if (trace === undefined) return 'silent';
  if (trace.passedOver === 'not-in-force') return 'out-of-force';
  if (trace.passedOver !== null) return 'silent';
  if (decision.decision === 'undetermined') return 'undetermined';
  return decision.decision === rule.decision ? 'met' : 'not-met';
}

/** The facts that an example states; every other fact is not documented. */
export function exampleFacts(readings: readonly FactReading[]): FactBase {
  const known = new Map(readings.map((reading) => [reading.fact, reading]));
  return {
    ask: (fact) => known.get(fact) ?? silentOn(fact),
  };
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'nothing' : ids.map((id) => `\`${id}\``).join(', ');
}
