/**
 * A rule held against a service -> its trace: the tree of the rule file with statuses, readings and places.
 * Collected whole here; printing is elsewhere and never derives a status again.
 */
import type { RuleTrace, TraceNode } from '../vocabulary/decision.js';
import type { Rule } from '../vocabulary/rule.js';
import type { HeldRule } from './held-rule.js';

type PassedOver = Pick<RuleTrace, 'passedOver' | 'passedOverBecause'>;

/** For the traces of rules that govern. */
export const NOT_PASSED_OVER: PassedOver = { passedOver: null, passedOverBecause: null };

/** How a rule came to its decision, criterion by criterion, and why it was passed over if it was. */
export function traceRule(held: HeldRule, { passedOver, passedOverBecause }: PassedOver): RuleTrace {
  const { flat, decision } = held;
  const part = (position: number | null): TraceNode | null =>
    position === null ? null : traceNode(held, position);
  const { id: rule, title, tier, citation, place } = held.rule;
  const addresses = part(flat.addresses);
  const criteria = part(flat.criteria);
  const exclusions = part(flat.exclusions);
  const limits = part(flat.limits);
  // Written out, not spread: this runs for every rule of every service, and spreading takes most of the time.
  return {
    rule,
    title,
    tier,
    citation,
    place,
    passedOver,
    passedOverBecause,
    decision,
    addresses,
    criteria,
    exclusions,
    limits,
  };
}

/** The trace of a rule that was not in force: nothing of it was tested. */
export function traceUntested(rule: Rule, because: string): RuleTrace {
  return {
    rule: rule.id,
    title: rule.title,
    tier: rule.tier,
    citation: rule.citation,
    place: rule.place,
    passedOver: 'not-in-force',
    passedOverBecause: because,
    decision: 'undetermined',
    addresses: null,
    criteria: null,
    exclusions: null,
    limits: null,
  };
}

function traceNode(held: HeldRule, position: number): TraceNode {
  const node = held.flat.nodes[position];
  const status = held.statuses[position];
  if (node === undefined || status === undefined)
    throw new Error(`rule \`${held.rule.id}\` has no node ${position}`);
  const { criterion, members, test, words } = node;
  if (criterion.kind !== 'test') {
    const { kind, id, because, count, place } = criterion;
    const children = members.map((member) => traceNode(held, member));
    return { kind, id, status, because, count, children, place };
  }
  const reading = held.readings[test ?? -1];
  if (reading === undefined)
    throw new Error(`criterion \`${criterion.id}\` of rule \`${held.rule.id}\` was not read`);
  return {
    kind: 'test',
    id: criterion.id,
    status,
    because: criterion.because,
    test: words,
    reading,
    assumed: held.tested[test ?? -1]?.assumed ?? null,
    citation: criterion.citation,
    place: criterion.place,
  };
}
