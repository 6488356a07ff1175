import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treesOf } from '../../src/analysis/criteria-problems.js';
import { LEVELS } from '../../src/analysis/fact-classes.js';
import { factDomains } from '../../src/analysis/fact-domain.js';
import { type TreeNodes, treeOutcomes } from '../../src/analysis/tree-outcomes.js';
import { flattenRule } from '../../src/decision/flat-rule.js';
import type { Criterion } from '../../src/vocabulary/rule.js';
import { group, presentTest, ruleOf } from '../helpers/arbitrary-rules.js';
import { anyTypedTree, TYPED_FACTS } from '../helpers/arbitrary-typed-rules.js';
import { type Case, forEachCase, statusOn } from '../helpers/completions.js';

const DOMAINS = factDomains({ facts: TYPED_FACTS }, undefined);

function treeOf(criteria: Criterion): TreeNodes {
  const [tree] = treesOf(flattenRule(ruleOf(criteria)));
  if (tree === undefined) throw new Error('no tree');
  return tree;
}

function casesOf(): Case[] {
  const cases: Case[] = [];
  forEachCase(TYPED_FACTS, (one) => cases.push(new Map(one)));
  return cases;
}
const CASES = casesOf();

describe('what the nodes of a tree can come to', () => {
  it('is what they come to over every case, no less and no more', () => {
    fc.assert(
      fc.property(anyTypedTree(), (criteria) => {
        const tree = treeOf(criteria);
        const outcomes = treeOutcomes(tree, DOMAINS);
        expect(outcomes).not.toBeNull();
        for (const [position, { criterion }] of tree.flat.nodes.entries()) {
          let met = 0;
          for (const one of CASES) met |= 1 << LEVELS[statusOn(criterion, one)];
          expect(outcomes?.possible.get(position)).toBe(met);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('makes a node idle just when no case turns on it', () => {
    fc.assert(
      fc.property(anyTypedTree(), (criteria) => {
        const tree = treeOf(criteria);
        const { idle = new Map() } = treeOutcomes(tree, DOMAINS) ?? {};
        for (const [position, { criterion }] of tree.flat.nodes.entries()) {
          if (position === tree.root) continue;
          const canBeHeld = (by: 'met' | 'not-met'): boolean =>
            CASES.every(
              (one) => statusOn(criteria, one) === statusOn(criteria, one, { node: criterion, by }),
            );
          expect(idle.has(position)).toBe(canBeHeld('met') || canBeHeld('not-met'));
        }
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it('is not claimed of a tree with more shared facts than can be tried', () => {
    const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
    const facts = names.map((name) => ({ ...(TYPED_FACTS[0] as (typeof TYPED_FACTS)[0]), name }));
    const domains = factDomains({ facts }, undefined);
    const twice = names.flatMap((name) => [presentTest(name), group('not', [presentTest(name)])]);
    expect(treeOutcomes(treeOf(group('all', twice)), domains)).toBeNull();
  });
});
