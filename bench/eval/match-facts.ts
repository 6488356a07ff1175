/**
 * Facts of an output held against the labels of one letter: which fact each label is met by, which facts are wrong.
 * Not here: counting (`fact-figures.ts`), wording (`fact-misses.ts`).
 */
import { type BestFact, bestFacts, type OverlapOf } from './best-facts.js';
import type { Case, Yardstick } from './cases.js';
import { type GoldFact, isScored, summaryLabels } from './gold.js';
import type { OutputFact } from './output.js';
import { factOverlap, isStatusRight, type ReadFact, readFacts } from './read-facts.js';

/** A scored label of a letter and the fact that meets it best. */
export interface LabelMatch extends BestFact {
  readonly document: string;
  readonly isComplete: boolean;
}

/** A fact that the output asserts of a completely labelled letter. */
export interface FactClaim {
  readonly document: string;
  readonly fact: ReadFact;
  /** Right status counts apart; facts that labels leave open count neither way. */
  readonly verdict: 'right' | 'right, wrong status' | 'false' | 'open';
}

/** A label of what utilization review said, and the fact that was made of it, if one was. */
export interface UrStatement {
  readonly document: string;
  readonly label: GoldFact;
  readonly readAs: ReadFact | null;
}

export interface MatchedFacts {
  readonly labels: readonly LabelMatch[];
  readonly claims: readonly FactClaim[];
  readonly urStatements: readonly UrStatement[];
}

export function matchFacts(letter: Case<OutputFact>, { equivalents, vocabulary }: Yardstick): MatchedFacts {
  const { name: document, gold } = letter;
  const facts = readFacts(letter.rows);
  const overlapOf: OverlapOf = (label, fact) => factOverlap(letter, equivalents, label, fact);
  const labels = summaryLabels(gold);
  const scored = labels.filter(isScored);
  const counted = facts.filter((fact) => vocabulary.names.has(fact.fact) && fact.read !== 'gap');
  const tails = labels.filter((label) => label.tail);
  const verdictOf = (fact: ReadFact): FactClaim['verdict'] => {
    const hits = scored.filter((label) => overlapOf(label, fact) > 0);
    if (hits.some((label) => isStatusRight(label, fact.read))) return 'right';
    if (hits.length > 0) return 'right, wrong status';
    const isOpen = tails.some((label) => label.fact === fact.fact && overlapOf(label, fact) > 0);
    return isOpen || vocabulary.derived.has(fact.fact) ? 'open' : 'false';
  };
  return {
    labels: bestFacts(scored, facts, overlapOf).map((match) => ({
      ...match,
      document,
      isComplete: gold.complete,
    })),
    claims: gold.complete ? counted.map((fact) => ({ document, fact, verdict: verdictOf(fact) })) : [],
    urStatements: labels
      .filter((label) => label.speaker && !label.tail)
      .map((label) => ({ document, label, readAs: urFact(label, scored, facts, overlapOf) })),
  };
}

/** The first fact that rests on words of utilization review alone. */
function urFact(
  label: GoldFact,
  scored: readonly GoldFact[],
  facts: readonly ReadFact[],
  overlapOf: OverlapOf,
): ReadFact | null {
  const isUrs = (fact: ReadFact): boolean =>
    fact.read !== 'gap' && overlapOf(label, fact) > 0 && !scored.some((one) => overlapOf(one, fact) > 0);
  return facts.find(isUrs) ?? null;
}
