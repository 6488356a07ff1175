/**
 * Decisions of letters, one letter after the other -> how one rule and each of its criteria fared.
 * Reads the traces as they are; decides nothing. Memory does not grow with the number of letters.
 */
import type { CriterionStatus, Decision, RuleTrace, TraceNode } from '../vocabulary/decision.js';
import type { LetterResult } from '../vocabulary/letter-result.js';
import type { CriterionUse, RuleUse } from '../vocabulary/rule-use.js';

type Counts = { -readonly [K in keyof CriterionUse]: number };

const STATUS_KEYS: Readonly<Record<CriterionStatus, keyof CriterionUse>> = {
  met: 'met',
  'not-met': 'notMet',
  undetermined: 'undetermined',
};

/** Follows one rule over letters, in any order. */
export class RuleUseTally {
  readonly #rule: string;
  readonly #criteria = new Map<string, Counts>();
  readonly #decisions = { 'medically-necessary': 0, 'not-medically-necessary': 0, undetermined: 0 };
  readonly #counts = { letters: 0, services: 0, governed: 0, silent: 0, outranked: 0, notInForce: 0 };

  /** @param rule id of the rule that is followed */
  constructor(rule: string) {
    this.#rule = rule;
  }

  add({ issues }: Pick<LetterResult, 'issues'>): void {
    this.#counts.letters += 1;
    for (const issue of issues) for (const decision of issue.decisions) this.#addDecision(decision);
  }

  /** Of all letters so far. */
  get use(): RuleUse {
    return { ...this.#counts, decisions: { ...this.#decisions }, criteria: new Map(this.#criteria) };
  }

  #addDecision(decision: Decision): void {
    const trace = decision.rules.find((one) => one.rule === this.#rule);
    if (trace === undefined) return;
    this.#counts.services += 1;
    switch (trace.passedOver) {
      case 'silent':
        this.#counts.silent += 1;
        return;
      case 'lower-tier':
        this.#counts.outranked += 1;
        return;
      case 'not-in-force':
        this.#counts.notInForce += 1;
        return;
      case null:
        this.#addGoverned(decision, trace);
    }
  }

  #addGoverned(decision: Decision, trace: RuleTrace): void {
    this.#counts.governed += 1;
    this.#decisions[decision.decision] += 1;
    for (const [id, status] of statusesOf(trace)) {
      const counts = this.#criteria.get(id) ?? { decided: 0, met: 0, notMet: 0, undetermined: 0 };
      counts[STATUS_KEYS[status]] += 1;
      if (decision.decidedBy.includes(id)) counts.decided += 1;
      this.#criteria.set(id, counts);
    }
  }
}

/** The status of everything that has an id; a criterion that the rule uses twice counts once. */
function statusesOf(trace: RuleTrace): ReadonlyMap<string, CriterionStatus> {
  const statuses = new Map<string, CriterionStatus>();
  const visit = (node: TraceNode): void => {
    if (node.id !== null) statuses.set(node.id, node.status);
    if (node.kind !== 'test') node.children.forEach(visit);
  };
  for (const part of [trace.addresses, trace.criteria, trace.exclusions, trace.limits]) if (part) visit(part);
  return statuses;
}
