/**
 * How much of a rule its examples exercise, and what becomes of them when the rule is changed: results of
 * `coverage/`, printed by `report/`.
 */
import type { RulePlace } from './decision.js';
import type { ExampleEnd } from './example-run.js';

/** What an example can show of a criterion. `limit`: it gives exactly the number that the criterion compares with. */
export const BRANCHES = ['met', 'not-met', 'decides', 'limit'] as const;
export type Branch = (typeof BRANCHES)[number];

/** A test or group of a rule, with how many examples show what of it. */
export interface CriterionCoverage {
  /** Null for a group without a name. */
  readonly id: string | null;
  readonly place: RulePlace;
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
  /** How often it settled the decision; null for a group. */
  readonly decides: number | null;
  /** Examples on its number; null where it compares with none. */
  readonly limit: number | null;
  /** Branches that no example shows. */
  readonly missing: readonly Branch[];
}

export interface RuleCoverage {
  readonly rule: string;
  readonly file: string;
  readonly examples: number;
  /** In the order of the file; a shared criterion once. */
  readonly criteria: readonly CriterionCoverage[];
  readonly covered: number;
  readonly branches: number;
}

/** A small change of a rule. */
export interface Mutation {
  readonly kind: 'limit' | 'operator' | 'drop' | 'swap' | 'count' | 'negate' | 'silence' | 'values';
  /** Where the rule was changed. */
  readonly place: RulePlace;
  /** The change as a sentence: `criterion `a` asks more than 6, not at least 6`. */
  readonly words: string;
}

/** An example that would tell a changed rule from the rule. */
export interface Killer {
  /** Name of the example that it starts from. */
  readonly from: string;
  /** What it says otherwise, by fact: `not documented`, `6`. */
  readonly changes: readonly { readonly fact: string; readonly to: string }[];
  readonly end: ExampleEnd;
  readonly mutantEnd: ExampleEnd;
}

export interface Survivor {
  readonly mutation: Mutation;
  /** Null where no example near the existing ones tells the two apart. */
  readonly killer: Killer | null;
}

export interface RuleMutation {
  readonly rule: string;
  readonly file: string;
  readonly killed: number;
  /** In the order of the file. */
  readonly survivors: readonly Survivor[];
}
