/**
 * Values of the summary that a rationale contradicts: an age that is another's, relief that is said not to be documented,
 * a study called normal that was not.
 * In: the rationale, the facts of the summary. Which facts, and how far apart they may be, is data of the lexicon.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { DeniedInWords } from '../vocabulary/claims-lexicon.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Fact, FactValue } from '../vocabulary/fact.js';
import { type ClaimedIssue, isOfSamePlace } from './claimed-issue.js';
import type { Claim, Rationale, SaidSentence } from './claims.js';

/** The rationale gives a value that none of the summary agrees with: it may be the text of another letter. */
export function otherValue(
  claim: Claim,
  { claims }: Pick<Rationale, 'claims'>,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding | null {
  const { fact } = claim;
  const { value } = fact;
  if (fact.status !== 'present' || value === null) return null;
  const claimed = claims.map((one) => one.fact);
  if (isOfOnePart(fact, claimed, lexicon)) return null;
  const said = summary.filter(
    (one) =>
      one.fact === fact.fact &&
      one.status === 'present' &&
      !isOfOnePart(one, summary, lexicon) &&
      isOfSamePlace(one, fact, issue, lexicon),
  );
  const [first] = said;
  if (first === undefined) return null;
  const values = [...said.map((one) => one.value), ...sumOfParts(fact.fact, summary, lexicon)];
  const isAll = claim.roles.has('said-to-be-all');
  if (values.some((one) => agree(one, value, fact.fact, isAll, lexicon))) return null;
  const meaning = lexicon.facts.get(fact.fact)?.meaning ?? fact.fact;
  return contradiction(
    claim.sentence,
    first,
    `${meaning}: ${String(value)} in the rationale, ${String(first.value)} in the summary`,
  );
}

/** `The films show no slip` calls them normal in that alone. @param told all that is told on the same side */
function isOfOnePart(
  { fact, value, evidence: [words] }: Fact,
  told: readonly Fact[],
  { claims: { contraryValues } }: CompiledLexicon,
): boolean {
  if (value !== contraryValues.get(fact)) return false;
  return told.some(({ status, evidence }) => status === 'absent' && evidence[0]?.start === words?.start);
}

/** What the numbers of a summary come to that may be parts of one: eight visits, and eight after the operation. */
function sumOfParts(
  fact: string,
  summary: readonly Fact[],
  { claims: { addsUp } }: CompiledLexicon,
): readonly number[] {
  const parts = addsUp.get(fact);
  if (parts === undefined) return [];
  const numbers = summary.flatMap((one) =>
    parts.includes(one.fact) && typeof one.value === 'number' ? one.value : [],
  );
  return [numbers.reduce((sum, one) => sum + one, 0)];
}

/**
 * True unless the lexicon says that two such values cannot both be right. What is no single value is not judged.
 * @param isAll the claimed number is said to be all that there was
 */
function agree(
  said: FactValue | null,
  claimed: FactValue,
  fact: string,
  isAll: boolean,
  { claims: { sameNumber, notLess, notMore, contraryValues } }: CompiledLexicon,
): boolean {
  if (typeof said === 'number' && typeof claimed === 'number') {
    const apart = sameNumber.get(fact);
    if (apart !== undefined) return Math.abs(said - claimed) <= apart;
    const more = isAll ? notMore.get(fact) : undefined;
    if (more !== undefined && said - claimed > more) return false;
    const less = notLess.get(fact);
    return less === undefined || claimed - said <= less;
  }
  const contrary = contraryValues.get(fact);
  return contrary === undefined || said === claimed || (said !== contrary && claimed !== contrary);
}

/** The rationale denies in words of its own what the summary shows, such as relief from an injection. */
export function deniedInWords(
  rationale: Rationale,
  summary: readonly Fact[],
  issue: ClaimedIssue,
  lexicon: CompiledLexicon,
): Finding[] {
  return lexicon.claims.deniedInWords.flatMap((denied) => {
    const { marker, families, also, without } = denied;
    if (families && !families.some((family) => issue.families.has(family))) return [];
    // What a percentage or a length of time restricts is asked below.
    const isAsked = ({ marks, percentages }: SaidSentence): boolean =>
      denied['even-if-restricted'] === true ||
      percentages.length > 0 ||
      (also !== undefined && marks.has(also.where));
    const denial = rationale.sentences.find(
      (one) =>
        one.marks.has(marker) &&
        (without === undefined || !one.marks.has(without)) &&
        !one.roles.has('renewed') &&
        (!one.roles.has('restricted') || isAsked(one)),
    );
    if (denial === undefined) return [];
    const here = summary.filter((one) => isOfSamePlace(one, NOWHERE, issue, lexicon));
    const shown = shownAgainst(denial, denied, here, lexicon);
    if (shown === undefined) return [];
    return [
      contradiction(
        denial.sentence,
        shown,
        `the summary documents ${shown.fact.replaceAll('_', ' ')}, the rationale denies it`,
      ),
    ];
  });
}

/** A fact that answers a denial, and that the summary nowhere doubts. */
function shownAgainst(
  { marks, percentages, weeks }: SaidSentence,
  { by, value: only, 'at-least': least, unit, beyond, also }: DeniedInWords,
  summary: readonly Fact[],
  { claims: { contraryValues } }: CompiledLexicon,
): Fact | undefined {
  const doubted = new Set(summary.filter(({ status }) => status !== 'present').map(({ fact }) => fact));
  // A study that was normal shows nothing of what is denied.
  const isContrary = ({ fact, value }: Fact): boolean => value !== null && value === contraryValues.get(fact);
  const said = summary.filter((one) => by.includes(one.fact) && !doubted.has(one.fact));
  if (said.some((one) => isContrary(one) || (only !== undefined && one.value !== only))) return undefined;
  const reaches = ({ value }: Fact, atLeast: number): boolean =>
    typeof value === 'number' && value >= atLeast;
  const asked = leastAsked(least, beyond, unit === 'week' ? weeks : percentages);
  if (also && (marks.has(also.where) || weeks.length > 0)) {
    const longest = Math.max(also['at-least'], ...weeks);
    const isMet = summary.some((one) => one.fact === also.by && reaches(one, longest));
    if (!isMet) return undefined;
  }
  if (beyond !== undefined && !areAllBeyond(said, asked)) return undefined;
  return said.find((one) => asked === null || reaches(one, asked));
}

/**
 * The least number that answers a denial, null where none is asked for; nothing is beyond what is not named.
 * @param named the percentages or lengths of time that the denial names
 */
function leastAsked(
  least: number | undefined,
  beyond: number | undefined,
  named: readonly number[],
): number | null {
  if (beyond !== undefined)
    return named.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...named) + beyond;
  return least === undefined ? null : Math.max(least, ...named);
}

/** Of several treatments one may have done as little as is said. */
const areAllBeyond = (said: readonly Fact[], asked: number | null): boolean =>
  said.every(({ value }) => typeof value === 'number' && asked !== null && value >= asked);

const NOWHERE = { region: null, laterality: null, levels: [] };

/** A finding with both quotes: the sentence of the rationale, and the words of the summary. */
export function contradiction(sentence: Claim['sentence'], documented: Fact, message: string): Finding {
  const quotes = [sentence, documented.evidence[0] ?? sentence];
  return { code: 'rationale-contradicts-summary', message, hint: null, quotes };
}
