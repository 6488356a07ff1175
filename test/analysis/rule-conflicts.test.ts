import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factDomains } from '../../src/analysis/fact-domain.js';
import { findConflict, rulePairProblems } from '../../src/analysis/rule-conflicts.js';
import { decide } from '../../src/decision/decide.js';
import { exampleFacts } from '../../src/decision/hold-example.js';
import type { Rule } from '../../src/vocabulary/rule.js';
import { group, presentTest, ruleOf } from '../helpers/arbitrary-rules.js';
import { anyTypedRule, TYPED_FACTS } from '../helpers/arbitrary-typed-rules.js';
import { type Case, forEachCase } from '../helpers/completions.js';
import { service } from '../helpers/rules.js';

const DOMAINS = factDomains({ facts: TYPED_FACTS }, undefined);
const codes = (rules: readonly Rule[]): string[] => rulePairProblems(rules, DOMAINS).map((one) => one.code);

const a = presentTest('a');
const notA = group('not', [a]);
const named = (id: string, rule: Rule, more: Partial<Rule> = {}): Rule => ({ ...rule, id, ...more });
const yesOnA = ruleOf(a);
const noOnA = ruleOf(a, { decision: 'not-medically-necessary', otherwise: 'medically-necessary' });

describe('rules of one tier', () => {
  it('conflict where a case makes one say yes and the other no', () => {
    const [problem, ...rest] = rulePairProblems([named('one', yesOnA), named('two', noOnA)], DOMAINS);
    expect(rest).toEqual([]);
    expect(problem?.message).toBe(
      '`two` and `one` contradict each other on `mri` on 2000-01-01 with `a` present',
    );
    expect(problem?.related?.map((one) => one.message)).toEqual(['says necessary', 'says not necessary']);
  });

  it.each<[string, Rule, Rule]>([
    ['the other family', yesOnA, { ...noOnA, families: ['ct'] }],
    ['the other region', { ...yesOnA, regions: ['knee'] }, { ...noOnA, regions: ['hip'] }],
    [
      'other qualifiers',
      { ...yesOnA, modifiers: { repeat: true } },
      { ...noOnA, modifiers: { repeat: false } },
    ],
    [
      'other days',
      { ...yesOnA, effective: { from: '2000-01-01', until: '2004-12-31' } },
      { ...noOnA, effective: { from: '2005-01-01', until: null } },
    ],
    ['another tier', yesOnA, { ...noOnA, tier: 2 }],
    ['other cases, by what it addresses', { ...yesOnA, addresses: a }, { ...noOnA, addresses: notA }],
    ['the same end', yesOnA, ruleOf(a, { otherwise: 'undetermined' })],
  ])('do not conflict with one for %s', (_what, one, other) => {
    expect(codes([named('one', one), named('two', other)])).not.toContain('conflicting-rules');
  });

  it('do not conflict where a rule of an earlier tier always speaks', () => {
    const first = named('first', ruleOf(presentTest('b')));
    const later = [named('one', yesOnA, { tier: 2 }), named('two', noOnA, { tier: 2 })];
    expect(codes([first, ...later])).toEqual([]);
    const ended = { ...first, effective: { from: '2000-01-01', until: '2010-12-31' } };
    expect(rulePairProblems([ended, ...later], DOMAINS)[0]?.message).toContain('on 2011-01-01');
  });

  it('are told as the same when their criteria are, in whatever order and by whatever names', () => {
    const one = named('one', ruleOf(group('all', [a, presentTest('b')])));
    const two = named('two', ruleOf(group('all', [presentTest('b', { id: 'other-name' }), a])));
    expect(codes([two, one])).toEqual(['duplicate-rule']);
  });

  it('of two editions in force at once are told', () => {
    const older = named('older', yesOnA);
    const newer = named('newer', ruleOf(group('any', [a, presentTest('b')])), {
      citation: { ...yesOnA.citation, edition: '2009' },
      effective: { from: '2009-07-18', until: null },
    });
    const problem = rulePairProblems([older, newer], DOMAINS).find(
      (one) => one.code === 'overlapping-editions',
    );
    expect(problem?.message).toBe(
      'editions 2009 and 2004 of `Any Guideline` are both in force from 2009-07-18 on',
    );
  });

  it('that are said to conflict do, when the sample case is decided', async () => {
    await fc.assert(
      fc.asyncProperty(anyTypedRule(), anyTypedRule(), async (one, other) => {
        const rules = [named('one', one), named('two', other)];
        const conflict = findConflict(rules[0] as Rule, rules[1] as Rule, rules, DOMAINS);
        if (conflict === null) return;
        const { sample, yes, no } = conflict;
        const decision = await decide(sample.service, exampleFacts(sample.readings), sample.scope.day, {
          rules,
        });
        expect(decision.reason).toBe('conflict');
        const said = new Map(decision.rules.map((trace) => [trace.rule, trace.decision]));
        expect([said.get(yes.id), said.get(no.id)]).toEqual([
          'medically-necessary',
          'not-medically-necessary',
        ]);
      }),
      { numRuns: 150 },
    );
  });

  it('that are not said to conflict never do', async () => {
    const cases: Case[] = [];
    forEachCase(TYPED_FACTS.slice(0, 2), (one) => cases.push(new Map(one)));
    await fc.assert(
      fc.asyncProperty(anyTypedRule(), anyTypedRule(), async (one, other) => {
        const rules = [named('one', one), named('two', other)];
        if (findConflict(rules[0] as Rule, rules[1] as Rule, rules, DOMAINS) !== null) return;
        const set = { rules };
        for (const readings of cases) {
          const decision = await decide(
            service({ region: null }),
            exampleFacts([...readings.values()]),
            '2015-01-01',
            set,
          );
          const sure = decision.rules.every((trace) => trace.addresses?.status !== 'undetermined');
          if (sure) expect(decision.reason).not.toBe('conflict');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('give the same problems in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(anyTypedRule(), { minLength: 2, maxLength: 4 }), (list) => {
        const rules = list.map((rule, i) => named(`rule-${i}`, rule));
        expect(rulePairProblems([...rules].reverse(), DOMAINS)).toEqual(rulePairProblems(rules, DOMAINS));
      }),
      { numRuns: 30 },
    );
  });
});
