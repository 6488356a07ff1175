/** `rules test --watch` of the built program: what a save brings up, and that a broken file does not end the watch. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'vitest';

const MAIN = resolve('dist/cli/main.js');
let folder: string;
let child: ChildProcess;
/** What each stream printed and no `saw` has passed yet; the two come in their own time. */
let printed: { out: string; err: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  cpSync('test/scenarios/rules', join(folder, 'rules'), { recursive: true });
  printed = { out: '', err: '' };
  child = spawn('node', [MAIN, 'rules', 'test', '--watch', '--rules', 'rules'], { cwd: folder });
  child.stdout?.on('data', (data) => {
    printed.out += String(data);
  });
  child.stderr?.on('data', (data) => {
    printed.err += String(data);
  });
});

afterEach(async () => {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until a stream has printed the words after what was seen of it before. */
async function saw(stream: 'out' | 'err', words: string): Promise<void> {
  while (!printed[stream].includes(words)) {
    if (child.exitCode !== null) throw new Error(`the watch ended: ${printed.err}`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
  const text = printed[stream];
  printed[stream] = text.slice(text.indexOf(words) + words.length);
}

const rule = (): string => join(folder, 'rules/test-guide/low-back-scan.yaml');
const edit = (change: (text: string) => string): void =>
  writeFileSync(rule(), change(readFileSync(rule(), 'utf8')));

test('a save runs the examples again, a broken file is shown, and the watch goes on', async () => {
  await saw('out', '1 rule, 3 examples: no problems\n');
  await saw('err', 'watching');
  edit((text) => text.replace('at-least: 6', 'at-least: 4'));
  await saw('err', 'test-guide/low-back-scan.yaml changed');
  await saw('out', 'expects not-met, but the rule comes to met, decided by `long-therapy`');
  await saw('out', 'in all 1 rule, 3 examples: 2 problems');
  edit((text) => `${text}broken: [\n`);
  await saw('err', 'error yaml-syntax');
  edit((text) => text.replace('broken: [\n', '').replace('at-least: 4', 'at-least: 6'));
  await saw('out', '1 rule, 3 examples: no problems');
});

test('a phrase that no example has touches none of them', async () => {
  await saw('err', 'watching');
  const lexicon = join(folder, 'rules/lexicon/small.yaml');
  const text = readFileSync(lexicon, 'utf8');
  const more = text.replace('phrases: [weakness]', 'phrases: [weakness, paresis]');
  writeFileSync(lexicon, more);
  await saw('err', 'lexicon/small.yaml changed');
  await saw('out', 'no example is touched\nin all 1 rule, 3 examples: no problems');
});

test('a rule file that is written beside and renamed counts as saved; a removed one is gone', async () => {
  await saw('err', 'watching');
  const beside = join(folder, 'rules/test-guide/low-back-scan.yaml.swp');
  writeFileSync(beside, readFileSync(rule(), 'utf8').replace('at-least: 6', 'at-least: 4'));
  renameSync(beside, rule());
  await saw('out', 'in all 1 rule, 3 examples: 2 problems');
  rmSync(rule());
  await saw('out', 'in all 0 rules, 0 examples: no problems');
});
