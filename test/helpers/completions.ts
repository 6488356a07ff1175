/**
 * Every case that small trees can be held against: for the tests on a few facts, all readings that can make a
 * difference, in all combinations. Written apart from `src/analysis`, to check it by brute force.
 */
import { testReading } from '../../src/decision/fact-test.js';
import { negate } from '../../src/decision/three-values.js';
import type { CriterionStatus } from '../../src/vocabulary/decision.js';
import type { FactDefinition, FactReading, FactValue } from '../../src/vocabulary/fact.js';
import type { Criterion, CriterionTest } from '../../src/vocabulary/rule.js';
import { reading } from './rules.js';

/** Numbers that cases of the tests use: whole and half numbers around small limits. */
const NUMBERS: readonly FactValue[] = [0, 1, 1.5, 2, 2.5, 3, 4];

export function readingsOf({ name, type, values }: FactDefinition): readonly FactReading[] {
  const stated: readonly FactValue[] =
    type === 'number'
      ? [
          ...NUMBERS,
          ...NUMBERS.flatMap((a) =>
            NUMBERS.filter((b) => b > a).map((b): FactValue => [a as number, b as number]),
          ),
        ]
      : type === 'choice'
        ? [...values, [...values]]
        : type === 'list'
          ? [[], ...values.map((one) => [one]), [...values]]
          : [];
  return [
    reading(name, 'not-documented'),
    reading(name, 'present'),
    reading(name, 'absent'),
    reading(name, 'uncertain'),
    ...stated.map((value) => reading(name, { status: 'present', value })),
  ];
}

export type Case = ReadonlyMap<string, FactReading>;

/** Calls back with each combination of readings. */
export function forEachCase(facts: readonly FactDefinition[], look: (one: Case) => void): void {
  const known = new Map<string, FactReading>();
  const go = (index: number): void => {
    const fact = facts[index];
    if (fact === undefined) {
      look(known);
      return;
    }
    for (const one of readingsOf(fact)) {
      known.set(fact.name, one);
      go(index + 1);
    }
  };
  go(0);
}

/** The status of a tree on a case, by the definition of the groups. */
export function statusOn(
  criterion: Criterion,
  one: Case,
  replaced?: { node: Criterion; by: CriterionStatus },
): CriterionStatus {
  if (criterion === replaced?.node) return replaced.by;
  if (criterion.kind === 'test') {
    return testReading(criterion, one.get(criterion.fact) ?? reading(criterion.fact, 'not-documented'))
      .status;
  }
  const members = criterion.members.map((member) => statusOn(member, one, replaced));
  const met = members.filter((status) => status === 'met').length;
  const failed = members.filter((status) => status === 'not-met').length;
  switch (criterion.kind) {
    case 'not':
      return negate(members[0] ?? 'undetermined');
    case 'all':
      return failed > 0 ? 'not-met' : met === members.length ? 'met' : 'undetermined';
    case 'any':
      return met > 0 ? 'met' : failed === members.length ? 'not-met' : 'undetermined';
    case 'at-least': {
      const count = criterion.count ?? members.length;
      return met >= count ? 'met' : members.length - failed < count ? 'not-met' : 'undetermined';
    }
  }
}

export function testsIn(criterion: Criterion): readonly CriterionTest[] {
  return criterion.kind === 'test' ? [criterion] : criterion.members.flatMap(testsIn);
}
