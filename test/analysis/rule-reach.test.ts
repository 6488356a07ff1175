import { describe, expect, it } from 'vitest';
import { factDomains } from '../../src/analysis/fact-domain.js';
import { reachProblems } from '../../src/analysis/rule-reach.js';
import type { Rule } from '../../src/vocabulary/rule.js';
import { group, presentTest, ruleOf } from '../helpers/arbitrary-rules.js';
import { TYPED_FACTS } from '../helpers/arbitrary-typed-rules.js';

const DOMAINS = factDomains({ facts: TYPED_FACTS });
const REGIONS = ['knee', 'hip'];
const unreached = (...rules: readonly Rule[]): string[] =>
  reachProblems(rules, REGIONS, DOMAINS).map((one) => /`([^`]+)`/.exec(one.message)?.[1] ?? '');

const silent = { whenNotDocumented: 'not-met', whenUncertain: 'not-met' } as const;
const a = presentTest('a', silent);
const later = ruleOf(presentTest('b'), { id: 'later', tier: 2 });
const first = (more: Partial<Rule> = {}): Rule => ruleOf(presentTest('b'), { id: 'first', ...more });

describe('a rule', () => {
  it.each<[string, readonly Rule[]]>([
    ['one of an earlier tier is always asked', [first()]],
    [
      'several together are asked in every region',
      [first({ regions: ['knee', 'hip'] }), first({ id: 'other' })],
    ],
    [
      'one after the other is in force',
      [
        first({ effective: { from: '1990-01-01', until: '2010-12-31' } }),
        first({ id: 'next', effective: { from: '2011-01-01', until: null } }),
      ],
    ],
    [
      'two share all cases between them',
      [first({ addresses: a }), first({ id: 'rest', addresses: group('not', [a]) })],
    ],
  ])('never governs where %s', (_what, before) => {
    expect(unreached(...before, later)).toEqual(['later']);
  });

  it.each<[string, Rule]>([
    ['is of the same tier', first({ tier: 2 })],
    ['is for one region', first({ regions: ['knee'] })],
    ['is for other services', first({ families: ['ct'] })],
    ['is for some requests', first({ modifiers: { repeat: true } })],
    ['ends', first({ effective: { from: '1990-01-01', until: '2010-12-31' } })],
    ['begins later', first({ effective: { from: '2001-01-01', until: null } })],
    ['is silent on some cases', first({ addresses: a })],
  ])('can govern where the one before it %s', (_what, before) => {
    expect(unreached(before, later)).toEqual([]);
  });

  it('never governs where it speaks on cases alone on which the one before it speaks, too', () => {
    expect(unreached(first({ addresses: a }), { ...later, addresses: a })).toEqual(['later']);
    expect(
      unreached(first({ addresses: a }), { ...later, addresses: group('any', [a, presentTest('b')]) }),
    ).toEqual([]);
  });
});
