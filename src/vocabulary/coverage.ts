/**
 * How much of a rule its examples exercise, and what becomes of them when the rule is changed: results of
 * `coverage/`, printed by `report/`.
 */
import type { RulePlace } from './decision.js';
import type { ExampleEnd } from './example-run.js';

/** What an example can show of a criterion. `limit`: it gives exactly the number that the criterion compares with. */
export const BRANCHES = ['met', 'not-met', 'decides', 'limit'] as const;

/** One of `BRANCHES`; a group has no `decides`, and what compares with no number no `limit`. */
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

/** What the examples of one rule exercise of it, criterion by criterion and summed up. */
export interface RuleCoverage {
  readonly rule: string;
  /** Path of the rule file, as its places give it. */
  readonly file: string;
  /** How many examples the rule has. */
  readonly examples: number;
  /** In the order of the file; a shared criterion once. */
  readonly criteria: readonly CriterionCoverage[];
  /** Branches that at least one example shows, summed over the criteria. */
  readonly covered: number;
  /** Branches that an example can show, summed over the criteria. */
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

/** A change of a rule that none of its examples notices. */
export interface Survivor {
  readonly mutation: Mutation;
  /** Null where no example near the existing ones tells the two apart. */
  readonly killer: Killer | null;
}

/** What became of the examples of one rule over all its small changes. */
export interface RuleMutation {
  readonly rule: string;
  readonly file: string;
  /** Changes after which some example ends otherwise; the examples notice them. */
  readonly killed: number;
  /** In the order of the file. */
  readonly survivors: readonly Survivor[];
}
