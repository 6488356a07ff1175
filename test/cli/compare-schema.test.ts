/** What `compare --format json` prints is what its schema says, over real letters and over none. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compareReportSchema } from '../../src/report/compare/compare-schema.js';

const printed = (...args: string[]): unknown =>
  JSON.parse(
    execFileSync('node', ['dist/cli/main.js', 'compare', '-q', '--format', 'json', ...args], {
      encoding: 'utf8',
    }),
  );

test('over letters, with all parts', () => {
  const report = compareReportSchema.parse(printed('seeds', 'test/corpus', '--by', 'all', '--dedupe'));
  expect(report.letters).toBeGreaterThan(30);
  expect(Object.keys(report.by)).toEqual(['guideline', 'family', 'region', 'year', 'specialty', 'tier']);
});

test('the same letters in another order give the same figures', () => {
  const letters = ['04', '11', '18', '22'].map((number) => `test/corpus/letter-${number}.txt`);
  expect(printed(...letters.toReversed())).toEqual(printed(...letters));
});
