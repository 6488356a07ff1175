import { expect, test } from 'vitest';
import { factsText } from '../../src/report/facts-text.js';
import { fact, letter, quoteOf } from '../helpers/results.js';
import { plainStyle } from '../helpers/style.js';

test('each fact says its status and what it is about, with the words it rests on', () => {
  const facts = [
    fact({ laterality: 'left', levels: ['L4-5'], date: '2015-09' }),
    fact({
      fact: 'therapy_visits',
      status: 'present',
      value: 6,
      region: null,
      evidence: [quoteOf('Six visits of therapy failed')],
    }),
    fact({
      fact: 'therapy_failed',
      status: 'gap',
      evidence: [quoteOf('There is no documentation\nof failed therapy')],
    }),
  ];
  expect(`${factsText(letter({ facts }), plainStyle(80))}\n`).toBe(`letters/a.txt
  slr_positive: absent [lumbar_spine, left, L4-5] on 2015-09
      "Straight leg raise is negative"  letters/a.txt:2:27
  therapy_visits: present, 6
      "Six visits of therapy failed"  letters/a.txt:3:20
  therapy_failed: not-documented [lumbar_spine]
      "There is no documentation of failed therapy"  letters/a.txt:6:21
`);
});

test('a letter without facts says so', () => {
  expect(factsText(letter({ facts: [] }), plainStyle(80))).toBe('letters/a.txt\n  no facts');
});
