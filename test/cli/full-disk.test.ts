/**
 * Disks that are full or can only be read, with every file that `compare` writes: a clear word, the status, and what
 * was there before as it was. On small real disks, where this machine lets them be mounted.
 */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { madeRecords } from '../helpers/made-letters.js';
import { namesIn, type ProgramEnd, runSet } from '../helpers/run-program.js';
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

  // Where it gets full while the store is built, nothing is lost, but the database may name another cause.
  test.each(['is read'])(
    'a store whose disk gets full while it %s goes on when there is room',
    async (when) => {
      const built = statSync(join(folder, 'whole.duckdb')).blocks / 2;
      disk.change(`size=${when === 'is read' ? 64 : built - 64}k`);
      const store = join(disk.path, 's.duckdb');
      const args = ['in.ndjson', '--format', 'json', '--store', store];
      const end = await compare(args);
      expect(end.stdout).toBe('');
      expect(end.stderr).toContain('the disk is full\n  help: make room and run it again with --resume');
      expect(end.status).toBe(3);
      expect(namesIn(disk.path).filter((name) => name !== 's.duckdb.work')).toEqual([]);
      disk.change('size=100m');
      const resumed = await compare([...args, '--resume']);
      expect(resumed).toEqual({ ...plain, stderr: expect.not.stringContaining('error') });
      expect(namesIn(disk.path)).toEqual(['s.duckdb']);
    },
  );

  test('a store on a disk that can only be read is told', async () => {
    disk.change('ro');
    const end = await compare(['in.ndjson', '--store', join(disk.path, 's.duckdb')]);
    expect(end.stderr).toContain('the disk can only be read\n  help: name a store elsewhere');
    expect(end.status).toBe(3);
  });
});

async function emptyBaseline(): Promise<string> {
  const path = join(folder, 'none.json');
  writeFileSync(join(folder, 'empty.txt'), 'no letter');
  await compare(['empty.txt', '--baseline', 'none.json', '--update-baseline']);
  return path;
}
