import { describe, expect, test } from 'vitest';
import { graphOf } from '../../src/language/phrase-graph.js';
import { plantPhrases } from '../../src/language/planted-phrases.js';

const LANGUAGE = { irregular: {}, sets: {} };
const sizeOf = (...lists: readonly (readonly string[])[]): number =>
  graphOf(
    plantPhrases(
      LANGUAGE,
      lists.map((phrases, i) => ({ phrases, layer: 0, entry: null, origin: [String(i)] })),
    ),
  ).nodes.length;

/** What one more phrase adds to a list that has an end like it: a step of the root. */
const STEP = 2;

describe('the graph of phrases', () => {
  test('holds what phrases of one list end with once', () => {
    const one = sizeOf(['red apple pie']);
    expect(sizeOf(['red apple pie', 'green apple pie'])).toBe(one + STEP);
    expect(sizeOf(['red apple pie', 'green apple pie', 'old apple pie'])).toBe(one + 2 * STEP);
  });

  test('keeps apart what ends alike and stands for something else', () => {
    expect(sizeOf(['red apple pie'], ['green apple pie'])).toBeGreaterThan(sizeOf(['red apple pie']) + STEP);
  });
});
