/**
 * Facts that answer for others: who has had a fusion has had an operation, and who has had a course of acupuncture has had
 * visits of it. Which do is data of the lexicon (`shown-by`).
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { ShownBy } from '../vocabulary/claims-lexicon.js';
import type { Fact } from '../vocabulary/fact.js';
import type { ClaimedIssue } from './claimed-issue.js';

/** True if a fact answers a denial. Which treatments were tried tells no number of visits that is not documented. */
export function answers(
  said: Fact,
  denial: Pick<Fact, 'fact' | 'status'>,
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): boolean {
  return shownBy(said, issue, lexicon).some(
    ({ denied, value }) => denied === denial.fact && (value === undefined || denial.status === 'absent'),
  );
}

/**
 * Facts that must hold where one is claimed: without any operation there was no fusion. Of a fact with a value, those that
 * this very value shows.
 */
export function impliedBy(
  claimed: Pick<Fact, 'fact' | 'value'>,
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): readonly string[] {
  return shownBy(claimed, issue, lexicon)
    .filter(({ value }) => claimed.value === null || value !== undefined)
    .map(({ denied }) => denied);
}

/** The entries of the lexicon by which a fact shows another. */
function shownBy(
  { fact, value }: Pick<Fact, 'fact' | 'value'>,
  { isForDrugs }: ClaimedIssue,
  { claims }: CompiledLexicon,
): readonly ShownBy[] {
  return claims.shownBy.filter(
    (one) =>
      one.by.includes(fact) &&
      (isForDrugs || !one['for-drugs']) &&
      (one.value === undefined || [value].flat().includes(one.value)),
  );
}
