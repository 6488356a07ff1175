/** Rows of a real determination: what they hold, and that no text of the letter goes with them. */
import { beforeAll, expect, test } from 'vitest';
import { issueRows } from '../../src/corpus/checked-rows.js';
import { comparedLetter } from '../../src/corpus/compared-letter.js';
import type { CheckedLetter } from '../../src/pipeline/check-letter.js';
import type { IssueRow } from '../../src/vocabulary/issue-row.js';
import { check, SEEDS, seedText } from '../helpers/knowledge.js';

let letter: CheckedLetter;
let rows: readonly IssueRow[];
beforeAll(async () => {
  letter = await check(seedText(SEEDS[0]), 'seed.txt');
  rows = issueRows(letter);
});

test('there is a row for each issue, with what was predicted and determined', () => {
  expect(rows.map((row) => [row.document, row.issue, row.predicted, row.actual, row.agreement])).toEqual(
    letter.result.issues.map((one) => ['seed.txt', one.issue, one.predicted, one.actual, one.agreement]),
  );
});

test('a row is the same after a trip through JSON', () => {
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
});

test('deciding facts are those below the deciding criteria, each once, sorted', () => {
  const services = rows.flatMap((row) => row.services).filter((service) => service.decidedBy.length > 0);
  expect(services.length).toBeGreaterThan(0);
  for (const { decidingFacts } of services) {
    const names = decidingFacts.map((read) => read.fact);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.length).toBeGreaterThan(0);
  }
});

test('the guideline and its step are those of the rule that governs', () => {
  for (const [i, row] of rows.entries()) {
    for (const [k, service] of row.services.entries()) {
      const decision = letter.result.issues[i]?.decisions[k];
      const governing = decision?.rules.find((rule) => rule.rule === decision.rule);
      expect([service.guideline, service.tier]).toEqual([
        governing?.citation.source ?? null,
        governing?.tier ?? null,
      ]);
    }
  }
});

test('no row holds the summary, nor a long piece of it', () => {
  const text = JSON.stringify(rows);
  const { source, summary } = letter.document;
  const words = source.text.slice(summary?.start, summary?.end).replace(/\s+/g, ' ');
  for (let at = 0; at + 400 <= words.length; at += 100) expect(text).not.toContain(words.slice(at, at + 400));
});

test('the signature is that of the summary alone', async () => {
  const other = await check(
    seedText(SEEDS[0]).replace(/Decision rationale:[^\n]*/g, 'Decision rationale: other'),
    'o',
  );
  expect(comparedLetter(other).signature).toEqual(comparedLetter(letter).signature);
});
