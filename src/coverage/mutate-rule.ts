/**
 * Small changes of a rule, each one that an author could make by mistake: a limit moved by its smallest step, `at least`
 * for `more than`, a criterion dropped, negated or counted otherwise in silence, `all` for `any`, a value left out.
 * Method: mutation analysis (DeMillo, Lipton, Sayward 1978), on the tree of the rule instead of a program.
 */
import { testInWords } from '../decision/fact-test.js';
import { isAlwaysStated } from '../decision/request-readings.js';
import type { Mutation } from '../vocabulary/coverage.js';
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { Criterion, CriterionGroup, CriterionTest, FactTest, Rule } from '../vocabulary/rule.js';
import { partsOf } from '../vocabulary/rule-tests.js';
import { withoutCriterion, withReplaced } from './edit-rule.js';

/** A rule that differs from the author's in one small change. */
export interface Mutant {
  readonly mutation: Mutation;
  readonly rule: Rule;
  /** The facts that the changed criteria read. */
  readonly facts: readonly string[];
}

type NumberTest = Extract<FactTest, { value: number }>;
const STATUSES: readonly CriterionStatus[] = ['met', 'not-met', 'undetermined'];
const STRICTER_OR_LOOSER = {
  'at-least': 'more-than',
  'more-than': 'at-least',
  'at-most': 'less-than',
  'less-than': 'at-most',
} as const;

/** Every mutant of a rule, in the order of the file; a shared criterion is changed in all its places at once. */
export function mutantsOf(rule: Rule): readonly Mutant[] {
  const seen = new Set<Criterion>();
  const found: Mutant[] = [];
  const walk = (criterion: Criterion): void => {
    if (seen.has(criterion)) return;
    seen.add(criterion);
    found.push(...(criterion.kind === 'test' ? testMutants(rule, criterion) : groupMutants(rule, criterion)));
    found.push(...dropMutant(rule, criterion));
    if (criterion.kind !== 'test') criterion.members.forEach(walk);
  };
  partsOf(rule).forEach(walk);
  return found.sort((a, b) => a.mutation.place.span.start - b.mutation.place.span.start);
}

function testMutants(rule: Rule, criterion: CriterionTest): readonly Mutant[] {
  const { fact, test, id } = criterion;
  const change = (kind: Mutation['kind'], words: string, to: Criterion): Mutant => ({
    mutation: { kind, place: criterion.place, words },
    rule: withReplaced(rule, criterion, to),
    facts: [fact],
  });
  const asks = (kind: Mutation['kind'], other: FactTest): Mutant =>
    change(kind, `\`${id}\` asks ${testInWords(fact, other)}, not ${testInWords(fact, test)}`, {
      ...criterion,
      test: other,
    });
  const others = STATUSES.filter((status) => status !== criterion.whenNotDocumented && !isAlwaysStated(fact));
  const silences = others.map((status) =>
    change('silence', `\`${id}\` counts silence as ${status}, not ${criterion.whenNotDocumented}`, {
      ...criterion,
      whenNotDocumented: status,
    }),
  );
  const negated = change('negate', `\`${id}\` is negated`, negation(criterion));
  const numbers = 'value' in test ? numberTests(test).map(([kind, other]) => asks(kind, other)) : [];
  const lists = 'values' in test ? fewerValues(test).map((other) => asks('values', other)) : [];
  return [...numbers, ...lists, negated, ...silences];
}

function numberTests(test: NumberTest): readonly (readonly [Mutation['kind'], NumberTest])[] {
  const step = smallestStep(test.value);
  const moved = [test.value - step, test.value + step].map(
    (value) => ['limit', { ...test, value: rounded(value) }] as const,
  );
  if (test.operator === 'equals') return moved;
  return [['operator', { ...test, operator: STRICTER_OR_LOOSER[test.operator] }], ...moved];
}

/** One in the last place of a number: 1 for 6, 0.1 for 3.5. */
function smallestStep(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 10 ** -decimals;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function fewerValues(test: Extract<FactTest, { values: readonly string[] }>): readonly FactTest[] {
  if (test.values.length < 2) return [];
  return test.values.map((value) => ({ ...test, values: test.values.filter((one) => one !== value) }));
}

function groupMutants(rule: Rule, group: CriterionGroup): readonly Mutant[] {
  const change = (kind: Mutation['kind'], words: string, to: Criterion): Mutant => ({
    mutation: { kind, place: group.place, words },
    rule: withReplaced(rule, group, to),
    facts: factsOf(group),
  });
  const name = group.id === null ? `the \`${group.kind}\` group` : `\`${group.id}\``;
  const { kind, members, count } = group;
  // The groups around exclusions and limits are not written by the author, so nobody could mistake them.
  if (group === rule.exclusions || group === rule.limits) return [];
  const [only] = members;
  if (kind === 'not') return only === undefined ? [] : [change('negate', `${name} is not negated`, only)];
  if (kind === 'at-least') {
    const others = [(count ?? 0) - 1, (count ?? 0) + 1].filter((n) => n >= 1 && n <= members.length);
    return others.map((n) => change('count', `${name} needs ${n}, not ${count}`, { ...group, count: n }));
  }
  if (members.length < 2) return [];
  const other = kind === 'all' ? 'any' : 'all';
  return [change('swap', `${name} needs ${other} of its members, not ${kind}`, { ...group, kind: other })];
}

function dropMutant(rule: Rule, criterion: Criterion): readonly Mutant[] {
  const without = withoutCriterion(rule, criterion);
  if (without === null) return [];
  const name = criterion.id === null ? `a \`${criterion.kind}\` group` : `\`${criterion.id}\``;
  const mutation: Mutation = { kind: 'drop', place: criterion.place, words: `${name} is left out` };
  return [{ mutation, rule: without, facts: factsOf(criterion) }];
}

function negation(criterion: CriterionTest): CriterionGroup {
  return { kind: 'not', id: null, because: null, count: null, members: [criterion], place: criterion.place };
}

function factsOf(criterion: Criterion): readonly string[] {
  if (criterion.kind === 'test') return [criterion.fact];
  return [...new Set(criterion.members.flatMap(factsOf))];
}
