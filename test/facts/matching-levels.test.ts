/** Facts that follow where two groups of facts meet at one spinal level. */
import { describe, expect, it } from 'vitest';
import { factBase } from '../../src/facts/fact-base.js';
import type { Fact } from '../../src/vocabulary/fact.js';
import type { FactEntry } from '../../src/vocabulary/lexicon.js';
import { fact, service } from '../helpers/facts.js';

const entry = (more: Partial<FactEntry>): FactEntry => ({
  type: 'finding',
  meaning: '',
  scope: 'region',
  weigh: 'any',
  ...more,
});
const KNOWLEDGE = {
  facts: new Map([
    ['seen', entry({})],
    ['felt', entry({})],
    ['agrees', entry({ derive: { 'matching-levels': [['seen'], ['felt']] } })],
  ]),
  includedRegions: new Map<string, readonly string[]>(),
};
const ask = (...facts: readonly Fact[]) => factBase(facts, KNOWLEDGE).ask('agrees', service());

describe('matching levels', () => {
  it.each([
    ['L4-5', 'L5', 'present'],
    ['L4-5', 'L4', 'present'],
    ['L5-S1', 'S1', 'present'],
    ['C5-6', 'C6', 'present'],
    ['C7-T1', 'C8', 'present'],
    ['C6-7', 'C8', 'absent'],
    ['L4-5', 'S1', 'absent'],
    ['C4-5', 'L5', 'absent'],
  ])('%s seen and %s felt: %s', (disc, root, status) => {
    expect(
      ask(fact('seen', 'present', { levels: [disc] }), fact('felt', 'present', { levels: [root] })).status,
    ).toBe(status);
  });

  it('says nothing when one side is silent, denied, or names no level', () => {
    expect(ask(fact('seen', 'present', { levels: ['L4-5'] })).status).toBe('not-documented');
    expect(
      ask(fact('seen', 'present', { levels: ['L4-5'] }), fact('felt', 'absent', { levels: ['L5'] })).status,
    ).toBe('not-documented');
    expect(ask(fact('seen', 'present', { levels: ['L4-5'] }), fact('felt', 'present')).status).toBe(
      'not-documented',
    );
  });
});
