import { expect, test } from 'vitest';
import { BoundedMemo } from '../../src/text/bounded-memo.js';

test('what was set is got again, and nothing else', () => {
  const memo = new BoundedMemo<number>();
  memo.set('a', 1);
  expect([memo.get('a'), memo.get('b')]).toEqual([1, undefined]);
});

test('however much is set, little is kept, and the newest always is', () => {
  const memo = new BoundedMemo<number>();
  const count = 12_000;
  for (let i = 0; i < count; i++) {
    memo.set(`${i}`, i);
    expect(memo.get(`${i}`)).toBe(i);
  }
  const kept = Array.from({ length: count }, (_, i) => memo.get(`${i}`)).filter((one) => one !== undefined);
  expect(kept.length).toBeLessThanOrEqual(5000);
});
