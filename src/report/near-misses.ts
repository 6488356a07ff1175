/**
 * How near the ways to another end came: each alternative of a rule that is not met, with how many of its members
 * are, and which are not. Counts statuses of the trace; derives none.
 */
import type { CriterionStatus, GroupNode, RuleTrace, TraceNode } from '../vocabulary/decision.js';
import { RULE_PARTS, toldNodes } from './rule-parts.js';
import { CRITERION_WORDS, counted } from './words.js';

const MOST_NAMES = 2;

/** One way to be met that was not taken: how many of its members are met, and how many it needs. */
export interface NearMiss {
  /** The name of the alternative, or those of its members. */
  readonly name: string;
  readonly met: number;
  readonly needed: number;
  /** Members that kept it from being met, in the order of the rule. */
  readonly failed: readonly { readonly name: string; readonly status: CriterionStatus }[];
}

/** Alternatives that are not met, the nearest first; where they are equally near, in the order of the rule. */
export function nearMisses(root: TraceNode): readonly NearMiss[] {
  return alternatives(root)
    .filter((node) => node.status !== 'met')
    .map(missOf)
    .sort((a, b) => a.needed - a.met - (b.needed - b.met));
}

/** What else of a rule is open: whether it speaks at all, and exclusions and limits that nothing settles. */
export function openTexts(rule: RuleTrace): readonly string[] {
  const speaks = rule.addresses?.status === 'undetermined' ? nearMisses(rule.addresses) : [];
  const listed = RULE_PARTS.flatMap((part) => {
    const node = rule[part.part];
    if (node === null || part.member === null) return [];
    const open = toldNodes(part, node).filter(({ status }) => status === 'undetermined');
    return open.map((member) => `${part.member} ${nameOf(member)}: undetermined`);
  });
  return [...speaks.map((miss) => `whether ${rule.rule} speaks: ${missText(miss)}`), ...listed];
}

/** The members of every `any`, opened as far as they are themselves `any`; the root where there is none. */
function alternatives(node: TraceNode): readonly TraceNode[] {
  if (node.kind === 'any') return node.children.flatMap(alternatives);
  return [node];
}

function missOf(node: TraceNode): NearMiss {
  const name = nameOf(node);
  if (node.kind === 'test' || node.kind === 'not') {
    return { name, met: 0, needed: 1, failed: [{ name, status: node.status }] };
  }
  const failed = node.children.filter((child) => child.status !== 'met');
  return {
    name,
    met: node.children.length - failed.length,
    needed: neededOf(node),
    failed: failed.map((child) => ({ name: nameOf(child), status: child.status })),
  };
}

function neededOf({ kind, count, children }: GroupNode): number {
  return kind === 'at-least' ? (count ?? children.length) : children.length;
}

/** The id, or the ids of the members: `nerve-signs or nerve-symptoms`. */
function nameOf(node: TraceNode): string {
  if (node.id !== null) return node.id;
  if (node.kind === 'test') return node.because;
  const names = node.children.slice(0, MOST_NAMES).map(nameOf);
  const more = node.children.length - names.length;
  if (more > 0) names.push(counted(more, 'other'));
  if (node.kind === 'not') return `not ${names.join('')}`;
  return names.join(node.kind === 'all' ? ' and ' : ' or ');
}

/** `first-injection: 1 of 2 met; care-failed is not met` */
export function missText({ name, met, needed, failed }: NearMiss): string {
  const lacking = failed.map((one) => `${one.name} is ${CRITERION_WORDS[one.status]}`);
  const [only] = failed;
  if (needed === 1 && only?.name === name) return `${name}: ${CRITERION_WORDS[only.status]}`;
  return `${name}: ${met} of ${needed} met; ${lacking.join(', ')}`;
}
