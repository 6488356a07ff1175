/** Counts of how a rule and its criteria fared, over decisions that were really made. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/decision/decide.js';
import { RuleUseTally } from '../../src/history/rule-use.js';
import type { Decision } from '../../src/vocabulary/decision.js';
import type { IssueResult } from '../../src/vocabulary/letter-result.js';
import { factBase, test as leaf, ruleSet, service } from '../helpers/rules.js';

const RULES = ruleSet(
  {
    id: 'first',
    parts: `addresses: ${leaf('spoken', 'prior_mri')}\ncriteria: ${leaf('flag', 'red_flag_any')}`,
  },
  {
    id: 'second',
    tier: 2,
    parts: `criteria: { id: both, all: [${leaf('mri', 'prior_mri')}, ${leaf('other', 'red_flag_any')}] }`,
  },
  { id: 'old', until: '2010-12-31', parts: `criteria: ${leaf('flag', 'red_flag_any')}` },
);
type Answers = Parameters<typeof factBase>[0];
const decision = (answers: Answers, more = {}): Promise<Decision> =>
  decide(service(more), factBase(answers), '2015-01-01', RULES);
const letter = (...decisions: readonly Decision[]): { readonly issues: readonly IssueResult[] } => ({
  issues: [{ decisions } as unknown as IssueResult],
});

const GOVERNS = { prior_mri: 'present', red_flag_any: 'present' } as const;
const SILENT = { prior_mri: 'absent', red_flag_any: 'absent' } as const;
const OPEN = { prior_mri: 'present' } as const;

describe('the use of a rule', () => {
  test('tells where it governed, was silent, and what it decided', async () => {
    const tally = new RuleUseTally('first');
    tally.add(letter(await decision(GOVERNS), await decision(SILENT)));
    tally.add(letter(await decision(OPEN)));
    expect(tally.use).toMatchObject({ letters: 2, services: 3, governed: 2, silent: 1, outranked: 0 });
    expect(tally.use.decisions).toEqual({
      'medically-necessary': 1,
      'not-medically-necessary': 0,
      undetermined: 1,
    });
    expect(tally.use.criteria.get('flag')).toEqual({ decided: 1, met: 1, notMet: 0, undetermined: 1 });
  });

  test('a rule later in the sequence governs where the first is silent', async () => {
    const tally = new RuleUseTally('second');
    tally.add(letter(await decision(GOVERNS), await decision(SILENT)));
    expect(tally.use).toMatchObject({ services: 2, governed: 1, outranked: 1 });
    expect(tally.use.criteria.get('both')).toEqual({ decided: 0, met: 0, notMet: 1, undetermined: 0 });
  });

  test('a rule out of force is counted, and tested on nothing', async () => {
    const tally = new RuleUseTally('old');
    tally.add(letter(await decision(GOVERNS)));
    expect(tally.use).toMatchObject({ services: 1, governed: 0, notInForce: 1 });
    expect(tally.use.criteria.size).toBe(0);
  });

  test('services that it is not for do not count', async () => {
    const tally = new RuleUseTally('first');
    tally.add(letter(await decision(GOVERNS, { family: 'ct' })));
    expect(tally.use).toMatchObject({ letters: 1, services: 0 });
  });

  test('every service is counted in one way, and every criterion once for each that is governed', async () => {
    const pool = await Promise.all([GOVERNS, SILENT, OPEN, {}].map((one) => decision(one)));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pool)),
        fc.constantFrom('first', 'second', 'old'),
        (all, rule) => {
          const tally = new RuleUseTally(rule);
          for (const one of all) tally.add(letter(one));
          const { services, governed, silent, outranked, notInForce, decisions, criteria } = tally.use;
          expect(governed + silent + outranked + notInForce).toBe(services);
          expect(Object.values(decisions).reduce((a, b) => a + b)).toBe(governed);
          for (const { met, notMet, undetermined } of criteria.values())
            expect(met + notMet + undetermined).toBe(governed);
        },
      ),
    );
  });
});
