/**
 * What a change of one node does further up: sets of pairs (level as it is, level with the node held constant), as nine
 * bits, carried from the node towards its root. If no pair at the root differs, the node decides nothing.
 */
import { neededCount } from '../decision/three-values.js';
import type { GroupName } from '../vocabulary/rule.js';
import type { Level } from './fact-classes.js';
import { groupLevels, type LevelSet } from './level-sets.js';

/** Bit `1 << (3 * asIs + changed)` is set when the pair is possible. */
export type PairSet = number;
/** The pairs whose two levels are the same. */
const SAME: PairSet = (1 << 0) | (1 << 4) | (1 << 8);
/** Larger counting groups are not taken apart: anything is then taken to be possible. */
const MOST_COUNTED = 40;
const ANY_PAIR: PairSet = 511;

const ALL_LEVELS: readonly Level[] = [0, 1, 2];
const has = (set: LevelSet, level: Level): boolean => (set & (1 << level)) !== 0;

/** Each of the levels together with one that is held. */
export function pairsAtNode(levels: LevelSet, held: Level): PairSet {
  return pairSet(ALL_LEVELS.filter((level) => has(levels, level)).map((level) => [level, held]));
}

/** True if any pair is of two levels. */
export function differs(pairs: PairSet): boolean {
  return (pairs & ~SAME) !== 0;
}

/** The pairs of a group out of those of one member; `others` are the sets of its other members. */
export function pairsOfGroup(
  kind: GroupName,
  count: number | null,
  pairs: PairSet,
  others: readonly LevelSet[],
): PairSet {
  if (kind === 'not') return mapPairs(pairs, (level) => (2 - level) as Level);
  if (kind === 'at-least') return countedPairs(neededCount(kind, count, others.length + 1), pairs, others);
  const pick = kind === 'all' ? Math.min : Math.max;
  const rest = others.length === 0 ? null : groupLevels(kind, null, others);
  if (rest === null) return pairs;
  return ALL_LEVELS.filter((level) => has(rest, level)).reduce<PairSet>(
    (sum, other) => sum | mapPairs(pairs, (level) => pick(level, other) as Level),
    0,
  );
}

function countedPairs(needed: number, pairs: PairSet, others: readonly LevelSet[]): PairSet {
  if (others.length > MOST_COUNTED) return ANY_PAIR;
  const spare = others.length + 1 - needed;
  let sum = 0;
  for (const [met, failed] of tallies(others)) {
    sum |= mapPairs(pairs, (level) => {
      if (met + (level === 2 ? 1 : 0) >= needed) return 2;
      return failed + (level === 0 ? 1 : 0) > spare ? 0 : 1;
    });
  }
  return sum;
}

/** Every possible number of met and of failed members. */
function tallies(members: readonly LevelSet[]): readonly (readonly [met: number, failed: number])[] {
  let known = new Map<string, readonly [number, number]>([['0 0', [0, 0]]]);
  for (const set of members) {
    const next = new Map<string, readonly [number, number]>();
    for (const [met, failed] of known.values()) {
      for (const level of ALL_LEVELS.filter((one) => has(set, one))) {
        const tally = [met + (level === 2 ? 1 : 0), failed + (level === 0 ? 1 : 0)] as const;
        next.set(tally.join(' '), tally);
      }
    }
    known = next;
  }
  return [...known.values()];
}

function mapPairs(pairs: PairSet, change: (level: Level) => Level): PairSet {
  const mapped: [Level, Level][] = [];
  for (const a of ALL_LEVELS)
    for (const b of ALL_LEVELS) if (pairs & (1 << (3 * a + b))) mapped.push([change(a), change(b)]);
  return pairSet(mapped);
}

function pairSet(pairs: readonly (readonly [Level, Level])[]): PairSet {
  return pairs.reduce((sum, [a, b]) => sum | (1 << (3 * a + b)), 0);
}
