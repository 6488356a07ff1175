/**
 * Facts of an output in the words of the labels, and whether a fact and a label are about the same.
 * They are when names are equal, regions compatible, and one of the fact's quotes overlaps the label's words.
 */
import type { Case } from './cases.js';
import type { Equivalents } from './equivalents.js';
import { type GoldFact, isRequestFact } from './gold.js';
import type { OutputFact } from './output.js';
import { LEAST_OVERLAP, quoteOverlap } from './quotes.js';
import { scoreValue } from './values.js';

export type ReadStatus = GoldFact['status'];

/** A fact of the output with its status in the words of the labels. */
export interface ReadFact extends OutputFact {
  readonly read: ReadStatus;
}

/** Share that stands for a fact without a quote whose value is the label's: enough to match, beaten by any quote. */
const VALUE_ALONE = 0.01;

/** Whether a status is the label's; any assertion is, of what the letter says both ways. */
export function isStatusRight(label: GoldFact, read: ReadStatus): boolean {
  return read === label.status || (label.conflict && read !== 'gap');
}

/** Facts that say something, in order: what is not documented says so only with words. */
export function readFacts(rows: readonly OutputFact[]): readonly ReadFact[] {
  return rows.flatMap((row) => {
    const read = readStatus(row);
    return read === null || isRequestFact(row.fact) ? [] : [{ ...row, read }];
  });
}

function readStatus({ status, evidence }: OutputFact): ReadStatus | null {
  if (status === 'present' || status === 'absent' || status === 'uncertain') return status;
  return evidence.length > 0 ? 'gap' : null;
}

/** What the words of a label of the summary and of a fact share; 0 if the fact cannot meet the label. */
export function factOverlap(
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
  const shares = fact.evidence.map((quote) => quoteOverlap(text, label.evidence, 'summary', quote));
  const best = Math.max(...shares);
  return best >= LEAST_OVERLAP ? best : 0;
}
