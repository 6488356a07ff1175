/**
 * A node of a rule file -> a checked criterion: one test, or a group of criteria.
 * What a mapping is, is seen from its keys; then that one shape is checked. Shared criteria (`define`, `use`)
 * are put in place here with their ids kept, so nothing after this knows of them.
 * Not here: tests against the fact that they name (`read-test.ts`).
 */
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { didYouMean, meantKey } from '../text/suggest.js';
import {
  AllSchema,
  AnySchema,
  AtLeastSchema,
  type Criterion,
  type CriterionGroup,
  GROUP_NAMES,
  type GroupName,
  NotSchema,
  TestSchema,
  UseSchema,
} from '../vocabulary/rule.js';
import { spellingFix } from './certain-fixes.js';
import { type CriterionReading, claimId } from './criterion-reading.js';
import { readTest } from './read-test.js';
import { checkMapping, type ProblemList } from './schema-check.js';
import { keyNodeAt, keysOf, nodeAt } from './yaml-file.js';

/** More tests than any guideline has; keeps shared criteria from multiplying without end. */
const MOST_TESTS = 1000;

const TEST_KEYS: ReadonlySet<string> = new Set(Object.keys(TestSchema.shape));
const GROUP_SCHEMAS = { all: AllSchema, any: AnySchema, not: NotSchema, 'at-least': AtLeastSchema } as const;

/** Reads one criterion; null when it has a problem, which is then in the list. */
export function readCriterion(node: Node, reading: CriterionReading): Criterion | null {
  const { problems } = reading;
  if (!isMap(node)) {
    addUnmapped(node, reading);
    return null;
  }
  const keys = keysOf(node);
  const own = ['fact', ...GROUP_NAMES].find((key) => keys.includes(key));
  if (keys.includes('use') && own !== undefined) {
    const key = keyNodeAt(node, own) ?? node;
    const message = `what has \`use\` cannot have \`${own}\` as well`;
    problems.add('wrong-type', key, message, 'write two criteria');
    return null;
  }
  if (keys.includes('use')) return readUse(node, reading);
  const [name, other] = GROUP_NAMES.filter((group) => keys.includes(group) && !isLimit(node, group, keys));
  if (keys.includes('fact') || (name === undefined && keys.includes('at-least'))) {
    if (name === undefined) return readTest(node, reading);
    const key = keyNodeAt(node, name) ?? node;
    problems.add('wrong-type', key, `a test cannot be a group \`${name}\` as well`, 'write two criteria');
    return null;
  }
  if (name === undefined) {
    addShapeless(node, keys, problems);
    return null;
  }
  if (other !== undefined) {
    const key = keyNodeAt(node, other) ?? node;
    problems.add(
      'wrong-type',
      key,
      `a group cannot be both \`${name}\` and \`${other}\``,
      'nest one in the other',
    );
    return null;
  }
  return readGroup(node, name, reading);
}

/** Whether `at-least` is the limit of a test, not a group of so many criteria. */
function isLimit(node: Node, name: GroupName, keys: readonly string[]): boolean {
  const isTest = keys.includes('fact') || !(keys.includes('of') || isMap(nodeAt(node, name)));
  return name === 'at-least' && isTest;
}

function readGroup(node: Node, name: GroupName, reading: CriterionReading): CriterionGroup | null {
  const { yaml, problems } = reading;
  if (name === 'at-least' && keyNodeAt(node, 'of') !== undefined) {
    const help = 'write `at-least: { count: 2, of: [ … ] }`';
    problems.add('wrong-type', keyNodeAt(node, 'of') ?? node, '`of` belongs under `at-least`', help);
    return null;
  }
  const header = checkMapping(yaml, node, GROUP_SCHEMAS[name], `the \`${name}\` group`, problems);
  const list = name === 'at-least' ? nodeAt(nodeAt(node, name), 'of') : nodeAt(node, name);
  const nodes = name === 'not' ? (list ? [list] : []) : isSeq(list) ? (list.items as Node[]) : [];
  if (header !== null && nodes.length === 0) {
    problems.add('empty-group', keyNodeAt(node, name) ?? node, `the \`${name}\` group has no members`);
  }
  const members = nodes.map((member) => readCriterion(member, reading));
  if (header === null || members.length === 0 || members.includes(null)) return null;
  const count = 'at-least' in header ? header['at-least'].count : null;
  if (count !== null && count > members.length) {
    const at = nodeAt(nodeAt(node, name), 'count') ?? node;
    problems.add('wrong-type', at, `the group asks for ${count} of only ${members.length} members`);
    return null;
  }
  if (header.id !== undefined && !claimId(header.id, node, reading)) return null;
  return {
    kind: name,
    id: header.id ?? null,
    because: header.because ?? null,
    count,
    members: members as Criterion[],
    place: yaml.place(node),
  };
}

function readUse(node: Node, reading: CriterionReading): Criterion | null {
  const { yaml, problems, definitions, expanded, expanding, used } = reading;
  const header = checkMapping(yaml, node, UseSchema, 'a shared criterion', problems);
  if (header === null) return null;
  const name = header.use;
  const at = nodeAt(node, 'use') ?? node;
  const definition = definitions.get(name);
  if (definition === undefined) {
    const define = nodeAt(yaml.root, 'define');
    // What is no mapping is told for itself, and defines nothing.
    if (define !== undefined && !isMap(define)) return null;
    const help = didYouMean(name, definitions.keys()) ?? 'shared criteria are written under `define`';
    const fix = spellingFix(at, name, definitions.keys());
    problems.add(
      'unknown-criterion',
      at,
      `\`use\` names \`${name}\`, which \`define\` does not have`,
      help,
      fix,
    );
    return null;
  }
  used.add(name);
  if (expanding.includes(name)) {
    const ring = [...expanding.slice(expanding.indexOf(name)), name].map((n) => `\`${n}\``).join(' needs ');
    problems.add('circular-reference', at, `shared criteria need each other: ${ring}`);
    return null;
  }
  const known = expanded.get(name);
  if (known !== undefined) return known;
  expanding.push(name);
  const criterion = readCriterion(definition, reading);
  expanding.pop();
  expanded.set(name, criterion);
  return criterion;
}

/** False, with a problem, for a tree that shared criteria have blown up. */
export function isSmallEnough(criterion: Criterion, node: Node, problems: ProblemList): boolean {
  if (countTests(criterion, new Map()) <= MOST_TESTS) return true;
  problems.add('too-many-criteria', node, `the tree has more than ${MOST_TESTS} tests`);
  return false;
}

/** Tests of a tree with shared parts counted each time, each part looked at once. */
function countTests(criterion: Criterion, known: Map<Criterion, number>): number {
  if (criterion.kind === 'test') return 1;
  const seen = known.get(criterion);
  if (seen !== undefined) return seen;
  const count = criterion.members.reduce((sum, member) => sum + countTests(member, known), 0);
  known.set(criterion, count);
  return count;
}

const SHAPES = 'a criterion has `fact`, or one of `all`, `any`, `not`, `at-least`, `use`';

/** One message for what should be a criterion and is no mapping: a list, a name, or nothing. */
function addUnmapped(node: Node, { names, definitions, problems }: CriterionReading): void {
  const written = isScalar(node) ? node.value : undefined;
  if (written === null) {
    problems.add('wrong-type', node, 'a criterion is missing here', SHAPES);
    return;
  }
  const name = String(written);
  const help = isSeq(node)
    ? 'put the list under `all` or `any`'
    : definitions.has(name)
      ? `write \`{ use: ${name} }\``
      : names.facts.has(name)
        ? `write \`{ id: …, fact: ${name}, is: present, because: … }\``
        : SHAPES;
  problems.add('wrong-type', node, 'a criterion must be a mapping of keys to values', help);
}

/** One message for a mapping that is neither a test nor a group. */
function addShapeless(node: Node, keys: readonly string[], problems: ProblemList): void {
  const shapes = ['fact', 'use', ...GROUP_NAMES];
  for (const key of keys) {
    if (TEST_KEYS.has(key)) continue;
    const guess = meantKey(key, shapes);
    if (guess === undefined) continue;
    const at = keyNodeAt(node, key) ?? node;
    problems.add('unknown-key', at, `a criterion has no key \`${key}\``, `did you mean \`${guess}\`?`);
    return;
  }
  const isTest = keys.some((key) => TEST_KEYS.has(key) && key !== 'id' && key !== 'because');
  const message = isTest
    ? 'a test needs `fact`'
    : 'a criterion needs `fact`, or one of `all`, `any`, `not`, `at-least`, `use`';
  problems.add('missing-key', node, message);
}
