/**
 * One checked letter -> its issues as rows for counting and storing: codes, numbers and short quotes, no letter text.
 * Not here: counting (`statistics/`), storing, reading letters.
 */
import type { CheckedLetter } from '../pipeline/check-letter.js';
import type { Decision, RuleTrace, TestNode, TraceNode } from '../vocabulary/decision.js';
import type { FactRead, IssueRow, ServiceRow } from '../vocabulary/issue-row.js';

/** The rows of a letter in the order of its issues. */
export function issueRows({ document, result }: CheckedLetter): readonly IssueRow[] {
  return result.issues.map((issue) => ({
    document: result.document,
    issue: issue.issue,
    request: issue.request.text.replace(/\s+/g, ' ').trim(),
    urDate: result.urDate,
    specialty: document.header.specialty?.value ?? null,
    services: issue.decisions.map(serviceRow),
    predicted: issue.predicted,
    actual: issue.actual,
    agreement: issue.agreement,
    findings: issue.findings,
  }));
}

function serviceRow(decision: Decision): ServiceRow {
  const { service } = decision;
  const governing = decision.rules.find((rule) => rule.rule === decision.rule);
  return {
    family: service.family,
    region: service.region,
    laterality: service.laterality,
    levels: service.levels,
    quantity: service.quantity,
    decision: decision.decision,
    rule: decision.rule,
    guideline: governing?.citation.source ?? null,
    tier: governing?.tier ?? null,
    decidedBy: decision.decidedBy,
    undocumented: decision.undocumented,
    reason: decision.reason,
    decidingFacts: governing ? decidingFacts(governing, decision.decidedBy) : [],
  };
}

/** What the tests below the deciding criteria read, each once, sorted by fact. */
function decidingFacts(rule: RuleTrace, decidedBy: readonly string[]): readonly FactRead[] {
  const read = new Map<string, FactRead>();
  const visit = (node: TraceNode | null, isDeciding: boolean): void => {
    if (node === null) return;
    const decides = isDeciding || (node.id !== null && decidedBy.includes(node.id));
    if (node.kind !== 'test') for (const child of node.children) visit(child, decides);
    else if (decides) keep(node);
  };
  const keep = ({ reading: { fact, status, value } }: TestNode): void => {
    read.set(fact, { fact, status, value });
  };
  for (const part of [rule.addresses, rule.criteria, rule.exclusions, rule.limits]) visit(part, false);
  return [...read.values()].sort((a, b) => (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0));
}
