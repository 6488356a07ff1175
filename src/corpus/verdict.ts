/**
 * What is kept of a decision: what it comes to and by what, without the tree that led there. It is the same for all
 * cases that a rule cannot tell apart, so there are few, and nothing of a letter is in one.
 */
import type { HeldRule } from '../decision/held-rule.js';
import type { Settled } from '../decision/settle.js';
import type { CriterionStatus, Decision, TestNode } from '../vocabulary/decision.js';

/** A test of the rule that governs, and how it came out. */
export interface CriterionResult {
  readonly criterion: string;
  readonly fact: string;
  readonly status: CriterionStatus;
  readonly assumed: TestNode['assumed'];
}

/** What one service comes to. */
export interface Verdict
  extends Pick<Decision, 'decision' | 'rule' | 'decidedBy' | 'undocumented' | 'reason'> {
  /** Citation source and tier of the rule that governs; null where none does. */
  readonly guideline: string | null;
  readonly tier: number | null;
  /** The facts of the deciding criteria, in the order of the rule; a fact that two of them test stands twice. */
  readonly decidingFacts: readonly string[];
  /** Every test of the rule that governs, in the order of the rule. */
  readonly criteria: readonly CriterionResult[];
}

/** What of a settled service is counted and listed. */
export function verdictOf({ decision, decidedBy, undocumented, reason, governing }: Settled): Verdict {
  return {
    decision,
    rule: governing?.rule.id ?? null,
    guideline: governing?.rule.citation.source ?? null,
    tier: governing?.rule.tier ?? null,
    decidedBy,
    undocumented,
    reason,
    decidingFacts: governing ? decidingFacts(governing, decidedBy) : [],
    criteria: governing ? criteriaOf(governing) : [],
  };
}

/** Whether a rule addresses the case decides nothing yet, so tests of that part, which comes first, are passed over. */
function decidingFacts({ flat }: HeldRule, decidedBy: readonly string[]): readonly string[] {
  const { addresses, tests, testPositions } = flat;
  const isJudging = (position: number): boolean => addresses === null || position > addresses;
  return tests
    .filter((test, i) => isJudging(testPositions[i] as number) && decidedBy.includes(test.id))
    .map((test) => test.fact);
}

function criteriaOf({ flat, tested }: HeldRule): readonly CriterionResult[] {
  return flat.tests.map(({ id, fact }, i) => ({
    criterion: id,
    fact,
    status: tested[i]?.status ?? 'undetermined',
    assumed: tested[i]?.assumed ?? null,
  }));
}
