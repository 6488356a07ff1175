import { describe, expect, test } from 'vitest';
import { Twins } from '../../src/statistics/twins.js';
import type { IssueRow } from '../../src/vocabulary/issue-row.js';
import { issueRow, serviceRow } from '../helpers/issue-rows.js';

function twinsOf(rows: readonly IssueRow[]) {
  const twins = new Twins();
  for (const row of rows) twins.add(row);
  return twins.figures(10);
}
const positive = serviceRow({ decidingFacts: [{ fact: 'slr_positive', status: 'present', value: null }] });

test('like facts with unlike outcomes are one group with a side for each outcome', () => {
  const { unlike, compared, groups } = twinsOf([
    issueRow({ document: 'a' }),
    issueRow({ document: 'b', actual: 'overturned' }),
    issueRow({ document: 'c' }),
    issueRow({ document: 'd' }),
  ]);
  expect([unlike, compared]).toEqual([1, 1]);
  expect(groups[0]).toMatchObject({ family: 'scan', rule: 'low-back-scan' });
  expect(groups[0]?.sides).toEqual([
    {
      outcome: 'upheld',
      issues: 3,
      samples: [
        { document: 'a', issue: 1 },
        { document: 'c', issue: 1 },
      ],
    },
    { outcome: 'overturned', issues: 1, samples: [{ document: 'b', issue: 1 }] },
  ]);
});

describe('issues are no twins', () => {
  test.each<[string, Partial<IssueRow>]>([
    ['with the same outcome', {}],
    ['with other deciding facts', { actual: 'overturned', services: [positive] }],
    ['of another service', { actual: 'overturned', services: [serviceRow({ family: 'therapy' })] }],
    ['of another side', { actual: 'overturned', services: [serviceRow({ laterality: 'left' })] }],
    ['without an outcome', { actual: null }],
    [
      'of several services, whose outcome is not that of one',
      { actual: 'overturned', services: [serviceRow(), positive] },
    ],
    ['that no rule speaks for', { actual: 'overturned', services: [serviceRow({ rule: null })] }],
  ])('%s', (_, parts) => {
    expect(twinsOf([issueRow(), issueRow({ document: 'b', ...parts })]).groups).toEqual([]);
  });
});

test('the group with most issues on its smaller side comes first', () => {
  const rows = [serviceRow(), positive].flatMap((service, i) =>
    Array.from({ length: 2 + 2 * i }, (_, k) =>
      issueRow({ document: `${i}-${k}`, services: [service], actual: k % 2 === 0 ? 'upheld' : 'overturned' }),
    ),
  );
  expect(twinsOf(rows).groups.map((group) => group.decidingFacts[0]?.status)).toEqual(['present', 'absent']);
});
