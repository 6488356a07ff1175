/** What parts of a corpus are called. */
import { expect, test } from 'vitest';
import { causeText, partName } from '../../../src/report/compare/report-words.js';
import { namesOf } from '../../../src/vocabulary/names.js';

const words = {
  names: namesOf({
    families: { mbb: { name: 'nerve block', meaning: 'm', group: 'g' } },
    regions: { low_back: { name: 'small of the back', meaning: 'm', phrases: ['back'] } },
  }),
};

test.each([
  ['family', 'mbb', 'nerve block'],
  ['family', 'no service', 'no service'],
  ['region', 'low_back', 'small of the back'],
  ['region', 'wrist_hand', 'wrist hand'],
  ['guideline', 'mbb', 'mbb'],
  ['year', '2015', '2015'],
] as const)('the part of %s `%s` is called `%s`', (dimension, name, called) => {
  expect(partName(dimension, name, words)).toBe(called);
});

test.each([
  ['missing-rule', 'mbb, low_back', 'no rule for nerve block, small of the back'],
  ['missing-rule', 'mbb', 'no rule for nerve block'],
  ['conflict', 'gym_pass, wrist_hand', 'rules disagree on gym pass, wrist hand'],
  ['open-fact', 'prior_imaging', 'letters leave open: prior imaging'],
  ['unknown-service', 'some thing', 'no service is known by `some thing`'],
  ['unknown-service', 'other', 'no service is known by yet other words'],
] as const)('the cause %s `%s` reads `%s`', (kind, name, text) => {
  expect(causeText({ kind, name }, words)).toBe(text);
});
