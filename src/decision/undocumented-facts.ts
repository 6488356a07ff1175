/**
 * The facts that further documentation could change a rule's decision with.
 * Method: what silence was counted as is taken back, the rule is folded again, and the tests that are still in
 * between on every way up to a part that is still open are the ones that matter.
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import { type FlatRule, foldStatuses } from './flat-rule.js';
import type { HeldRule } from './held-rule.js';
import { partStatuses, verdictOf } from './verdict.js';

/** Names in the order of the file, each once. */
export function undocumentedFacts(held: HeldRule): readonly string[] {
  const { flat } = held;
  const relaxed = held.testStatuses.map(
    (status, i): CriterionStatus =>
      held.readings[i]?.status === 'not-documented' || held.tested[i]?.assumed === 'not-documented'
        ? 'undetermined'
        : status,
  );
  const statuses = foldStatuses(flat, relaxed);
  if (verdictOf(flat, statuses) !== 'undetermined') return [];
  const open = openTests(flat, statuses);
  return [
    ...new Set(
      flat.testPositions.flatMap((position, i) => (open.has(position) ? [flat.tests[i]?.fact ?? ''] : [])),
    ),
  ];
}

/** Positions of the undetermined tests with nothing but undetermined groups above them. */
function openTests(flat: FlatRule, statuses: readonly CriterionStatus[]): ReadonlySet<number> {
  const parts = partStatuses(flat, statuses);
  const open = new Set<number>();
  const walk = (position: number): void => {
    if (statuses[position] !== 'undetermined') return;
    open.add(position);
    for (const member of flat.nodes[position]?.members ?? []) walk(member);
  };
  if (flat.rule.decision !== flat.rule.otherwise && parts.criteria === 'undetermined') walk(flat.criteria);
  if (flat.exclusions !== null) walk(flat.exclusions);
  if (flat.limits !== null) walk(flat.limits);
  return open;
}
