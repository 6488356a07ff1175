/**
 * `rules impact` over a store comes to the same as over the letters that the store was made from, and says so where it
 * could not.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../helpers/run-program.js';

let folder: string;
const RULES = resolve('rules');
/** Rules of another lexicon, which is small. */
const OTHERS = resolve('test/scenarios/rules');
const impact = (...args: string[]) =>
  runProgram(['rules', 'impact', ...args, '--format', 'json', '-q'], folder);

/** A copy of the rules with the numbers and a silence of many of them another; to check all anew would take long. */
function editRules(name: string): void {
  cpSync(RULES, join(folder, name), { recursive: true });
  for (const path of readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name, path);
    if (!/^odg-.*\.yaml$/.test(path) || path.endsWith('.examples.yaml')) continue;
    const text = readFileSync(file, 'utf8');
    const edited = text
      .replace(/at-least: ([1-9])\n/g, (_all, n) => `at-least: ${Number(n) + 2}\n`)
      .replace('when-not-documented: not-met', 'when-not-documented: undetermined');
    writeFileSync(file, edited);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'impact-store-'));
  editRules('other');
  mkdirSync(join(folder, 'letters'));
  for (const name of readdirSync('test/corpus').filter((one) => /^letter-.*[02468]\.txt$/.test(one)))
    cpSync(`test/corpus/${name}`, join(folder, 'letters', name));
  cpSync('seeds', join(folder, 'letters/seeds'), { recursive: true });
  writeFileSync(join(folder, 'letters/list.txt'), 'a shopping list\n');
  writeFileSync(join(folder, 'letters/empty.txt'), '');
  await runProgram(['compare', 'letters', '--store', 's.duckdb', '-q', '--rules', RULES], folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('over a store', () => {
  test('an edit does the same as over its letters, issue by issue', async () => {
    const letters = await impact(RULES, 'other', '--corpus', 'letters');
    const stored = await impact(RULES, 'other', '--corpus', 's.duckdb');
    const found = JSON.parse(letters.stdout);
    expect(found.impact.flips.length + found.impact.shifts.length).toBeGreaterThan(3);
    expect(JSON.parse(stored.stdout)).toEqual(found);
    expect([stored.status, letters.status]).toEqual([3, 3]);
  });

  test('the same rules twice change nothing, and the store stays as it was', async () => {
    const before = readFileSync(join(folder, 's.duckdb'));
    const { impact: found } = JSON.parse((await impact('other', 'other', '--corpus', 's.duckdb')).stdout);
    expect([found.flips, found.shifts, found.better, found.worse]).toEqual([[], [], 0, 0]);
    expect(readFileSync(join(folder, 's.duckdb')).equals(before)).toBe(true);
  });
});

describe('letters are needed', () => {
  test('where the two sides have another lexicon', async () => {
    const { status, stdout, stderr } = await impact(RULES, OTHERS, '--corpus', 's.duckdb');
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      `s.duckdb error store\n  the lexicon of ${OTHERS} is not that of ${RULES}, so each reads letters in its own way\n  help: name the letters instead of a store\n`,
    );
  });

  test('where the store was read with another lexicon', async () => {
    const { status, stderr } = await impact(OTHERS, OTHERS, '--corpus', 's.duckdb');
    expect(status).toBe(3);
    expect(stderr).toContain('its letters were read with another lexicon than that of the rules');
    expect(stderr).toContain('help: name the letters, or bring the store up to date by `necessity compare');
  });

  test('where a store stands beside letters, or is no store', async () => {
    const both = await impact(RULES, 'other', '--corpus', 'letters', 's.duckdb');
    expect([both.status, both.stderr]).toEqual([
      3,
      's.duckdb error store\n  a store stands for a whole corpus\n  help: name it alone, or name letters\n',
    ]);
    const torn = Buffer.concat([Buffer.alloc(8), Buffer.from('DUCK'), Buffer.alloc(5000)]);
    writeFileSync(join(folder, 'torn.duckdb'), torn);
    const { status, stderr } = await impact(RULES, 'other', '--corpus', 'torn.duckdb');
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^torn\.duckdb error store\n {2}\S/)]);
  });
});

test('what a store does not hold is not counted from it', async () => {
  const args = ['rules', 'show', 'odg-lumbar-esi', '--corpus', 's.duckdb'];
  const { status, stderr } = await runProgram(args, folder);
  expect([status, stderr]).toEqual([
    3,
    's.duckdb error store\n  a store does not hold all that is counted here\n  help: name the letters that it was made from\n',
  ]);
});
