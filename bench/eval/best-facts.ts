/**
 * Labels of one letter -> the fact of the output that meets each best.
 */
import type { GoldFact } from './gold.js';
import { round } from './ratios.js';
import type { ReadFact } from './read-facts.js';
import { datesOf, isDateWithin } from './values.js';

/** What the words of a label and of a fact share; 0 if the fact cannot meet the label. */
export type OverlapOf = (label: GoldFact, fact: ReadFact) => number;

export interface BestFact {
  readonly label: GoldFact;
  /** Null if no fact meets the label. */
  readonly found: ReadFact | null;
}

/** For each label its best fact. One fact may meet several labels; of equally good ones the least used is taken. */
export function bestFacts(
  labels: readonly GoldFact[],
  facts: readonly ReadFact[],
  overlapOf: OverlapOf,
): readonly BestFact[] {
  const uses = new Map<ReadFact, number>();
  return labels.map((label) => {
    const candidates = facts.flatMap((fact) => {
      const share = overlapOf(label, fact);
      return share > 0 ? [{ fact, rank: rankOf(label, fact, share, uses.get(fact) ?? 0) }] : [];
    });
    const found = candidates.reduce<(typeof candidates)[number] | null>(
      (best, one) => (best === null || isHigher(one.rank, best.rank) ? one : best),
      null,
    );
    if (found) uses.set(found.fact, (uses.get(found.fact) ?? 0) + 1);
    return { label, found: found?.fact ?? null };
  });
}

/** Same name before same date, before overlap, before same side, before use. */
function rankOf(label: GoldFact, fact: ReadFact, share: number, uses: number): readonly number[] {
  const { date } = label;
  return [
    Number(fact.fact === label.fact),
    Number(date !== null && datesOf(fact).some((said) => isDateWithin(date, said))),
    round(share, 2),
    Number(fact.laterality === label.laterality),
    -uses,
  ];
}

/** Compares ranks item by item. */
function isHigher(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((item, i) => item !== other[i]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}
