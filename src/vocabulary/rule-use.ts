/**
 * How a rule and its criteria fared over letters of the past: plain counts.
 * Not here: counting (`history/rule-use.ts`).
 */
import type { DecisionValue } from './decision.js';

/** How often a criterion came to which end, in services that its rule governed. */
export interface CriterionUse {
  /** Services that it settled, alone or with others. */
  readonly decided: number;
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
}

/** How one rule fared over letters, counted in requested services if not said otherwise. */
export interface RuleUse {
  /** Letters that were read, also those that ask for nothing the rule is for. */
  readonly letters: number;
  /** Requested services that the rule is for, whether or not it governed them. */
  readonly services: number;
  readonly governed: number;
  /** It did not address the case. */
  readonly silent: number;
  /** A rule earlier in the evidence sequence spoke. */
  readonly outranked: number;
  readonly notInForce: number;
  /** What was decided where it governed. */
  readonly decisions: Readonly<Record<DecisionValue, number>>;
  /** By id of the criterion, where the rule governed; ids that no service reached are not in it. */
  readonly criteria: ReadonlyMap<string, CriterionUse>;
}
