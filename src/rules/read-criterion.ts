/**
 * A node of a rule file -> a checked criterion: one test, or a group of criteria.
 * What a mapping is, is seen from its keys; then that one shape is checked. Shared criteria (`define`, `use`)
 * are put in place here with their ids kept, so nothing after this knows of them.
 * Not here: tests against the fact that they name (`read-test.ts`).
 */
import { isMap, isSeq, type Node } from 'yaml';
import {
  AllSchema,
  AnySchema,
  AtLeastSchema,
  type Criterion,
  type CriterionGroup,
  GROUP_NAMES,
  type GroupName,
  NotSchema,
  UseSchema,
} from '../vocabulary/rule.js';
import { spellingFix } from './certain-fixes.js';
import { type CriterionReading, claimId } from './criterion-reading.js';
import { readTest } from './read-test.js';
import { checkMapping, type ProblemList } from './schema-check.js';
import { nearest } from './suggest.js';
import { keyNodeAt, keysOf, nodeAt } from './yaml-file.js';

/** More tests than any guideline has; keeps shared criteria from multiplying without end. */
const MOST_TESTS = 1000;

const GROUP_SCHEMAS = { all: AllSchema, any: AnySchema, not: NotSchema, 'at-least': AtLeastSchema } as const;

/** Reads one criterion; null when it has a problem, which is then in the list. */
export function readCriterion(node: Node, reading: CriterionReading): Criterion | null {
  const { problems } = reading;
  if (!isMap(node)) {
    problems.add('wrong-type', node, 'a criterion must be a mapping of keys to values');
    return null;
  }
  const keys = keysOf(node);
  if (keys.includes('use')) return readUse(node, reading);
  if (keys.includes('fact')) return readTest(node, reading);
  const groups = GROUP_NAMES.filter((name) => keys.includes(name));
  const [name, other] = groups;
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

function readGroup(node: Node, name: GroupName, reading: CriterionReading): CriterionGroup | null {
  const { yaml, problems } = reading;
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
    const guess = nearest(name, definitions.keys());
    const help = guess ? `did you mean \`${guess}\`?` : 'shared criteria are written under `define`';
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

/** One message for a mapping that is neither a test nor a group. */
function addShapeless(node: Node, keys: readonly string[], problems: ProblemList): void {
  const shapes = ['fact', 'use', ...GROUP_NAMES];
  for (const key of keys) {
    const guess = nearest(key, shapes);
    if (guess === undefined) continue;
    const at = keyNodeAt(node, key) ?? node;
    problems.add('unknown-key', at, `a criterion has no key \`${key}\``, `did you mean \`${guess}\`?`);
    return;
  }
  problems.add(
    'missing-key',
    node,
    'a criterion needs `fact`, or one of `all`, `any`, `not`, `at-least`, `use`',
  );
}
