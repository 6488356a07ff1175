import { expect, test } from 'vitest';
import { Repeats } from '../../src/corpus/repeats.js';
import { textSignature } from '../../src/similarity/signature.js';
import { issueRow, serviceRow } from '../helpers/issue-rows.js';

const TEXT =
  'The worker has low back pain with weakness and asks for a scan of the back after therapy that did not help';
const signature = textSignature(TEXT);
const other = textSignature(
  'An old injury of the knee makes stairs hard and the brace that was worn is worn out by now',
);

test('the same request in nearly the same letter is counted once, another one is counted', () => {
  const repeats = new Repeats();
  const first = [issueRow({ document: 'a' })];
  const therapy = issueRow({ document: 'b', issue: 2, services: [serviceRow({ family: 'therapy' })] });
  expect(repeats.keep(first, signature)).toEqual(first);
  expect(repeats.keep([issueRow({ document: 'b' }), therapy], signature)).toEqual([therapy]);
  expect(repeats.keep([issueRow({ document: 'c' })], other)).toHaveLength(1);
  expect(repeats.figures()).toEqual({ letters: 1, issues: 1, groups: [{ first: 'a', letters: 2 }] });
});

test('services that are unknown are told apart by their words', () => {
  const repeats = new Repeats();
  const rows = ['a wheel', 'a spoke', 'A wheel'].map((request, i) =>
    issueRow({ issue: i + 1, request, services: [] }),
  );
  expect(repeats.keep(rows, signature).map((row) => row.issue)).toEqual([1, 2]);
});

test('letters too short to be told apart are all counted', () => {
  const repeats = new Repeats();
  for (const document of ['a', 'b']) expect(repeats.keep([issueRow({ document })], null)).toHaveLength(1);
  expect(repeats.figures().letters).toBe(0);
});
