/**
 * The trace of one rule as an indented tree: each criterion with its status, its own sentence, what was asked, what
 * was found, and the words that it rests on. Statuses are printed as they are, never derived again.
 */
import type { Quote } from '../text/source-text.js';
import type { GroupNode, TestNode, TraceNode } from '../vocabulary/decision.js';
import type { Fact, FactReading } from '../vocabulary/fact.js';
import { quoteLines } from './findings-text.js';
import {
  CRITERION_STYLES,
  CRITERION_WORDS,
  citationText,
  counted,
  type TextStyle,
  valueText,
} from './words.js';
import { indented } from './wrap.js';

const STEP = 4;
/** Statements that are quoted for one criterion; machine-readable output has them all. */
const MOST_STATEMENTS = 4;

/**
 * Every node below is told, the more indented the deeper it stands.
 * @param document name of the letter, for the places of quotes
 */
export function traceLines(
  document: string,
  node: TraceNode,
  style: TextStyle,
  indent: number,
): readonly string[] {
  return node.kind === 'test'
    ? testLines(document, node, style, indent)
    : groupLines(document, node, style, indent);
}

function groupLines(document: string, node: GroupNode, style: TextStyle, indent: number): readonly string[] {
  const name = node.id === null ? '' : `${node.id}: `;
  const because = node.because === null ? '' : `${sentence(node.because)} `;
  return [
    ...statusLine(node, `${name}${because}${groupWords(node)}`, style, indent),
    ...node.children.flatMap((child) => traceLines(document, child, style, indent + STEP)),
  ];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** `any of these 3 (1 met)` */
export function groupWords({ kind, count, children }: GroupNode): string {
  const met = children.filter((child) => child.status === 'met').length;
  const members = children.length === 1 ? 'this one' : `these ${children.length}`;
  if (kind === 'not') return 'The following must not be so:';
  const needed = kind === 'at-least' ? `at least ${count ?? 0} of` : kind === 'all' ? 'all of' : 'any of';
  return `Needs ${needed} ${members}; ${met} met:`;
}

function testLines(document: string, node: TestNode, style: TextStyle, indent: number): readonly string[] {
  const { reading } = node;
  const inside = indent + STEP;
  const lines = [
    ...statusLine(node, `${node.id}: ${sentence(node.because)}`, style, indent),
    ...indented(`Asked: ${node.test}. Found: ${foundWords(node)}`, style.width, inside, 2),
  ];
  const { speaking, against } = weighed(reading);
  lines.push(...evidenceLines(document, speaking, style, inside));
  if (against.length > 0) {
    lines.push(...indented('Weighed against it:', style.width, inside));
    lines.push(...evidenceLines(document, against, style, inside));
  }
  if (node.citation !== null) {
    lines.push(...indented(`Source: ${citationText(node.citation)}`, style.width, inside, 2));
  }
  return lines;
}

function statusLine(node: TraceNode, text: string, style: TextStyle, indent: number): readonly string[] {
  const word = CRITERION_WORDS[node.status];
  const [first = '', ...rest] = indented(`[${word}] ${text}`, style.width, indent, STEP);
  return [first.replace(word, style.paint(CRITERION_STYLES[node.status], word)), ...rest];
}

/** What the letter says on the fact, and what was made of silence or doubt. */
export function foundWords({ reading, assumed, status }: TestNode): string {
  const why = reading.because === '' ? '' : ` (${reading.because})`;
  const choice = assumed === null ? '' : assumption(assumed, CRITERION_WORDS[status]);
  return `${statusWords(reading)}${why}.${choice}`;
}

function statusWords({ status, value, gap }: FactReading): string {
  if (status === 'not-documented') {
    return gap
      ? 'the letter itself says that this is not documented'
      : 'nothing; the letter is silent on this';
  }
  const said = value === null ? '' : `, ${valueText(value)}`;
  return `${status}${said}`;
}

function assumption(assumed: 'not-documented' | 'uncertain', outcome: string): string {
  const what = assumed === 'uncertain' ? 'doubt' : 'silence';
  return ` The rule counts ${what} as ${outcome}.`;
}

/** The statements that agree with the reading, and those that say otherwise. */
function weighed(reading: FactReading): {
  readonly speaking: readonly Fact[];
  readonly against: readonly Fact[];
} {
  const wanted = reading.status === 'not-documented' ? 'gap' : reading.status;
  const isSpeaking = (fact: Fact): boolean => fact.status === wanted;
  const speaking = reading.facts.filter(isSpeaking);
  if (speaking.length === 0) return { speaking: reading.facts, against: [] };
  return { speaking, against: reading.facts.filter((fact) => !isSpeaking(fact)) };
}

/** Each place once, the widest quote of it; behind it the words outside of it that made the status what it is. */
function evidenceLines(
  document: string,
  facts: readonly Fact[],
  style: TextStyle,
  indent: number,
): readonly string[] {
  const shown = facts.slice(0, MOST_STATEMENTS);
  const quotes = widest(shown.flatMap((fact) => fact.evidence));
  const cues = widest(shown.flatMap((fact) => fact.cues)).filter(
    (cue) => !quotes.some((one) => holds(one, cue)),
  );
  const more = facts.length - shown.length;
  return [
    ...quotes.flatMap((quote) => quoteLines(document, quote, style, indent)),
    ...(cues.length === 0 ? [] : indented('by the words', style.width, indent)),
    ...cues.flatMap((cue) => quoteLines(document, cue, style, indent)),
    ...(more > 0 ? indented(`and ${counted(more, 'further statement')}`, style.width, indent) : []),
  ];
}

/** Quotes that lie within no other, each once, in their order. */
function widest(quotes: readonly Quote[]): readonly Quote[] {
  return quotes.filter((quote, i) =>
    quotes.every((other, k) => k === i || !holds(other, quote) || (holds(quote, other) && k > i)),
  );
}

function holds(outer: Quote, inner: Quote): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
