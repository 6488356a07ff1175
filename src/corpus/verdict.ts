/**
 * What is kept of a decision: what it comes to and by what, without the tree that led there. It is the same for all
 * cases that a rule cannot tell apart, so there are few, and nothing of a letter is in one.
 */
import type { CriterionStatus, Decision, RuleTrace, TestNode, TraceNode } from '../vocabulary/decision.js';

/** A test of the rule that governs, and how it came out. */
export interface CriterionResult {
  readonly criterion: string;
  readonly fact: string;
  readonly status: CriterionStatus;
  readonly assumed: TestNode['assumed'];
}

export interface Verdict
  extends Pick<Decision, 'decision' | 'rule' | 'decidedBy' | 'undocumented' | 'reason'> {
  readonly guideline: string | null;
  readonly tier: number | null;
  /** The facts of the deciding criteria, in the order of the rule; a fact that two of them test stands twice. */
  readonly decidingFacts: readonly string[];
  /** Every test of the rule that governs, in the order of the rule. */
  readonly criteria: readonly CriterionResult[];
}

export function verdictOf(decision: Decision): Verdict {
  const { rule, decidedBy, undocumented, reason } = decision;
  const governing = decision.rules.find((one) => one.rule === rule);
  const deciding = governing ? judgingTests(governing).filter(({ id }) => decidedBy.includes(id)) : [];
  return {
    decision: decision.decision,
    rule,
    guideline: governing?.citation.source ?? null,
    tier: governing?.tier ?? null,
    decidedBy,
    undocumented,
    reason,
    decidingFacts: deciding.map(({ reading }) => reading.fact),
    criteria: governing ? criteriaOf(governing) : [],
  };
}

function criteriaOf(rule: RuleTrace): readonly CriterionResult[] {
  return [...testsIn(rule.addresses), ...judgingTests(rule)].map(({ id, reading, status, assumed }) => ({
    criterion: id,
    fact: reading.fact,
    status,
    assumed,
  }));
}

/** The tests that can decide; whether the rule addresses the case decides nothing yet. */
function judgingTests({ criteria, exclusions, limits }: RuleTrace): readonly TestNode[] {
  return [criteria, exclusions, limits].flatMap(testsIn);
}

function testsIn(node: TraceNode | null): readonly TestNode[] {
  if (node === null) return [];
  return node.kind === 'test' ? [node] : node.children.flatMap(testsIn);
}
