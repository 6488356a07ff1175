import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../src/store/database.js';
import { LetterRowsReader } from '../../src/store/group-rows.js';

async function* inChunks(rows: readonly Row[], sizes: readonly number[]): AsyncGenerator<readonly Row[]> {
  let at = 0;
  for (let i = 0; at < rows.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield rows.slice(at, at + size);
    at += size;
  }
}

const idsArbitrary = fc
  .array(fc.nat({ max: 40 }), { maxLength: 60 })
  .map((ids) => [...ids].sort((a, b) => a - b));
const sizesArbitrary = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

test('every letter gets its own rows, wherever the chunks and the batches of letters end', async () => {
  await fc.assert(
    fc.asyncProperty(
      idsArbitrary,
      sizesArbitrary,
      fc.integer({ min: 1, max: 15 }),
      async (ids, sizes, batch) => {
        const rows = ids.map((id, place): Row => [id, place]);
        const reader = new LetterRowsReader(inChunks(rows, sizes));
        const given: Row[] = [];
        for (let first = 0; first <= 40; first += batch) {
          const last = Math.min(40, first + batch - 1);
          const own = await reader.through(last);
          for (let letter = first; letter <= last; letter++) {
            const taken = own.take(letter);
            expect(taken.every(([id]) => id === letter)).toBe(true);
            given.push(...taken);
          }
        }
        expect(given).toEqual(rows);
      },
    ),
  );
});

test('a table without rows has none for any letter', async () => {
  const reader = new LetterRowsReader(inChunks([], [1]));
  expect((await reader.through(3)).take(1)).toEqual([]);
  expect((await reader.through(9)).take(9)).toEqual([]);
});
