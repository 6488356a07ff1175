/**
 * Strong Kleene logic over `met`, `not-met`, `undetermined`: an unknown stays unknown unless the known members
 * settle the group whatever it turns out to be.
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { GroupName } from '../vocabulary/rule.js';

/** Strong Kleene: what is open stays open. */
export function negate(status: CriterionStatus): CriterionStatus {
  if (status === 'undetermined') return status;
  return status === 'met' ? 'not-met' : 'met';
}

/** Met as soon as `count` members are met; not met as soon as too few are left that could be. */
export function atLeast(count: number, members: readonly CriterionStatus[]): CriterionStatus {
  const met = members.filter((status) => status === 'met').length;
  const open = members.filter((status) => status === 'undetermined').length;
  if (met >= count) return 'met';
  return met + open < count ? 'not-met' : 'undetermined';
}

/** How many members of a group must be met. */
export function neededCount(kind: Exclude<GroupName, 'not'>, count: number | null, size: number): number {
  if (kind === 'all') return size;
  return kind === 'any' ? 1 : (count ?? size);
}

/** The status of a group from those of its members. */
export function groupStatus(
  kind: GroupName,
  count: number | null,
  members: readonly CriterionStatus[],
): CriterionStatus {
  if (kind === 'not') return negate(members[0] ?? 'undetermined');
  return atLeast(neededCount(kind, count, members.length), members);
}
