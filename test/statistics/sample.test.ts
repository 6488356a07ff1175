import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sample } from '../../src/statistics/sample.js';
import type { IssueRow } from '../../src/vocabulary/issue-row.js';
import { issueRow, rowsArbitrary } from '../helpers/issue-rows.js';

function sampled(rows: readonly IssueRow[], most: number): readonly IssueRow[] {
  const sample = new Sample(most);
  for (const row of rows) sample.add(row);
  return sample.rows().shown;
}

test('all are shown where there is room, in the order of their places', () => {
  const rows = ['b', 'a', 'c'].map((document) => issueRow({ document }));
  expect(sampled(rows, 5).map((row) => row.document)).toEqual(['a', 'b', 'c']);
});

test('disagreements come first, then the undetermined, then the rest', () => {
  const rows = Array.from({ length: 900 }, (_, i) => issueRow({ document: `l${i}` }));
  const open = issueRow({ document: 'open', predicted: 'undetermined' });
  const wrong = issueRow({ document: 'wrong', predicted: 'overturned' });
  const all = [...rows, open, ...rows.map((row) => ({ ...row, document: `m${row.document}` })), wrong];
  expect(sampled(all, 1).map((row) => row.document)).toEqual(['wrong']);
  expect(sampled(all, 2).map((row) => row.document)).toEqual(['open', 'wrong']);
});

test('which ones are shown does not depend on the order in which they come', () => {
  fc.assert(
    fc.property(rowsArbitrary, fc.nat({ max: 10 }), (rows, most) => {
      const wanted = sampled(rows, most).map((row) => `${row.document} ${row.issue}`);
      const found = sampled(rows.toReversed(), most).map((row) => `${row.document} ${row.issue}`);
      expect(found).toEqual(wanted);
    }),
  );
});

test('of very many, those are shown that a sample of all at once would show', () => {
  const rows = Array.from({ length: 3000 }, (_, i) =>
    issueRow({ document: `l${(i * 7919) % 3000}`, predicted: i % 5 === 0 ? 'undetermined' : 'upheld' }),
  );
  const places = (shown: readonly IssueRow[]): readonly string[] => shown.map((row) => row.document);
  // The best of all are among the best of each part.
  const parts = [0, 1, 2].map((part) => sampled(rows.slice(part * 1000, (part + 1) * 1000), 20));
  expect(places(sampled(rows, 20))).toEqual(places(sampled(parts.flat(), 20)));
});
