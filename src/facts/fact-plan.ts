/**
 * Which facts a concept can give, looked up by concept: extraction visits only the facts that a mention may serve.
 * In: the fact definitions of the lexicon. Out: for each concept name the sources that name it.
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
