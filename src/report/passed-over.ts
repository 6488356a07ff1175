/**
 * Guidelines that were considered and passed over, as lines for people: each with what kept it from speaking.
 * Rules of one guideline that are all silent share a line, since a schedule may have dozens of them.
 */
import type { RuleTrace, TraceNode } from '../vocabulary/decision.js';
import { CRITERION_WORDS, citationText, counted } from './words.js';

/** As many silent rules of one guideline are told one by one. */
const MOST_APART = 2;
const MOST_NAMES = 2;

/** @param passed rules that were passed over, in the order of the evidence sequence */
export function passedOverTexts(passed: readonly RuleTrace[]): readonly string[] {
  const told = new Set<string>();
  return passed.flatMap((rule) => {
    const kin = passed.filter((other) => kinOf(other) === kinOf(rule));
    if (rule.passedOver !== 'silent' || kin.length <= MOST_APART) return [aloneText(rule)];
    if (told.has(kinOf(rule))) return [];
    told.add(kinOf(rule));
    return [togetherText(kin)];
  });
}

/** The same for silent rules of one edition of one guideline. */
function kinOf({ passedOver, citation }: RuleTrace): string {
  return JSON.stringify([passedOver, citation.source, citation.edition]);
}

function aloneText(rule: RuleTrace): string {
  const why = rule.passedOverBecause ?? rule.passedOver?.replaceAll('-', ' ');
  const node = rule.passedOver === 'silent' && rule.addresses !== null ? keeping(rule.addresses) : null;
  return `${citationText(rule.citation)} (rule ${rule.rule}): ${why}${node === null ? '' : nodeText(node)}`;
}

function togetherText(rules: readonly RuleTrace[]): string {
  const [first] = rules as [RuleTrace, ...RuleTrace[]];
  const { source, edition } = first.citation;
  const named = rules.slice(0, MOST_NAMES).map(({ rule }) => rule);
  const names = `${named.join(', ')} and ${counted(rules.length - named.length, 'other')}`;
  return `${source} ${edition}, ${rules.length} rules (${names}): none of them addresses this request for this condition`;
}

/** `; the-operation is not met (the operation was a meniscectomy)` */
function nodeText({ id, status, because }: TraceNode): string {
  const sentence = because === null ? '' : ` (${because.replace(/\.$/, '')})`;
  return id === null ? '' : `; ${id} is ${CRITERION_WORDS[status]}${sentence}`;
}

/** The first named criterion below a node that makes it what it is. */
function keeping(node: TraceNode): TraceNode | null {
  if (node.kind === 'test') return node;
  if (node.kind === 'not') return node.children[0] === undefined ? null : named(node.children[0]);
  const same = node.children.find((child) => child.status === node.status);
  return same === undefined ? null : named(same);
}

function named(node: TraceNode): TraceNode | null {
  return node.id === null ? keeping(node) : node;
}
