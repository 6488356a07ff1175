/**
 * What becomes of a block whose worker dies: it is tried once more, then told; nothing else is lost. In the pool, and in
 * whole runs of the program, where a thread of it runs out of memory at its work.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCheckedRules } from '../../src/files/checked-rules.js';
import type { Block } from '../../src/files/letter-blocks.js';
import type * as Workers from '../../src/workers/run-blocks.js';
import type * as Pools from '../../src/workers/worker-pool.js';
import { madeRecords } from '../helpers/made-letters.js';
import { namesIn, type ProgramEnd, runSet } from '../helpers/run-program.js';

const KEPT = 'dist/checked-rules.json';
const NO_STORE = {
  folder: null,
  knownBlocks: [],
  knownLetters: null,
  hasSignatures: false,
  contentHash: null,
} as const;

let folder = '';
let workers: typeof Workers;
let pools: typeof Pools;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workers-'));
  for (let i = 0; i < 6; i++) writeFileSync(join(folder, `${i}.txt`), 'a shopping list');
  const built = (name: string) => import(pathToFileURL(resolve(`dist/workers/${name}.js`)).href);
  workers = (await built('run-blocks')) as typeof Workers;
  pools = (await built('worker-pool')) as typeof Pools;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks: () => AsyncGenerator<Block> = async function* () {
  for (let i = 0; i < 6; i++) yield { kind: 'files', paths: [join(folder, `${i}.txt`)] };
};

async function results(pool: Pools.BlockPool): Promise<string[]> {
  const found: string[] = [];
  for await (const { outcomes } of workers.runBlocks(blocks(), pool, 2, new AbortController().signal)) {
    for (const one of outcomes) {
      const code = 'error' in one ? one.error.message : one.problems[0]?.code;
      found.push(`${one.document.slice(folder.length + 1)} ${code}`);
    }
  }
  return found;
}

describe('a pool of workers', () => {
  test('a worker that is killed at its work is replaced, and its block is read by the next', async () => {
    const { digest } = JSON.parse(readFileSync(KEPT, 'utf8')) as { readonly digest: string };
    const kept = await readCheckedRules(KEPT, digest);
    if (kept === null) throw new Error('the build keeps no rules');
    const pool = pools.openPool(1, { ...kept, ...NO_STORE });
    const killed = pool.threads[0]?.terminate();
    const found = await results(pool);
    await killed;
    await pool.destroy();
    expect(found).toEqual([0, 1, 2, 3, 4, 5].map((i) => `${i}.txt not-a-determination`));
  }, 60_000);

  test('a block that kills every worker is told in its place, the others come out', async () => {
    let asked = 0;
    const pool: Pools.BlockPool = {
      threads: [],
      destroy: async () => {},
      run: async (block: Block) => {
        asked += 1;
        if (block.kind === 'files' && block.paths[0]?.endsWith('2.txt')) throw new Error('out of\nmemory');
        const document = block.kind === 'files' ? (block.paths[0] ?? '') : '';
        const outcome = { document, problems: [], signature: null, rows: [] };
        return {
          block,
          key: null,
          isLast: true,
          letters: 1,
          issues: 0,
          unread: 0,
          outcomes: [outcome],
          unwritten: null,
        };
      },
    };
    const found = await results(pool);
    expect(asked).toBe(7);
    expect(found[2]).toBe('2.txt the worker that read it died twice: out of memory');
    expect(found).toHaveLength(6);
  });
});

/** Fills the memory of the first thread that is at work; of every one, where no file tells that one died already. */
const FILLS_MEMORY = `
import { isMainThread } from 'node:worker_threads';
import { existsSync, writeFileSync } from 'node:fs';
const { DIED, FOREVER } = process.env;
if (!isMainThread) {
  setTimeout(() => {
    if (existsSync(DIED) && FOREVER === undefined) return;
    writeFileSync(DIED, '');
    for (const all = []; ; ) all.push(new Array(100_000).fill(all.length + 0.5));
  }, 1);
}`;

describe('a run of the program', () => {
  const RULES = resolve('test/scenarios/rules');
  const input = `${madeRecords(700).join('\n')}\n`;
  let whole: ProgramEnd;

  const compare = (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<ProgramEnd> =>
    runSet(['compare', 'in.ndjson', '--format', 'json', '--rules', RULES, ...args], folder, { env });

  /** @param died the file that tells that a thread died */
  const outOfMemory = (died: string, env: Readonly<Record<string, string>> = {}) => ({
    ...env,
    DIED: join(folder, died),
    NODE_OPTIONS: `--max-old-space-size=256 --import data:text/javascript,${encodeURIComponent(FILLS_MEMORY)}`,
  });

  beforeAll(async () => {
    writeFileSync(join(folder, 'in.ndjson'), input);
    whole = await compare([]);
  }, 120_000);

  test.each([
    ['without a store', []],
    ['with a store', ['--store', 'lost.duckdb']],
  ])(
    '%s whose thread runs out of memory comes to the same',
    async (_name, args) => {
      const died = `died-${args.length}`;
      const end = await compare([...args, '--workers', '2'], outOfMemory(died));
      expect(existsSync(join(folder, died))).toBe(true);
      expect(end).toEqual({ ...whole, stderr: expect.not.stringContaining('error') });
      expect(namesIn(folder).filter((name) => /work$|tmp$|lock$/.test(name))).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['without a store', []],
    ['with a store', ['--store', 'never.duckdb']],
  ])(
    '%s whose threads all die as they start ends, says why, and another run comes to it all',
    async (_name, args) => {
      const end = await compare(args, outOfMemory('died-ever', { FOREVER: '1' }));
      expect(end).toEqual({
        status: 3,
        stdout: '',
        stderr: expect.stringMatching(
          /necessity error internal-error\n {2}the threads that read letters die as soon as they start: .*memory.*\n {2}help: make room in memory, or read with fewer --workers\n$/,
        ),
      });
      expect(
        namesIn(folder).filter((name) => /tmp$|lock$|duckdb$/.test(name) && name !== 'lost.duckdb'),
      ).toEqual([]);
      if (args.length > 0) expect((await compare([...args, '--resume'])).stdout).toBe(whole.stdout);
    },
    120_000,
  );
});
