/**
 * The trace of an example as an indented tree, a line for each criterion: its status, what it asks, what the example
 * gives. Short, since its reader has the rule file open; `trace-text.ts` tells a trace to people who have not.
 */
import type { GroupNode, RuleTrace, TestNode, TraceNode } from '../vocabulary/decision.js';
import { isRequestFact } from '../vocabulary/request-facts.js';
import { RULE_PARTS } from './rule-parts.js';
import { CRITERION_STYLES, CRITERION_WORDS, type TextStyle, valueText } from './words.js';
import { indented } from './wrap.js';

const STEP = 2;

/** @param marked ids of criteria to be pointed out, with the word that does */
export function exampleTree(
  trace: RuleTrace,
  marked: ReadonlyMap<string, string>,
  style: Pick<TextStyle, 'width' | 'paint'>,
  indent: number,
): readonly string[] {
  return RULE_PARTS.flatMap(({ part }) => {
    const node = trace[part];
    if (node === null) return [];
    return [`${' '.repeat(indent)}${part}`, ...nodeLines(node, marked, style, indent + STEP)];
  });
}

function nodeLines(
  node: TraceNode,
  marked: ReadonlyMap<string, string>,
  style: Pick<TextStyle, 'width' | 'paint'>,
  indent: number,
): readonly string[] {
  const word = CRITERION_WORDS[node.status];
  const name = nameOf(node, marked);
  const text = `[${word}] ${name}${node.kind === 'test' ? testWords(node) : groupWords(node)}`;
  const [first = '', ...rest] = indented(text, style.width, indent, STEP * 2);
  const painted = first.replace(word, style.paint(CRITERION_STYLES[node.status], word));
  const below = node.kind === 'test' ? [] : node.children;
  return [painted, ...rest, ...below.flatMap((child) => nodeLines(child, marked, style, indent + STEP))];
}

function nameOf({ id }: TraceNode, marked: ReadonlyMap<string, string>): string {
  if (id === null) return '';
  const mark = marked.get(id);
  return mark === undefined ? `${id}: ` : `${id} (${mark}): `;
}

function testWords(node: TestNode): string {
  return `${node.test}; ${givenWords(node)}`;
}

/** What an example says on the fact of a test, and what the rule makes of silence or doubt. */
export function givenWords({ reading, assumed, status }: TestNode): string {
  const given = isRequestFact(reading.fact) ? 'the service says' : 'the example gives';
  const counted = assumed === null ? '' : `, which the rule counts as ${CRITERION_WORDS[status]}`;
  if (reading.status === 'not-documented') return `${given} nothing${counted}`;
  if (reading.value === null || reading.status === 'absent') return `${given} ${reading.status}${counted}`;
  const doubt = reading.status === 'uncertain' ? 'uncertain, ' : '';
  return `${given} ${doubt}${valueText(reading.value)}${counted}`;
}

function groupWords({ kind, count, children }: GroupNode): string {
  const met = children.filter((child) => child.status === 'met').length;
  if (kind === 'not') return 'not';
  const needed = kind === 'at-least' ? `at least ${count ?? 0}` : kind;
  return `${needed} of ${children.length}; ${met} met`;
}
