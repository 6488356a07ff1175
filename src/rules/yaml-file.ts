/**
 * Text of a rule or lexicon file -> its YAML tree, every node with its place.
 * Refused here, whatever the file is about: ill-formed YAML, several documents, anchors, aliases and merge keys
 * (so no file can swell when it is read), tags, keys that are not text, keys given twice, bottomless nesting.
 * Not here: what the keys mean; the words for ill-formed YAML (`syntax-problem.ts`). YAML 1.2 core schema: `no` and dates stay text.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../text/source-text.js';
import type { RulePlace } from '../vocabulary/decision.js';
import { strangeText } from './strange-text.js';
import { syntaxProblem } from './syntax-problem.js';

/** Deeper than any tree that a person writes. */
const DEEPEST = 100;

/** A parsed file of which every node can be placed. */
export class YamlFile {
  readonly file: string;
  readonly root: Node;
  readonly document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(file: string, document: Document.Parsed, root: Node, lines: LineCounter) {
    this.file = file;
    this.document = document;
    this.root = root;
    this.#lines = lines;
  }

  /** Where a node of this file stands; one of another file gets a wrong place. */
  place(node: Node): RulePlace {
    const span = spanOf(node);
    const { line, col } = this.#lines.linePos(span.start);
    return { file: this.file, span, line, column: col };
  }
}

/** Brackets that open in one file of which the parser surely does not run out of stack. */
const FEW_BRACKETS = 200;
/** `- - - a`: lists in lists, or keys that are mappings, on one line */
const MANY_MARKS = /(?:[-?:][ \t]+){100}/;

/** Whether a file is nested so deeply that the parser, which recurses, could not come back. Takes linear time. */
function isBottomless(text: string): boolean {
  if (MANY_MARKS.test(text)) return true;
  if ((text.match(/[[{]/g)?.length ?? 0) <= FEW_BRACKETS) return false;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > FEW_BRACKETS) return true;
  }
  return false;
}

/**
 * Parses one file.
 * @returns the tree, or null with at least one problem; a tree is returned only when there is no problem
 */
export function parseYamlFile(
  file: string,
  text: string,
): { readonly yaml: YamlFile | null; readonly problems: readonly Diagnostic[] } {
  const strange = strangeText(file, text);
  if (strange !== null) return { yaml: null, problems: [strange] };
  if (!isBottomless(text)) return parse(file, text);
  return { yaml: null, problems: [diagnostic('yaml-syntax', file, null, 'the file is nested too deeply')] };
}

function parse(file: string, text: string): ReturnType<typeof parseYamlFile> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const syntax = syntaxProblem(file, text, document);
  const problems = syntax === null ? [] : [syntax];
  const root = document.contents;
  if (problems.length === 0 && (root === null || (isScalar(root) && root.value === null))) {
    return { yaml: null, problems: [diagnostic('yaml-syntax', file, null, 'the file is empty')] };
  }
  if (document.directives.yaml.version !== '1.2') {
    problems.push(diagnostic('yaml-syntax', file, null, 'a `%YAML` line may only ask for version 1.2'));
  }
  if (problems.length === 0 && root !== null) problems.push(...refusals(file, document));
  const yaml = problems.length === 0 && root !== null ? new YamlFile(file, document, root, lines) : null;
  return { yaml, problems };
}

type Refuse = (code: DiagnosticCode, node: Node, message: string, help?: string) => void;

/** What is well-formed YAML but no part of our files. */
function refusals(file: string, document: Document.Parsed): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const told = new Set<string>();
  const refuse: Refuse = (code, node, message, help) => {
    problems.push(diagnostic(code, file, spanOf(node), message, help === undefined ? {} : { help }));
  };
  visit(document, {
    Node(_key, node, path) {
      if (isAlias(node)) refuseAlias(node, document, path.some(isMerge), told, refuse);
      else if (node.anchor) {
        refuse('yaml-alias', node, `the anchor \`&${node.anchor}\` is not allowed`, WRITE_OUT);
        told.add(node.anchor);
      }
      if (isMap(node)) refuseKeys(node, isSeq(path.at(-1)), told, refuse);
      if (path.length > DEEPEST * 2) {
        refuse('yaml-syntax', node, 'the file is nested too deeply');
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return problems;
}

const WRITE_OUT = 'write out at each place what is meant';

/** An alias is told once, and only where neither its anchor nor the merge key that it stands behind is told. */
function refuseAlias(
  node: Alias,
  document: Document.Parsed,
  isMerged: boolean,
  told: Set<string>,
  refuse: Refuse,
): void {
  if (!isMerged && !told.has(node.source) && !anchorsOf(document).has(node.source))
    refuse('yaml-alias', node, `the alias \`*${node.source}\` is not allowed`, WRITE_OUT);
  told.add(node.source);
}

function anchorsOf(document: Document.Parsed): ReadonlySet<string> {
  const anchors = new Set<string>();
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor) anchors.add(node.anchor);
    },
  });
  return anchors;
}

function isMerge(parent: unknown): boolean {
  return isPair(parent) && isScalar(parent.key) && parent.key.value === '<<';
}

/**
 * @param isMember whether the mapping is a member of a list: several keys given twice are then two members in one
 * @param told anchors that are told already: a merge key that takes from one is no other mistake
 */
function refuseKeys(map: YAMLMap, isMember: boolean, told: ReadonlySet<string>, refuse: Refuse): void {
  const seen = new Map<string, Node[]>();
  for (const { key, value } of map.items) {
    if (!isNode(key) || isAlias(key)) continue;
    if (isScalar(key) && key.value === null) refuse('yaml-syntax', key, 'a key is missing before the colon');
    else if (!isScalar(key))
      refuse('yaml-syntax', key, 'a key must be a word', 'put a text with brackets in quotes');
    else if (key.value !== '<<') seen.set(String(key.value), [...(seen.get(String(key.value)) ?? []), key]);
    else if (!isAlias(value) || !told.has(value.source))
      refuse('yaml-alias', key, 'the merge key `<<` is not allowed', WRITE_OUT);
  }
  const repeated = [...seen].filter(([, nodes]) => nodes.length > 1);
  const [, [, second] = []] = repeated[0] ?? [];
  if (isMember && repeated.length > 1 && second !== undefined) {
    const message = `the keys ${repeated.map(([key]) => `\`${key}\``).join(', ')} are given twice`;
    refuse('duplicate-id', second, message, 'begin another member of the list with `- `');
    return;
  }
  for (const [key, [, again, ...more]] of repeated) {
    const times = more.length === 0 ? 'twice' : `${more.length + 2} times`;
    if (again) refuse('duplicate-id', again, `the key \`${key}\` is given ${times}`);
  }
}

/** Half-open offsets of a node, without the blank lines and comments that follow it. */
export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: Math.max(start, end) };
}

/** The node at a key of a mapping; undefined when there is none. Never looks at inherited names. */
export function nodeAt(node: Node | undefined, key: string | number): Node | undefined {
  if (!isMap(node)) {
    const item = node && 'items' in node ? (node.items as readonly unknown[])[key as number] : undefined;
    return isNode(item) ? item : undefined;
  }
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isNode(pair?.value) ? pair.value : undefined;
}

/** The node of a key itself. */
export function keyNodeAt(node: Node, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const found = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.key;
  return isNode(found) ? found : undefined;
}

/** Keys of a mapping in the order of the file; empty for anything else. */
export function keysOf(node: Node): readonly string[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
}
