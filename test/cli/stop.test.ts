/**
 * Runs that are stopped: they end with the status that shells know, leave nothing half-written, and go on to what a
 * run comes to that was never stopped. Each signal is sent as soon as a file shows how far the run is.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeLetter, madeRecords } from '../helpers/made-letters.js';
import { killOnceThere, namesIn, type ProgramEnd, runSet } from '../helpers/run-program.js';

const RULES = resolve('test/scenarios/rules');
const STATUSES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Stop = keyof typeof STATUSES;

let folder = '';
let records = '';
let whole: ProgramEnd;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stop-'));
  mkdirSync(join(folder, 'in'));
  mkdirSync(join(folder, 'tmp'));
  for (let seed = 0; seed < 260; seed++) writeFileSync(join(folder, `in/${seed}.txt`), madeLetter(seed));
  records = `${madeRecords(400).join('\n')}\n`;
  whole = await compare(['in', '--workers', '2']);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ARGS = ['--rules', RULES, '--format', 'json'];

function compare(args: readonly string[], input = ''): Promise<ProgramEnd> {
  return started(args, input, () => {});
}

function started(
  args: readonly string[],
  input: string | null,
  onStart: Parameters<typeof runSet>[3],
): Promise<ProgramEnd> {
  return runSet(
    ['compare', ...args, ...ARGS],
    folder,
    { input, env: { TMPDIR: join(folder, 'tmp') } },
    onStart,
  );
}

/** Names beside a store that are about it. */
const beside = (store: string): readonly string[] => namesIn(folder).filter((name) => name.startsWith(store));

describe.each(Object.entries(STATUSES) as [Stop, number][])('%s', (signal, status) => {
  const outputs = (name: string): string[] => [
    ...['--export', `${name}.csv`, '--report', `${name}.html`],
    ...['--baseline', `${name}.json`, '--update-baseline'],
  ];

  test('ends a run that waits for standard input, and no file is touched', async () => {
    const name = `open-${signal}`;
    writeFileSync(join(folder, `${name}.csv`), 'from before');
    const kill = killOnceThere(() => join(folder, 'tmp'), /^necessity-/, signal);
    const end = await started(['-', ...outputs(name)], null, kill);
    expect(end).toEqual({ status, stdout: '', stderr: 'stopped after 0 letters: nothing was written\n' });
    expect(beside(name)).toEqual([`${name}.csv`]);
    expect(readFileSync(join(folder, `${name}.csv`), 'utf8')).toBe('from before');
    expect(namesIn(join(folder, 'tmp'))).toEqual([]);
  });

  test('ends a run over a folder, and no file is touched', async () => {
    const name = `in-${signal}`;
    const kill = killOnceThere(() => folder, new RegExp(`^${name}\\.csv\\.\\d+\\.tmp$`), signal);
    const end = await started(['in', '--workers', '2', ...outputs(name)], '', kill);
    expect(end.status).toBe(status);
    expect(end.stdout).toBe('');
    expect(end.stderr).toMatch(/^stopped after \d+ letters: nothing was written\n$/m);
    expect(beside(name)).toEqual([]);
  });

  test('ends a run with a store, which goes on to what was never stopped', async () => {
    const store = `${signal}.duckdb`;
    const kill = killOnceThere(() => join(folder, `${store}.work`), /\.cases\.json$/, signal);
    const end = await started(['in', '--workers', '2', '--store', store], '', kill);
    expect(end.status).toBe(status);
    expect(end.stdout).toBe('');
    expect(end.stderr).toMatch(/stopped .*run the same with --resume to go on/);
    expect(beside(store)).toEqual([`${store}.work`]);
    const resumed = await compare(['in', '--workers', '1', '--store', store, '--resume']);
    expect(resumed).toEqual({ status: 0, stdout: whole.stdout, stderr: '' });
    expect(beside(store)).toEqual([store]);
  });
});

describe('a run that a pipe holds up', () => {
  test('ends all the same, by the signal itself', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const kill = killOnceThere(() => folder, /^held\.csv\.\d+\.tmp$/, 'SIGTERM');
    const end = await started(['pipe', '--export', 'held.csv'], '', kill);
    expect([null, 143]).toContain(end.status);
    expect(beside('held')).toEqual([]);
  });
});

describe('a run with a store', () => {
  test('from standard input goes on when the same is given again', async () => {
    const kill = killOnceThere(() => join(folder, 'piped.duckdb.work'), /\.cases\.json$/, 'SIGTERM');
    const end = await started(['-', '--workers', '2', '--store', 'piped.duckdb'], records, kill);
    expect(end.status).toBe(143);
    expect(beside('piped')).toEqual(['piped.duckdb.work']);
    const done = namesIn(join(folder, 'piped.duckdb.work')).filter((name) => name.endsWith('.cases.json'));
    expect(done.length).toBeGreaterThan(0);
    const resumed = await compare(['-', '--store', 'piped.duckdb', '--resume'], records);
    const never = await compare(['-'], records);
    expect(resumed).toEqual({ ...never, stderr: '' });
    expect(namesIn(join(folder, 'tmp'))).toEqual([]);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGKILL', null],
  ] as const)('goes on after %s while the store was written', async (signal, status) => {
    const store = `written-${signal}.duckdb`;
    const kill = killOnceThere(() => folder, new RegExp(`^${store}\\.\\d+\\.tmp$`), signal);
    const end = await started(['in', '--store', store], '', kill);
    expect(end.status).toBe(status);
    expect(end.stdout).toBe('');
    expect(existsSync(join(folder, store))).toBe(false);
    if (status !== null) expect(beside(store)).toEqual([`${store}.work`]);
    const resumed = await compare(['in', '--store', store, '--resume']);
    expect(resumed).toEqual({ status: 0, stdout: whole.stdout, stderr: '' });
    expect(beside(store)).toEqual([store]);
  });

  test('goes on after it was killed while letters were read, and leaves every other file alone', async () => {
    const store = 'killed.duckdb';
    const others = ['killed.csv', 'killed.html', 'killed.json'];
    writeFileSync(join(folder, 'killed.json'), readFileSync(await noBaseline()));
    for (const name of others.slice(0, 2)) writeFileSync(join(folder, name), 'from before');
    const before = others.map((name) => readFileSync(join(folder, name), 'utf8'));
    const files = ['--export', 'killed.csv', '--report', 'killed.html'];
    const asked = [...files, '--baseline', 'killed.json', '--update-baseline'];
    const kill = killOnceThere(() => join(folder, `${store}.work`), /\.cases\.json$/, 'SIGKILL');
    const end = await started(['in', '--workers', '2', '--store', store, ...asked], '', kill);
    expect([end.status, end.stdout]).toEqual([null, '']);
    expect(others.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
    expect(existsSync(join(folder, store))).toBe(false);
    const resumed = await compare(['in', '--store', store, '--resume', ...asked]);
    expect(resumed).toEqual({ status: 0, stdout: whole.stdout, stderr: '' });
    expect(beside('killed')).toEqual([...others, store].sort());
  });
});

/** Of a letter that has no finding. */
async function noBaseline(): Promise<string> {
  const name = 'none.json';
  await compare([resolve('seeds/000_5475c45083a012bb.txt'), '--baseline', name, '--update-baseline']);
  return join(folder, name);
}
