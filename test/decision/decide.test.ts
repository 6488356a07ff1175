import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { decide } from '../../src/decision/decide.js';
import { flattenRule } from '../../src/decision/flat-rule.js';
import { verdictIf } from '../../src/decision/verdict.js';
import type { CriterionStatus, Decision, TraceNode } from '../../src/vocabulary/decision.js';
import type { FactReading } from '../../src/vocabulary/fact.js';
import { anyRule } from '../helpers/arbitrary-rules.js';
import { factBase, reading, ruleSet, service, test } from '../helpers/rules.js';

const DATE = '2015-10-05';
const flag = (id: string, fact = 'red_flag_any'): string => test(id, fact);
const silentFails = 'is: present, when-not-documented: not-met';

describe('a decision', () => {
  it('is necessary when the criteria are met, with the criterion that suffices', async () => {
    const rules = ruleSet({
      parts: `criteria: { any: [${flag('red-flag')}, { all: [${flag('a', 'smoker')}, ${flag('b', 'crps_dx')}] }] }`,
    });
    const facts = factBase({ red_flag_any: 'present', smoker: 'present', crps_dx: 'present' });
    const decision = await decide(service(), facts, DATE, rules);
    expect(decision).toMatchObject({
      decision: 'medically-necessary',
      rule: 'a-rule',
      decidedBy: ['red-flag'],
      undocumented: [],
      reason: null,
      date: DATE,
    });
    expect(decision.turningPoints).toEqual([
      {
        decision: 'not-medically-necessary',
        changes: [
          { fact: 'red_flag_any', criterion: 'red-flag', to: 'absent' },
          { fact: 'smoker', criterion: 'a', to: 'absent' },
        ],
      },
      {
        decision: 'not-medically-necessary',
        changes: [
          { fact: 'red_flag_any', criterion: 'red-flag', to: 'absent' },
          { fact: 'crps_dx', criterion: 'b', to: 'absent' },
        ],
      },
    ]);
  });

  it('is not necessary when an exclusion is met, whatever else holds or is unknown', async () => {
    const rules = ruleSet({ parts: `criteria: ${flag('a')}\nexclusions: [${flag('smoking', 'smoker')}]` });
    const decision = await decide(service(), factBase({ smoker: 'present' }), DATE, rules);
    expect(decision).toMatchObject({ decision: 'not-medically-necessary', decidedBy: ['smoking'] });
  });

  it('is not necessary when a limit is exceeded, and waits for a number that is missing', async () => {
    const limit = test('two-levels', 'req_level_count', 'at-most: 2, unit: levels');
    const rules = ruleSet({ parts: `criteria: ${flag('a')}\nlimits: [${limit}]` });
    const facts = factBase({ red_flag_any: 'present' });
    const levels = ['L3-4', 'L4-5', 'L5-S1'];
    const over = await decide(service({ levels }), facts, DATE, rules);
    expect(over).toMatchObject({ decision: 'not-medically-necessary', decidedBy: ['two-levels'] });
    const missing = await decide(service(), facts, DATE, rules);
    expect(missing).toMatchObject({
      decision: 'undetermined',
      reason: 'not-documented',
      decidedBy: [],
      undocumented: ['req_level_count'],
    });
  });

  it('prefers what the letter says to what its silence was counted as', async () => {
    const rules = ruleSet({
      parts: `criteria: { all: [${test('silent', 'smoker', silentFails)}, ${flag('said')}] }`,
    });
    const decision = await decide(service(), factBase({ red_flag_any: 'absent' }), DATE, rules);
    expect(decision.decidedBy).toEqual(['said']);
  });

  it('lists facts whose silence was counted against the request', async () => {
    const rules = ruleSet({
      parts: `criteria: { any: [${test('a', 'smoker', silentFails)}, ${test('b', 'crps_dx', silentFails)}] }`,
    });
    const decision = await decide(service(), factBase({ crps_dx: 'absent' }), DATE, rules);
    expect(decision).toMatchObject({ decision: 'not-medically-necessary', undocumented: ['smoker'] });
    const turned = await decide(service(), factBase({ crps_dx: 'absent', smoker: 'present' }), DATE, rules);
    expect(turned.decision).toBe('medically-necessary');
  });

  it('says in its trace what was assumed and where the rule stands', async () => {
    const rules = ruleSet({ parts: `criteria: ${test('a', 'smoker', silentFails)}` });
    const { rules: traces } = await decide(service(), factBase({}), DATE, rules);
    expect(traces[0]?.criteria).toMatchObject({
      kind: 'test',
      id: 'a',
      status: 'not-met',
      assumed: 'not-documented',
      because: 'of a',
      test: 'smoker is present',
      place: { file: 'rules/a-rule.yaml', line: 7, column: 11 },
    });
  });

  it('cannot be handed a determination', () => {
    expectTypeOf<Parameters<typeof decide>>().toEqualTypeOf<
      [
        import('../../src/vocabulary/service.js').Service,
        import('../../src/vocabulary/fact.js').FactBase,
        string | null,
        import('../../src/vocabulary/rule.js').RuleSet,
      ]
    >();
  });
});

describe('the rule that governs', () => {
  const mtus = { id: 'mtus', tier: 1 };
  const odg = { id: 'odg', tier: 2 };
  const states = (decision: Decision): (readonly [string, string | null])[] =>
    decision.rules.map((trace) => [trace.rule, trace.passedOver]);

  it('is that of the lowest tier, and the others are still shown', async () => {
    const rules = ruleSet(
      { ...odg, parts: `criteria: ${flag('b', 'smoker')}` },
      { ...mtus, parts: `criteria: ${flag('a')}` },
    );
    const decision = await decide(
      service(),
      factBase({ red_flag_any: 'absent', smoker: 'present' }),
      DATE,
      rules,
    );
    expect(decision).toMatchObject({ decision: 'not-medically-necessary', rule: 'mtus' });
    expect(states(decision)).toEqual([
      ['mtus', null],
      ['odg', 'lower-tier'],
    ]);
    expect(decision.rules[1]).toMatchObject({
      decision: 'medically-necessary',
      passedOverBecause: '`mtus` comes first in the evidence sequence',
    });
  });

  it('is of the next tier where the first is silent', async () => {
    const rules = ruleSet(
      { ...mtus, parts: `addresses: ${flag('x', 'crps_dx')}\ncriteria: ${flag('a')}` },
      { ...odg, parts: `criteria: ${flag('b', 'smoker')}` },
    );
    const decision = await decide(service(), factBase({ crps_dx: 'absent', smoker: 'present' }), DATE, rules);
    expect(decision).toMatchObject({ decision: 'medically-necessary', rule: 'odg' });
    expect(states(decision)).toEqual([
      ['odg', null],
      ['mtus', 'silent'],
    ]);
  });

  it('stays open while it is not documented whether the first speaks, unless the next agrees', async () => {
    const rules = ruleSet(
      { ...mtus, parts: `addresses: ${flag('x', 'crps_dx')}\ncriteria: ${flag('a')}` },
      { ...odg, parts: `criteria: ${flag('b', 'smoker')}` },
    );
    const apart = await decide(
      service(),
      factBase({ red_flag_any: 'present', smoker: 'absent' }),
      DATE,
      rules,
    );
    expect(apart).toMatchObject({
      decision: 'undetermined',
      reason: 'not-documented',
      reasonText: 'it is not documented whether `mtus` addresses the case',
    });
    const agreed = await decide(
      service(),
      factBase({ red_flag_any: 'present', smoker: 'present' }),
      DATE,
      rules,
    );
    expect(agreed).toMatchObject({ decision: 'medically-necessary', rule: 'mtus' });
  });

  it('is none of two of the same tier that disagree: both are named with their places', async () => {
    const rules = ruleSet(
      { id: 'one', parts: `criteria: ${flag('a')}` },
      { id: 'two', parts: `criteria: ${flag('b', 'smoker')}` },
    );
    const decision = await decide(
      service(),
      factBase({ red_flag_any: 'present', smoker: 'absent' }),
      DATE,
      rules,
    );
    expect(decision).toMatchObject({
      decision: 'undetermined',
      reason: 'conflict',
      reasonText: '`one` (rules/one.yaml:1) says necessary, `two` (rules/two.yaml:1) says not necessary',
    });
  });

  it('decides nothing while a second one of its tier is open', async () => {
    const rules = ruleSet(
      { id: 'one', parts: `criteria: ${flag('a')}` },
      { id: 'two', parts: `criteria: ${flag('b', 'smoker')}` },
    );
    const decision = await decide(service(), factBase({ red_flag_any: 'present' }), DATE, rules);
    expect(decision).toMatchObject({
      decision: 'undetermined',
      reason: 'not-documented',
      reasonText: 'what is documented does not settle `two`',
      undocumented: ['smoker'],
    });
  });

  it.each([
    ['2017-11-30', 'old'],
    ['2017-12-01', 'new'],
    ['2016', 'old'],
    [null, 'new'],
  ])('on %s is the %s edition', async (date, expected) => {
    const rules = ruleSet(
      { id: 'old', until: '2017-11-30', parts: `criteria: ${flag('a')}` },
      { id: 'new', from: '2017-12-01', parts: `criteria: ${flag('a')}` },
    );
    const decision = await decide(service(), factBase({ red_flag_any: 'present' }), date, rules);
    expect(decision.rule).toBe(expected);
    expect(decision.rules[1]).toMatchObject({ passedOver: 'not-in-force', criteria: null });
  });

  it('says why an edition was passed over', async () => {
    const rules = ruleSet({ id: 'old', until: '2017-11-30', parts: `criteria: ${flag('a')}` });
    const decision = await decide(service(), factBase({}), '2018-01-01', rules);
    expect(decision).toMatchObject({ decision: 'undetermined', reason: 'no-rule', rule: null });
    expect(decision.rules[0]?.passedOverBecause).toBe(
      'in force until 2017-11-30, the decision is of 2018-01-01',
    );
  });

  it.each([
    ['another region', service({ region: 'knee' }), 'no-rule', 'no rule addresses this request'],
    ['no region', service({ region: null }), 'no-rule', 'no rule addresses this request'],
    ['another family', service({ family: 'ct' }), 'no-rule', 'no rule addresses this request'],
    [
      'an unknown service',
      service({ family: 'unknown' }),
      'unknown-service',
      'the lexicon has no service for `MRI of the lumbar spine`',
    ],
  ])('is none for %s', async (_what, asked, reason, reasonText) => {
    const rules = ruleSet({ parts: `criteria: ${flag('a')}` });
    const decision = await decide(asked, factBase({ red_flag_any: 'present' }), DATE, rules);
    expect(decision).toMatchObject({ decision: 'undetermined', rule: null, reason, reasonText, rules: [] });
  });
});

describe('turning points', () => {
  it('change every test on a fact together', async () => {
    const worse = test('worse', 'symptom_trend', 'is-value: worsening');
    const stable = test('stable', 'symptom_trend', 'is-value: stable');
    const rules = ruleSet({ parts: `criteria: { any: [${worse}, ${stable}] }` });
    const decision = await decide(
      service(),
      factBase({ symptom_trend: { status: 'present', value: 'stable' } }),
      DATE,
      rules,
    );
    expect(decision.turningPoints).toEqual([
      {
        decision: 'not-medically-necessary',
        changes: [{ fact: 'symptom_trend', criterion: 'stable', to: 'not stable' }],
      },
    ]);
  });

  it('leave out what asks for more than another change of the same fact', async () => {
    const few = test('few', 'conservative_care_weeks', 'at-most: 4, unit: weeks');
    const fewer = test('fewer', 'conservative_care_weeks', 'at-most: 2, unit: weeks');
    const rules = ruleSet({ parts: `criteria: { any: [${fewer}, ${few}] }` });
    const facts = factBase({ conservative_care_weeks: { status: 'present', value: 6 } });
    const { turningPoints } = await decide(service(), facts, DATE, rules);
    expect(turningPoints.map(({ changes }) => changes)).toEqual([
      [{ fact: 'conservative_care_weeks', criterion: 'few', to: 'at most 4 weeks' }],
    ]);
  });

  it('say which way a number has to go', async () => {
    const rules = ruleSet({
      parts: `criteria: ${test('care', 'conservative_care_weeks', 'at-least: 4, unit: weeks')}`,
    });
    const decision = await decide(
      service(),
      factBase({ conservative_care_weeks: { status: 'present', value: 2 } }),
      DATE,
      rules,
    );
    expect(decision.turningPoints).toEqual([
      {
        decision: 'medically-necessary',
        changes: [{ fact: 'conservative_care_weeks', criterion: 'care', to: 'at least 4 weeks' }],
      },
    ]);
  });
});

const anyAnswer = fc.constantFrom<FactReading['status']>('present', 'absent', 'uncertain', 'not-documented');
const anyCase = fc.record({ rule: anyRule(), answers: fc.array(anyAnswer, { minLength: 6, maxLength: 6 }) });

describe('for any rule and any facts', () => {
  const factsOf = (answers: readonly FactReading['status'][]) => ({
    ask: (fact: string) => reading(fact, answers[Number(fact.slice(1))] ?? 'not-documented'),
  });

  it('the same is decided again, and beside other rules', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ rule, answers }) => {
        const rules = { rules: [rule] };
        const once = await decide(service(), factsOf(answers), DATE, rules);
        expect(await decide(service(), factsOf(answers), DATE, rules)).toEqual(once);
        const lower = { ...rule, id: 'another', families: ['ct'] };
        expect(await decide(service(), factsOf(answers), DATE, { rules: [lower, rule] })).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  it('the criteria that decided settle it when nothing else of their part is known', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ rule, answers }) => {
        const alone = { ...rule, addresses: null, exclusions: null, limits: null };
        fc.pre(alone.decision !== alone.otherwise);
        const decision = await decide(service(), factsOf(answers), DATE, { rules: [alone] });
        fc.pre(decision.decision !== 'undetermined');
        const flat = flattenRule(alone);
        const known = new Map<string, CriterionStatus>();
        for (const node of testsOf(decision.rules[0]?.criteria ?? null)) known.set(node.id, node.status);
        const only = flat.tests.map(
          (one): CriterionStatus =>
            decision.decidedBy.includes(one.id) ? (known.get(one.id) ?? 'undetermined') : 'undetermined',
        );
        // The same fact may stand under two authors' choices for silence; then ids do not name one status.
        fc.pre(new Set(flat.tests.map((one) => one.id)).size === flat.tests.length);
        expect(verdictIf(flat, only)).toBe(decision.decision);
      }),
      { numRuns: 80 },
    );
  });

  it('every turning point turns the decision', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ rule, answers }) => {
        const rules = { rules: [{ ...rule, addresses: null }] };
        const decision = await decide(service(), factsOf(answers), DATE, rules);
        for (const point of decision.turningPoints) {
          const changed = [...answers];
          for (const { fact, to } of point.changes)
            changed[Number(fact.slice(1))] = to as FactReading['status'];
          expect((await decide(service(), factsOf(changed), DATE, rules)).decision).toBe(point.decision);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('documenting a fact that is not listed as undocumented never changes the decision', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCase,
        fc.constantFrom<FactReading['status']>('present', 'absent'),
        async ({ rule, answers }, learned) => {
          const rules = { rules: [{ ...rule, addresses: null }] };
          const decision = await decide(service(), factsOf(answers), DATE, rules);
          for (const [i, answer] of answers.entries()) {
            if (answer !== 'not-documented' || decision.undocumented.includes(`f${i}`)) continue;
            const after = [...answers];
            after[i] = learned;
            expect((await decide(service(), factsOf(after), DATE, rules)).decision).toBe(decision.decision);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

function testsOf(node: TraceNode | null): readonly Extract<TraceNode, { kind: 'test' }>[] {
  if (node === null) return [];
  return node.kind === 'test' ? [node] : node.children.flatMap(testsOf);
}
