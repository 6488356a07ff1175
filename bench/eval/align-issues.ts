/**
 * Which issue of the output is which labelled issue: by the words of their request lines, the likest first.
 */
import type { GoldIssue } from './gold.js';
import { collapse } from './letter-text.js';
import type { OutputIssue } from './output.js';
import { countShared } from './quotes.js';

/** Share of words (Dice) that two wordings of one request have in common at least. */
const LEAST_LIKENESS = 0.6;
/** `mri lumbar spine: upheld` */
const OUTCOME_WORDS = /:\s*(upheld|overturned)[^:]*$/;

interface Pair {
  readonly likeness: number;
  readonly gold: number;
  readonly row: number;
}

/** A labelled issue and what the output says of it; null if it says nothing. */
export interface AlignedIssue {
  readonly gold: GoldIssue;
  readonly row: OutputIssue | null;
}

/** Every labelled issue, in order; each row of the output is given to one at most. */
export function alignIssues(
  issues: readonly GoldIssue[],
  rows: readonly OutputIssue[],
): readonly AlignedIssue[] {
  const sorted = [...rows].sort((a, b) => (a.issue ?? 0) - (b.issue ?? 0));
  const taken = new Map<number, number>();
  const given = new Set<number>();
  for (const { gold, row } of likePairs(issues, sorted)) {
    if (taken.has(gold) || given.has(row)) continue;
    taken.set(gold, row);
    given.add(row);
  }
  return issues.map((gold, i) => ({ gold, row: sorted[taken.get(i) ?? -1] ?? null }));
}

/** Pairs that are like enough: the likest first, then those nearest in order, then the first. */
function likePairs(issues: readonly GoldIssue[], rows: readonly OutputIssue[]): readonly Pair[] {
  const golds = issues.map(({ request }) => tokensOf(request));
  const others = rows.map(({ request }) => tokensOf(request ?? ''));
  const pairs = golds.flatMap((a, gold) => others.map((b, row) => ({ likeness: dice(a, b), gold, row })));
  const apart = (pair: Pair): number => Math.abs(pair.gold - pair.row);
  return pairs
    .filter((pair) => pair.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || apart(a) - apart(b) || a.gold - b.gold || a.row - b.row);
}

function dice(a: readonly string[], b: readonly string[]): number {
  return (2 * countShared(a, b)) / Math.max(1, a.length + b.length);
}

function tokensOf(request: string): readonly string[] {
  return (
    collapse(request)
      .toLowerCase()
      .replace(OUTCOME_WORDS, '')
      .match(/[a-z0-9#%]+/g) ?? []
  );
}
