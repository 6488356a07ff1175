/**
 * Sets of levels that a node of a tree can come to, as three bits, and how a group's set follows from its members'.
 * Exact where the members have nothing to do with each other; else too wide, so what is not in a set is impossible.
 */
import { neededCount } from '../decision/three-values.js';
import type { GroupName } from '../vocabulary/rule.js';

/** Bit `1 << level` is set when the level is possible. */
export type LevelSet = number;

/** The set of `not-met` alone. */
export const NOT_MET: LevelSet = 1;

/** The set of `undetermined` alone. */
export const OPEN: LevelSet = 2;

/** The set of `met` alone. */
export const MET: LevelSet = 4;

/** The set of all three: nothing is known. */
export const ANY_LEVEL: LevelSet = 7;

/** The levels that a group may come to, from those of its members. */
export function groupLevels(kind: GroupName, count: number | null, members: readonly LevelSet[]): LevelSet {
  if (kind === 'not') return negated(members[0] ?? ANY_LEVEL);
  return countedLevels(neededCount(kind, count, members.length), members);
}

/** The levels of `not`. */
export function negated(set: LevelSet): LevelSet {
  return (set & OPEN) | (set & MET ? NOT_MET : 0) | (set & NOT_MET ? MET : 0);
}

/** Met when `needed` members are; not met when more than the others are not. */
function countedLevels(needed: number, members: readonly LevelSet[]): LevelSet {
  const spare = members.length - needed;
  const count = (test: (set: LevelSet) => boolean): number => members.filter(test).length;
  const canBeMet = count((set) => (set & MET) !== 0) >= needed;
  const canFail = count((set) => (set & NOT_MET) !== 0) > spare;
  // Open: fewer than `needed` are met and no more than `spare` fail; members that cannot stay open must be dealt out.
  const met = count((set) => set === MET);
  const failed = count((set) => set === NOT_MET);
  const either = count((set) => set === (MET | NOT_MET));
  const room = [needed - 1 - met, spare - failed] as const;
  const canBeOpen = room[0] >= 0 && room[1] >= 0 && either <= room[0] + room[1];
  return (canBeMet ? MET : 0) | (canFail ? NOT_MET : 0) | (canBeOpen ? OPEN : 0);
}
