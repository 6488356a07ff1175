import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BandTable } from '../../src/similarity/band-table.js';

test('it is a map from keys to the first group that has them, however many there are', () => {
  const anyKeys = fc.array(fc.oneof(fc.integer(), fc.integer({ min: -50, max: 50 })), { maxLength: 5000 });
  fc.assert(
    fc.property(anyKeys, (keys) => {
      const table = new BandTable((group) => keys[group] as number);
      const expected = new Map<number, number>();
      keys.forEach((key, group) => {
        expect(table.get(key)).toBe(expected.get(key));
        if (expected.has(key)) return;
        table.set(key, group);
        expected.set(key, group);
      });
      for (const [key, group] of expected) expect(table.get(key)).toBe(group);
    }),
    { numRuns: 30 },
  );
});
