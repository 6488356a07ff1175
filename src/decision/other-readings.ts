/**
 * What a fact could say instead: one reading for each way that the tests of a rule can tell apart.
 * Not here: which of them turn a decision (`turning-points.ts`).
 */
import { type FactReading, type FactValue, readingOf } from '../vocabulary/fact.js';
import type { CriterionTest, FactTest } from '../vocabulary/rule.js';

/** A reading that a fact does not have, but could. */
export interface OtherReading {
  /** The reading in words: `present`, `at least 4 weeks`. */
  readonly to: string;
  readonly reading: FactReading;
  /** The test whose words these are, by its position in the list. */
  readonly test: number;
}

/** Readings on either side of every test of one fact. */
export function otherReadings(fact: string, tests: readonly CriterionTest[]): readonly OtherReading[] {
  return tests.flatMap(({ test }, position) => {
    const make = (to: string, status: FactReading['status'], value: FactValue | null): OtherReading => ({
      to,
      reading: readingOf(fact, status, value),
      test: position,
    });
    if (test.operator === 'is') {
      const asked = test.status === 'uncertain' ? [make('uncertain', 'uncertain', null)] : [];
      return [...asked, make('present', 'present', null), make('absent', 'absent', null)];
    }
    if ('value' in test) return numbersAround(test).map(([to, value]) => make(to, 'present', value));
    if ('day' in test) {
      return [
        make(`before ${test.day}`, 'present', '0001-01-01'),
        make(`after ${test.day}`, 'present', '9999-12-31'),
      ];
    }
    const isList = test.operator === 'includes' || test.operator === 'includes-any';
    const named = test.values.map((value) => make(value, 'present', isList ? [value] : value));
    return [...named, make(`not ${test.values.join(' or ')}`, 'absent', null)];
  });
}

function numbersAround(test: Extract<FactTest, { value: number }>): readonly (readonly [string, number])[] {
  const { value } = test;
  const unit = test.unit === null ? '' : ` ${test.unit}`;
  const atLeast = `at least ${value}${unit}`;
  const atMost = `at most ${value}${unit}`;
  const more = `more than ${value}${unit}`;
  const less = `less than ${value}${unit}`;
  switch (test.operator) {
    case 'at-least':
    case 'less-than':
      return [
        [atLeast, value],
        [less, value - 1],
      ];
    case 'at-most':
    case 'more-than':
      return [
        [atMost, value],
        [more, value + 1],
      ];
    case 'equals':
      return [
        [`${value}${unit}`, value],
        [less, value - 1],
        [more, value + 1],
      ];
  }
}
