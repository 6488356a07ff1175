/**
 * Claims of a rationale that the case summary documents otherwise: the 'plainly erroneous express or implied finding
 * of fact' of Labor Code 4610.6(h)(5). Only facts that the lexicon lists as checkable, and only plain conflicts:
 * a false accusation costs more than a miss.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { monthsBefore } from '../facts/weighed-facts.js';
import type { SourceText, Span } from '../text/source-text.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Fact, FactValue } from '../vocabulary/fact.js';
import { type ClaimedIssue, isOfSamePlace, isOfSameRegion } from './claimed-issue.js';
import { contradiction, deniedInWords, otherValue } from './claimed-values.js';
import { type Claim, isOfAnotherExam, type Rationale } from './claims.js';
import { isSameValue } from './denied-items.js';
import { answers, impliedBy } from './implied-facts.js';
import {
  areOfOtherParts,
  areOfSameSign,
  areToldTogether,
  isOfOtherPart,
  mayBeOfSameClass,
} from './same-sign.js';

/** The findings of a rationale beside its summary, each contradiction once. @param summary the facts of the case summary */
export function contradictionsWithSummary(
  rationale: Rationale,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding[] {
  const findings: Finding[] = [];
  for (const claim of rationale.claims) {
    const isCheckable = lexicon.claims.facts.has(claim.fact.fact);
    const found =
      (isCheckable ? otherwiseTold(claim, summary, issue, lexicon, rationale.source) : null) ??
      otherValue(claim, rationale, summary, issue, lexicon);
    if (found) findings.push(found);
  }
  findings.push(...deniedInWords(rationale, summary, issue, lexicon));
  return findings.filter((one, i) => !findings.slice(0, i).some((other) => tellsTheSame(one, other)));
}

/** The same words, or the same sentences of both sides: who never had gabapentin has not failed it, either. */
function tellsTheSame(a: Finding, b: Finding): boolean {
  return (
    a.message === b.message || a.quotes.every(({ start, end }, i) => overlaps({ start, end }, b.quotes[i]))
  );
}

const overlaps = (a: Span, b: Span | undefined): boolean =>
  b !== undefined && a.start < b.end && b.start < a.end;

/** What the summary tells the other way round, or of another place. */
const otherwiseTold = (
  claim: Claim,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
  source: SourceText,
): Finding | null =>
  deniedButDocumented(claim, summary, issue, lexicon, source) ??
  claimedButDenied(claim, summary, issue, lexicon, source) ??
  documentedElsewhereOnly(claim, summary, issue.regions, lexicon);

/** The rationale says that something is not so, or not documented; the summary documents it, and nowhere denies it. */
function deniedButDocumented(
  claim: Claim,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
  source: SourceText,
): Finding | null {
  const { fact, roles } = claim;
  if (!isPlainDenial(claim, issue, lexicon)) return null;
  const same = summary.filter(
    (one) =>
      ((one.fact === fact.fact && isSameValue(one.value, fact.value)) ||
        answers(one, fact, issue, lexicon)) &&
      isSameSign(one, fact, source, lexicon),
  );
  const doubts = same.filter(
    (one) =>
      (one.status === 'absent' || one.status === 'uncertain') && isOfSameRegion(one, fact, issue, lexicon),
  );
  const isDoubted = (name: string, said: Fact): boolean =>
    doubts.some(
      (one) =>
        one.fact === name && !(areToldTogether(one, said) && areOfOtherParts(one, said, source, lexicon)),
    );
  const documented = same.find(
    (one) =>
      one.status === 'present' &&
      (!roles.has('of-late') || isOfLate(one, issue, lexicon)) &&
      (!roles.has('asks-amount') || tellsAmount(one, fact, lexicon)) &&
      isOfSamePlace(one, fact, issue, lexicon) &&
      !isDoubted(one.fact, one) &&
      !isDoubted(fact.fact, one) &&
      !isOfOtherPart(one, claim, source, lexicon),
  );
  if (!documented) return null;
  const denies = fact.status === 'gap' ? 'says that it is not documented' : 'denies it';
  return contradiction(
    claim.sentence,
    documented,
    `the summary documents ${readable(Array.isArray(fact.value) ? String(fact.value) : fact.fact)}, the rationale ${denies}`,
  );
}

/** Who asks how many visits there were is only answered by a number; who asks for the outcome of a trial denies no trial. */
const tellsAmount = ({ value }: Fact, { fact }: Fact, { facts, claims }: CompiledLexicon): boolean =>
  facts.get(fact)?.type === 'number' ? typeof value === 'number' : !claims.history.has(fact);

/** True for what was done in the last months before the decision of utilization review; without a date nothing is. */
function isOfLate(said: Fact, { decided }: ClaimedIssue, { claims }: CompiledLexicon): boolean {
  const months = monthsBefore(decided, said);
  return months !== null && months >= 0 && months <= claims.ofLate;
}

/**
 * True for a denial of the thing itself. `No need for an MRI` and `no repeat MRI` deny no MRI: what was done is only
 * denied by words about all of the past, or of late; and what is not documented to an amount may be to another.
 */
function isPlainDenial(
  { fact, roles }: Claim,
  { drugs }: ClaimedIssue,
  { claims }: CompiledLexicon,
): boolean {
  if (fact.status !== 'absent' && fact.status !== 'gap') return false;
  if (roles.has('restricted') || typeof fact.value === 'number') return false;
  if (isOfAnotherExam(roles) && !claims.history.has(fact.fact)) return false;
  if (roles.has('of-late') ? !claims.history.has(fact.fact) : roles.has('renewed')) return false;
  // What is asked for may be in the plan of the summary, and was not tried for all that.
  if (typeof fact.value === 'string' && drugs.has(fact.value)) return false;
  return !claims.history.has(fact.fact) || roles.has('past-talk') || roles.has('of-late');
}

/** Facts of one sign alone have no other; of the rest it must be the very same, and drugs must be of the same class. */
function isSameSign(said: Fact, claimed: Fact, source: SourceText, lexicon: CompiledLexicon): boolean {
  const { signs, byClass } = lexicon.claims;
  if (byClass.has(claimed.fact)) return mayBeOfSameClass(said, claimed, source, lexicon);
  return !signs.has(claimed.fact) || areOfSameSign(said, claimed, source, lexicon);
}

/** The rationale counts on something that the summary denies for the same place, and nowhere documents. */
function claimedButDenied(
  claim: Claim,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
  source: SourceText,
): Finding | null {
  const { fact, roles } = claim;
  if (fact.status !== 'present') return null;
  if (isOfAnotherExam(roles) && !lexicon.claims.history.has(fact.fact)) return null;
  const implied = impliedBy(fact, issue, lexicon);
  const asked = new Set(isTakenBack(fact.value) ? [fact.fact, ...implied] : implied);
  const said = summary.filter((one) => asked.has(one.fact));
  const denied = said.find(
    (one) =>
      one.status === 'absent' &&
      isAsLate(one, fact, lexicon) &&
      (one.fact !== fact.fact || isSameSign(one, fact, source, lexicon)) &&
      isOfSamePlace(one, fact, issue, lexicon) &&
      !isOfOtherPart(one, claim, source, lexicon),
  );
  if (!denied || said.some((one) => doubts(one, denied, fact))) return null;
  const message = `the rationale relies on ${readable(fact.fact)}, the summary denies ${denied.fact === fact.fact ? 'it' : readable(denied.fact)}`;
  return contradiction(claim.sentence, denied, message);
}

/** Elsewhere in the summary it is not denied; of what a claim implies any part may be what is claimed. */
const doubts = ({ fact, status }: Fact, denied: Fact, claimed: Fact): boolean =>
  (status === 'present' || status === 'uncertain') && (denied.fact !== claimed.fact || fact === claimed.fact);

/** What was done on some day is only denied by who tells later that it never was; a finding of one day by none of another. */
function isAsLate(denied: Fact, claimed: Fact, { claims }: CompiledLexicon): boolean {
  if (claimed.date === null) return true;
  return claims.history.has(claimed.fact) && (denied.date === null || denied.date >= claimed.date);
}

/** What has no value can be denied as a whole, and so can a number of what was never done; of a list a part may be left. */
const isTakenBack = (value: FactValue | null): boolean => value === null || typeof value === 'number';

/** The rationale counts on something of one region that the summary documents for other regions only. */
function documentedElsewhereOnly(
  claim: Claim,
  summary: readonly Fact[],
  regions: readonly string[],
  lexicon: CompiledLexicon,
): Finding | null {
  const { fact } = claim;
  if (fact.status !== 'present' || !lexicon.claims.byRegion.has(fact.fact)) return null;
  const present = summary.filter(
    (one) => one.fact === fact.fact && one.status === 'present' && one.region !== null,
  );
  const about = fact.region === null ? regions : [fact.region];
  const missing = about.filter(
    (region) =>
      (regions.includes(region) || claim.regionsNamed.has(region)) &&
      !present.some((one) => one.region === region),
  );
  const elsewhere = present.find((one) => !missing.includes(one.region ?? ''));
  if (
    missing.length === 0 ||
    !elsewhere ||
    summary.some((one) => one.fact === fact.fact && one.region === null && one.status === 'present')
  )
    return null;
  const where = missing.map(readable).join(' and ');
  return contradiction(
    claim.sentence,
    elsewhere,
    `the rationale relies on ${readable(fact.fact)} for the ${where}, the summary documents it for the ${readable(elsewhere.region ?? '')} only`,
  );
}

const readable = (id: string): string => id.replaceAll('_', ' ');
