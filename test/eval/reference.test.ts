/**
 * The figures against those of an independent scorer, on a fixed output with every kind of fault.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scoreLetters } from '../../bench/eval/figures.js';
import { missesByKind } from '../../bench/eval/misses.js';
import { parseChecks, parseFacts } from '../../bench/eval/output.js';
import { readLabelledLetters } from '../../bench/eval/read-inputs.js';
import { CORPUS, YARDSTICK } from './labelled-corpus.js';

const fixture = (name: string): string => readFileSync(`test/eval/fixtures/${name}`, 'utf8');
const reference: unknown = JSON.parse(fixture('reference.json'));

describe('against an independent scorer', () => {
  const facts = parseFacts('facts.ndjson', fixture('facts.ndjson'));
  const checks = parseChecks('check.ndjson', fixture('check.ndjson'));
  // Letters that came to the corpus later have no place in the recorded output.
  const recorded = new Set([...facts.rows.keys(), ...checks.rows.keys(), ...facts.unread, ...checks.unread]);
  const letters = readLabelledLetters(CORPUS).filter(({ name }) => recorded.has(name));
  const { figures, misses } = scoreLetters(letters, { facts, checks }, YARDSTICK);
  const counts = missesByKind(misses).map(({ kind, misses: all }) => [kind, all.length]);

  test('every figure, and the number of misses of each kind, is the same', () => {
    expect({ figures, misses: Object.fromEntries(counts) }).toEqual(reference);
  });

  test('facts alone and checks alone give the same figures as both together', () => {
    const factsOnly = scoreLetters(letters, { facts, checks: null }, YARDSTICK).figures;
    const checksOnly = scoreLetters(letters, { facts: null, checks }, YARDSTICK).figures;
    expect({ ...factsOnly, ...checksOnly }).toEqual(figures);
    expect(Object.keys(factsOnly)).toEqual(['letters', 'facts', 'unread']);
  });
});
