import { expect, test } from 'vitest';
import { nearMisses, openTexts } from '../../src/report/near-misses.js';
import { group, ruleTrace, testNode } from '../helpers/results.js';

const met = (id: string) => testNode(id, { status: 'met' });
const open = (id: string) => testNode(id, { status: 'undetermined' });

test('alternatives that are not met are counted, the nearest first', () => {
  const tree = group('any', 'not-met', [
    group('all', 'not-met', [met('a'), testNode('b'), open('c')], { id: 'far' }),
    group('at-least', 'not-met', [met('d'), met('e'), testNode('f'), testNode('g')], {
      id: 'near',
      count: 3,
    }),
    group('any', 'not-met', [testNode('h'), met('i')]),
  ]);
  expect(nearMisses(tree)).toEqual([
    {
      name: 'near',
      met: 2,
      needed: 3,
      failed: [
        { name: 'f', status: 'not-met' },
        { name: 'g', status: 'not-met' },
      ],
    },
    { name: 'h', met: 0, needed: 1, failed: [{ name: 'h', status: 'not-met' }] },
    {
      name: 'far',
      met: 1,
      needed: 3,
      failed: [
        { name: 'b', status: 'not-met' },
        { name: 'c', status: 'undetermined' },
      ],
    },
  ]);
});

test('a rule without alternatives is counted itself, by the names of its members', () => {
  expect(nearMisses(group('all', 'not-met', [met('a'), testNode('b')]))).toEqual([
    { name: 'a and b', met: 1, needed: 2, failed: [{ name: 'b', status: 'not-met' }] },
  ]);
});

test('where everything is met nothing was missed', () => {
  expect(nearMisses(group('all', 'met', [met('a')]))).toEqual([]);
});

test('exclusions and limits that nothing settles are named, and whether a rule speaks at all', () => {
  const rule = ruleTrace({
    rule: 'scan',
    addresses: group('all', 'undetermined', [met('a'), open('b')], { id: 'topic' }),
    exclusions: group('any', 'undetermined', [testNode('c'), open('d')]),
    limits: group('all', 'undetermined', [met('e'), open('f'), open('g')]),
  });
  expect(openTexts(rule)).toEqual([
    'whether scan speaks: topic: 1 of 2 met; b is undetermined',
    'exclusion d: undetermined',
    'limit f: undetermined',
    'limit g: undetermined',
  ]);
});

test('a rule with nothing but settled parts has nothing open beside its criteria', () => {
  const rule = ruleTrace({ addresses: met('a'), exclusions: testNode('c'), limits: met('e') });
  expect(openTexts(rule)).toEqual([]);
});
