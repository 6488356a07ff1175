/** What parts of a corpus are called. */
import { expect, test } from 'vitest';
import { partName } from '../../../src/report/compare/report-words.js';
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
