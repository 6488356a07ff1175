/** Arbitrary rules for properties: small trees over a few facts, built without YAML. */
import fc from 'fast-check';
import type { CriterionStatus } from '../../src/vocabulary/decision.js';
import type { Criterion, CriterionGroup, CriterionTest, Rule } from '../../src/vocabulary/rule.js';

const PLACE = { file: 'rules/any.yaml', span: { start: 0, end: 0 }, line: 1, column: 1 };
const CITATION = { source: 'Any Guideline', edition: '2004', section: null, pages: null };

export const STATUSES: readonly CriterionStatus[] = ['met', 'not-met', 'undetermined'];
export const anyStatus = fc.constantFrom(...STATUSES);

export function presentTest(fact: string, more: Partial<CriterionTest> = {}): CriterionTest {
  return {
    kind: 'test',
    id: fact,
    fact,
    test: { operator: 'is', status: 'present' },
    whenNotDocumented: 'undetermined',
    whenUncertain: 'undetermined',
    because: `of ${fact}`,
    citation: null,
    confidence: 'domain-knowledge',
    place: PLACE,
    ...more,
  };
}

export function group(
  kind: CriterionGroup['kind'],
  members: readonly Criterion[],
  count: number | null = null,
): CriterionGroup {
  return { kind, id: null, because: null, count, members, place: PLACE };
}

export function ruleOf(criteria: Criterion, more: Partial<Rule> = {}): Rule {
  return {
    id: 'any-rule',
    title: 'any rule',
    families: ['mri'],
    regions: null,
    modifiers: {},
    citation: CITATION,
    tier: 1,
    effective: { from: '2000-01-01', until: null },
    addresses: null,
    criteria,
    exclusions: null,
    limits: null,
    decision: 'medically-necessary',
    otherwise: 'not-medically-necessary',
    notes: null,
    place: PLACE,
    ...more,
  };
}

/** Trees of bounded size over leaves, with every kind of group. @param size how many members a group may have */
export function treeOver(
  leaf: fc.Arbitrary<Criterion>,
  size: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<Criterion> {
  const { tree } = fc.letrec<{ tree: Criterion }>((tie) => {
    const members = fc.array(tie('tree'), size);
    const count = fc.nat(size.maxLength - 1);
    return {
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        members.map((list) => group('all', list)),
        members.map((list) => group('any', list)),
        tie('tree').map((one) => group('not', [one])),
        fc.tuple(members, count).map(([list, n]) => group('at-least', list, 1 + (n % list.length))),
      ),
    };
  });
  return tree;
}

/** Trees of bounded size over the facts `f0`, `f1`, …; the same fact may stand in several places. */
export function anyTree(facts = 6): fc.Arbitrary<Criterion> {
  const silence = fc.record({ whenNotDocumented: anyStatus, whenUncertain: anyStatus });
  const leaf = fc.tuple(fc.nat(facts - 1), silence).map(([n, more]) => presentTest(`f${n}`, more));
  return treeOver(leaf, { minLength: 1, maxLength: 4 });
}

/** Rules with any parts and any ends. */
export function anyRule(): fc.Arbitrary<Rule> {
  const part = (kind: 'all' | 'any'): fc.Arbitrary<CriterionGroup | null> =>
    fc.option(fc.array(anyTree(), { minLength: 1, maxLength: 2 }).map((list) => group(kind, list)));
  const settled = fc.constantFrom<Rule['decision']>('medically-necessary', 'not-medically-necessary');
  return fc
    .record({
      criteria: anyTree(),
      addresses: fc.option(anyTree()),
      exclusions: part('any'),
      limits: part('all'),
      decision: settled,
      otherwise: fc.oneof(settled, fc.constant<Rule['otherwise']>('undetermined')),
    })
    .map(({ criteria, ...more }) => ruleOf(criteria, more));
}
