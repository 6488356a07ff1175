/**
 * Runs over a small corpus with every kind of broken letter: the same figures whatever the number of workers, by way
 * of a store or not, stopped and gone on with, with other rules, and when something goes wrong with the store.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTar, makeZip } from '../helpers/archives.js';
import { madeLetter as letter } from '../helpers/made-letters.js';
import { killOnceThere, runProgram } from '../helpers/run-program.js';

const RULES = resolve('test/scenarios/rules');
const GOOD = 297;
let folder = '';

/** One of each kind of breakage, as lines of a file of records. */
const BROKEN = [
  'not json',
  '{"id":"no-text"}',
  '{"text":"no id"}',
  '{"id":"nul","text":"a\\u0000b"}',
  '{"id":"empty","text":"  "}',
  '{"id":"no-letter","text":"a shopping list"}',
  JSON.stringify({ id: 'huge', text: 'x'.repeat(1_100_000) }),
];

/** One of each kind of breakage, as files; each is told once. */
function brokenFiles(): readonly (readonly [string, string | Buffer])[] {
  const packed = gzipSync(
    Array.from({ length: 8 }, (_, i) => JSON.stringify({ id: `c${i}`, text: letter(i) })).join('\n'),
  );
  return [
    ['damaged.pdf', '%PDF-1.4 no more'],
    ['cut.ndjson.gz', packed.subarray(0, 100)],
    ['words.ndjson.gz', 'no gzip'],
    [
      'bomb.ndjson.gz',
      gzipSync(Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.alloc(80_000_000, 'a')])),
    ],
    ['bomb.zip', makeZip([{ name: 'b.txt', content: Buffer.alloc(20_000_000, '0') }])],
    ['climb.zip', makeZip([{ name: '../../up.txt', content: 'x' }])],
    ['words.zip', 'no zip'],
    ['empty.txt', ''],
    ['nul.txt', 'a\0b'],
    ['huge.txt', 'x'.repeat(1_100_000)],
    ['half.txt', letter(1).slice(0, 300)],
  ];
}
const FILES_BROKEN = 11 + 3;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  mkdirSync(join(folder, 'in/files'), { recursive: true });
  const record = (seed: number): string => JSON.stringify({ id: `r${seed}`, text: letter(seed) });
  const lines = Array.from({ length: 200 }, (_, seed) => record(seed));
  for (const [i, line] of BROKEN.entries()) lines.splice(20 * (i + 1), 0, line);
  writeFileSync(join(folder, 'in/a.ndjson'), `${lines.join('\n')}\n`);
  const packed = Array.from({ length: 40 }, (_, i) => record(200 + i));
  writeFileSync(join(folder, 'in/b.ndjson.gz'), gzipSync(packed.join('\n')));
  for (let i = 0; i < 30; i++) writeFileSync(join(folder, `in/files/${i}.txt`), letter(240 + i));
  const entries = Array.from({ length: 14 }, (_, i) => ({ name: `${i}.txt`, content: letter(270 + i) }));
  writeFileSync(
    join(folder, 'in/c.zip'),
    makeZip([{ name: 'locked.txt', content: 'x', flags: 1 }, ...entries]),
  );
  for (const [name, content] of brokenFiles()) writeFileSync(join(folder, 'in/files', name), content);
  symlinkSync('/etc/hostname', join(folder, 'in/files/escape.txt'));
  symlinkSync('nowhere', join(folder, 'in/files/lost.txt'));
  execFileSync('mkfifo', [join(folder, 'in/files/pipe.txt')]);
  const others = Array.from({ length: 13 }, (_, i) => ({ name: `${i}.txt`, content: letter(284 + i) }));
  writeFileSync(join(folder, 'in/d.tar'), await makeTar(others));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compare = (...args: readonly string[]) =>
  runProgram(['compare', ...args, '--rules', RULES, '--format', 'json'], folder);

/** The lines of standard error that are results: neither progress nor notes. */
const told = (stderr: string): string[] => stderr.split('\n').filter((line) => / error /.test(line));

let plain: Awaited<ReturnType<typeof compare>>;
beforeAll(async () => {
  plain = await compare('in', '--workers', '1');
}, 120_000);

async function query(sql: string, store = 's.duckdb'): Promise<unknown[]> {
  const { status, stdout, stderr } = await runProgram(
    ['query', sql, '--store', store, '--format', 'json'],
    folder,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as unknown[];
}

describe('a corpus with broken letters', () => {
  test('all others come out, the broken are listed with reasons, and the status is 3', () => {
    const { letters, unread } = JSON.parse(plain.stdout) as { letters: number; unread: number };
    expect(plain.status).toBe(3);
    expect(unread).toBe(BROKEN.length + FILES_BROKEN + 1);
    expect(letters).toBeGreaterThanOrEqual(GOOD);
    expect(told(plain.stderr)).toHaveLength(unread);
    for (const code of [
      'malformed-record',
      'binary-document',
      'empty-document',
      'not-a-determination',
      'too-large',
      'the gzip file breaks off',
      'it unpacks to more than 400 times its size',
      'the link leads out of the folder',
      'the path of the entry leads out of the archive',
      'it is a pipe or a device',
    ]) {
      expect(plain.stderr).toContain(code);
    }
    expect(plain.stderr).toContain('in/c.zip/locked.txt');
    expect(plain.stderr).toContain('in/files/damaged.pdf');
  });

  test('the results are the same bytes for any number of workers', async () => {
    const three = await compare('in', '--workers', '3');
    expect(three.stdout).toBe(plain.stdout);
    expect(told(three.stderr)).toEqual(told(plain.stderr));
  }, 120_000);

  test('standard input is read like a file', async () => {
    const text = readFileSync(join(folder, 'in/a.ndjson'), 'utf8');
    const args = ['compare', '-', '--rules', RULES, '--format', 'json'];
    const piped = await runProgram(args, folder, text);
    const named = await compare('in/a.ndjson');
    expect(piped.stdout).toBe(named.stdout);
    expect(piped.status).toBe(3);
  }, 120_000);
});

describe('a store', () => {
  test('gives the same figures as no store, now and when nothing changed', async () => {
    const first = await compare('in', '--store', 's.duckdb', '--parquet', 'pq');
    expect(first.stdout).toBe(plain.stdout);
    expect(told(first.stderr)).toEqual(told(plain.stderr));
    const again = await compare('in', '--store', 's.duckdb');
    expect(again.stdout).toBe(plain.stdout);
    expect(again.status).toBe(3);
    expect(readdirSync(folder).filter((name) => name.startsWith('s.duckdb'))).toEqual(['s.duckdb']);
    expect(readdirSync(join(folder, 'pq')).sort()).toEqual(
      ['criteria', 'facts', 'findings', 'issues', 'letters', 'services'].map((name) => `${name}.parquet`),
    );
  }, 240_000);

  test('alone says what was said with the letters, by other threads or none', async () => {
    const alone = await compare('--store', 's.duckdb');
    expect(alone.stdout).toBe(plain.stdout);
    expect(told(alone.stderr)).toEqual(told(plain.stderr));
    expect(alone.status).toBe(3);
  }, 60_000);

  test('answers questions, in three formats, and lets none change it', async () => {
    const [{ n }] = (await query('SELECT count(*) AS n FROM letters')) as [{ n: number }];
    expect(n).toBe(GOOD + BROKEN.length + FILES_BROKEN + 1);
    const unread = await query('unread');
    expect(unread).toHaveLength(BROKEN.length + FILES_BROKEN + 1);
    const changed = await runProgram(['query', 'DELETE FROM letters', '--store', 's.duckdb'], folder);
    expect(changed.status).toBe(2);
    const csv = await runProgram(['query', 'findings', '--store', 's.duckdb', '--format', 'csv'], folder);
    expect(csv.stdout.split('\n')[0]).toBe('code,findings,letters');
  }, 60_000);

  test('every named query runs', async () => {
    const { stdout } = await runProgram(['query', '--list'], folder);
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' ')[0] ?? '');
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) await query(name);
  }, 120_000);

  test('other rules are tried on what is stored, and give what reading anew gives', async () => {
    cpSync(RULES, join(folder, 'rules2'), { recursive: true });
    const file = readdirSync(join(folder, 'rules2'), { recursive: true, encoding: 'utf8' }).find(
      (name) => name.endsWith('.yaml') && !name.includes('lexicon') && !name.includes('examples'),
    );
    const path = join(folder, 'rules2', file ?? '');
    const edited = readFileSync(path, 'utf8').replace(/^decision: .*/m, 'decision: not-medically-necessary');
    writeFileSync(path, edited.replace(/^otherwise: .*/m, 'otherwise: medically-necessary'));
    const run = (...args: string[]) =>
      runProgram(['compare', ...args, '--rules', 'rules2', '--format', 'json'], folder);
    const fresh = await run('in');
    cpSync(join(folder, 's.duckdb'), join(folder, 'edited.duckdb'));
    const stored = await run('in', '--store', 'edited.duckdb');
    expect(stored.stdout).toBe(fresh.stdout);
    const [{ tables }] = (await query('SELECT count(*) AS tables FROM verdicts', 'edited.duckdb')) as [
      { tables: number },
    ];
    expect(tables).toBeGreaterThan(0);
  }, 240_000);

  test('a letter that is new or changed is read, the others are carried over', async () => {
    const filter = (path: string): boolean => !path.endsWith('pipe.txt');
    cpSync(join(folder, 'in'), join(folder, 'in2'), { recursive: true, preserveTimestamps: true, filter });
    cpSync(join(folder, 's.duckdb'), join(folder, 'more.duckdb'));
    await compare('in2', '--store', 'more.duckdb');
    writeFileSync(join(folder, 'in2/files/new.txt'), letter(999));
    writeFileSync(join(folder, 'in2/files/3.txt'), letter(998));
    const stored = await compare('in2', '--store', 'more.duckdb');
    const fresh = await compare('in2');
    expect(stored.stdout).toBe(fresh.stdout);
    expect(told(stored.stderr)).toEqual(told(fresh.stderr));
  }, 240_000);

  test('a run that is stopped says how far it came, goes on, and tells the same of the broken', async () => {
    const stopped = await runProgram(
      ['compare', 'in', '--store', 'stopped.duckdb', '--rules', RULES, '--workers', '1', '--format', 'json'],
      folder,
      '',
      killOnceThere(() => join(folder, 'stopped.duckdb.work'), /\.cases\.json$/, 'SIGINT'),
    );
    expect(stopped.status).toBe(130);
    expect(stopped.stderr).toMatch(/stopped after \d+ letters; run the same with --resume to go on/);
    expect(existsSync(join(folder, 'stopped.duckdb'))).toBe(false);
    const resumed = await compare('in', '--store', 'stopped.duckdb', '--resume');
    expect(resumed.stdout).toBe(plain.stdout);
    expect(told(resumed.stderr)).toEqual(told(plain.stderr));
    expect(resumed.status).toBe(3);
  }, 240_000);
});

describe('trouble with a store', () => {
  const fails = async (store: string): Promise<string> => {
    const { status, stderr, stdout } = await compare('in/files/0.txt', '--store', store);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    return stderr;
  };

  test('a file that is no store is left alone', async () => {
    writeFileSync(join(folder, 'words.duckdb'), 'just words');
    expect(await fails('words.duckdb')).toContain('the file is no store');
    expect(readFileSync(join(folder, 'words.duckdb'), 'utf8')).toBe('just words');
  }, 60_000);

  test('a folder that does not exist is said so', async () => {
    expect(await fails('nowhere/s.duckdb')).toContain('its folder does not exist');
  }, 60_000);

  test('two runs at once: the second one is refused, a lock of a dead run is taken over', async () => {
    writeFileSync(join(folder, 'two.duckdb.lock'), String(process.pid));
    expect(await fails('two.duckdb')).toContain(`another run (process ${process.pid}) writes to the store`);
    writeFileSync(join(folder, 'two.duckdb.lock'), '999999999');
    const { status } = await compare('in/files/0.txt', '--store', 'two.duckdb');
    expect(status).toBe(0);
  }, 60_000);

  test('two runs that begin at once: one writes, the other is refused or comes after it', async () => {
    const run = () => compare('in/files', '--store', 'both.duckdb');
    const ends = await Promise.all([run(), run(), run()]);
    const refused = ends.filter(({ stdout }) => stdout === '');
    expect(refused.length).toBeLessThan(3);
    for (const { stderr } of refused)
      expect(stderr).toMatch(/another run \(process \d+\) writes to the store/);
    expect(new Set(ends.map(({ status }) => status))).toEqual(new Set([3]));
    const alone = await compare('in/files');
    for (const { stdout } of ends) expect(['', alone.stdout]).toContain(stdout);
    const names = readdirSync(folder).filter((name) => name.startsWith('both'));
    expect(names).toEqual(['both.duckdb']);
  }, 120_000);

  test('a store behind a link is kept there, and the link stays', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere/real.duckdb', join(folder, 'link.duckdb'));
    await compare('in/files/0.txt', '--store', 'elsewhere/real.duckdb');
    expect((await compare('in/files/1.txt', '--store', 'link.duckdb')).status).toBe(0);
    expect(lstatSync(join(folder, 'link.duckdb')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['real.duckdb']);
  }, 60_000);

  test('what a run of another version left is not gone on from', async () => {
    mkdirSync(join(folder, 'left.duckdb.work'));
    const manifest = join(folder, 'left.duckdb.work/manifest.json');
    writeFileSync(manifest, '{"version":0,"program":"0.0.0","lexicon":"x"}\n');
    const { status, stderr } = await compare('in/files/0.txt', '--store', 'left.duckdb', '--resume');
    expect(stderr).toContain('nothing to go on from: all letters are read');
    expect(status).toBe(0);
  }, 60_000);

  test('a store of another version is refused, and stays as it is', async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(join(folder, 'old.duckdb'));
    const connection = await instance.connect();
    await connection.run(
      "CREATE TABLE meta (key VARCHAR, value VARCHAR); INSERT INTO meta VALUES ('version', '0')",
    );
    connection.closeSync();
    instance.closeSync();
    const before = readFileSync(join(folder, 'old.duckdb'));
    expect(await fails('old.duckdb')).toContain('the store is of version 0');
    expect(readFileSync(join(folder, 'old.duckdb')).equals(before)).toBe(true);
  }, 60_000);

  test('wrong uses are told', async () => {
    for (const args of [['--parquet', 'x', 'in'], ['--resume', 'in'], []]) {
      expect((await compare(...args)).status).toBe(2);
    }
    expect((await compare('--store', 'none.duckdb')).stderr).toContain('there is no such store');
  }, 60_000);
});
