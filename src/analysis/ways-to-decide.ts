/**
 * The ways in which a rule comes to a decision, each as goals on its parts that together suffice, and whether it
 * speaks at all. The reverse of `decision/verdict.ts`: a test holds the two together.
 */
import type { FlatRule } from '../decision/flat-rule.js';
import type { DecisionValue } from '../vocabulary/decision.js';
import type { Goal } from './case-search.js';
import { type LevelSet, MET, NOT_MET, OPEN } from './level-sets.js';

/** Ways to a decision; none if the rule cannot come to it. */
export function waysTo(flat: FlatRule, decision: DecisionValue): readonly (readonly Goal[])[] {
  const criteria = criteriaFor(flat, decision).map((wanted) => goal(flat, flat.criteria, wanted));
  const noStop = [...goalsOn(flat, flat.exclusions, NOT_MET), ...goalsOn(flat, flat.limits, MET)];
  if (decision !== 'not-medically-necessary') return criteria.map((one) => [one, ...noStop]);
  const stops = [goalsOn(flat, flat.exclusions, MET), goalsOn(flat, flat.limits, NOT_MET)];
  return [...criteria.map((one) => [one]), ...stops.filter((one) => one.length > 0)];
}

/** Goals for a rule that surely addresses the case; none are needed where it always does. */
export function goalsToSpeak(flat: FlatRule): readonly Goal[] {
  return goalsOn(flat, flat.addresses, MET);
}

/** Goals for a rule that is silent; null where it never is. */
export function goalsToBeSilent(flat: FlatRule): readonly Goal[] | null {
  return flat.addresses === null ? null : goalsOn(flat, flat.addresses, NOT_MET);
}

/** What the criteria may come to for a decision, when nothing else stops the request. */
function criteriaFor({ rule }: FlatRule, decision: DecisionValue): readonly LevelSet[] {
  if (rule.decision === rule.otherwise) return rule.decision === decision ? [MET | OPEN | NOT_MET] : [];
  const met = rule.decision === decision ? [MET] : [];
  const failed = rule.otherwise === decision ? [NOT_MET] : [];
  return [...met, ...failed, ...(decision === 'undetermined' ? [OPEN] : [])];
}

function goalsOn(flat: FlatRule, position: number | null, wanted: LevelSet): readonly Goal[] {
  return position === null ? [] : [goal(flat, position, wanted)];
}

function goal(flat: FlatRule, position: number, wanted: LevelSet): Goal {
  return { flat, position, wanted };
}
