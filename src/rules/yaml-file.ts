/**
 * Text of a rule or lexicon file -> its YAML tree, every node with its place.
 * Refused here, whatever the file is about: ill-formed YAML, several documents, anchors, aliases and merge keys
 * (so no file can swell when it is read), tags, keys that are not text, keys given twice, bottomless nesting.
 * Not here: what the keys mean. YAML 1.2 core schema: `no` and dates stay text.
 */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
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

/** Deeper than any tree that a person writes. */
const DEEPEST = 100;

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
  const problems = syntaxProblems(file, document);
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

/** The first error of the parser, or the tab that it stumbled over: those after it mostly follow from it. */
function syntaxProblems(file: string, document: Document.Parsed): Diagnostic[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = errors.find((error) => error.code === 'TAB_AS_INDENT') ?? errors[0];
  if (first === undefined) return [];
  const span = { start: first.pos[0], end: Math.max(first.pos[1], first.pos[0] + 1) };
  const [message, help] = inOurWords(first);
  return [diagnostic('yaml-syntax', file, span, message, help === undefined ? {} : { help })];
}

/** What the parser says in words for those who write parsers, said for authors; and what mends it. */
function inOurWords({ code, message }: Document.Parsed['errors'][number]): readonly [string, string?] {
  switch (code) {
    case 'TAB_AS_INDENT':
      return [oneLine(message), 'indent with spaces'];
    case 'MULTIPLE_DOCS':
      return ['a second document begins here', 'give it a file of its own, and take `---` away'];
    case 'TAG_RESOLVE_FAILED':
      return ['tags are not part of the rule language', 'take it away, or put the text in quotes'];
    case 'BLOCK_AS_IMPLICIT_KEY':
      return ['a second key on one line', 'put a text with `: ` in it in quotes, or begin a new line'];
    case 'BAD_SCALAR_START':
      return [oneLine(message), 'put the text in quotes'];
    case 'MISSING_CHAR':
      return /quote/.test(message) ? ['a text in quotes is not closed'] : [oneLine(message)];
    default:
      return [oneLine(message)];
  }
}

/** What is well-formed YAML but no part of our files. */
function refusals(file: string, document: Document.Parsed): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const told = new Set<string>();
  const refuse = (code: DiagnosticCode, node: Node, message: string): void => {
    problems.push(diagnostic(code, file, spanOf(node), message));
  };
  visit(document, {
    Node(_key, node, path) {
      if (isAlias(node)) {
        // The merge key that it stands behind, or its anchor, is told already; an alias that stands alone is told once.
        if (!path.some(isMerge) && !told.has(node.source))
          refuse('yaml-alias', node, `the alias \`*${node.source}\` is not allowed: write it out`);
        told.add(node.source);
      } else if (node.anchor) {
        refuse('yaml-alias', node, `the anchor \`&${node.anchor}\` is not allowed`);
        told.add(node.anchor);
      }
      if (isMap(node)) refuseKeys(node, told, refuse);
      if (path.length > DEEPEST * 2) {
        refuse('yaml-syntax', node, 'the file is nested too deeply');
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return problems;
}

function isMerge(parent: unknown): boolean {
  return isPair(parent) && isScalar(parent.key) && parent.key.value === '<<';
}

/** @param told anchors that are told already: a merge key that takes from one is no other mistake */
function refuseKeys(
  map: YAMLMap,
  told: ReadonlySet<string>,
  refuse: (code: DiagnosticCode, node: Node, message: string) => void,
): void {
  const seen = new Map<string, Node[]>();
  for (const { key, value } of map.items) {
    if (!isNode(key) || isAlias(key)) continue;
    if (!isScalar(key)) refuse('yaml-syntax', key, 'a key must be a word');
    else if (key.value !== '<<') seen.set(String(key.value), [...(seen.get(String(key.value)) ?? []), key]);
    else if (!isAlias(value) || !told.has(value.source))
      refuse('yaml-alias', key, 'the merge key `<<` is not allowed');
  }
  for (const [key, [, again, ...more]] of seen) {
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

/** The first line of a parser's message in our style: lower case, no final stop. */
function oneLine(message: string): string {
  const line = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
  return line.charAt(0).toLowerCase() + line.slice(1);
}
