/**
 * Disks that are full or can only be read, with every file that `compare` writes: a clear word, the status, and what
 * was there before as it was. On small real disks, where this machine lets them be mounted.
 */
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { madeRecords } from '../helpers/made-letters.js';
import { namesIn, type ProgramEnd, runProgram, runSet } from '../helpers/run-program.js';
import { canMount, mountDisk, type SmallDisk } from '../helpers/small-disk.js';

const RULES = resolve('test/scenarios/rules');
let folder = '';
let plain: ProgramEnd;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'full-'));
  writeFileSync(join(folder, 'in.ndjson'), `${madeRecords(400).join('\n')}\n`);
  writeFileSync(join(folder, 'few.ndjson'), `${madeRecords(40).join('\n')}\n`);
  plain = await compare(['in.ndjson', '--format', 'json', '--store', 'whole.duckdb']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compare = (args: readonly string[], setting: Parameters<typeof runSet>[2] = {}): Promise<ProgramEnd> =>
  runSet(['compare', ...args, '--rules', RULES], folder, setting);

/** The options that ask for a file, and what is written. */
const OUTPUTS = [
  ['--export', 'findings.csv'],
  ['--export', 'findings.sarif'],
  ['--report', 'page.html'],
  ['--baseline', 'accepted.json'],
] as const;

const asked = (option: string, path: string): string[] =>
  option === '--baseline' ? [option, path, '--update-baseline'] : [option, path];

describe('a path that cannot be', () => {
  test.each([...OUTPUTS, ['--parquet', 'tables'] as const])('below a file, %s %s', async (option, name) => {
    const path = join('few.ndjson', name);
    const store = option === '--parquet' ? ['--store', 'below.duckdb'] : [];
    const end = await compare(['in.ndjson', ...store, ...asked(option, path)]);
    expect(end.stdout).toBe('');
    expect(end.stderr).toMatch(
      /few\.ndjson\/.* error .*\n {2}(a part of the path is|the file cannot be read)/,
    );
    expect(end.status).toBe(option === '--baseline' ? 2 : 1);
    expect(namesIn(folder)).toEqual(['few.ndjson', 'in.ndjson', 'whole.duckdb']);
  });

  test('a folder where a file is to be written', async () => {
    mkdirSync(join(folder, 'page.html'));
    const end = await compare(['few.ndjson', '--report', 'page.html']);
    rmSync(join(folder, 'page.html'), { recursive: true });
    expect(end.stderr).toContain('it is a folder, where a file is to be written');
    expect(end.status).toBe(1);
  });
});

describe('a full device behind standard output', () => {
  test.each(['compare few.ndjson', 'check few.ndjson', 'map < few.ndjson'])('%s', async (command) => {
    const [words = '', input] = command.split(' < ');
    const args = [...words.split(' '), '--rules', RULES];
    const from = input === undefined ? '' : readFileSync(join(folder, input), 'utf8');
    const end = await runSet(args, folder, { input: from, shell: 'exec > /dev/full' });
    expect(end.stderr).toMatch(/^error: the results cannot be printed: the disk is full$/m);
    expect(end.status).toBe(1);
  });

  test('a device that a file is to be written to stays a device', async () => {
    const end = await compare(['few.ndjson', '--report', '/dev/full']);
    expect(end.stderr).toContain('/dev/full error unwritable-file\n  the disk is full');
    expect(end.status).toBe(1);
  });
});

describe.skipIf(!canMount)('on a small disk (skipped where none can be mounted)', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = mountDisk('64k');
  });
  afterEach(() => disk.remove());
  const fill = (): void => {
    try {
      for (;;) appendFileSync(join(disk.path, 'filler'), Buffer.alloc(4096));
    } catch {
      // It is full.
    }
  };

  test.each(OUTPUTS)('%s %s: a disk that is full leaves what was there', async (option, name) => {
    const path = join(disk.path, name);
    writeFileSync(path, option === '--baseline' ? readFileSync(await emptyBaseline()) : 'from before');
    const before = readFileSync(path);
    fill();
    const end = await compare(['in.ndjson', ...asked(option, path)]);
    expect(end.stderr).toContain(`${path} error unwritable-file\n  the disk is full`);
    expect(end.status).toBe(1);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(namesIn(disk.path)).toEqual(['filler', name].sort());
  });

  test.each(OUTPUTS)(
    '%s %s: a disk that can only be read is told before letters are read',
    async (option, name) => {
      const path = join(disk.path, name);
      if (option === '--baseline') writeFileSync(path, readFileSync(await emptyBaseline()));
      disk.change('ro');
      const end = await compare(['in.ndjson', ...asked(option, path)]);
      expect(end).toEqual({
        status: 1,
        stdout: '',
        stderr: `${path} error unwritable-file\n  the disk can only be read\n`,
      });
    },
  );

  test('tables are written all or none', async () => {
    const tables = join(disk.path, 'tables');
    const args = ['in.ndjson', '--store', join(folder, 'whole.duckdb'), '--parquet', tables];
    fill();
    const end = await compare(args);
    expect(end.stderr).toContain('the disk is full');
    expect(end.status).toBe(3);
    expect(namesIn(tables)).toEqual([]);
    disk.change('size=64m');
    expect((await compare(args)).status).toBe(0);
    expect(namesIn(tables)).toHaveLength(6);
  });

  test('standard input that cannot be kept is told with how to mend it', async () => {
    const input = readFileSync(join(folder, 'in.ndjson'), 'utf8');
    const end = await compare(['-'], { input, env: { TMPDIR: disk.path } });
    expect(end).toEqual({
      status: 1,
      stdout: '',
      stderr: `${disk.path} error unwritable-file\n  the disk is full\n  help: standard input is kept there; set TMPDIR to a folder with room\n`,
    });
    expect(namesIn(disk.path)).toEqual([]);
  });

  describe('with a store, whose size', { timeout: 180_000 }, () => {
    const kilobytes = (path: string): number => statSync(path).blocks / 2;
    const whole = (): string => join(folder, 'whole.duckdb');
    const FULL = 'the disk is full\n  help: make room and run it again with --resume';

    test.each([
      ['is that of some letters: full while they are read', () => 64],
      ['is a third of it: full while it is built', () => kilobytes(whole()) / 3],
      ['is nearly that of it: full while it is put together', () => kilobytes(whole()) - 64],
    ])('%s; goes on when there is room', async (_when, size) => {
      disk.change(`size=${Math.round(size())}k`);
      const args = ['in.ndjson', '--format', 'json', '--store', join(disk.path, 's.duckdb')];
      const end = await compare(args);
      expect(end.stdout).toBe('');
      expect(end.stderr).toContain(FULL);
      expect(end.status).toBe(3);
      expect(namesIn(disk.path)).toEqual(['s.duckdb.work']);
      disk.change('size=100m');
      const resumed = await compare([...args, '--resume']);
      expect(resumed).toEqual({ ...plain, stderr: expect.not.stringContaining('error') });
      expect(namesIn(disk.path)).toEqual(['s.duckdb']);
    });

    test('has room for the old one only: the old one stays, byte by byte', async () => {
      const store = join(disk.path, 's.duckdb');
      disk.change('size=100m');
      await compare(['few.ndjson', '--store', store]);
      const before = readFileSync(store);
      disk.change(`size=${kilobytes(store) + kilobytes(whole()) - 64}k`);
      const end = await compare(['in.ndjson', '--store', store]);
      expect([end.status, end.stdout, end.stderr]).toEqual([3, '', expect.stringContaining(FULL)]);
      expect(readFileSync(store).equals(before)).toBe(true);
      expect(namesIn(disk.path)).toEqual(['s.duckdb', 's.duckdb.work']);
    });

    test.each([
      ['does not', 16, 3],
      ['does, but not for more', 1024, 0],
    ])(
      '%s let other rules write what they come to: none or all of it counts',
      async (_when, more, status) => {
        const store = join(disk.path, 's.duckdb');
        const rules = otherRules();
        const judged = (path: string) =>
          runProgram(['compare', '--store', path, '--rules', rules, '--format', 'json'], folder);
        disk.change('size=100m');
        copyFileSync(whole(), store);
        copyFileSync(whole(), join(folder, 'with-room.duckdb'));
        const expected = await judged('with-room.duckdb');
        rmSync(join(folder, 'with-room.duckdb'));
        disk.change(`size=${kilobytes(store) + more}k`);
        const end = await judged(store);
        expect(end).toEqual(
          status === 0 ? expected : { status, stdout: '', stderr: expect.stringContaining(FULL) },
        );
        disk.change('size=100m');
        expect(await judged(store)).toEqual(expected);
        const others = await compare(['few.ndjson', '--format', 'json', '--store', store]);
        expect(others.stdout).toBe((await compare(['few.ndjson', '--format', 'json'])).stdout);
        expect(namesIn(disk.path)).toEqual(['s.duckdb']);
      },
    );
  });

  test('a store on a disk that can only be read is told', async () => {
    disk.change('ro');
    const end = await compare(['in.ndjson', '--store', join(disk.path, 's.duckdb')]);
    expect(end.stderr).toContain('the disk can only be read\n  help: name a store elsewhere');
    expect(end.status).toBe(3);
  });
});

/** The rules of the tests, of which every one comes to the opposite where nothing decides. */
function otherRules(): string {
  const copy = join(folder, 'rules');
  cpSync(RULES, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    const path = join(copy, name);
    if (!name.endsWith('.yaml') || name.includes('lexicon') || name.endsWith('.examples.yaml')) continue;
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/^otherwise: .*/m, 'otherwise: medically-necessary'),
    );
  }
  return copy;
}

/** Of a letter that has no finding. */
async function emptyBaseline(): Promise<string> {
  const path = join(folder, 'none.json');
  await compare([resolve('seeds/000_5475c45083a012bb.txt'), '--baseline', 'none.json', '--update-baseline']);
  return path;
}
