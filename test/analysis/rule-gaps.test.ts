import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factDomains } from '../../src/analysis/fact-domain.js';
import { gapProblems } from '../../src/analysis/rule-gaps.js';
import { decide } from '../../src/decision/decide.js';
import { exampleFacts } from '../../src/decision/hold-example.js';
import type { FactReading } from '../../src/vocabulary/fact.js';
import type { LexiconFile } from '../../src/vocabulary/lexicon.js';
import type { Rule } from '../../src/vocabulary/rule.js';
import { presentTest, ruleOf } from '../helpers/arbitrary-rules.js';
import { anyTypedRule, TYPED_FACTS } from '../helpers/arbitrary-typed-rules.js';
import { reading, service } from '../helpers/rules.js';

const DOMAINS = factDomains({ facts: TYPED_FACTS });
const region = { meaning: 'x', phrases: ['x'] };
const LEXICON: LexiconFile = {
  regions: { knee: region, hip: region, neck: region },
  'service-groups': { joints: { meaning: 'x', regions: ['knee', 'hip'] } },
  families: { mri: { meaning: 'x', group: 'joints' } },
};
const PLACE = { file: 'rules/lexicon/a.yaml', span: { start: 0, end: 1 } };
const gaps = (...rules: readonly Rule[]): string[] =>
  gapProblems(rules, LEXICON, { facts: {}, families: { mri: PLACE } }, DOMAINS).map((one) => one.message);

const rule = (more: Partial<Rule> = {}): Rule => ruleOf(presentTest('a'), more);

describe('a service family', () => {
  it('without a rule is told as that alone', () => {
    expect(gaps(rule({ families: ['ct'] }))).toEqual(['no rule is for `mri`']);
  });

  it('is told the regions that its requests can name and its rules leave out', () => {
    expect(gaps(rule({ regions: ['knee'] }))).toEqual(['no rule is for `mri` of `hip`']);
    expect(gaps(rule({ regions: ['knee', 'hip'] }))).toEqual([]);
    expect(gaps(rule())).toEqual([]);
  });

  it('is told the times that its rules leave out', () => {
    const old = rule({ id: 'old', effective: { from: '2000-01-01', until: '2004-12-31' } });
    const next = rule({ id: 'next', effective: { from: '2006-01-01', until: '2010-12-31' } });
    expect(gaps(old, next)).toEqual([
      'no rule is for `mri` from 2005-01-01 to 2005-12-31 or from 2011-01-01 on',
    ]);
    expect(gaps(old, rule({ id: 'next', effective: { from: '2005-01-01', until: null } }))).toEqual([]);
  });

  it('is told a case on which its rules stay silent or open', () => {
    const open = rule({ otherwise: 'undetermined' });
    expect(gaps(open)).toEqual(['no rule decides `mri` on 2000-01-01 with `a` absent']);
    const quiet = rule({ addresses: presentTest('b') });
    expect(gaps(quiet)).toEqual(['no rule decides `mri` on 2000-01-01 with `b` absent']);
    expect(gaps(rule())).toEqual([]);
  });
});

describe('a case that is said to be undecided', () => {
  it('ends undetermined when it is decided', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTypedRule(), { minLength: 1, maxLength: 2 }), async (list) => {
        const rules = list.map((one, i) => ({ ...one, id: `rule-${i}` }));
        for (const message of gaps(...rules).filter((one) => one.startsWith('no rule decides'))) {
          const decision = await decide(
            service({ region: null }),
            exampleFacts(readingsIn(message)),
            '2015-01-01',
            { rules },
          );
          expect(decision.decision).toBe('undetermined');
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Reads a case back from the words in which it was told: `a` present, `n` 2.5. */
function readingsIn(message: string): FactReading[] {
  return [...message.matchAll(/`([abnc])` (present|absent|[\d.-]+|red|green|something_else)/g)].map(
    ([, fact = '', said = '']) => {
      if (said === 'present' || said === 'absent') return reading(fact, said);
      return reading(fact, { status: 'present', value: fact === 'n' ? Number(said) : said });
    },
  );
}
