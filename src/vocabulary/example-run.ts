/**
 * What became of an example that was held against its rule: the end that the rule came to, beside the one expected.
 */
import type { CriterionStatus, RuleTrace } from './decision.js';
import type { RuleExample } from './rule.js';

/** What a rule comes to, in the words of an example. */
export type ExampleEnd = CriterionStatus | 'silent' | 'out-of-force';

/** One example held against its rule. Passed if and only if `failure` is null. */
export interface ExampleRun {
  /** Id of the rule. */
  readonly rule: string;
  readonly example: RuleExample;
  readonly end: ExampleEnd;
  /** Ids of the criteria that settled it. */
  readonly decidedBy: readonly string[];
  /** Facts that further documentation could change the end with. */
  readonly undocumented: readonly string[];
  /** Null where the rule is not for the service of the example, or where no trace was asked for. */
  readonly trace: RuleTrace | null;
  /** What is not as expected, as the end of a sentence about the example; null when all is. */
  readonly failure: string | null;
}

/** True if the criteria that settled a rule are those that an example names, in any order, or it names none. */
export function areExpectedDeciders(example: RuleExample, deciders: readonly string[]): boolean {
  const { decidedBy } = example;
  if (decidedBy === null) return true;
  return decidedBy.length === deciders.length && decidedBy.every((id) => deciders.includes(id));
}
