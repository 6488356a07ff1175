/**
 * The text of an example file with expectations changed to what the rules come to. Only the words of `expect` and
 * `decided-by` are replaced, everything else, comments and layout included, stays byte for byte.
 * Not here: the disk; whether an expectation should be changed at all (its author asks for it).
 */
import { isSeq, type Node } from 'yaml';
import { nodeAt, parseYamlFile, spanOf, type YamlFile } from '../rules/yaml-file.js';
import type { RulePlace } from '../vocabulary/decision.js';
import { areExpectedDeciders, type ExampleRun } from '../vocabulary/example-run.js';

/** An expectation that was written anew, in the words of the file. */
export interface ExampleChange {
  readonly place: Pick<RulePlace, 'file' | 'line' | 'column'>;
  readonly example: string;
  readonly key: 'expect' | 'decided-by';
  readonly from: string;
  readonly to: string;
}

/** The whole file; the same text and no changes where nothing was wrong, or where it is no file of examples. */
export interface UpdatedExamples {
  readonly text: string;
  /** In the order of the file. */
  readonly changes: readonly ExampleChange[];
}

interface Edit extends ExampleChange {
  readonly start: number;
  readonly end: number;
}

/** @param runs failing examples of this file; those that no expectation can describe are left alone */
export function updateExamples(file: string, text: string, runs: readonly ExampleRun[]): UpdatedExamples {
  const { yaml } = parseYamlFile(file, text);
  const list = yaml === null ? undefined : nodeAt(yaml.root, 'examples');
  if (yaml === null || !isSeq(list)) return { text, changes: [] };
  const edits = (list.items as Node[]).flatMap((node) => {
    const run = runs.find((one) => one.example.place.span.start === spanOf(node).start);
    return run === undefined || run.failure === null || run.end === 'out-of-force'
      ? []
      : editsOf(yaml, node, run, text);
  });
  edits.sort((a, b) => a.start - b.start);
  const changes = edits.map(({ place, example, key, from, to }) => ({ place, example, key, from, to }));
  return { text: applied(text, edits), changes };
}

function editsOf(yaml: YamlFile, node: Node, run: ExampleRun, text: string): readonly Edit[] {
  const wanted = [
    ['expect', run.end],
    ['decided-by', `[${run.decidedBy.join(', ')}]`],
  ] as const;
  return wanted.flatMap(([key, to]) => {
    const at = nodeAt(node, key);
    if (at === undefined) return [];
    const { start, end } = spanOf(at);
    const isSame =
      key === 'expect' ? run.example.expect === to : areExpectedDeciders(run.example, run.decidedBy);
    if (isSame) return [];
    const place = yaml.place(at);
    const from = key === 'expect' ? run.example.expect : `[${(run.example.decidedBy ?? []).join(', ')}]`;
    // A list in block style starts on a line of its own, below its key; the new one goes on that line.
    return [{ place, example: run.example.name, key, from, to, start, end: trimmedEnd(text, start, end) }];
  });
}

/** The range of a block list takes in the line end after it, which must stay. */
function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, to } of edits) {
    parts.push(text.slice(at, start), to);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
