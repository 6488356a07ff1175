/**
 * Texts of lexicon files -> one checked lexicon, or everything that is wrong with them.
 * Each file may hold any sections; entries of one section in several files are joined, names must be unique.
 * Not here: the disk; compiling the lexicon for extraction (`facts/compiled-lexicon.ts`).
 */
import { isMap, isScalar, type Node } from 'yaml';
import * as z from 'zod';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import type { PhraseProblem } from '../language/planted-phrases.js';
import { didYouMean } from '../text/suggest.js';
import { type LexiconFile, lexiconFileSchema } from '../vocabulary/lexicon.js';
import type { EntryPlaces } from '../vocabulary/lexicon-entries.js';
import { checkForms, tellPhraseProblems } from './lexicon-phrases.js';
import type { LexiconPlace } from './lexicon-place.js';
import { checkReferences } from './lexicon-references.js';
import type { TextFile } from './load-rules.js';
import { checkMapping, ProblemList } from './schema-check.js';
import { keyNodeAt, keysOf, nodeAt, parseYamlFile, spanOf, type YamlFile } from './yaml-file.js';

/** The lexicon that all files make. */
export interface LoadedLexicon {
  /** Complete only if `problems` has no error. */
  readonly lexicon: LexiconFile;
  readonly places: EntryPlaces;
  /** Sorted by place. */
  readonly problems: readonly Diagnostic[];
}

interface Loading {
  readonly sections: Map<string, Map<string, LexiconPlace>>;
  readonly merged: Record<string, unknown>;
  /** Names of entries that are there, but wrong. */
  readonly broken: Set<string>;
}

const SECTIONS: Readonly<Record<string, z.ZodType>> = lexiconFileSchema.shape;

/**
 * Reads and checks lexicon files; the order of the files does not matter.
 * @param phraseProblems tells what is wrong with the phrases of all files together
 */
export function loadLexicon(
  files: readonly TextFile[],
  phraseProblems: (lexicon: LexiconFile) => readonly PhraseProblem[],
): LoadedLexicon {
  const loading: Loading = { sections: new Map(), merged: {}, broken: new Set() };
  const found: Diagnostic[] = [];
  const lists: ProblemList[] = [];
  for (const one of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const { file } = one;
    const parsed = parsedFile(one);
    found.push(...parsed.problems);
    if (parsed.yaml === null) continue;
    const problems = new ProblemList(file);
    lists.push(problems);
    readFile(parsed.yaml, problems, loading);
  }
  const lexicon = loading.merged as LexiconFile;
  // What a file that cannot be read defines would all be unknown.
  if (found.length === 0) {
    checkReferences(lexicon, loading.sections, loading.broken);
    checkForms(lexicon, loading.sections);
    tellPhraseProblems(phraseProblems(lexicon), lexicon, loading.sections);
  }
  const problems = sortDiagnostics([...found, ...lists.flatMap((list) => list.found)]);
  return { lexicon, places: entryPlaces(loading), problems };
}

/** Trees of files that are at hand: while one is edited, the others are not parsed again. */
const trees = new WeakMap<TextFile, ReturnType<typeof parseYamlFile>>();

function parsedFile(one: TextFile): ReturnType<typeof parseYamlFile> {
  const known = trees.get(one);
  if (known !== undefined) return known;
  const parsed = parseYamlFile(one.file, one.text);
  trees.set(one, parsed);
  return parsed;
}

/** Places of names as plain data. */
function entryPlaces({ sections }: Loading): EntryPlaces {
  const placesOf = (section: string): EntryPlaces['facts'] =>
    Object.fromEntries(
      [...(sections.get(section) ?? [])].map(([name, { yaml, node, key }]) => [
        name,
        { file: yaml.file, span: spanOf(key ?? node) },
      ]),
    );
  return { facts: placesOf('facts'), families: placesOf('families') };
}

function readFile(yaml: YamlFile, problems: ProblemList, loading: Loading): void {
  if (!isMap(yaml.root)) {
    problems.add('wrong-type', yaml.root, 'a lexicon file must be a mapping of sections');
    return;
  }
  for (const section of keysOf(yaml.root)) {
    const node = nodeAt(yaml.root, section);
    const key = keyNodeAt(yaml.root, section) ?? yaml.root;
    const schema = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
    if (schema === undefined) {
      problems.add(
        'unknown-key',
        key,
        `a lexicon has no section \`${section}\``,
        didYouMean(section, Object.keys(SECTIONS)),
      );
    } else if (node === undefined) problems.add('wrong-type', key, `the section \`${section}\` is empty`);
    else readSection(yaml, section, node, schema, problems, loading);
  }
}

function readSection(
  yaml: YamlFile,
  section: string,
  node: Node,
  schema: z.ZodType,
  problems: ProblemList,
  loading: Loading,
): void {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const entry = inner instanceof z.ZodRecord ? (inner.valueType as z.ZodType) : null;
  if (entry instanceof z.ZodObject) {
    readEntries(yaml, section, node, entry, problems, loading);
    return;
  }
  const whole = checkMapping(yaml, yaml.root, z.looseObject({ [section]: inner }), 'the file', problems);
  if (whole === null) {
    for (const name of keysOf(node)) loading.broken.add(asName(name));
    return;
  }
  const value = (whole as Record<string, unknown>)[section];
  const known = loading.merged[section];
  if (!Array.isArray(value)) tellDuplicates(section, node, problems, loading);
  loading.merged[section] = Array.isArray(value)
    ? [...((known as unknown[]) ?? []), ...value]
    : { ...(known as object), ...(value as object) };
  // Items of lists are known by their position, counted on from those of other files.
  const names = Array.isArray(value) ? value.map((_, i) => i) : keysOf(node);
  const before = Array.isArray(known) ? known.length : 0;
  for (const name of names) {
    const place = { yaml, node: nodeAt(node, name) ?? node, ...keyed(node, name), problems };
    rememberPlace(section, typeof name === 'number' ? String(before + name) : name, place, loading);
  }
}

function readEntries(
  yaml: YamlFile,
  section: string,
  node: Node,
  schema: z.ZodObject,
  problems: ProblemList,
  loading: Loading,
): void {
  if (!isMap(node)) {
    problems.add('wrong-type', node, `the section \`${section}\` must be a mapping of names to entries`);
    return;
  }
  loading.merged[section] ??= {};
  const entries = loading.merged[section] as Record<string, unknown>;
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const keyNode = key as Node;
    if (!NAME.test(name)) {
      loading.broken.add(asName(name));
      problems.add(
        'wrong-type',
        keyNode,
        `the name \`${name}\` must be lower-case letters, digits, \`_\` or \`-\``,
      );
    } else if (value === null || (isScalar(value) && value.value === null))
      problems.add('wrong-type', keyNode, `\`${name}\` is empty`);
    else if (loading.sections.get(section)?.has(name))
      tellDuplicate(section, name, keyNode, problems, loading);
    else {
      const entry = checkMapping(yaml, value as Node, schema, `\`${name}\` in \`${section}\``, problems);
      if (entry === null) {
        loading.broken.add(name);
        continue;
      }
      entries[name] = entry;
      rememberPlace(section, name, { yaml, node: value as Node, key: keyNode, problems }, loading);
    }
  }
}

/** Names of a section that another file has given already: one of the two would be lost. */
function tellDuplicates(section: string, node: Node, problems: ProblemList, loading: Loading): void {
  for (const name of keysOf(node))
    if (loading.sections.get(section)?.has(name))
      tellDuplicate(section, name, keyNodeAt(node, name) ?? node, problems, loading);
}

function tellDuplicate(
  section: string,
  name: string,
  key: Node,
  problems: ProblemList,
  loading: Loading,
): void {
  const { file } = loading.sections.get(section)?.get(name)?.yaml ?? {};
  problems.add('duplicate-id', key, `\`${file}\` has \`${name}\` in \`${section}\` already`);
}

const keyed = (node: Node, name: string | number): { readonly key?: Node } => {
  const key = typeof name === 'string' ? keyNodeAt(node, name) : undefined;
  return key === undefined ? {} : { key };
};

const NAME = /^[a-z][a-z0-9_-]*$/;

/** The name that one should have which is none: who names it means that. */
const asName = (written: string): string => written.toLowerCase().replace(/\W+/g, '_');

function rememberPlace(section: string, name: string, place: LexiconPlace, loading: Loading): void {
  const places = loading.sections.get(section) ?? new Map<string, LexiconPlace>();
  places.set(name, place);
  loading.sections.set(section, places);
}
