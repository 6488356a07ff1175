/**
 * Statements of one rationale that cannot both hold: a fact claimed and denied, or criteria said to be unmet beside
 * a claim that one of them is met.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { areOpposite } from '../facts/weighed-facts.js';
import type { Quote } from '../text/source-text.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Fact } from '../vocabulary/fact.js';
import type { ConceptRole } from '../vocabulary/lexicon-terms.js';
import type { ClaimedIssue } from './claimed-issue.js';
import { type Claim, isOfAnotherExam, type Rationale, type SaidSentence } from './claims.js';
import { isSameValue } from './denied-items.js';
import { impliedBy } from './implied-facts.js';
import { areRelated } from './related-regions.js';

/**
 * What in a rationale contradicts itself; where unmet criteria are met, nothing else is told.
 * @param issue what a statement that names no service is about
 */
export function contradictionsWithin(
  rationale: Rationale,
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding[] {
  const unmet = metAmongUnmet(rationale);
  if (unmet.length > 0) return unmet;
  const { facts, shownBy } = lexicon.claims;
  const isChecked = ({ fact: { fact } }: Claim): boolean =>
    facts.has(fact) || shownBy.some(({ by }) => by.includes(fact));
  const found = claimedAndDenied(rationale.claims.filter(isChecked), issue, lexicon);
  return found.length > 0 ? found : claimedAndDeniedInWords(rationale, lexicon);
}

/** The rationale lists criteria, says that none is met, and states one of them as found. */
function metAmongUnmet(rationale: Rationale): Finding[] {
  const [unmet] = rationale.unmet;
  if (!unmet) return [];
  const listed = new Set(
    rationale.named.filter((one) => one.sentence.start < unmet.sentence.start).map((one) => one.fact),
  );
  const met = rationale.claims.find(
    (claim) =>
      claim.fact.status === 'present' &&
      listed.has(claim.fact.fact) &&
      claim.sentence.start !== unmet.sentence.start &&
      isBareStatement(claim),
  );
  if (!met) return [];
  return [
    {
      code: 'rationale-contradicts-itself',
      message: 'the rationale says that the criteria are not met, and states one of them as found',
      hint: 'a `no` or `not` may be missing from the second statement',
      quotes: [unmet.sentence, met.sentence],
    },
  ];
}

/** A finding stated as found, not the mere history of a study or treatment. */
function isBareStatement(claim: Claim): boolean {
  return claim.fact.value === null && claim.fact.date === null;
}

/** One fact, of the same region, side and time, both ways. */
function claimedAndDenied(
  claims: readonly Claim[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding[] {
  const sides = new Set(claims.map(({ fact }) => fact.laterality));
  for (const [i, first] of claims.entries()) {
    const second = claims
      .slice(i + 1)
      .find(
        (other) =>
          other.sentence.start !== first.sentence.start && areOpposed(first, other, sides, issue, lexicon),
      );
    if (second) return [opposition(first, first.sentence, second.sentence)];
  }
  return [];
}

/** A fact that is claimed beside words which deny it: `the examination is normal`, `weakness of the left foot`. */
function claimedAndDeniedInWords({ claims, sentences }: Rationale, lexicon: CompiledLexicon): Finding[] {
  for (const { marker, by } of lexicon.claims.deniedInWords.filter((one) => one['of-itself'])) {
    const denial = sentences.find(({ marks, roles }) => marks.has(marker) && isPlain(roles));
    const stated =
      denial && claims.find((claim) => by.includes(claim.fact.fact) && isDeniedBy(claim, denial));
    const isDoubted = claims.some(
      ({ fact: { fact, status } }) => fact === stated?.fact.fact && status !== 'present',
    );
    if (stated && !isDoubted) return [opposition(stated, stated.sentence, denial.sentence)];
  }
  return [];

  function isDeniedBy({ fact, sentence, roles }: Claim, denial: SaidSentence): boolean {
    const { regions } = denial;
    return (
      fact.status === 'present' &&
      fact.date === null &&
      sentence.start !== denial.sentence.start &&
      isPlain(roles) &&
      !roles.has('past-event') &&
      (fact.region === null ||
        regions.length === 0 ||
        regions.some((region) => areRelated(region, fact.region ?? region, lexicon)))
    );
  }
}

/** Told without a limit, and not of another day or by another. */
const isPlain = (roles: ReadonlySet<ConceptRole>): boolean =>
  !roles.has('renewed') && !roles.has('restricted') && !isOfOthers(roles);

const isOfOthers = (roles: ReadonlySet<ConceptRole>): boolean =>
  roles.has('another-view') || isOfAnotherExam(roles);

function opposition({ fact }: Claim, one: Quote, other: Quote): Finding {
  return {
    code: 'rationale-contradicts-itself',
    message: `the rationale both states and denies ${fact.fact.replaceAll('_', ' ')}`,
    hint: null,
    quotes: [one, other],
  };
}

function areOpposed(
  one: Claim,
  other: Claim,
  sides: ReadonlySet<string | null>,
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): boolean {
  const [stated, denial] = one.fact.status === 'present' ? [one, other] : [other, one];
  const [a, b] = [stated.fact, denial.fact];
  if (a.status !== 'present' || (b.status !== 'absent' && b.status !== 'gap')) return false;
  if (a.fact !== b.fact && !impliedBy(a, issue, lexicon).includes(b.fact)) return false;
  if (denial.roles.has('renewed') || denial.roles.has('restricted')) return false;
  const isOfAnother = [stated, denial].some(({ roles }) => isOfOthers(roles));
  if (isOfAnother && !lexicon.claims.history.has(b.fact)) return false;
  return (
    (a.date === b.date || (b.date === null && isOfAllTime(denial, lexicon))) &&
    isSameValue(a.value, b.value) &&
    isSamePlace({ ...a, region: a.region ?? askedRegion(b, issue) }, b, sides) &&
    isSameService(a, b, issue.families)
  );
}

/** `An MRI has not been obtained` denies one of any day. */
function isOfAllTime({ fact, roles }: Claim, { claims }: CompiledLexicon): boolean {
  return claims.history.has(fact.fact) && roles.has('past-talk');
}

/**
 * A denial that names no place is one for all of them, and one of both sides for each: `weakness of the right arm`, `has
 * no weakness`. So is one without a side where the other side is never named.
 * @param sides those that claims of the rationale are about
 */
function isSamePlace(stated: Fact, denial: Fact, sides: ReadonlySet<string | null>): boolean {
  if (denial.region === null && denial.laterality === null && denial.levels.length === 0) return true;
  const isSameSide =
    stated.laterality === denial.laterality ||
    denial.laterality === 'bilateral' ||
    (denial.laterality === null && ![...sides].some((side) => areOpposite(side, stated.laterality)));
  return isSameSide && stated.region === denial.region && stated.levels.join() === denial.levels.join();
}

/** What names no place is of the one that is asked for, where the denial is. */
const askedRegion = ({ region }: Fact, { regions }: ClaimedIssue): string | null =>
  region !== null && regions.includes(region) ? region : null;

/** A denial that names no service is one for all of them; who names none speaks of the one that is asked for. */
function isSameService(stated: Fact, denial: Fact, asked: ReadonlySet<string>): boolean {
  if (denial.service === null || stated.service === denial.service) return true;
  return stated.service === null && asked.has(denial.service);
}
