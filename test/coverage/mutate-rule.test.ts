import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findKiller } from '../../src/coverage/find-killer.js';
import { mutantsOf } from '../../src/coverage/mutate-rule.js';
import { coverRule } from '../../src/coverage/rule-coverage.js';
import { casesOf, mutateRule } from '../../src/coverage/run-mutants.js';
import { flattenRule } from '../../src/decision/flat-rule.js';
import { decidersOfHeld, endOfHeld, readingsOf } from '../../src/decision/fold-example.js';
import { foldRule } from '../../src/decision/held-rule.js';
import { holdExample } from '../../src/decision/hold-example.js';
import type { FactReading } from '../../src/vocabulary/fact.js';
import type { Rule, RuleExample } from '../../src/vocabulary/rule.js';
import { anyRule } from '../helpers/arbitrary-rules.js';
import { reading, ruleSet, service, test } from '../helpers/rules.js';

const PLACE = { file: 'rules/a.examples.yaml', span: { start: 0, end: 1 }, line: 1, column: 1 };

function example(
  readings: readonly FactReading[],
  expected: RuleExample['expect'],
  more: Partial<RuleExample> = {},
): RuleExample {
  return {
    name: 'one',
    service: service(),
    date: null,
    readings,
    text: null,
    textPlace: null,
    expect: expected,
    decidedBy: null,
    decidedByPlaces: [],
    place: PLACE,
    factPlaces: {},
    ...more,
  };
}

function rule(parts: string): Rule {
  const [one] = ruleSet({ parts }).rules;
  if (one === undefined) throw new Error('no rule');
  return one;
}

const care = (operator: string): string =>
  `{ id: care, fact: conservative_care_weeks, ${operator}, unit: weeks, when-not-documented: not-met, because: of care }`;
const weeks = (value: number): FactReading =>
  reading('conservative_care_weeks', { status: 'present', value });
const words = (of: Rule): string[] => mutantsOf(of).map(({ mutation }) => mutation.words);

describe('mutants', () => {
  it('of what every request states have no silence', () => {
    const asked = '{ id: asked, fact: req_service, is-value: mri, because: of the request }';
    expect(words(rule(`criteria: ${asked}`))).toEqual(['`asked` is negated']);
  });

  it('of a number move it both ways and turn its limit', () => {
    expect(words(rule(`criteria: ${care('at-least: 6')}`))).toEqual([
      '`care` asks conservative_care_weeks more than 6 weeks, not conservative_care_weeks at least 6 weeks',
      '`care` asks conservative_care_weeks at least 5 weeks, not conservative_care_weeks at least 6 weeks',
      '`care` asks conservative_care_weeks at least 7 weeks, not conservative_care_weeks at least 6 weeks',
      '`care` is negated',
      '`care` counts silence as met, not not-met',
      '`care` counts silence as undetermined, not not-met',
    ]);
  });

  it.each([
    ['at-most: 3.5', ['less than 3.5', 'at most 3.4', 'at most 3.6']],
    ['equals: 2', ['equals 1', 'equals 3']],
    ['less-than: 10', ['at most 10', 'less than 9', 'less than 11']],
    ['more-than: 0', ['at least 0', 'more than -1', 'more than 1']],
  ])('of `%s` are its nearest neighbours', (operator, neighbours) => {
    const asked = words(rule(`criteria: ${care(operator)}`)).filter((one) => one.includes(' asks '));
    expect(asked.map((one) => /weeks ([a-z ]+ -?[\d.]+) weeks,/.exec(one)?.[1])).toEqual(neighbours);
  });

  it('of groups drop members, swap, and count otherwise; a lone exclusion goes as a whole', () => {
    const flag = (id: string): string => test(id, 'smoker');
    const of = rule(
      `criteria: { all: [${flag('a')}, { not: ${flag('b')} }, { at-least: { count: 1, of: [${flag('c')}, ${flag('d')}] } }] }\nexclusions: [${flag('e')}]`,
    );
    const told = words(of).filter((one) => !/silence|is negated/.test(one));
    expect(told.sort()).toEqual([
      '`a` is left out',
      '`c` is left out',
      '`d` is left out',
      '`e` is left out',
      'a `at-least` group is left out',
      'a `not` group is left out',
      'the `all` group needs any of its members, not all',
      'the `at-least` group needs 2, not 1',
      'the `not` group is not negated',
    ]);
  });

  it('never change the rule that they are made from, and each differs from it', () => {
    fc.assert(
      fc.property(anyRule(), (one) => {
        const before = JSON.stringify(one);
        for (const mutant of mutantsOf(one)) {
          expect(JSON.stringify(mutant.rule)).not.toBe(before);
          flattenRule(mutant.rule);
        }
        expect(JSON.stringify(one)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a mutated rule', () => {
  const six = rule(`criteria: ${care('at-least: 6')}`);

  it('is noticed by examples on both sides of its limit', () => {
    const both = [example([weeks(6)], 'met'), example([weeks(5)], 'not-met'), example([], 'not-met')];
    expect(mutateRule(six, both)).toMatchObject({ killed: 6, survivors: [] });
  });

  it('survives without them, with what an example would have to say', () => {
    const { survivors } = mutateRule(six, [example([weeks(9)], 'met')]);
    expect(survivors.map(({ mutation, killer }) => [mutation.kind, killer?.changes, killer?.end])).toEqual([
      ['operator', [{ fact: 'conservative_care_weeks', to: '6' }], 'met'],
      ['limit', [{ fact: 'conservative_care_weeks', to: '5' }], 'not-met'],
      ['limit', [{ fact: 'conservative_care_weeks', to: '6' }], 'met'],
      ['silence', [{ fact: 'conservative_care_weeks', to: 'not documented' }], 'not-met'],
      ['silence', [{ fact: 'conservative_care_weeks', to: 'not documented' }], 'not-met'],
    ]);
  });

  it('may differ in words only: then no example is found', () => {
    const twice = rule(`criteria: { any: [${test('a', 'smoker')}, ${test('b', 'smoker')}] }`);
    const { survivors } = mutateRule(twice, [example([reading('smoker', 'present')], 'met')]);
    expect(survivors.filter(({ mutation }) => mutation.kind === 'drop').map((one) => one.killer)).toEqual([
      null,
      null,
    ]);
  });

  it('is told apart by every killer that is found', () => {
    fc.assert(
      fc.property(anyRule(), (one) => {
        const bases = casesOf(one, [example([], 'met')]);
        for (const { rule: changed, facts } of mutantsOf(one).slice(0, 5)) {
          const killer = findKiller(one, changed, facts, bases);
          if (killer !== null) expect(killer.end).not.toBe(killer.mutantEnd);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('coverage', () => {
  it('counts statuses, deciders and limits of each criterion', () => {
    const one = rule(`criteria: { any: [${test('a', 'smoker')}, ${care('at-least: 6')}] }`);
    const { criteria, covered, branches } = coverRule(one, [
      example([reading('smoker', 'present')], 'met'),
      example([reading('smoker', 'absent'), weeks(6)], 'met'),
    ]);
    expect(
      criteria.map(({ id, met, notMet, undetermined, decides, limit, missing }) => [
        id,
        met,
        notMet,
        undetermined,
        decides,
        limit,
        missing,
      ]),
    ).toEqual([
      [null, 2, 0, 0, null, null, ['not-met']],
      ['a', 1, 1, 0, 1, null, []],
      ['care', 1, 1, 0, 1, 1, []],
    ]);
    expect([covered, branches]).toEqual([8, 9]);
  });

  it('leaves out examples that never reach the criteria', () => {
    const one = rule(`criteria: ${test('a', 'smoker')}`);
    const other = example([reading('smoker', 'present')], 'silent', { service: service({ family: 'ct' }) });
    expect(coverRule(one, [other]).covered).toBe(0);
  });

  it('lets a test of `addresses` decide whether the rule speaks', () => {
    const one = rule(`addresses: ${test('a', 'smoker')}\ncriteria: ${test('b', 'red_flag_any')}`);
    const { criteria } = coverRule(one, [example([reading('smoker', 'absent')], 'silent')]);
    expect(criteria.map(({ id, decides }) => [id, decides])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });
});

describe('the plain fold', () => {
  it('comes to what the engine comes to, for any rule and any facts', async () => {
    const status = fc.constantFrom('present', 'absent', 'uncertain', 'not-documented' as const);
    await fc.assert(
      fc.asyncProperty(anyRule(), fc.array(status, { minLength: 6, maxLength: 6 }), async (one, said) => {
        const case1 = example(
          said.map((answer, i) => reading(`f${i}`, answer as FactReading['status'])),
          'met',
        );
        const run = await holdExample(one, case1);
        const readings = readingsOf(one, case1);
        if (typeof readings === 'string') throw new Error('the rule is for the service');
        const held = foldRule(flattenRule(one), (fact) => readings.ask(fact));
        expect([endOfHeld(held), decidersOfHeld(held)]).toEqual([run.end, run.decidedBy]);
      }),
      { numRuns: 100 },
    );
  });
});
