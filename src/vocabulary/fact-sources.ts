/**
 * The closed set of ways in which a fact can follow from mentions, what a source of a fact names, and the facts that a
 * fact derives from.
 */
import type { Derivation, FactSource } from './lexicon.js';

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

/** One of `MECHANISMS`: the key by which a source of a fact says how it reads mentions. */
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

/** The names of the facts that a fact derives from; `trend=worsening` is about `trend`. */
export function derivedFrom(derive: Derivation): readonly string[] {
  const parts = [
    ...(derive.any ?? []),
    ...(derive.all ?? []),
    ...(derive['months-between'] ?? []),
    ...(derive['weeks-between'] ?? []),
    ...(derive['sum-of'] ?? []),
    ...(derive['weeks-of'] ? [derive['weeks-of'].visits] : []),
    ...(derive.since ?? []),
    ...(derive['less-than'] ?? []),
    ...(derive['matching-levels'] ?? []).flat(),
    derive['same-as'] ?? [],
    derive['values-of'] ?? [],
  ].flat();
  return parts.map((part) => part.split('=')[0] ?? '');
}
