/**
 * Holds one mapping of a file against its schema and says in plain words, at the right place, what does not fit.
 * A schema issue's path leads to a node of the file, the node to its range; a missing key is shown at its parent.
 * Not here: which schema a mapping must meet (`read-criterion.ts`, `read-rule.ts`).
 */
import { isMap, isScalar, type Node } from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, type DiagnosticCode, diagnostic, type Fix } from '../diagnostics/diagnostic.js';
import { distance, meantKey, nearest } from '../text/suggest.js';
import { spellingFix } from './certain-fixes.js';
import { descend, keysAt, type Path, pathOf, pathText, type SchemaKeys } from './schema-paths.js';
import { keyHelp, mending, mustBe } from './schema-words.js';
import { keyNodeAt, spanOf, type YamlFile } from './yaml-file.js';

/** Where the checks of one file put their problems. */
export class ProblemList {
  readonly found: Diagnostic[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds a problem at the whole of a node. @param help how to mend it, as a phrase */
  add(code: DiagnosticCode, node: Node, message: string, help?: string, fix?: Fix | null): void {
    const more = { ...(help === undefined ? {} : { help }), ...(fix ? { fix } : {}) };
    this.found.push(diagnostic(code, this.#file, spanOf(node), message, more));
  }
}

/**
 * Checks one mapping.
 * @param what the mapping in words, for messages: `the rule`, ``criterion `red-flag` ``
 * @returns the value as the schema gives it; null when at least one problem was added
 */
export function checkMapping<S extends z.ZodObject>(
  yaml: YamlFile,
  node: Node,
  schema: S,
  what: string,
  problems: ProblemList,
): z.output<S> | null {
  if (!isMap(node)) {
    problems.add('wrong-type', node, `${what} must be a mapping of keys to values`);
    return null;
  }
  const result = schema.safeParse(node.toJS(yaml.document));
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(withinUnion);
  const mistyped = issues.flatMap((issue) => meantKeys(issue, node, schema));
  // A key that is there under another name is told once, as the name that it has.
  const told = issues.filter((issue) => !mistyped.includes(JSON.stringify(issue.path)));
  const isMissing = (issue: z.core.$ZodIssue): boolean =>
    issue.code !== 'unrecognized_keys' && descend(node, pathOf(issue)).isMissing;
  addMissing(node, what, told.filter(isMissing), problems);
  for (const issue of told) if (!isMissing(issue)) addIssue(node, schema, what, issue, problems);
  return null;
}

/** Of what may be one of several, the way that was taken, if what is wrong is within it. */
function withinUnion(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const taken = issue.errors.find((way) => way.length > 0 && way.every(({ path }) => path.length > 0));
  return taken?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

/** One message for all keys that one mapping lacks. */
function addMissing(
  root: Node,
  what: string,
  issues: readonly z.core.$ZodIssue[],
  problems: ProblemList,
): void {
  const lacking = new Map<Node, z.core.$ZodIssue[]>();
  for (const issue of issues) {
    const { node } = descend(root, pathOf(issue));
    lacking.set(node, [...(lacking.get(node) ?? []), issue]);
  }
  for (const [node, missing] of lacking) {
    const names = missing.map((issue) => `\`${pathText(pathOf(issue))}\``);
    const choices = missing.flatMap((issue, i) =>
      issue.code === 'invalid_value'
        ? [`${names[i]} is one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`]
        : [],
    );
    problems.add(
      'missing-key',
      node,
      `${what} needs ${listed(names)}`,
      choices.length > 0 ? choices.join('; ') : undefined,
    );
  }
}

/** Paths of the keys that unknown keys are surely meant to be. */
function meantKeys(issue: z.core.$ZodIssue, root: Node, schema: z.ZodObject): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = pathOf(issue);
  const open = openKeys(descend(root, path).node, keysAt(schema, path));
  return issue.keys.flatMap((key) => {
    const guess = openKey(key, open);
    return guess === undefined ? [] : [JSON.stringify([...path, guess])];
  });
}

/** The keys that may still be meant: one that is there already is not. */
function openKeys(node: Node, keys: SchemaKeys): SchemaKeys {
  return new Map([...keys].filter(([key]) => keyNodeAt(node, key) === undefined));
}

/** The key nearest to a mistyped one; one that is missing may be farther from it than one that could be left out. */
function openKey(key: string, open: SchemaKeys): string | undefined {
  const near = meantKey(key, open.keys());
  if (near !== undefined) return near;
  return [...open].find(([one, { isNeeded }]) => isNeeded && distance(key, one) * 2 <= one.length)?.[0];
}

function addIssue(
  root: Node,
  schema: z.ZodObject,
  what: string,
  issue: z.core.$ZodIssue,
  problems: ProblemList,
): void {
  const path = pathOf(issue);
  const { node } = descend(root, path);
  const name = `\`${pathText(path)}\` of ${what}`;
  if (issue.code === 'unrecognized_keys')
    addUnknown(node, keysAt(schema, path), path, what, issue.keys, problems);
  else if (issue.code === 'invalid_key') {
    const key = keyNodeAt(descend(root, path.slice(0, -1)).node, String(path.at(-1))) ?? node;
    problems.add('wrong-type', key, `the name ${name} ${mustBe(issue)}`);
  } else if (issue.code === 'invalid_value') addStrange(node, name, issue.values.map(String), problems);
  else if (isScalar(node) && node.value === null)
    problems.add('wrong-type', node, `${name} is empty`, `it ${mustBe(issue)}`);
  else
    problems.add('wrong-type', node, `${name} ${mustBe(issue)}`, mending(issue, node, keysAt(schema, path)));
}

function addUnknown(
  node: Node,
  keys: SchemaKeys,
  path: Path,
  what: string,
  strange: readonly string[],
  problems: ProblemList,
): void {
  const known = [...keys.keys()];
  const open = openKeys(node, keys);
  const owner = path.length === 0 ? what : `\`${pathText(path)}\` of ${what}`;
  for (const key of strange) {
    const at = keyNodeAt(node, key) ?? node;
    const help = keyHelp(openKey(key, open) ?? nearest(key, known), known);
    problems.add(
      'unknown-key',
      at,
      `${owner} has no key \`${key}\``,
      help,
      spellingFix(at, key, open.keys()),
    );
  }
}

/** A value that is none of those that its key takes. */
function addStrange(node: Node, name: string, values: readonly string[], problems: ProblemList): void {
  const message = `${name} must be ${values.length > 1 ? 'one of ' : ''}${values.map((v) => `\`${v}\``).join(', ')}`;
  const written = scalarOf(node);
  if (typeof written !== 'string') {
    problems.add('unknown-value', node, message);
    return;
  }
  const guess = nearest(written, values);
  const isQuotedNumber = guess === written;
  const help = isQuotedNumber ? 'take the quotes away' : guess && `did you mean \`${guess}\`?`;
  problems.add('unknown-value', node, message, help, spellingFix(node, written, values));
}

/** `a`, `a and b`, `a, b and c` */
function listed(names: readonly string[]): string {
  const [last = '', before] = [names.at(-1), names.slice(0, -1).join(', ')];
  return before === '' ? last : `${before} and ${last}`;
}

function scalarOf(node: Node): unknown {
  return 'value' in node ? node.value : '';
}
