/**
 * One style for the files of a rules folder. Rule and example files: keys in the order of the language, two spaces of
 * indent, quotes only where they are needed and then single, braces with a space inside, lists without; what stands
 * on one line stays on one as long as it fits. Comments, blank lines and the order of facts and members stay.
 * Lexicon files are laid out by hand, for reading, so only white space is put right.
 * Not here: the disk.
 */
import {
  type Document,
  isCollection,
  isMap,
  isSeq,
  type Node,
  parseDocument,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { breakTexts } from '../rules/break-texts.js';
import { inNotation, needsNotation } from '../rules/strange-text.js';
import { parseYamlFile } from '../rules/yaml-file.js';
import { orderKeys } from './key-order.js';

/** What a file of a rules folder holds; told by its name and place, not by its text. */
export type FileKind = 'rule' | 'examples' | 'lexicon';

const WIDEST = 160;
/** Deeper than trees can be, so it only ends what would never end. */
const MOST_ROUNDS = 100;

/** @returns the formatted text, or what keeps the file from being read */
export function formatFile(
  kind: FileKind,
  file: string,
  text: string,
): { readonly text: string } | { readonly problems: readonly Diagnostic[] } {
  const { yaml, problems } = parseYamlFile(file, text);
  if (yaml === null) return { problems };
  if (kind === 'lexicon') return { text: tidyWhiteSpace(text) };
  const document = parse(text);
  orderKeys(kind, document.contents);
  plainQuotes(document);
  return { text: fitted(document) };
}

function parse(text: string): Document {
  return parseDocument(text.replace(/\r\n?/g, '\n'), { version: '1.2', schema: 'core', uniqueKeys: false });
}

/** Lines without trailing space, one line end at the end, no tabs after text. Text in block scalars loses no line. */
function tidyWhiteSpace(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/[ \t]+$/, ''));
  return `${lines.join('\n').replace(/\n+$/, '')}\n`;
}

/** `303-305`: read as text, yet a reader of YAML has to think about it. */
const LIKE_A_NUMBER = /^[0-9]/;

/** Quotes are taken away; writing puts back those that are needed. Text of several lines keeps its form. */
function plainQuotes(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      const isQuoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
      if (!isQuoted || typeof node.value !== 'string') return;
      if (needsNotation(node.value)) node.type = 'QUOTE_DOUBLE';
      else if (!node.value.includes('\n'))
        node.type = LIKE_A_NUMBER.test(node.value) ? 'QUOTE_SINGLE' : 'PLAIN';
    },
  });
}

/** Writes a document; what does not fit on its line is opened, the outermost first. */
function fitted(document: Document): string {
  let text = write(document);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wide = tooWide(text);
    if (wide.size === 0) return text;
    let position = 0;
    visit(document, {
      Collection(_key, node) {
        if (wide.has(position++)) node.flow = false;
      },
    });
    text = write(document);
  }
  return text;
}

/** Numbers, in reading order, of the collections in braces that leave the page; those inside of others wait. */
function tooWide(text: string): ReadonlySet<number> {
  const wide = new Set<number>();
  let position = 0;
  visit(parse(text), {
    Collection(_key, node, path) {
      const own = position++;
      const isInner = path.some((one) => isCollection(one) && one.flow === true);
      const [start, end] = node.range ?? [0, 0];
      if (node.flow !== true || isInner || hasComment(node)) return;
      const lineStart = text.lastIndexOf('\n', start) + 1;
      if (end - lineStart > WIDEST) wide.add(own);
    },
  });
  return wide;
}

function hasComment(node: Node): boolean {
  let found = false;
  visit(node, {
    Node(_key, one) {
      if (one.comment || one.commentBefore) found = true;
    },
  });
  return found;
}

function write(document: Document): string {
  breakTexts(document);
  visit(document, {
    Collection(_key, node) {
      if (isMap(node)) padded(node, YAMLMap.prototype.toString, ' ');
      if (isSeq(node)) padded(node, YAMLSeq.prototype.toString, '');
    },
  });
  const options = { lineWidth: 0, singleQuote: true, indentSeq: true, flowCollectionPadding: true };
  return inNotation(document.toString(options));
}

type Write = typeof YAMLMap.prototype.toString;

/** The writer has one padding for braces and brackets; ours differ. */
function padded(node: YAMLMap | YAMLSeq, writeNode: Write, flowCollectionPadding: string): void {
  const own: Write = (context, ...rest) =>
    writeNode.call(node as YAMLMap, context && { ...context, flowCollectionPadding }, ...rest);
  Object.defineProperty(node, 'toString', { value: own, enumerable: false, configurable: true });
}
