/**
 * Asks the facts of a case for one service: same body region, side and levels; statements weighed against each
 * other; facts that follow from other facts computed. Needs no letter, only facts, so it also works on stored ones.
 * What is silent reads `not-documented`; what the letter calls undocumented does too, with the words that say so.
 */
import type { Fact, FactBase, FactReading } from '../vocabulary/fact.js';
import type { FactEntry } from '../vocabulary/lexicon.js';
import type { Service } from '../vocabulary/service.js';
import { derived, requested } from './derived-facts.js';
import { areOpposite, byDate, type Weighing, weigh } from './weighed-facts.js';

/** What a fact base needs to know of the lexicon. */
export interface FactKnowledge {
  readonly facts: ReadonlyMap<string, FactEntry>;
  readonly includedRegions: ReadonlyMap<string, readonly string[]>;
}

/** How what the lexicon does not know is weighed. */
const HISTORY: Weighing = { weigh: 'any' };

/**
 * A fact base over the facts of one case. The same question always has the same answer.
 * @param asOf ISO day up to which time is counted where the facts themselves do not say: that of the UR decision
 */
export function factBase(
  facts: readonly Fact[],
  knowledge: FactKnowledge,
  asOf: string | null = null,
): FactBase {
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) byName.set(fact.fact, [...(byName.get(fact.fact) ?? []), fact]);
  const base: FactBase = {
    ask: (name, service) => {
      const entry = knowledge.facts.get(name);
      const asked = entry ? requested(name, entry, service) : null;
      if (asked) return asked;
      const relevant = ownFamily(
        (byName.get(name) ?? []).filter((fact) => concerns(fact, entry, service, knowledge)),
        service,
      );
      const own = weigh(name, relevant, entry ?? HISTORY);
      if (!entry?.derive || !isOpen(own, entry)) return own;
      const follows = derived(name, entry, own, base, service, endsOnDay(entry, knowledge) ? asOf : null);
      return own.status === 'not-documented' || outweighs(follows, own) ? follows : own;
    },
  };
  return base;
}

/** True if what follows from other facts matters beside what was said: `neurologically intact` is refuted by one deficit. */
function isOpen({ status }: FactReading, { signs }: FactEntry): boolean {
  return status === 'not-documented' || (status === 'absent' && signs === 'several');
}

/** True if a sign is present that is no older than the denial of all signs. */
function outweighs(follows: FactReading, own: FactReading): boolean {
  const [sign] = byDate(follows.facts.filter(({ status }) => status === 'present'));
  return follows.status === 'present' && (sign?.date ?? '') >= (own.facts[0]?.date ?? '');
}

/** True if time is counted to a day that the letter may leave unsaid, and not to an event, which then never was. */
function endsOnDay({ derive }: FactEntry, { facts }: FactKnowledge): boolean {
  const end = (derive?.['months-between'] ?? derive?.['weeks-between'])?.[1];
  return end !== undefined && facts.get(end)?.type === 'date';
}

/** Statements about the service's own family, if there are any; else those that name no family. */
function ownFamily(facts: readonly Fact[], service: Service): readonly Fact[] {
  const own = facts.filter((fact) => fact.service === service.family);
  return own.length > 0 ? own : facts;
}

/** True if a statement is about what a service is about; what names no region or family is about any. */
function concerns(
  fact: Fact,
  entry: FactEntry | undefined,
  service: Service,
  knowledge: FactKnowledge,
): boolean {
  // What goes with another service is asked about that one as well: supplies about their unit.
  if (entry?.scope === 'service') return [null, service.family, service.parent].includes(fact.service);
  if (entry?.scope !== 'region') return true;
  if (fact.region !== null && service.region !== null && fact.region !== service.region) {
    const included = knowledge.includedRegions.get(service.region) ?? [];
    const limb = entry['whole-limb']
      ? included.flatMap((region) => knowledge.includedRegions.get(region) ?? [])
      : [];
    if (!included.includes(fact.region) && !limb.includes(fact.region)) return false;
  }
  if (entry['at-levels'] && areOtherLevels(fact.levels, service.levels)) return false;
  return !areOpposite(fact.laterality, service.laterality);
}

/** True if both name levels between two vertebrae and share none; a nerve or a vertebra alone may belong to either. */
function areOtherLevels(a: readonly string[], b: readonly string[]): boolean {
  const areLevels = [...a, ...b].every((level) => level.includes('-'));
  return areLevels && a.length > 0 && b.length > 0 && !a.some((level) => b.includes(level));
}
