/** What commands print as one JSON document is what the published schemas say, by ours and by another validator. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCUMENT_SCHEMAS, type DocumentName } from '../../src/report/json-schema.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  cpSync('test/scenarios/rules', join(folder, 'rules'), { recursive: true });
  cpSync('test/scenarios/rules', join(folder, 'other'), { recursive: true });
  const rule = join(folder, 'other/test-guide/low-back-scan.yaml');
  writeFileSync(rule, readFileSync(rule, 'utf8').replace('at-least: 6', 'at-least: 4'));
  const args = ['compare', 'seeds', '-q', '--store', join(folder, 'store.duckdb')];
  execFileSync('node', ['dist/cli/main.js', ...args]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The document that a run prints, whatever its exit status. */
const printed = (args: readonly string[]): unknown => {
  const place = (word: string): string => word.replace(/^@/, `${folder}/`);
  const words = [resolve('dist/cli/main.js'), ...args.map(place), '--format', 'json'];
  return JSON.parse(spawnSync('node', words, { encoding: 'utf8', maxBuffer: 100_000_000 }).stdout);
};

const ajv = new Ajv2020({ allErrors: true, strict: false });
const RUNS: readonly (readonly [DocumentName, ...string[]])[] = [
  ['rules-lint', 'rules', 'lint'],
  ['rules-lint', 'rules', 'lint', '--rules', '@other'],
  ['rules-test', 'rules', 'test'],
  ['rules-test', 'rules', 'test', '--rules', '@other'],
  ['rules-coverage', 'rules', 'coverage'],
  ['rules-coverage', 'rules', 'coverage', '--rules', '@rules'],
  ['rules-mutation', 'rules', 'coverage', '--mutate', '--rules', '@rules'],
  ['rules-show', 'rules', 'show', 'low-back-scan', '--rules', '@rules'],
  ['rules-show', 'rules', 'show', 'odg-lumbar-esi', '--corpus', 'seeds'],
  ['rules-impact', 'rules', 'impact', '@rules', '@other', '--corpus', 'seeds', 'test/corpus'],
  ['rules-impact', 'rules', 'impact', 'rules', '@other', '--corpus', 'seeds'],
  ['query', 'query', 'undetermined-reasons', '--store', '@store.duckdb'],
  ['query', 'query', 'SELECT * FROM facts', '--store', '@store.duckdb'],
  ['query', 'query', 'SELECT 1 WHERE false', '--store', '@store.duckdb'],
];

describe('what is printed is what the schema says:', () => {
  test.each(RUNS.map(([name, ...words]) => ({ name, words })))('$name: $words', ({ name, words }) => {
    const document = printed(words);
    expect(DOCUMENT_SCHEMAS[name][1].parse(document)).toEqual(document);
    const validate = ajv.compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')));
    expect([validate(document), validate.errors]).toEqual([true, null]);
  });
});

test('a failing example has its places as lines, and its trace', () => {
  const { examples, problems } = DOCUMENT_SCHEMAS['rules-test'][1].parse(
    printed(['rules', 'test', '--rules', '@other']),
  );
  const failed = examples.filter(({ passed }) => !passed);
  expect(failed.length).toBeGreaterThan(0);
  for (const { places, trace, line } of failed) {
    expect(places?.every((one) => one.line !== null)).toBe(true);
    expect(trace).not.toBeNull();
    expect(problems.map((one) => one.line)).toContain(line);
  }
});
