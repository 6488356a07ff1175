/** Groups and tests of rules in plain sentences. */
import { describe, expect, test } from 'vitest';
import { askWords, groupSentence, sentence, silenceSentence } from '../../src/report/criterion-words.js';
import type { CriterionGroup, CriterionTest, FactTest, GroupName } from '../../src/vocabulary/rule.js';

const place = { file: 'a.yaml', span: { start: 0, end: 1 }, line: 1, column: 1 };
const leaf: CriterionTest = {
  kind: 'test',
  id: 'a',
  fact: 'f',
  test: { operator: 'is', status: 'present' },
  whenNotDocumented: 'undetermined',
  whenUncertain: 'undetermined',
  because: 'why',
  citation: null,
  confidence: 'verified',
  place,
};
const group = (kind: GroupName, size: number, count: number | null = null): CriterionGroup => {
  return { kind, id: null, because: null, count, members: Array.from({ length: size }, () => leaf), place };
};

describe('a group', () => {
  test.each([
    [group('all', 3), 'All of these 3 must be met'],
    [group('all', 2), 'Both of these must be met'],
    [group('any', 4), 'Any one of these 4 is enough'],
    [group('any', 2), 'Either of these is enough'],
    [group('any', 1), 'This must be met'],
    [group('not', 1), 'This must not be so'],
    [group('at-least', 4, 2), 'At least 2 of these 4 must be met'],
  ])('reads as a sentence', (one, wanted) => expect(groupSentence(one)).toBe(wanted));
});

describe('what a test asks', () => {
  const cases: readonly [FactTest, string][] = [
    [{ operator: 'is', status: 'absent' }, 'absent'],
    [{ operator: 'at-least', value: 6, unit: 'weeks' }, 'at least 6 weeks'],
    [{ operator: 'less-than', value: 3, unit: null }, 'less than 3'],
    [{ operator: 'equals', value: 1, unit: 'level' }, 'exactly 1 level'],
    [{ operator: 'is-value', values: ['getting_worse'] }, 'getting worse'],
    [{ operator: 'one-of', values: ['a', 'b', 'c'] }, 'a, b or c'],
    [{ operator: 'includes-any', values: ['a', 'b'] }, 'includes a or b'],
    [{ operator: 'before', day: '2015-10-05' }, 'before 2015-10-05'],
  ];
  test.each(cases)('%j', (asked, wanted) => expect(askWords(asked)).toBe(wanted));
});

describe('what silence and doubt count for', () => {
  test.each([
    ['undetermined', 'undetermined', 'Silence and doubt leave it undetermined.'],
    ['not-met', 'not-met', 'Silence and doubt count as not met.'],
    ['not-met', 'undetermined', 'Silence counts as not met, doubt leaves it undetermined.'],
    ['undetermined', 'met', 'Silence leaves it undetermined, doubt counts as met.'],
  ] as const)('%s and %s', (whenNotDocumented, whenUncertain, wanted) => {
    expect(silenceSentence({ ...leaf, whenNotDocumented, whenUncertain })).toBe(wanted);
  });
});

test('a text becomes a sentence once', () => {
  expect(sentence('pain is severe')).toBe('Pain is severe.');
  expect(sentence(sentence('pain is severe'))).toBe('Pain is severe.');
});
