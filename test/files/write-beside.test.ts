/** Files are the old one or the whole new one, and nothing is left beside them for long. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryWriting, writeBeside, writeWhole } from '../../src/files/write-beside.js';

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'necessity-beside-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The number of a process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['--version']).pid;

test('what is given up leaves the old file', async () => {
  writeFileSync(inFolder('out.csv'), 'old');
  const file = await writeBeside(inFolder('out.csv'));
  await file.write('new');
  await file.giveUp();
  expect(readdirSync(folder)).toEqual(['out.csv']);
  expect(readFileSync(inFolder('out.csv'), 'utf8')).toBe('old');
});

test('what a killed run left beside is removed when the file is written again', async () => {
  writeFileSync(inFolder(`out.csv.${gone()}.tmp`), 'half');
  await writeWhole(inFolder('out.csv'), 'new');
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('also where it is only seen whether the file could be written', async () => {
  writeFileSync(inFolder(`out.csv.${gone()}.tmp`), 'half');
  await tryWriting(inFolder('out.csv'));
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['that of a run that goes on', `out.csv.${process.ppid}.tmp`],
  ['that of another file', 'other.csv.999999999.tmp'],
  ['a file that no run names so', 'out.csv.notes.tmp'],
  ['a file that ends in another way', 'out.csv.999999999.old'],
])('%s is left alone', async (_, name) => {
  writeFileSync(inFolder(name), 'kept');
  await writeWhole(inFolder('out.csv'), 'new');
  expect(readFileSync(inFolder(name), 'utf8')).toBe('kept');
});
