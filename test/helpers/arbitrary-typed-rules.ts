/** Arbitrary trees over a finding, a number and a choice, small enough to try every case. */
import fc from 'fast-check';
import type { FactDefinition } from '../../src/vocabulary/fact.js';
import type { Criterion, FactTest, Rule } from '../../src/vocabulary/rule.js';
import { anyStatus, group, presentTest, ruleOf, treeOver } from './arbitrary-rules.js';

const define = (
  name: string,
  type: FactDefinition['type'],
  values: readonly string[] = [],
): FactDefinition => ({
  name,
  type,
  unit: null,
  values,
  meaning: name,
  forRules: true,
});

export const TYPED_FACTS: readonly FactDefinition[] = [
  define('a', 'finding'),
  define('b', 'finding'),
  define('n', 'number'),
  define('c', 'choice', ['red', 'green']),
];

const numberTest: fc.Arbitrary<FactTest> = fc
  .tuple(
    fc.constantFrom('at-least', 'at-most', 'more-than', 'less-than', 'equals'),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([operator, value]) => ({ operator, value, unit: null }) as FactTest);
const statusTest: fc.Arbitrary<FactTest> = fc
  .constantFrom('present', 'absent', 'uncertain')
  .map((status) => ({ operator: 'is', status }) as FactTest);
const choiceTest: fc.Arbitrary<FactTest> = fc
  .constantFrom(['red'], ['green'], ['red', 'green'])
  .map((values) => ({ operator: 'one-of', values }) as FactTest);

const typedTest: fc.Arbitrary<{ fact: string; test: FactTest }> = fc.oneof(
  statusTest.map((test) => ({ fact: 'a', test })),
  statusTest.map((test) => ({ fact: 'b', test })),
  numberTest.map((test) => ({ fact: 'n', test })),
  choiceTest.map((test) => ({ fact: 'c', test })),
);

const choices = fc.record({ whenNotDocumented: anyStatus, whenUncertain: anyStatus });

export function anyTypedTree(): fc.Arbitrary<Criterion> {
  const leaf = fc
    .tuple(typedTest, choices)
    .map(([{ fact, test }, more]) => presentTest(fact, { ...more, test }));
  return treeOver(leaf, { minLength: 2, maxLength: 3 });
}

/** Rules over the same facts, whose parts are small. */
export function anyTypedRule(more: fc.Arbitrary<Partial<Rule>> = fc.constant({})): fc.Arbitrary<Rule> {
  const settled = fc.constantFrom<Rule['decision']>('medically-necessary', 'not-medically-necessary');
  return fc
    .record({
      criteria: anyTypedTree(),
      addresses: fc.option(anyTypedTree()),
      exclusions: fc.option(anyTypedTree().map((one) => group('any', [one]))),
      decision: settled,
      otherwise: fc.oneof(settled, fc.constant<Rule['otherwise']>('undetermined')),
      more,
    })
    .map(({ criteria, more: rest, ...parts }) => ruleOf(criteria, { ...parts, ...rest }));
}
