/**
 * Facts of an output held against the labels of one letter: which fact each label is met by, which facts are wrong.
 * A fact meets a label of the same name about a compatible region when one of its quotes overlaps the label's words.
 * Not here: counting (`fact-figures.ts`), wording (`fact-misses.ts`).
 */
import type { Case, Yardstick } from './cases.js';
import type { Equivalents } from './equivalents.js';
import { type GoldFact, isRequestFact, isScored, summaryLabels } from './gold.js';
import type { OutputFact } from './output.js';
import { LEAST_OVERLAP, quoteOverlap } from './quotes.js';
import { round } from './ratios.js';
import { datesOf, isDateWithin, scoreValue } from './values.js';

export type ReadStatus = GoldFact['status'];

/** A fact of the output with its status in the words of the labels. */
export interface ReadFact extends OutputFact {
  readonly read: ReadStatus;
}

/** A scored label and the fact that meets it best; null if none does. */
export interface LabelMatch {
  readonly document: string;
  readonly isComplete: boolean;
  readonly label: GoldFact;
  readonly found: ReadFact | null;
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

type OverlapOf = (label: GoldFact, fact: ReadFact) => number;

/** Share that stands for a fact without a quote whose value is the label's: enough to match, beaten by any quote. */
const VALUE_ALONE = 0.01;

export function matchFacts(letter: Case<OutputFact>, { equivalents, vocabulary }: Yardstick): MatchedFacts {
  const { name: document, gold } = letter;
  const facts = readFacts(letter.rows);
  const overlapOf: OverlapOf = (label, fact) => overlap(letter, equivalents, label, fact);
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
    labels: matchLabels(scored, facts, overlapOf).map((match) => ({
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

/** Whether a status is the label's; any assertion is, of what the letter says both ways. */
export function isStatusRight(label: GoldFact, read: ReadStatus): boolean {
  return read === label.status || (label.conflict && read !== 'gap');
}

/** Facts that say something, in order: what is not documented says so only with words. */
function readFacts(rows: readonly OutputFact[]): readonly ReadFact[] {
  return rows.flatMap((row) => {
    const read = readStatus(row);
    return read === null || isRequestFact(row.fact) ? [] : [{ ...row, read }];
  });
}

function readStatus({ status, evidence }: OutputFact): ReadStatus | null {
  if (status === 'present' || status === 'absent' || status === 'uncertain') return status;
  return evidence.length > 0 ? 'gap' : null;
}

/** What the words of a label and of a fact share; 0 if the fact cannot meet the label. */
function overlap(
  { text }: Case<OutputFact>,
  equivalents: Equivalents,
  label: GoldFact,
  fact: ReadFact,
): number {
  if (fact.fact !== label.fact && !label.accept.includes(fact.fact)) return 0;
  if (!equivalents.isSameRegion(label.fact, label.region, fact.region)) return 0;
  if (fact.evidence.length === 0) {
    return label.value !== null && scoreValue(label.value, fact.value).share === 1 ? VALUE_ALONE : 0;
  }
  const shares = fact.evidence.map((quote) =>
    quoteOverlap(text, label.evidence, label.where === 'summary' ? 'summary' : 'anywhere', quote),
  );
  const best = Math.max(...shares);
  return best >= LEAST_OVERLAP ? best : 0;
}

/** For each label its best fact. One fact may meet several labels; of equally good ones the least used is taken. */
function matchLabels(
  labels: readonly GoldFact[],
  facts: readonly ReadFact[],
  overlapOf: OverlapOf,
): readonly Pick<LabelMatch, 'label' | 'found'>[] {
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
