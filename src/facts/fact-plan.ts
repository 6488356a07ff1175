/**
 * Which facts a concept can give, looked up by concept: extraction visits only the facts that a mention may serve.
 * In: the fact definitions of the lexicon. Out: for each concept the sources that name it, or what it is.
 */
import { conceptsOf, type Mechanism, mechanismOf } from '../vocabulary/fact-sources.js';
import type { FactEntry, FactSource } from '../vocabulary/lexicon.js';

export interface PlannedSource {
  readonly fact: string;
  readonly entry: FactEntry;
  readonly mechanism: Mechanism;
  readonly source: FactSource;
  /** Value or list item that the concept stands for, for `choice` and `list`. */
  readonly item: string | null;
}

export type FactPlan = ReadonlyMap<string, readonly PlannedSource[]>;

/**
 * The sources of all facts by the concepts that may serve them: those that they name, and all that are one of those.
 * @param concepts by name, with the names of all that they are
 */
export function planFacts(
  facts: ReadonlyMap<string, FactEntry>,
  concepts: ReadonlyMap<string, ReadonlySet<string>>,
): FactPlan {
  const named = sourcesByName(facts);
  const plan = new Map<string, readonly PlannedSource[]>();
  for (const [concept, names] of concepts) {
    const sources = [...names].flatMap((name) => named.get(name) ?? []);
    if (sources.length > 0) plan.set(concept, sources);
  }
  return plan;
}

function sourcesByName(facts: ReadonlyMap<string, FactEntry>): ReadonlyMap<string, readonly PlannedSource[]> {
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
