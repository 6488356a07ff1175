/**
 * A mapping with `fact` -> a checked test: the fact exists and may be read, the operator fits its type, the value
 * is one that the fact can have, the unit is the fact's own.
 */
import { isScalar, type Node } from 'yaml';
import { didYouMean, meantKey } from '../text/suggest.js';
import type { FactDefinition } from '../vocabulary/fact.js';
import {
  type CriterionTest,
  type FactTest,
  OPERATOR_NAMES,
  OPERATORS,
  type OperatorName,
  TestSchema,
} from '../vocabulary/rule.js';
import { spellingFix, unitFix } from './certain-fixes.js';
import { type CriterionReading, claimId } from './criterion-reading.js';
import { checkMapping } from './schema-check.js';
import { keyNodeAt, keysOf, nodeAt } from './yaml-file.js';

/** Longer lists nobody reads in a message. */
const MOST_LISTED = 20;

/** Reads one test; null when it has a problem, which is then in the list. */
export function readTest(node: Node, reading: CriterionReading): CriterionTest | null {
  const what = nameOf(node);
  const fields = checkMapping(reading.yaml, node, TestSchema, what, reading.problems);
  const fact = findFact(node, what, reading);
  const operator = findOperator(node, what, reading);
  if (operator !== null && fact !== null && !fits(node, what, operator, fact, reading)) return null;
  if (fields === null || fact === null || operator === null) return null;
  const test = factTest(fields, operator);
  if (!valuesAllowed(node, what, operator, test, fact, reading)) return null;
  if (!unitAgrees(node, what, operator, fields.unit, fact, reading)) return null;
  if (!claimId(fields.id, node, reading)) return null;
  return {
    kind: 'test',
    id: fields.id,
    fact: fact.name,
    test,
    whenNotDocumented: fields['when-not-documented'],
    whenUncertain: fields['when-uncertain'],
    because: fields.because,
    citation: fields.citation
      ? {
          ...reading.citation,
          section: fields.citation.section ?? reading.citation.section,
          pages: fields.citation.pages ?? null,
        }
      : null,
    confidence: fields.confidence,
    place: reading.yaml.place(node),
  };
}

function nameOf(node: Node): string {
  const id = nodeAt(node, 'id');
  return isScalar(id) && typeof id.value === 'string' ? `criterion \`${id.value}\`` : 'the criterion';
}

function findFact(node: Node, what: string, { names, problems }: CriterionReading): FactDefinition | null {
  const at = nodeAt(node, 'fact');
  if (!isScalar(at) || typeof at.value !== 'string') return null;
  const fact = names.facts.get(at.value);
  if (fact === undefined) {
    const guess = didYouMean(at.value, names.facts.keys());
    const help = `${guess ? `${guess} ` : ''}rules/FACTS.md lists every fact`;
    problems.add(
      'unknown-fact',
      at,
      `${what} tests \`${at.value}\`, which the lexicon does not define`,
      help,
      spellingFix(at, at.value, names.facts.keys()),
    );
    return null;
  }
  if (!fact.forRules) {
    problems.add('forbidden-fact', at, `${what} tests \`${fact.name}\`, which rules may not read`);
    return null;
  }
  return fact;
}

function findOperator(node: Node, what: string, { problems }: CriterionReading): OperatorName | null {
  const keys = keysOf(node);
  const [first, second] = OPERATOR_NAMES.filter((name) => keys.includes(name));
  if (first === undefined) {
    const open = Object.keys(TestSchema.shape).filter((key) => !keys.includes(key));
    const isMistyped = (key: string): boolean => {
      const meant = Object.hasOwn(TestSchema.shape, key) ? key : meantKey(key, open);
      return meant === undefined || (OPERATOR_NAMES as readonly string[]).includes(meant);
    };
    // An unknown key that may be meant for the test is told already.
    if (!keys.some(isMistyped))
      problems.add('missing-key', node, `${what} has no test`, `a test is one of ${list(OPERATOR_NAMES)}`);
    return null;
  }
  if (second === undefined) return first;
  const at = keyNodeAt(node, second) ?? node;
  problems.add(
    'operator-mismatch',
    at,
    `${what} has two tests, \`${first}\` and \`${second}\``,
    'write two criteria',
  );
  return null;
}

function fits(
  node: Node,
  what: string,
  operator: OperatorName,
  fact: FactDefinition,
  { problems }: CriterionReading,
): boolean {
  const types: readonly string[] = OPERATORS[operator];
  if (types.includes(fact.type)) return true;
  const fitting = OPERATOR_NAMES.filter((name) => (OPERATORS[name] as readonly string[]).includes(fact.type));
  const at = keyNodeAt(node, operator) ?? node;
  const message = `${what} tests \`${fact.name}\` with \`${operator}\`, which does not fit a ${fact.type}`;
  problems.add('operator-mismatch', at, message, `a ${fact.type} is tested with ${list(fitting)}`);
  return false;
}

type TestFields = NonNullable<ReturnType<typeof TestSchema.parse>>;

function factTest(fields: TestFields, operator: OperatorName): FactTest {
  switch (operator) {
    case 'is':
      return { operator, status: fields.is ?? 'present' };
    case 'at-least':
    case 'at-most':
    case 'more-than':
    case 'less-than':
    case 'equals':
      return { operator, value: fields[operator] ?? 0, unit: fields.unit ?? null };
    case 'is-value':
    case 'includes':
      return { operator, values: [fields[operator] ?? ''] };
    case 'one-of':
    case 'includes-any':
      return { operator, values: fields[operator] ?? [] };
    case 'before':
    case 'after':
      return { operator, day: fields[operator] ?? '' };
  }
}

function valuesAllowed(
  node: Node,
  what: string,
  operator: OperatorName,
  test: FactTest,
  fact: FactDefinition,
  { problems }: CriterionReading,
): boolean {
  if (!('values' in test) || fact.values.length === 0) return true;
  const strange = test.values.filter((value) => !fact.values.includes(value));
  for (const value of strange) {
    const written = nodeAt(node, operator) ?? node;
    const at = nodeAt(written, test.values.indexOf(value)) ?? written;
    const help = didYouMean(value, fact.values) ?? valuesHelp(fact.values);
    problems.add(
      'unknown-value',
      at,
      `${what} asks whether \`${fact.name}\` is \`${value}\`, which it never is`,
      help,
      spellingFix(at, value, fact.values),
    );
  }
  return strange.length === 0;
}

function valuesHelp(values: readonly string[]): string {
  return values.length > MOST_LISTED
    ? `it is one of ${values.length} names that the lexicon lists`
    : `its values are ${list(values)}`;
}

function unitAgrees(
  node: Node,
  what: string,
  operator: OperatorName,
  unit: string | undefined,
  fact: FactDefinition,
  { yaml, problems }: CriterionReading,
): boolean {
  const wanted = operator !== 'is' && fact.type === 'number' ? (fact.unit ?? undefined) : undefined;
  if (unit === wanted) return true;
  const at = nodeAt(node, 'unit') ?? keyNodeAt(node, operator) ?? node;
  if (unit === undefined && wanted !== undefined) {
    const message = `${what} gives a number without its unit: \`${fact.name}\` is measured in \`${wanted}\``;
    const fix = unitFix(yaml, node, operator, wanted);
    problems.add('missing-unit', at, message, `add \`unit: ${wanted}\``, fix);
    return false;
  }
  const measured = wanted === undefined ? 'has none here' : `is measured in \`${wanted}\``;
  problems.add('unit-mismatch', at, `${what} gives the unit \`${unit}\`, but \`${fact.name}\` ${measured}`);
  return false;
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
