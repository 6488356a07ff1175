/**
 * Claims of a rationale that the case summary documents otherwise: the 'plainly erroneous express or implied finding
 * of fact' of Labor Code 4610.6(h)(5). Only facts that the lexicon lists as checkable, and only plain conflicts:
 * a false accusation costs more than a miss.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Fact } from '../vocabulary/fact.js';
import { type Claim, NEVER_DONE, type Rationale, RENEWED } from './claims.js';

/** What of an issue the claims are held against. */
export interface ClaimedIssue {
  /** The body regions of its services, for claims that name none. */
  readonly regions: readonly string[];
  /** It asks for drugs alone, so that statements about `the treatment` are about them. */
  readonly isForDrugs: boolean;
}

/** @param summary the facts of the case summary */
export function contradictionsWithSummary(
  rationale: Rationale,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding[] {
  const findings: Finding[] = [];
  for (const claim of rationale.claims) {
    if (!lexicon.claims.facts.has(claim.fact.fact)) continue;
    const found =
      deniedButDocumented(claim, summary, issue, lexicon) ??
      claimedButDenied(claim, summary, issue.regions, lexicon) ??
      documentedElsewhereOnly(claim, summary, issue.regions, lexicon);
    if (found) findings.push(found);
  }
  return findings.filter((one, i) => findings.findIndex((other) => other.message === one.message) === i);
}

/** The rationale says that something is not so, or not documented; the summary documents it, and nowhere denies it. */
function deniedButDocumented(
  claim: Claim,
  summary: readonly Fact[],
  { regions, isForDrugs }: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding | null {
  const { fact } = claim;
  const { claims } = lexicon;
  if (fact.status !== 'absent' && fact.status !== 'gap') return null;
  // `no need for an MRI` and `no recent MRI` deny no MRI: what was done is only denied by words about all of the past.
  if (claims.history.has(fact.fact) && (!claim.marks.has(NEVER_DONE) || claim.marks.has(RENEWED)))
    return null;
  const others = claims.shownBy.filter(
    (one) =>
      one.denied === fact.fact &&
      (isForDrugs || !one['for-drugs']) &&
      (one.in === undefined || claim.marks.has(one.in)),
  );
  const answering = [fact.fact, ...others.flatMap((one) => one.by)];
  const about = fact.region === null ? regions : [fact.region];
  const same = summary.filter((one) => answering.includes(one.fact) && isOfRegion(one, about, lexicon));
  const isDoubted = (name: string): boolean =>
    same.some((one) => one.fact === name && (one.status === 'absent' || one.status === 'uncertain'));
  const documented = same.find((one) => one.status === 'present' && !isDoubted(one.fact));
  if (!documented || isDoubted(fact.fact)) return null;
  const denies = fact.status === 'gap' ? 'says that it is not documented' : 'denies it';
  return finding(claim, documented, `the summary documents ${readable(fact.fact)}, the rationale ${denies}`);
}

/** The rationale counts on something that the summary denies for the same place, and nowhere documents. */
function claimedButDenied(
  claim: Claim,
  summary: readonly Fact[],
  regions: readonly string[],
  lexicon: CompiledLexicon,
): Finding | null {
  const { fact } = claim;
  if (fact.status !== 'present' || fact.date !== null || fact.value !== null) return null;
  const about = fact.region === null ? regions : [fact.region];
  const said = summary.filter((one) => one.fact === fact.fact);
  const denied = said.find((one) => one.status === 'absent' && isOfRegion(one, about, lexicon));
  if (!denied || said.some((one) => one.status === 'present' || one.status === 'uncertain')) return null;
  const message = `the rationale relies on ${readable(fact.fact)}, the summary denies it`;
  return finding(claim, denied, message);
}

/** A statement counts for a region if it is about it, about a part of it, or, of nerves, about what it supplies. */
function isOfRegion({ fact, region }: Fact, about: readonly string[], lexicon: CompiledLexicon): boolean {
  if (region === null || about.length === 0 || about.includes(region)) return true;
  if (about.some((one) => lexicon.includedRegions.get(one)?.includes(region))) return true;
  const supplier = lexicon.facts.get(fact)?.nerve === undefined ? undefined : lexicon.suppliedBy.get(region);
  return supplier !== undefined && about.includes(supplier);
}

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
  return finding(
    claim,
    elsewhere,
    `the rationale relies on ${readable(fact.fact)} for the ${where}, the summary documents it for the ${readable(elsewhere.region ?? '')} only`,
  );
}

function finding(claim: Claim, documented: Fact, message: string): Finding {
  const quotes = [claim.sentence, documented.evidence[0] ?? claim.sentence];
  return { code: 'rationale-contradicts-summary', message, hint: null, quotes };
}

const readable = (id: string): string => id.replaceAll('_', ' ');
