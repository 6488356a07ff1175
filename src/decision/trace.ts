/**
 * A rule held against a service -> its trace: the tree of the rule file with statuses, readings and places.
 * Collected whole here; printing is elsewhere and never derives a status again.
 */
import type { RuleTrace, TraceNode } from '../vocabulary/decision.js';
import type { Rule } from '../vocabulary/rule.js';
import { testInWords } from './fact-test.js';
import type { HeldRule } from './held-rule.js';

type PassedOver = Pick<RuleTrace, 'passedOver' | 'passedOverBecause'>;

export const NOT_PASSED_OVER: PassedOver = { passedOver: null, passedOverBecause: null };

export function traceRule(held: HeldRule, passedOver: PassedOver): RuleTrace {
  const { flat } = held;
  const part = (position: number | null): TraceNode | null =>
    position === null ? null : traceNode(held, position);
  return {
    ...headerOf(held.rule),
    ...passedOver,
    decision: held.decision,
    addresses: part(flat.addresses),
    criteria: part(flat.criteria),
    exclusions: part(flat.exclusions),
    limits: part(flat.limits),
  };
}

/** The trace of a rule that was not in force: nothing of it was tested. */
export function traceUntested(rule: Rule, because: string): RuleTrace {
  return {
    ...headerOf(rule),
    passedOver: 'not-in-force',
    passedOverBecause: because,
    decision: 'undetermined',
    addresses: null,
    criteria: null,
    exclusions: null,
    limits: null,
  };
}

function headerOf(rule: Rule): Pick<RuleTrace, 'rule' | 'title' | 'tier' | 'citation' | 'place'> {
  return { rule: rule.id, title: rule.title, tier: rule.tier, citation: rule.citation, place: rule.place };
}

function traceNode(held: HeldRule, position: number): TraceNode {
  const node = held.flat.nodes[position];
  const status = held.statuses[position];
  if (node === undefined || status === undefined)
    throw new Error(`rule \`${held.rule.id}\` has no node ${position}`);
  const { criterion, members, test } = node;
  if (criterion.kind !== 'test') {
    const { kind, id, because, count, place } = criterion;
    const children = members.map((member) => traceNode(held, member));
    return { kind, id, status, because, count, children, citation: null, place };
  }
  const reading = held.readings[test ?? -1];
  if (reading === undefined)
    throw new Error(`criterion \`${criterion.id}\` of rule \`${held.rule.id}\` was not read`);
  return {
    kind: 'test',
    id: criterion.id,
    status,
    because: criterion.because,
    test: testInWords(criterion.fact, criterion.test),
    reading,
    assumed: held.tested[test ?? -1]?.assumed ?? null,
    citation: criterion.citation,
    place: criterion.place,
  };
}
