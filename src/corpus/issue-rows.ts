/**
 * A stored issue and the verdicts on its services -> the row that statistics and reports count.
 * The findings that rules have a part in are made here, from what was stored; the others are stored themselves.
 */
import { citationsOutOfForce } from '../comparison/citations.js';
import { agreementOf } from '../comparison/compare.js';
import { disagreementFinding } from '../comparison/outcome-disagrees.js';
import { predictOutcome } from '../decision/predicted-outcome.js';
import { readRequest } from '../decision/request-readings.js';
import type { Quote } from '../text/source-text.js';
import { FINDING_CODES, type Finding, type Outcome } from '../vocabulary/decision.js';
import type { FactRead, IssueRow, ServiceRow } from '../vocabulary/issue-row.js';
import { isRequestFact } from '../vocabulary/request-facts.js';
import type { RuleSet } from '../vocabulary/rule.js';
import { serviceOf } from './family-plan.js';
import type { LetterFacts, StoredIssue, StoredService } from './letter-facts.js';
import type { Verdict } from './verdict.js';

/** What an issue row takes from its letter. */
export type LetterOfIssue = Pick<LetterFacts, 'document' | 'specialty' | 'urDate'>;

/** What the verdicts on the services of an issue predict, held against what was determined. */
export function comparedVerdicts(
  verdicts: readonly Verdict[],
  actual: Outcome | null,
): Pick<IssueRow, 'predicted' | 'agreement'> {
  const predicted = predictOutcome(verdicts);
  return { predicted, agreement: agreementOf(predicted, actual) };
}

/** What a row is made of, besides its letter. */
export interface RowParts
  extends Pick<IssueRow, 'issue' | 'request' | 'services' | 'predicted' | 'actual' | 'agreement'>,
    Pick<StoredIssue, 'cited'> {
  /** All but those that depend on which editions were in force. */
  readonly findings: readonly Finding[];
}

/** The row of an issue in figures and lists. */
export function rowOf(
  { document, urDate, specialty }: LetterOfIssue,
  { issue, request, services, predicted, actual, agreement, cited, findings }: RowParts,
  rules: RuleSet,
): IssueRow {
  return {
    document,
    issue,
    request,
    urDate,
    specialty,
    services,
    predicted,
    actual,
    agreement,
    findings: inOrder([...findings, ...citationsOutOfForce(cited, urDate, rules)]),
  };
}

/**
 * The row of an issue whose letter was just read.
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
  const { outcome } = issue;
  const actual = outcome?.value ?? null;
  const { predicted, agreement } = comparedVerdicts(verdicts, actual);
  const disagreements =
    outcome !== null && agreement === 'disagree'
      ? [disagreementOf({ outcome, services: issue.services }, predicted, verdicts, quoteOf)]
      : [];
  const parts: RowParts = {
    issue: issue.issue,
    request: issue.request,
    services: issue.services.map((service, i) => serviceRow(service, verdicts[i] as Verdict)),
    predicted,
    actual,
    agreement,
    cited: issue.cited,
    findings: [...disagreements, ...issue.findings],
  };
  return rowOf(letter, parts, rules);
}

/** The row of a service. @param service its readings are at least those of the facts that decided */
export function serviceRow(
  { form, readings }: Pick<StoredService, 'form' | 'readings'>,
  verdict: Verdict,
): ServiceRow {
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

/** The finding that prediction and determination differ. @param issue with an outcome that does not agree */
export function disagreementOf(
  {
    outcome,
    services,
  }: { readonly outcome: NonNullable<StoredIssue['outcome']>; readonly services: StoredIssue['services'] },
  predicted: IssueRow['predicted'],
  verdicts: readonly Verdict[],
  quoteOf: (fact: number) => Quote | undefined,
): Finding {
  return disagreementFinding({
    predicted,
    outcome,
    decidedBy: verdicts.flatMap((verdict) => verdict.decidedBy),
    evidence: services.flatMap((service, i) => evidenceOf(service, verdicts[i] as Verdict, quoteOf)),
  });
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
  if (findings.length < 2) return findings;
  return [...findings].sort((a, b) => FINDING_CODES.indexOf(a.code) - FINDING_CODES.indexOf(b.code));
}
