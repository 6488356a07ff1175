/**
 * Which facts a concept can give, looked up by concept: extraction visits only the facts that a mention may serve.
 * In: the fact definitions of the lexicon. Out: for each concept name the sources that name it.
 */
import type { FactEntry, FactSource } from '../vocabulary/lexicon.js';

/** The mechanism that a source uses: the one key among these that it has. */
export const MECHANISMS = ['finding', 'test', 'event', 'number', 'count', 'duration', 'relief', 'date', 'choice', 'list', 'levels'] as const;
export type Mechanism = (typeof MECHANISMS)[number];

export interface PlannedSource {
  readonly fact: string;
  readonly entry: FactEntry;
  readonly mechanism: Mechanism;
  readonly source: FactSource;
  /** Value or list item that the concept stands for, for `choice` and `list`. */
  readonly item: string | null;
}

export type FactPlan = ReadonlyMap<string, readonly PlannedSource[]>;

/** The sources of all facts by the concepts that they name. */
export function planFacts(facts: ReadonlyMap<string, FactEntry>): FactPlan {
  const plan = new Map<string, PlannedSource[]>();
  for (const [fact, entry] of facts) {
    for (const source of entry.from ?? []) {
      const mechanism = mechanismOf(source);
      if (mechanism === null) continue;
      for (const [concept, item] of conceptsOf(source, mechanism)) {
        const planned = { fact, entry, mechanism, source, item };
        const known = plan.get(concept);
        if (known) known.push(planned);
        else plan.set(concept, [planned]);
      }
    }
  }
  return plan;
}

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
