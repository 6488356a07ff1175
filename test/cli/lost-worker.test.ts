/** What becomes of a block whose worker dies: it is tried once more, then told; nothing else is lost. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '../../src/files/letter-blocks.js';
import type * as Workers from '../../src/workers/run-blocks.js';

let folder = '';
let workers: typeof Workers;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workers-'));
  for (let i = 0; i < 6; i++) writeFileSync(join(folder, `${i}.txt`), 'a shopping list');
  workers = (await import(pathToFileURL(resolve('dist/workers/run-blocks.js')).href)) as typeof Workers;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks: () => AsyncGenerator<Block> = async function* () {
  for (let i = 0; i < 6; i++) yield { kind: 'files', paths: [join(folder, `${i}.txt`)] };
};

async function results(pool: Workers.BlockPool): Promise<string[]> {
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
  const kept = JSON.parse(readFileSync('dist/checked-rules.json', 'utf8'));
  const setup = { ...kept, folder: null, knownBlocks: [], knownLetters: null, contentHash: null };

  test('a worker that is killed at its work is replaced, and its block is read by the next', async () => {
    const pool = workers.openPool(1, setup);
    const killed = pool.threads[0]?.terminate();
    const found = await results(pool);
    await killed;
    await pool.destroy();
    expect(found).toEqual([0, 1, 2, 3, 4, 5].map((i) => `${i}.txt not-a-determination`));
  }, 60_000);

  test('a block that kills every worker is told in its place, the others come out', async () => {
    let asked = 0;
    const pool: Workers.BlockPool = {
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
