/**
 * Facts that answer for others: who has had a fusion has had an operation, and who has had a course of acupuncture has had
 * visits of it. Which do is data of the lexicon (`shown-by`).
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { ShownBy } from '../vocabulary/claims-lexicon.js';
import type { Fact } from '../vocabulary/fact.js';
import type { ClaimedIssue } from './claimed-issue.js';
import { isSameValue, sharedItems } from './denied-items.js';

/** True if a fact answers a denial. Which treatments were tried tells no number of visits that is not documented. */
export function answers(
  said: Fact,
  denial: Pick<Fact, 'fact' | 'status' | 'value'>,
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): boolean {
  return shownBy(said, issue, lexicon).some(
    (one) =>
      one.denied === denial.fact &&
      (one['of-class'] === true
        ? !one.except?.some((drug) => drug === said.value) && isOfDeniedClass(said, denial, issue, lexicon)
        : isSameValue(said.value, denial.value) && (isOfAnyValue(one) || denial.status === 'absent')),
  );
}

/** A drug that is not asked for answers the denial of an item of a list that its class stands for. */
function isOfDeniedClass(
  { value }: Fact,
  denial: Pick<Fact, 'fact' | 'value'>,
  { drugs }: ClaimedIssue,
  { drugs: known, plan }: CompiledLexicon,
): boolean {
  if (typeof value !== 'string' || drugs.has(value)) return false;
  const planned = plan.get(known.get(value)?.class ?? '') ?? [];
  return planned.some(
    ({ fact, item }) => fact === denial.fact && item !== null && sharedItems([item], denial.value)?.length,
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
    .filter((one) => one['of-class'] === undefined && (claimed.value === null || !isOfAnyValue(one)))
    .map(({ denied }) => denied);
}

/** True unless only certain values show it. */
const isOfAnyValue = (one: ShownBy): boolean => one.value === undefined && one.class === undefined;

/** The entries of the lexicon by which a fact shows another. */
function shownBy(
  { fact, value }: Pick<Fact, 'fact' | 'value'>,
  { isForDrugs }: ClaimedIssue,
  { claims, drugs }: CompiledLexicon,
): readonly ShownBy[] {
  const drugClass = typeof value === 'string' ? drugs.get(value)?.class : undefined;
  return claims.shownBy.filter(
    (one) =>
      one.by.includes(fact) &&
      (isForDrugs || !one['for-drugs']) &&
      (one.value === undefined || [value].flat().includes(one.value)) &&
      (one.class === undefined || one.class === drugClass),
  );
}
