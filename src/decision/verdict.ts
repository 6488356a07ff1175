/**
 * What the parts of one rule, each met, not met or undetermined, decide together.
 * An exclusion met or a limit not met: not necessary. Otherwise the criteria decide. Undetermined only when the
 * parts that are still open could go to different decisions.
 */
import type { CriterionStatus, DecisionValue } from '../vocabulary/decision.js';
import { type FlatRule, foldStatuses, partStatus } from './flat-rule.js';

/** What the parts of a rule that decide come to; whether it addresses the case is looked at before. */
export interface PartStatuses {
  readonly criteria: CriterionStatus;
  readonly exclusions: CriterionStatus;
  readonly limits: CriterionStatus;
}

/** The statuses of the parts of a rule; a part that it has not stands in no way of the decision. */
export function partStatuses(flat: FlatRule, statuses: readonly CriterionStatus[]): PartStatuses {
  return {
    criteria: partStatus(statuses, flat.criteria, 'met'),
    exclusions: partStatus(statuses, flat.exclusions, 'not-met'),
    limits: partStatus(statuses, flat.limits, 'met'),
  };
}

/** What a rule comes to: one decision if no open criterion could change it, else undetermined. */
export function verdictOf(flat: FlatRule, statuses: readonly CriterionStatus[]): DecisionValue {
  const { criteria, exclusions, limits } = partStatuses(flat, statuses);
  if (exclusions === 'met' || limits === 'not-met') return 'not-medically-necessary';
  const possible = new Set<DecisionValue>();
  if (exclusions === 'undetermined' || limits === 'undetermined') possible.add('not-medically-necessary');
  if (criteria !== 'not-met') possible.add(flat.rule.decision);
  if (criteria !== 'met') possible.add(flat.rule.otherwise);
  const [only] = possible;
  return possible.size === 1 && only !== undefined ? only : 'undetermined';
}

/** The verdict on given statuses of the tests, by the plain fold: for what-ifs. */
export function verdictIf(flat: FlatRule, tests: readonly CriterionStatus[]): DecisionValue {
  return verdictOf(flat, foldStatuses(flat, tests));
}
