import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactDomain } from '../../src/analysis/fact-domain.js';
import { factDomains } from '../../src/analysis/fact-domain.js';
import { representativeReadings } from '../../src/analysis/representative-readings.js';
import { testReading } from '../../src/decision/fact-test.js';
import type { FactReading, FactValue } from '../../src/vocabulary/fact.js';
import type { FactType } from '../../src/vocabulary/lexicon-terms.js';
import type { FactTest } from '../../src/vocabulary/rule.js';
import { presentTest } from '../helpers/arbitrary-rules.js';
import { reading } from '../helpers/rules.js';

function domain(type: FactType, values: readonly string[] = []): FactDomain {
  const definition = { name: 'x', type, unit: null, values, meaning: 'x', forRules: true };
  return { definition, lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };
}

const NUMBER_OPERATORS = ['at-least', 'at-most', 'more-than', 'less-than', 'equals'] as const;
const limit = fc.integer({ min: -5, max: 5 });
const numberTests: fc.Arbitrary<FactTest> = fc
  .tuple(fc.constantFrom(...NUMBER_OPERATORS), limit)
  .map(([operator, value]) => ({ operator, value, unit: null }));
const amount = fc.double({ min: -7, max: 7, noNaN: true });
const numbers: fc.Arbitrary<FactValue> = fc.oneof(
  amount,
  fc.tuple(amount, amount).map(([a, b]): FactValue => [Math.min(a, b), Math.max(a, b)]),
);

const day = fc
  .tuple(
    fc.integer({ min: 2013, max: 2016 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const dateTests: fc.Arbitrary<FactTest> = fc
  .tuple(fc.constantFrom('before', 'after'), day)
  .map(([operator, on]) => ({ operator, day: on }) as FactTest);
const dates: fc.Arbitrary<FactValue> = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([on, length]) => on.slice(0, length));

const word = fc.constantFrom('red', 'green', 'blue', 'grey');
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const choiceTests: fc.Arbitrary<FactTest> = words.map(
  (values) => ({ operator: 'one-of', values }) as FactTest,
);
const listTests: fc.Arbitrary<FactTest> = words.map(
  (values) => ({ operator: 'includes-any', values }) as FactTest,
);

const isTest: fc.Arbitrary<FactTest> = fc
  .constantFrom('present', 'absent', 'uncertain')
  .map((status) => ({ operator: 'is', status }) as FactTest);

const CASES: readonly (readonly [FactType, fc.Arbitrary<FactTest>, fc.Arbitrary<FactValue>])[] = [
  ['number', numberTests, numbers],
  ['date', dateTests, dates],
  ['choice', choiceTests, fc.oneof(word, words)],
  ['list', listTests, fc.uniqueArray(word, { maxLength: 4 })],
];

const STATUSES = ['present', 'absent', 'uncertain', 'not-documented'] as const;

describe('representative readings', () => {
  it.each(CASES)('of a %s stand for any reading that a case can give', (type, tests, values) => {
    const any: fc.Arbitrary<FactReading> = fc
      .tuple(fc.constantFrom(...STATUSES), fc.option(values))
      .map(([status, value]) => reading('x', { status, value: status === 'not-documented' ? null : value }));
    const list = fc.array(fc.oneof(tests, isTest), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(list, any, (chosen, one) => {
        const row = (given: FactReading): string =>
          chosen.map((test) => testReading(presentTest('x', { test }), given).status).join(' ');
        const rows = representativeReadings(domain(type), chosen)?.map(row);
        expect(rows).toContain(row(one));
      }),
      { numRuns: 500 },
    );
  });

  it('are not given for more limits than can be tried', () => {
    const tests = Array.from(
      { length: 40 },
      (_, value): FactTest => ({ operator: 'at-least', value, unit: null }),
    );
    expect(representativeReadings(domain('number'), tests)).toBeNull();
  });

  it('keep to the bounds of a number', () => {
    const within = { ...domain('number'), lowest: 0, highest: 10 };
    const values = representativeReadings(within, [{ operator: 'at-least', value: 10, unit: null }])?.map(
      (one) => one.value,
    );
    expect(values?.flat().every((one) => one === null || (Number(one) >= 0 && Number(one) <= 10))).toBe(true);
  });
});

describe('the bounds of a number', () => {
  const boundsOf = (facts: Parameters<typeof factDomains>[1]): readonly (number | undefined)[] => {
    const names = { facts: [domain('number').definition] };
    const found = factDomains(names, facts).get('x');
    return [found?.lowest, found?.highest];
  };
  const entry = { type: 'number', meaning: 'x', scope: 'case', weigh: 'any' } as const;

  it.each([
    [
      'none where it is computed',
      { ...entry, derive: { 'months-between': ['a', 'b'] as [string, string] } },
      [-Infinity, Infinity],
    ],
    ['nothing below zero where it is read', { ...entry, from: [{ number: 'a' }] }, [0, Infinity]],
    [
      'the widest of its sources',
      {
        ...entry,
        from: [
          { number: 'a', between: [2, 5] as [number, number] },
          { number: 'b', between: [1, 4] as [number, number] },
        ],
      },
      [1, 5],
    ],
    [
      'no upper one if a source has none',
      { ...entry, from: [{ number: 'a', between: [2, 5] as [number, number] }, { number: 'b' }] },
      [0, Infinity],
    ],
  ])('are %s', (_what, fact, wanted) => {
    expect(boundsOf({ x: fact })).toEqual(wanted);
  });
});
