/**
 * Which facts a concept can give, looked up by concept: extraction visits only the facts that a mention may serve.
 * In: the fact definitions of the lexicon. Out: for each concept the sources that name it, or what it is.
 */
import { conceptsOf, type Mechanism, mechanismOf } from '../vocabulary/fact-sources.js';
import type { FactEntry, FactSource } from '../vocabulary/lexicon.js';
import { type Conditions, conditionsOf } from './conditions.js';
import { type Placing, placingOf } from './placing.js';

/** One source of one fact, made ready to be asked of every mention of a concept. */
export interface PlannedSource {
  readonly fact: string;
  readonly entry: FactEntry;
  readonly mechanism: Mechanism;
  readonly source: FactSource;
  readonly conditions: Conditions;
  readonly placing: Placing;
  /** How several mentions make the fact together; null if each makes it by itself. */
  readonly joint: JointKind | null;
  /** Value or list item that the concept stands for, for `choice` and `list`. */
  readonly item: string | null;
}

/** Tests that are counted, drugs whose doses are summed, treatments of one sentence that are listed. */
export type JointKind = 'tally' | 'dose' | 'list';

/** By name of the concept, sources in the order of the lexicon; concepts that serve no fact are not in it. */
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
    const placing = placingOf(entry);
    for (const source of entry.from ?? []) {
      const mechanism = mechanismOf(source);
      if (mechanism === null) continue;
      const conditions = conditionsOf(source, mechanism);
      const joint = jointKind(source, mechanism);
      for (const [concept, item] of conceptsOf(source, mechanism)) {
        const planned = { fact, entry, mechanism, source, conditions, placing, joint, item };
        const known = plan.get(concept);
        if (known) known.push(planned);
        else plan.set(concept, [planned]);
      }
    }
  }
  return plan;
}

function jointKind(source: FactSource, mechanism: Mechanism): JointKind | null {
  if (mechanism === 'list') return 'list';
  if (source.part === 'morphine-dose') return 'dose';
  return source.tally ? 'tally' : null;
}
