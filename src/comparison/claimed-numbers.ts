/**
 * Numbers of the summary that a rationale contradicts: an age that is another's, relief that is said not to be documented.
 * In: the rationale, the facts of the summary. Which facts, and how far apart they may be, is data of the lexicon.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Fact, FactValue } from '../vocabulary/fact.js';
import { type ClaimedIssue, isOfSamePlace } from './claimed-issue.js';
import type { Claim, Rationale } from './claims.js';

/** The rationale repeats a number that is far from each of the summary: it may be the text of another letter. */
export function otherNumber(
  claim: Claim,
  summary: readonly Fact[],
  lexicon: CompiledLexicon,
): Finding | null {
  const { fact } = claim;
  const apart = lexicon.claims.sameNumber.get(fact.fact);
  if (apart === undefined || fact.status !== 'present' || typeof fact.value !== 'number') return null;
  const said = summary.filter((one) => one.fact === fact.fact && one.status === 'present');
  const [first] = said;
  if (first === undefined || said.some((one) => isNear(one.value, fact.value as number, apart))) return null;
  const meaning = lexicon.facts.get(fact.fact)?.meaning ?? fact.fact;
  return contradiction(
    claim.sentence,
    first,
    `${meaning}: ${fact.value} in the rationale, ${String(first.value)} in the summary`,
  );
}

/** A value that is no single number is not judged. */
function isNear(value: FactValue | null, claimed: number, apart: number): boolean {
  return typeof value !== 'number' || Math.abs(value - claimed) <= apart;
}

/** The rationale denies in words of its own what a number of the summary shows, such as relief from an injection. */
export function deniedNumbers(
  rationale: Rationale,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding[] {
  return lexicon.claims.deniedNumbers.flatMap(({ marker, families, by, 'at-least': least }) => {
    if (!families.some((family) => issue.families.has(family))) return [];
    const denial = rationale.sentences.find(
      ({ marks, roles }) => marks.has(marker) && !roles.has('renewed') && !roles.has('restricted'),
    );
    if (denial === undefined) return [];
    const said = summary.filter((one) => one.fact === by && isOfSamePlace(one, NOWHERE, issue, lexicon));
    const shown = said.find(({ value }) => typeof value === 'number' && value >= least);
    if (shown === undefined || said.some(({ status }) => status !== 'present')) return [];
    return [
      contradiction(
        denial.sentence,
        shown,
        `the summary documents ${by.replaceAll('_', ' ')}, the rationale denies it`,
      ),
    ];
  });
}

const NOWHERE = { region: null, laterality: null, levels: [] };

function contradiction(sentence: Claim['sentence'], documented: Fact, message: string): Finding {
  const quotes = [sentence, documented.evidence[0] ?? sentence];
  return { code: 'rationale-contradicts-summary', message, hint: null, quotes };
}
