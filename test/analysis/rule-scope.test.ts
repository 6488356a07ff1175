import { expect, test } from 'vitest';
import { ruleKins } from '../../src/analysis/rule-scope.js';
import type { Rule } from '../../src/vocabulary/rule.js';
import { presentTest, ruleOf } from '../helpers/arbitrary-rules.js';

const ruleFor = (id: string, ...families: string[]): Rule => ({ ...ruleOf(presentTest('a')), id, families });
const ids = (rules: readonly Rule[]): string[][] => ruleKins(rules).map((kin) => kin.map((rule) => rule.id));

test.each([
  ['rules of different services stand alone', [ruleFor('b', 'ct'), ruleFor('a', 'mri')], [['a'], ['b']]],
  ['rules of one service are together', [ruleFor('b', 'mri'), ruleFor('a', 'mri')], [['a', 'b']]],
  [
    'a rule of two services joins those of both',
    [ruleFor('a', 'mri'), ruleFor('b', 'ct'), ruleFor('d', 'emg'), ruleFor('c', 'ct', 'mri')],
    [['a', 'b', 'c'], ['d']],
  ],
  [
    'what a chain of rules joins is one group, in any order',
    [ruleFor('d', 'emg', 'ncs'), ruleFor('a', 'mri', 'ct'), ruleFor('c', 'ncs'), ruleFor('b', 'ct', 'emg')],
    [['a', 'b', 'c', 'd']],
  ],
  ['no rules are no groups', [], []],
])('%s', (_what, rules, expected) => {
  expect(ids(rules)).toEqual(expected);
});
