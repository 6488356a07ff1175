/**
 * A stored issue and the verdicts on its services -> the row that statistics and reports count.
 * The findings that rules have a part in are made here, from what was stored; the others are stored themselves.
 */
import { citationsOutOfForce } from '../comparison/citations.js';
import { agreementOf } from '../comparison/compare.js';
import { disagreementFinding } from '../comparison/outcome-disagrees.js';
import { predictOutcome } from '../decision/predicted-outcome.js';
import { isRequestFact, readRequest } from '../decision/request-readings.js';
import type { Quote } from '../text/source-text.js';
import type { Finding } from '../vocabulary/decision.js';
import type { FactRead, IssueRow, ServiceRow } from '../vocabulary/issue-row.js';
import type { RuleSet } from '../vocabulary/rule.js';
import { serviceOf } from './family-plan.js';
import type { LetterFacts, StoredIssue, StoredService } from './letter-facts.js';
import type { Verdict } from './verdict.js';

/** The order in which the findings of an issue are told. */
const CODES = [
  'outcome-disagrees',
  'rationale-contradicts-summary',
  'rationale-contradicts-itself',
  'conclusion-mismatch',
  'region-mismatch',
  'citation-out-of-force',
  'request-mismatch',
] as const satisfies readonly Finding['code'][];

/** What an issue row takes from its letter. */
export type LetterOfIssue = Pick<LetterFacts, 'document' | 'specialty' | 'urDate'>;

/**
 * @param verdicts one for each service
 * @param quoteOf the words that a fact of the letter rests on, by its index; asked only where they are quoted
 */
export function issueRow(
  letter: LetterOfIssue,
  issue: StoredIssue,
  verdicts: readonly Verdict[],
  quoteOf: (fact: number) => Quote | undefined,
  rules: RuleSet,
): IssueRow {
  const predicted = predictOutcome(verdicts);
  const actual = issue.outcome?.value ?? null;
  return {
    document: letter.document,
    issue: issue.issue,
    request: issue.request,
    urDate: letter.urDate,
    specialty: letter.specialty,
    services: issue.services.map((service, i) => serviceRow(service, verdicts[i] as Verdict)),
    predicted,
    actual,
    agreement: agreementOf(predicted, actual),
    findings: inOrder([
      ...disagreements(issue, verdicts, quoteOf),
      ...issue.findings,
      ...citationsOutOfForce(issue.cited, letter.urDate, rules),
    ]),
  };
}

function serviceRow({ form, readings }: StoredService, verdict: Verdict): ServiceRow {
  const { family, region, laterality, levels, quantity } = form;
  const { decision, rule, guideline, tier, decidedBy, undocumented, reason } = verdict;
  const service = serviceOf(form);
  const decidingFacts = [...new Set(verdict.decidingFacts)].sort().map((fact): FactRead => {
    const found = isRequestFact(fact)
      ? readRequest(fact, service)
      : readings.find((reading) => reading.fact === fact);
    return { fact, status: found?.status ?? 'not-documented', value: found?.value ?? null };
  });
  return {
    family,
    region,
    laterality,
    levels,
    quantity,
    decision,
    rule,
    guideline,
    tier,
    decidedBy,
    undocumented,
    reason,
    decidingFacts,
  };
}

function disagreements(
  { outcome, services }: StoredIssue,
  verdicts: readonly Verdict[],
  quoteOf: (fact: number) => Quote | undefined,
): readonly Finding[] {
  const predicted = predictOutcome(verdicts);
  if (outcome === null || agreementOf(predicted, outcome.value) !== 'disagree') return [];
  const evidence = services.flatMap((service, i) => evidenceOf(service, verdicts[i] as Verdict, quoteOf));
  return [
    disagreementFinding({
      predicted,
      outcome,
      decidedBy: verdicts.flatMap((verdict) => verdict.decidedBy),
      evidence,
    }),
  ];
}

/** The words that the deciding criteria rest on, in the order of the rule. */
function evidenceOf(
  { form, words, readings }: StoredService,
  { decidingFacts }: Verdict,
  quoteOf: (fact: number) => Quote | undefined,
): readonly Quote[] {
  return decidingFacts.flatMap((fact) => {
    if (isRequestFact(fact)) return readRequest(fact, serviceOf(form, words)).facts[0]?.evidence ?? [];
    const found = readings.find((reading) => reading.fact === fact);
    return (found && found.from >= 0 && quoteOf(found.from)) || [];
  });
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => CODES.indexOf(a.code) - CODES.indexOf(b.code));
}
