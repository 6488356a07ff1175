/** Runs over letters with rules of one's own: what was found in their files is kept, and changed files are read again. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from '../helpers/run-program.js';

const RULE = 'rules/test-guide/low-back-scan.yaml';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-rules-'));
  cpSync('test/scenarios/rules', join(folder, 'rules'), { recursive: true });
  cpSync('seeds', join(folder, 'seeds'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = () => runProgram(['check', 'seeds', '--rules', 'rules', '--format', 'ndjson'], folder);

test('a run after another comes to the same, and an edit counts at once', async () => {
  const first = await check();
  expect(first.stdout.length).toBeGreaterThan(0);
  expect(await check()).toEqual(first);

  const path = join(folder, RULE);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('decision:', 'decsion:'));
  const broken = await check();
  expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining('decsion')]);
  expect((await check()).stderr).toBe(broken.stderr);

  writeFileSync(path, text);
  expect(await check()).toEqual(first);
});
