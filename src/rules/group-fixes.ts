/**
 * Certain fixes of the form of groups: a member that stands twice loses its second place, a group of one becomes its
 * member. Certain means: nothing that somebody wrote is lost, no comment and no sentence, and the file, read again, says
 * just what it should.
 * Not here: finding such groups (`analysis/criteria-problems.ts`).
 */
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import { applyFixes } from './apply-fixes.js';
import type { TextFile } from './load-rules.js';

/** The diagnostics of one file, with fixes where they are certain. @param named ids that examples of the file name */
export function withGroupFixes(
  diagnostics: readonly Diagnostic[],
  file: TextFile,
  named: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (!diagnostics.some(({ code }) => code in FIXES)) return diagnostics;
  const document = parseDocument(file.text, { logLevel: 'silent' });
  return diagnostics.map((one) => {
    const fix = FIXES[one.code]?.(one, file.text, document, named);
    return fix && saysTheSame(fix, file) ? { ...one, fix: fix.fix } : one;
  });
}

/** A fix, and what the file says after it, as plain data. */
interface Planned {
  readonly fix: Fix;
  readonly after: unknown;
}

type Plan = (
  found: Diagnostic,
  text: string,
  document: Document,
  named: ReadonlySet<string>,
) => Planned | null;

const FIXES: Readonly<Partial<Record<Diagnostic['code'], Plan>>> = {
  'duplicate-criterion': planRemoval,
  'group-of-one': planMember,
};

function saysTheSame({ fix, after }: Planned, { file, text }: TextFile): boolean {
  const problem: Diagnostic = { code: 'group-of-one', severity: 'note', file, span: null, message: '', fix };
  const fixed = applyFixes([{ file, text }], [problem])[0]?.text ?? text;
  const document = parseDocument(fixed, { logLevel: 'silent' });
  return document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(after);
}

// ---- a member that stands twice

function planRemoval(
  { span, related = [] }: Diagnostic,
  text: string,
  document: Document,
  named: ReadonlySet<string>,
): Planned | null {
  const place = span && memberAt(document, span.start);
  const other = related[0]?.span;
  const twin = other && memberAt(document, other.start);
  if (!place && span && other) return planSecondUse(text, document, span.start, other.start);
  if (!place || !twin || twin.list !== place.list) return null;
  const { list, index } = place;
  const [node, same] = [list.items[index], list.items[twin.index]];
  const id = isMap(node) ? node.get('id') : undefined;
  if (!isNode(node) || withoutId(node) !== withoutId(same) || named.has(String(id))) return null;
  const cut = list.flow ? flowCut(list, index) : lineCut(node, text);
  if (cut === null || text.slice(cut.start, cut.end).includes('#')) return null;
  const title = id === undefined ? 'take the second away' : `take \`${String(id)}\` away`;
  return { fix: { title, edits: [{ span: cut, text: '' }] }, after: withoutItem(document, list, index) };
}

/** A shared criterion that one group uses twice: the second `use`, where nothing else is said with it. */
function planSecondUse(text: string, document: Document, group: number, defined: number): Planned | null {
  const list = listOf(document, group);
  const shared = document.get('define');
  const pair = isMap(shared)
    ? shared.items.find(({ value }) => isNode(value) && value.range?.[0] === defined)
    : undefined;
  if (list === null || pair === undefined) return null;
  const name = String(pair.key);
  const isUse = (node: unknown): boolean =>
    isMap(node) && node.items.length === 1 && String(node.get('use')) === name;
  const [, index] = list.items.flatMap((node, i) => (isUse(node) ? [i] : []));
  const node = list.items[index ?? -1];
  if (index === undefined || !isNode(node)) return null;
  const cut = list.flow ? flowCut(list, index) : lineCut(node, text);
  if (cut === null || text.slice(cut.start, cut.end).includes('#')) return null;
  const title = `take the second \`use: ${name}\` away`;
  return { fix: { title, edits: [{ span: cut, text: '' }] }, after: withoutItem(document, list, index) };
}

/** The members of the group that begins at an offset: a list, or a mapping with one. */
function listOf(document: Document, start: number): YAMLSeq | null {
  let found: YAMLSeq | null = null;
  visit(document, {
    Collection: (_key, node) => {
      if (node.range?.[0] !== start) return undefined;
      const lists = isSeq(node)
        ? [node]
        : isMap(node)
          ? node.items.map(({ value }) => value).filter(isSeq)
          : [];
      found = lists[0] ?? null;
      return found === null ? undefined : visit.BREAK;
    },
  });
  return found;
}

interface MemberPlace {
  readonly list: YAMLSeq;
  readonly index: number;
}

/** The member of a list that begins at an offset. */
function memberAt(document: Document, start: number): MemberPlace | null {
  let found: MemberPlace | null = null;
  visit(document, {
    Seq: (_key, list) => {
      const index = list.items.findIndex((item) => isNode(item) && item.range?.[0] === start);
      if (index < 0) return undefined;
      found = { list, index };
      return visit.BREAK;
    },
  });
  return found;
}

/** All that a criterion says but for its name. */
function withoutId(node: unknown): string {
  const { id: _name, ...said } = (isNode(node) ? node.toJSON() : {}) as Record<string, unknown>;
  return JSON.stringify(said);
}

/** From the end of the member before: `, b` of `[a, b]`. */
function flowCut({ items }: YAMLSeq, index: number): { readonly start: number; readonly end: number } | null {
  const [before, own] = [items[index - 1], items[index]];
  const [start, end] = [isNode(before) ? before.range?.[1] : null, isNode(own) ? own.range?.[1] : null];
  return start == null || end == null ? null : { start, end };
}

/** The lines of a member that has them for itself. */
function lineCut(node: Node, text: string): { readonly start: number; readonly end: number } | null {
  const [from, to] = node.range ?? [0, 0];
  const start = text.lastIndexOf('\n', from - 1) + 1;
  if (!/^ *- +$/.test(text.slice(start, from))) return null;
  const last = from + text.slice(from, to).trimEnd().length;
  const next = text.indexOf('\n', last);
  const end = next < 0 ? text.length : next + 1;
  return text.slice(last, end).trim() === '' ? { start, end } : null;
}

function withoutItem(document: Document, list: YAMLSeq, index: number): unknown {
  const items = [...list.items];
  list.items = items.filter((_item, i) => i !== index);
  const after = document.toJS();
  list.items = items;
  return after;
}

// ---- a group of one

function planMember({ span }: Diagnostic, text: string, document: Document): Planned | null {
  const place = span && groupAt(document, span.start);
  if (!place) return null;
  const { node, member } = place;
  const [from, to] = node.range ?? [0, 0];
  const [start, end] = member.range ?? [0, 0];
  const stop = start + text.slice(start, end).trimEnd().length;
  const rest = from + text.slice(from, to).trimEnd().length;
  if ((text.slice(from, start) + text.slice(stop, rest)).includes('#')) return null;
  const edits = [
    { span: { start: from, end: start }, text: '' },
    ...dedents(text, start, stop, columnOf(text, start) - columnOf(text, from)),
    ...(stop < rest ? [{ span: { start: stop, end: rest }, text: '' }] : []),
  ];
  return { fix: { title: 'write the member alone', edits }, after: withMemberAlone(document, place) };
}

interface GroupPlace {
  readonly node: YAMLMap;
  readonly member: Node;
}

/** A mapping of nothing but `all` or `any` with one member. */
function groupAt(document: Document, start: number): GroupPlace | null {
  let found: GroupPlace | null = null;
  visit(document, {
    Map: (_key, node) => {
      const [pair] = node.items;
      if (node.range?.[0] !== start || node.items.length !== 1 || !isScalar(pair?.key)) return undefined;
      const key = String(pair.key.value);
      const member = isSeq(pair.value) && pair.value.items.length === 1 ? pair.value.items[0] : null;
      if ((key !== 'all' && key !== 'any') || !isNode(member)) return undefined;
      found = { node, member };
      return visit.BREAK;
    },
  });
  return found;
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** Moves the lines after the first as far to the left as the first one moves. */
function dedents(text: string, start: number, end: number, by: number): Fix['edits'] {
  const lines = [...text.slice(start, end).matchAll(/\n( *)/g)];
  return lines.flatMap(({ index, 1: spaces = '' }) => {
    const at = start + index + 1;
    const width = Math.min(by, spaces.length);
    return width > 0 ? [{ span: { start: at, end: at + width }, text: '' }] : [];
  });
}

function withMemberAlone(document: Document, { node, member }: GroupPlace): unknown {
  const items = node.items;
  const alone = isMap(member) ? member.items : items;
  node.items = alone;
  const after = document.toJS();
  node.items = items;
  return after;
}
