/**
 * A failing example for the author of its rule: what was expected, the criteria that sent it the other way with both
 * places (rule file and example file), the whole tree with its statuses, and how near the ways to `met` came.
 */
import { formatDiagnostic, type TextOf } from '../diagnostics/code-frame.js';
import { type Diagnostic, diagnostic, type RelatedPlace } from '../diagnostics/diagnostic.js';
import type { TestNode, TraceNode } from '../vocabulary/decision.js';
import type { ExampleRun } from '../vocabulary/example-run.js';
import { exampleTree, givenWords } from './example-tree.js';
import { missText, nearMisses } from './near-misses.js';
import { CRITERION_WORDS, type TextStyle } from './words.js';
import { indented } from './wrap.js';

/** Criteria that are shown with both places; the tree below has them all. */
const MOST_CULPRITS = 3;
const INDENT = 2;

/** The failure as a diagnostic at the example, with the places of the criteria that settled it otherwise. */
export function exampleFailure(run: ExampleRun): Diagnostic {
  const { example, failure } = run;
  const message = `the example \`${example.name}\` ${failure}`;
  const related = culpritsOf(run)
    .slice(0, MOST_CULPRITS)
    .flatMap((node) => placesOf(node, run));
  return diagnostic('failing-example', example.place.file, example.place.span, message, { related });
}

/** How a failure is laid out, with the texts that its places are shown in. */
export interface FailureStyle extends Pick<TextStyle, 'width' | 'paint'> {
  readonly color: boolean;
  readonly textOf: TextOf;
}

/** Lines joined by `\n`, none at the end. */
export function exampleFailureText(run: ExampleRun, style: FailureStyle): string {
  const { trace } = run;
  const head = formatDiagnostic(exampleFailure(run), style.textOf, style);
  if (trace === null) return head;
  const why = trace.passedOverBecause;
  const marks = new Map(
    culpritsOf(run).map((node) => [node.id, run.end === 'undetermined' ? 'open' : 'decides']),
  );
  return [
    head,
    ...indented(`rule \`${run.rule}\`, by its criteria:`, style.width, INDENT),
    ...(why === null ? [] : indented(`it does not speak: ${why}`, style.width, INDENT * 2)),
    ...exampleTree(trace, marks, style, INDENT * 2),
    ...nearLines(run, style.width),
  ].join('\n');
}

/** The near misses of an example whose criteria are not met; none where they are. */
export function nearTexts({ trace }: ExampleRun): readonly string[] {
  if (trace === null || trace.criteria === null || trace.criteria.status === 'met') return [];
  return [...new Set(waysTo(trace.criteria).flatMap(nearMisses).map(missText))];
}

/** A tree that is not met, and every group below it that keeps it from being met. */
function waysTo(node: TraceNode): readonly TraceNode[] {
  if (node.kind === 'test' || node.kind === 'not' || node.status === 'met') return [];
  return [node, ...node.children.flatMap(waysTo)];
}

function nearLines(run: ExampleRun, width: number): readonly string[] {
  const texts = nearTexts(run);
  if (texts.length === 0) return [];
  return [
    ...indented('how near the criteria came:', width, INDENT),
    ...texts.flatMap((text) => indented(text, width, INDENT * 2, INDENT)),
  ];
}

/** The tests that settled it; where nothing is settled, those that are open. */
function culpritsOf({ trace, end, decidedBy }: ExampleRun): readonly TestNode[] {
  if (trace === null) return [];
  const isSilent = end === 'silent';
  const parts = isSilent ? [trace.addresses] : [trace.criteria, trace.exclusions, trace.limits];
  const tests = parts.flatMap((part) => (part === null ? [] : testsOf(part)));
  if (isSilent) return tests;
  return tests.filter((node) =>
    end === 'undetermined' ? node.status === 'undetermined' : decidedBy.includes(node.id),
  );
}

function testsOf(node: TraceNode): readonly TestNode[] {
  return node.kind === 'test' ? [node] : node.children.flatMap(testsOf);
}

function placesOf(node: TestNode, { example }: ExampleRun): readonly RelatedPlace[] {
  const { file, span } = node.place;
  const asks = `criterion \`${node.id}\` is ${CRITERION_WORDS[node.status]}: it asks ${node.test}, ${givenWords(node)}`;
  const given = Object.hasOwn(example.factPlaces, node.reading.fact)
    ? example.factPlaces[node.reading.fact]
    : undefined;
  const said = given && {
    file: given.file,
    span: given.span,
    message: `the example gives \`${node.reading.fact}\` here`,
  };
  return said === undefined ? [{ file, span, message: asks }] : [{ file, span, message: asks }, said];
}
