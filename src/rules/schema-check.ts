/**
 * Holds one mapping of a file against its schema and says in plain words, at the right place, what does not fit.
 * A schema issue's path leads to a node of the file, the node to its range; a missing key is shown at its parent.
 * Not here: which schema a mapping must meet (`read-criterion.ts`, `read-rule.ts`).
 */
import { isMap, type Node } from 'yaml';
import * as z from 'zod';
import { type Diagnostic, type DiagnosticCode, diagnostic, type Fix } from '../diagnostics/diagnostic.js';
import { spellingFix } from './certain-fixes.js';
import { distance, nearest } from './suggest.js';
import { keyNodeAt, nodeAt, spanOf, type YamlFile } from './yaml-file.js';

/** Where the checks of one file put their problems. */
export class ProblemList {
  readonly found: Diagnostic[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(code: DiagnosticCode, node: Node, message: string, help?: string, fix?: Fix | null): void {
    const more = { ...(help === undefined ? {} : { help }), ...(fix ? { fix } : {}) };
    this.found.push(diagnostic(code, this.#file, spanOf(node), message, more));
  }
}

const PLAIN_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
  boolean: 'true or false',
};

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
  const { issues } = result.error;
  const mistyped = issues.flatMap((issue) => meantKeys(issue, node, schema));
  for (const issue of issues) {
    // A key that is there under another name is told once, as the name that it has.
    if (!mistyped.includes(JSON.stringify(issue.path))) addIssue(node, schema, what, issue, problems);
  }
  return null;
}

/** Paths of the keys that unknown keys are surely meant to be. */
function meantKeys(issue: z.core.$ZodIssue, root: Node, schema: z.ZodObject): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const open = openKeys(descend(root, path).node, objectAt(schema, path));
  return issue.keys.flatMap((key) => {
    const guess = meantKey(key, open);
    return guess === undefined ? [] : [JSON.stringify([...path, guess])];
  });
}

/** The keys that may still be meant: one that is there already is not. */
function openKeys(node: Node, schema: z.ZodObject | undefined): ReadonlyMap<string, { isNeeded: boolean }> {
  const open = Object.entries(schema?.shape ?? {}).filter(([key]) => keyNodeAt(node, key) === undefined);
  return new Map(open.map(([key, type]) => [key, { isNeeded: !(type instanceof z.ZodOptional) }]));
}

/** The key nearest to a mistyped one; one that is missing may be farther from it than one that could be left out. */
function meantKey(key: string, open: ReturnType<typeof openKeys>): string | undefined {
  const near = nearest(key, open.keys());
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
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const { node, isMissing } = descend(root, path);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(objectAt(schema, path)?.shape ?? {});
    const open = openKeys(node, objectAt(schema, path));
    const owner = path.length === 0 ? what : `\`${pathText(path)}\` of ${what}`;
    for (const key of issue.keys) {
      const at = keyNodeAt(node, key) ?? node;
      const fix = spellingFix(at, key, open.keys());
      const help = keyHelp(meantKey(key, open) ?? nearest(key, known), known);
      problems.add('unknown-key', at, `${owner} has no key \`${key}\``, help, fix);
    }
    return;
  }
  const name = `\`${pathText(path)}\``;
  if (isMissing) problems.add('missing-key', node, `${what} needs ${name}`);
  else if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const written = scalarOf(node);
    const guess = typeof written === 'string' ? nearest(written, values) : undefined;
    const message = `${name} of ${what} must be one of ${values.map((v) => `\`${v}\``).join(', ')}`;
    const fix = typeof written === 'string' ? spellingFix(node, written, values) : null;
    problems.add('unknown-value', node, message, guess && `did you mean \`${guess}\`?`, fix);
  } else problems.add('wrong-type', node, `${name} of ${what} ${mustBe(issue)}`);
}

/** The node that a path leads to, or the last one on the way when the rest is not there. */
function descend(root: Node, path: readonly (string | number)[]): { node: Node; isMissing: boolean } {
  let node = root;
  for (const step of path) {
    const next = nodeAt(node, step);
    if (next === undefined) return { node: keyNodeAt(node, String(step)) ?? node, isMissing: true };
    node = next;
  }
  return { node, isMissing: false };
}

function objectAt(schema: z.ZodObject, path: readonly (string | number)[]): z.ZodObject | undefined {
  let at: unknown = schema;
  for (const step of path) {
    if (!(at instanceof z.ZodObject)) return undefined;
    at = (at.shape as Record<string, unknown>)[String(step)];
    if (at instanceof z.ZodOptional) at = at.unwrap();
  }
  return at instanceof z.ZodObject ? at : undefined;
}

function mustBe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${PLAIN_TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return 'must not be empty';
  return issue.message;
}

/** The nearest key, or all of them where they are few enough to read. */
function keyHelp(guess: string | undefined, known: readonly string[]): string | undefined {
  if (guess !== undefined) return `did you mean \`${guess}\`?`;
  return known.length > 0 ? `its keys are ${known.map((k) => `\`${k}\``).join(', ')}` : undefined;
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : step))
    .join('.')
    .replaceAll('.[', '[');
}

function scalarOf(node: Node): unknown {
  return 'value' in node ? node.value : '';
}
