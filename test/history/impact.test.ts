/** What an edit does to past decisions, over cases that are really decided by both sets of rules. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impactOf } from '../../src/history/impact.js';
import type { PastCase, PastCases } from '../../src/history/past-cases.js';
import { ruleChanges } from '../../src/history/rule-changes.js';
import type { Outcome } from '../../src/vocabulary/decision.js';
import type { RuleSet } from '../../src/vocabulary/rule.js';
import { factBase, test as leaf, ruleSet, service } from '../helpers/rules.js';

type Answers = Parameters<typeof factBase>[0];
type Case = readonly [answers: Answers, actual: Outcome | null];

const pastCase = ([answers, actual]: Case, i: number): PastCase => ({
  document: `${i}.txt`,
  date: '2015-01-01',
  facts: factBase(answers),
  calledAs: () => null,
  issues: [{ issue: 1, request: 'MRI', services: [service()], actual }],
});
async function* source(cases: readonly Case[]): PastCases & AsyncGenerator {
  for (const [i, one] of cases.entries()) {
    const past = pastCase(one, i);
    yield { before: past, after: past };
  }
}
const impact = (before: RuleSet, after: RuleSet, cases: readonly Case[]) =>
  impactOf(source(cases), before, after);

const flag = (more = '') => ({
  id: 'flag-rule',
  parts: `criteria: ${leaf('flag', 'red_flag_any', `is: present${more}`)}`,
});
const STRICT = ruleSet(flag(', when-not-documented: not-met'));
const OPEN = ruleSet(flag());
const PRIOR = ruleSet({
  id: 'flag-rule',
  parts: `criteria: { any: [${leaf('flag', 'red_flag_any')}, ${leaf('mri', 'prior_mri')}] }`,
});

const FLAGGED: Answers = { red_flag_any: 'present' };
const CASES: readonly Case[] = [
  [{}, 'upheld'],
  [{}, 'overturned'],
  [{}, null],
  [FLAGGED, 'overturned'],
  [{ red_flag_any: 'absent' }, 'upheld'],
];

describe('the impact of an edit', () => {
  test('names the letters that flip, which way, and what becomes of their agreement', async () => {
    const found = await impact(OPEN, STRICT, CASES);
    expect(found.directions).toEqual([{ before: 'undetermined', after: 'upheld', count: 3 }]);
    expect(
      found.flips.map(({ document, agreementBefore, agreementAfter }) => [
        document,
        agreementBefore,
        agreementAfter,
      ]),
    ).toEqual([
      ['0.txt', 'not-comparable', 'agree'],
      ['1.txt', 'not-comparable', 'disagree'],
      ['2.txt', 'not-comparable', 'not-comparable'],
    ]);
  });

  test('counts agreement before and after, over issues with a determination alone', async () => {
    const { before, after, better, worse, p } = await impact(OPEN, STRICT, CASES);
    expect([before.predicted.part, before.predicted.whole]).toEqual([2, 4]);
    expect([after.predicted.part, after.agreeing.part, after.agreeing.whole]).toEqual([4, 3, 4]);
    expect(before.agreeingOfAll).toMatchObject({ part: 2, whole: 4, value: 0.5 });
    expect([better, worse, p]).toEqual([1, 0, 1]);
  });

  test('tells apart what decides differently and comes to the same', async () => {
    const both: Case = [{ red_flag_any: 'absent', prior_mri: 'absent' }, 'upheld'];
    const { flips, shifts } = await impact(OPEN, PRIOR, [both]);
    expect(flips).toEqual([]);
    expect(shifts[0]?.servicesAfter[0]?.decidedBy).toEqual(['flag', 'mri']);
  });

  test('tells which rules decide more, and not what they leave open', async () => {
    const { rules } = await impact(OPEN, STRICT, CASES);
    expect(rules).toEqual([{ rule: 'flag-rule', decidedBefore: 2, decidedAfter: 5 }]);
  });

  test('a rule that is taken away leaves its cases undetermined', async () => {
    const found = await impact(STRICT, { rules: [] }, CASES);
    expect(found.directions).toEqual([
      { before: 'upheld', after: 'undetermined', count: 4 },
      { before: 'overturned', after: 'undetermined', count: 1 },
    ]);
    expect(found.flips[0]?.servicesAfter[0]?.reason).toBe('no-rule');
  });

  test('of no letters is nothing, without a division by nothing', async () => {
    const found = await impact(OPEN, STRICT, []);
    expect(found).toMatchObject({ letters: 0, issues: 0, flips: [], p: 1 });
    expect(found.before.agreeing).toEqual({ part: 0, whole: 0, value: null, low: null, high: null });
  });

  test('a vocabulary that reads a letter otherwise flips it, though the rules are the same', async () => {
    async function* pairs(): PastCases & AsyncGenerator {
      yield { before: pastCase([{}, 'overturned'], 0), after: pastCase([FLAGGED, 'overturned'], 0) };
    }
    const found = await impactOf(pairs(), STRICT, STRICT);
    expect(found.directions).toEqual([{ before: 'upheld', after: 'overturned', count: 1 }]);
  });
});

describe('laws of impact', () => {
  const cases = fc.array(fc.constantFrom(...CASES), { maxLength: 12 });
  const sets = fc.constantFrom(STRICT, OPEN, PRIOR, { rules: [] });

  test('an edit that changes nothing flips nothing', async () => {
    await fc.assert(
      fc.asyncProperty(cases, sets, async (all, rules) => {
        const found = await impact(rules, rules, all);
        expect(found).toMatchObject({ flips: [], shifts: [], rules: [], better: 0, worse: 0, p: 1 });
        expect(found.before).toEqual(found.after);
      }),
      { numRuns: 25 },
    );
  });

  test('an edit taken back undoes what it did', async () => {
    await fc.assert(
      fc.asyncProperty(cases, sets, sets, async (all, a, b) => {
        const [there, back] = [await impact(a, b, all), await impact(b, a, all)];
        expect(back.flips.map((flip) => [flip.document, flip.after, flip.before])).toEqual(
          there.flips.map((flip) => [flip.document, flip.before, flip.after]),
        );
        expect([back.better, back.worse, back.p]).toEqual([there.worse, there.better, there.p]);
        expect(there.after.agreeingOfAll.part - there.before.agreeingOfAll.part).toBe(
          there.better - there.worse,
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe('changes of rules', () => {
  test('are what rules say, not where they stand', () => {
    const moved: RuleSet = {
      rules: STRICT.rules.map((rule) => ({ ...rule, place: { ...rule.place, line: 9 } })),
    };
    expect(ruleChanges(STRICT, moved)).toEqual({ changed: [], added: [], removed: [] });
    expect(ruleChanges(STRICT, OPEN).changed).toEqual(['flag-rule']);
    expect(ruleChanges(STRICT, { rules: [] }).removed).toEqual(['flag-rule']);
    expect(ruleChanges({ rules: [] }, OPEN).added).toEqual(['flag-rule']);
  });
});
