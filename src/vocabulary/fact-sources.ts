/**
 * The closed set of ways in which a fact can follow from mentions, and what a source of a fact names.
 */
import type { FactSource } from './lexicon.js';

/** The mechanism that a source uses: the one key among these that it has. */
export const MECHANISMS = [
  'finding',
  'test',
  'event',
  'number',
  'count',
  'duration',
  'relief',
  'failure',
  'date',
  'choice',
  'list',
  'levels',
  'drug-line',
  'taken-for',
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** The mechanism of a source, or null if it names none. */
export function mechanismOf(source: FactSource): Mechanism | null {
  return MECHANISMS.find((name) => source[name] !== undefined) ?? null;
}

/** The concepts that a source reads, each with the value or item it stands for. */
export function conceptsOf(source: FactSource, mechanism: Mechanism): (readonly [string, string | null])[] {
  const named = source[mechanism];
  if (named === undefined) return [];
  if (typeof named === 'string') return [[named, null]];
  if (Array.isArray(named)) return named.map((name): [string, null] => [name, null]);
  return Object.entries(named);
}
