/**
 * Results -> records of machine-readable output. Nothing is left out but what another record holds, and no status
 * changes on the way; a gap is written as what it is, not documented.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CitationBlock, ImrDocument } from '../document/imr-document.js';
import type { Quote, SourceText } from '../text/source-text.js';
import type { Decision, Finding, RuleTrace, TraceNode } from '../vocabulary/decision.js';
import type { Fact } from '../vocabulary/fact.js';
import type { IssueResult, LetterResult } from '../vocabulary/letter-result.js';
import type { CheckRecord, ErrorRecord, ExplainRecord, FactRecord } from './output-schema.js';
import type { OutputRuleTrace, OutputTraceNode } from './output-trace.js';
import { statusWord } from './words.js';

/** @param issue one of the result's */
export function checkRecord(result: LetterResult, issue: IssueResult): CheckRecord {
  return {
    ...issueHead(result, issue),
    services: issue.decisions.map(decisionOutput),
    ...issueTail(result, issue),
  };
}

/** @param document name of the letter, as output has it */
export function factRecord(document: string, fact: Fact): FactRecord {
  return { document, ...factOutput(fact) };
}

/** @param letter what the result was made from: the determination is in it */
export function explainRecord(result: LetterResult, issue: IssueResult, letter: ImrDocument): ExplainRecord {
  return {
    ...issueHead(result, issue),
    services: issue.decisions.map((decision) => ({
      ...decisionOutput(decision),
      rules: decision.rules.map(traceRecord),
      turningPoints: decision.turningPoints.map((point) => ({
        decision: point.decision,
        changes: point.changes.map((change) => ({ ...change })),
      })),
    })),
    ...issueTail(result, issue),
    determination: determinationOutput(letter, issue.issue),
  };
}

/** @param source the text that the diagnostic is about; null if it could not be read */
export function errorRecord(
  { file, code, message, span }: Diagnostic,
  source: SourceText | null,
): ErrorRecord {
  const point = source && span ? source.point(span.start) : {};
  return { document: file, error: { code, message, ...point } };
}

type HeadKey = 'document' | 'issue' | 'request';

function issueHead({ document }: LetterResult, { issue, request }: IssueResult): Pick<CheckRecord, HeadKey> {
  return { document, issue, request: oneLine(request.text) };
}

function issueTail({ urDate }: LetterResult, issue: IssueResult): Omit<CheckRecord, HeadKey | 'services'> {
  const { predicted, actual, agreement } = issue;
  return {
    predicted,
    actual,
    agreement,
    findings: issue.findings.map(findingOutput),
    urDate,
    requestQuote: quoteOutput(issue.request),
  };
}

function decisionOutput(decision: Decision): CheckRecord['services'][number] {
  const { service, decidedBy, undocumented, reason, reasonText, rule } = decision;
  return {
    ...service,
    levels: [...service.levels],
    ingredients: [...service.ingredients],
    modifiers: { ...service.modifiers },
    words: quoteOutput(service.words),
    decision: decision.decision,
    rule,
    decidedBy: [...decidedBy],
    undocumented: [...undocumented],
    reason,
    reasonText,
  };
}

function findingOutput({ code, message, hint, quotes }: Finding): CheckRecord['findings'][number] {
  return { code, message, hint, quotes: quotes.map(quoteOutput) };
}

function factOutput(fact: Fact): Omit<FactRecord, 'document'> {
  const { value } = fact;
  return {
    fact: fact.fact,
    status: statusWord(fact.status),
    value: valueOutput(value),
    region: fact.region,
    laterality: fact.laterality,
    levels: [...fact.levels],
    date: fact.date,
    service: fact.service,
    evidence: fact.evidence.map(quoteOutput),
    cues: fact.cues.map(quoteOutput),
  };
}

/** The trace of a rule, as records hold it. */
export function traceRecord(rule: RuleTrace): OutputRuleTrace {
  const part = (node: TraceNode | null): OutputTraceNode | null => node && nodeOutput(node);
  return {
    ...rule,
    citation: { ...rule.citation },
    addresses: part(rule.addresses),
    criteria: part(rule.criteria),
    exclusions: part(rule.exclusions),
    limits: part(rule.limits),
  };
}

function nodeOutput(node: TraceNode): OutputTraceNode {
  if (node.kind !== 'test') return { ...node, children: node.children.map(nodeOutput) };
  const { reading } = node;
  const facts = reading.facts.map(factOutput);
  return { ...node, reading: { ...reading, value: valueOutput(reading.value), facts } };
}

function valueOutput(value: Fact['value']): FactRecord['value'] {
  return value as FactRecord['value'];
}

function determinationOutput(letter: ImrDocument, number: number): ExplainRecord['determination'] {
  const determination = letter.issues.find((issue) => issue.number === number)?.determination;
  if (determination === undefined) return null;
  const { outcome, claimsAdministrator, reviewer, rationale } = determination;
  return {
    outcome: outcome && { value: outcome.value, quote: quoteOutput(outcome.quote) },
    claimsAdministrator: claimsAdministrator && blockOutput(claimsAdministrator),
    reviewer: reviewer && blockOutput(reviewer),
    rationale: rationale && quoteOutput(letter.source.quote(rationale)),
  };
}

function blockOutput(
  block: CitationBlock,
): NonNullable<NonNullable<ExplainRecord['determination']>['reviewer']> {
  const sources = block.sources.map((cited) => ({
    ...cited,
    sections: [...cited.sections],
    quote: quoteOutput(cited.quote),
  }));
  return { basedOnSchedule: block.basedOnSchedule, sources, quote: quoteOutput(block.quote) };
}

/** Keys in a fixed order, whoever made the quote. */
function quoteOutput({ text, start, end, line, column, page }: Quote): CheckRecord['requestQuote'] {
  return { text, start, end, line, column, ...(page === undefined ? {} : { page }) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
