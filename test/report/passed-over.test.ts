import { expect, test } from 'vitest';
import { passedOverTexts } from '../../src/report/passed-over.js';
import { CITATION, group, ruleTrace, testNode } from '../helpers/results.js';

const SCHEDULE = { ...CITATION, source: 'Schedule', edition: '2009', section: 'Rows', pages: null };
const silent = (rule: string) =>
  ruleTrace({
    rule,
    citation: SCHEDULE,
    passedOver: 'silent',
    passedOverBecause: 'it is about something else',
    addresses: group('all', 'not-met', [
      testNode('asked', { status: 'met' }),
      testNode('the-row', { because: 'the row is about this.' }),
    ]),
  });

test('a silent rule is told with the first criterion that kept it silent', () => {
  expect(passedOverTexts([silent('a')])).toEqual([
    'Schedule 2009, Rows (rule a): it is about something else; the-row is not met (the row is about this)',
  ]);
});

test('what must not be so and is so keeps a rule silent', () => {
  const inner = group('any', 'met', [testNode('early', { status: 'met', because: 'it is early' })]);
  const rule = { ...silent('a'), addresses: group('not', 'not-met', [inner]) };
  expect(passedOverTexts([rule])).toEqual([
    'Schedule 2009, Rows (rule a): it is about something else; early is met (it is early)',
  ]);
});

test('more than two silent rules of one guideline share the line of the first', () => {
  const later = ruleTrace({ rule: 'z', passedOver: 'lower-tier', passedOverBecause: '`a` comes first' });
  expect(passedOverTexts([silent('a'), later, silent('b'), silent('c')])).toEqual([
    'Schedule 2009, 3 rules (a, b and 1 other): none of them addresses this request for this condition',
    'MTUS Low Back 2004, Special Studies, p. 303 (rule z): `a` comes first',
  ]);
});

test('two silent rules of one guideline, or three of different editions, are told one by one', () => {
  expect(passedOverTexts([silent('a'), silent('b')])).toHaveLength(2);
  const editions = ['2009', '2011', '2013'].map((edition) => ({
    ...silent(edition),
    citation: { ...SCHEDULE, edition },
  }));
  expect(passedOverTexts(editions)).toHaveLength(3);
});
