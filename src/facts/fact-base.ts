/**
 * Asks the facts of a case for one service: same body region, side and levels; statements weighed against each
 * other; facts that follow from other facts computed. Needs no letter, only facts, so it also works on stored ones.
 * What is silent reads `not-documented`; what the letter calls undocumented does too, with the words that say so.
 */
import { monthsBetween } from '../language/dates.js';
import type { Fact, FactBase, FactReading, FactStatus, FactValue } from '../vocabulary/fact.js';
import type { FactEntry } from '../vocabulary/lexicon.js';
import type { Service } from '../vocabulary/service.js';

/** What a fact base needs to know of the lexicon. */
export interface FactKnowledge {
  readonly facts: ReadonlyMap<string, FactEntry>;
  readonly includedRegions: ReadonlyMap<string, readonly string[]>;
}

/** A fact base over the facts of one case. The same question always has the same answer. */
export function factBase(facts: readonly Fact[], knowledge: FactKnowledge): FactBase {
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) byName.set(fact.fact, [...(byName.get(fact.fact) ?? []), fact]);
  const base: FactBase = {
    ask: (name, service) => {
      const entry = knowledge.facts.get(name);
      const relevant = ownFamily(
        (byName.get(name) ?? []).filter((fact) => concerns(fact, entry, service, knowledge)),
        service,
      );
      const own = weigh(name, relevant, entry?.weigh ?? 'any');
      return entry?.derive && own.status === 'not-documented'
        ? derived(name, entry, own, base, service)
        : own;
    },
  };
  return base;
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
  if (entry?.scope === 'service') return fact.service === null || fact.service === service.family;
  if (entry?.scope !== 'region') return true;
  if (fact.region !== null && service.region !== null && fact.region !== service.region) {
    const included = knowledge.includedRegions.get(service.region) ?? [];
    if (!included.includes(fact.region)) return false;
  }
  return !areOpposite(fact.laterality, service.laterality);
}

function areOpposite(a: string | null, b: string | null): boolean {
  return (a === 'left' && b === 'right') || (a === 'right' && b === 'left');
}

// ---- weighing

function weigh(name: string, facts: readonly Fact[], how: FactEntry['weigh']): FactReading {
  if (facts.length === 0) return silent(name);
  const asserted = facts.filter((fact) => fact.status !== 'gap');
  if (asserted.length === 0) return { ...silent(name), gap: true, facts };
  if (how === 'any') return anyWins(name, asserted);
  return how === 'latest' ? latestWins(name, asserted) : highestWins(name, asserted);
}

function silent(name: string): FactReading {
  return { fact: name, status: 'not-documented', value: null, gap: false, because: '', facts: [] };
}

function reading(
  name: string,
  winner: Fact,
  rest: readonly Fact[],
  because: string,
  value: FactValue | null = winner.value,
): FactReading {
  const others = rest.filter((fact) => fact !== winner);
  return {
    fact: name,
    status: winner.status === 'gap' ? 'not-documented' : winner.status,
    value,
    gap: false,
    because: others.length > 0 ? because : '',
    facts: [winner, ...others],
  };
}

/** History: one statement that it was so is enough; then a doubt; then a denial. Of several, the latest gives the value. */
function anyWins(name: string, facts: readonly Fact[]): FactReading {
  const order: readonly FactStatus[] = ['present', 'uncertain', 'absent'];
  const status = order.find((one) => facts.some((fact) => fact.status === one)) ?? 'absent';
  const winners = byDate(facts.filter((fact) => fact.status === status));
  const winner = winners[0] as Fact;
  const lists = winners.filter((fact) => Array.isArray(fact.value) && typeof fact.value[0] === 'string');
  const value =
    lists.length > 0
      ? [...new Set(lists.flatMap((fact) => fact.value as readonly string[]))].sort()
      : (winners.find((fact) => fact.value !== null)?.value ?? null);
  return reading(name, winner, [...winners, ...facts], `one of ${facts.length} statements says so`, value);
}

/** Exams and symptoms: the latest dated statement wins; statements of one date that differ leave it uncertain. */
function latestWins(name: string, facts: readonly Fact[]): FactReading {
  const sorted = byDate(facts);
  const winner = sorted[0] as Fact;
  const same = sorted.filter((fact) => fact.date === winner.date);
  const differing = same.find(
    (fact) =>
      fact.status !== winner.status || (typeof fact.value === 'string' && fact.value !== winner.value),
  );
  if (!differing)
    return reading(
      name,
      winner,
      sorted,
      `the latest of ${facts.length} statements, of ${winner.date ?? 'no date'}`,
    );
  const positive = same.find((fact) => fact.status === 'present' && typeof fact.value !== 'string');
  const sided = positive && same.every((fact) => fact.status !== 'absent' || isElsewhere(fact, positive));
  if (positive && sided)
    return reading(name, positive, sorted, 'present at one side or level, absent at another');
  return {
    ...reading(name, winner, sorted, ''),
    status: 'uncertain',
    value: null,
    because: `${same.length} statements of the same time differ`,
  };
}

/** True if two statements are about different sides or levels, so that they do not contradict each other. */
function isElsewhere(a: Fact, b: Fact): boolean {
  return (
    areOpposite(a.laterality, b.laterality) ||
    (a.levels.length > 0 && b.levels.length > 0 && !a.levels.some((level) => b.levels.includes(level)))
  );
}

function highestWins(name: string, facts: readonly Fact[]): FactReading {
  const top = (fact: Fact): number =>
    typeof fact.value === 'number' ? fact.value : Array.isArray(fact.value) ? Number(fact.value[1]) : -1;
  const sorted = [...facts].sort((a, b) => top(b) - top(a));
  return reading(name, sorted[0] as Fact, sorted, `the highest of ${facts.length} statements`);
}

/** Latest first; partial dates by what they say; without a date last; then in the order of the text from its end. */
function byDate(facts: readonly Fact[]): Fact[] {
  return [...facts].sort(
    (a, b) =>
      compare(b.date ?? '', a.date ?? '') || (b.evidence[0]?.start ?? 0) - (a.evidence[0]?.start ?? 0),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// ---- facts that follow from others

function derived(
  name: string,
  entry: FactEntry,
  own: FactReading,
  base: FactBase,
  service: Service,
): FactReading {
  const { derive } = entry;
  if (derive?.['same-as']) return { ...base.ask(derive['same-as'], service), fact: name };
  if (derive?.['values-of']) return valuesOf(name, base.ask(derive['values-of'], service));
  if (derive?.any)
    return combined(
      name,
      derive.any.map((part) => partReading(part, base, service)),
      'present',
      own,
    );
  if (derive?.all)
    return combined(
      name,
      derive.all.map((part) => partReading(part, base, service)),
      'absent',
      own,
    );
  if (derive?.['matching-levels']) return matching(name, derive['matching-levels'], base, service);
  const months = derive?.['months-between'];
  const weeks = derive?.['weeks-between'];
  const between = months ?? weeks;
  return between ? elapsed(name, between, months ? 1 : 30.4375 / 7, base, service) : own;
}

/** A part is a fact, or `fact=value` for one value of a choice. */
function partReading(part: string, base: FactBase, service: Service): FactReading {
  const [fact = '', value] = part.split('=');
  const answer = base.ask(fact, service);
  if (value === undefined || answer.status !== 'present') return answer;
  return answer.value === value ? answer : { ...answer, status: 'absent' };
}

/** Of `any`, one present part decides; of `all`, one absent part; otherwise all parts must speak. */
function combined(
  name: string,
  parts: readonly FactReading[],
  decisive: 'present' | 'absent',
  own: FactReading,
): FactReading {
  const other = decisive === 'present' ? 'absent' : 'present';
  const deciding = parts.filter((part) => part.status === decisive);
  const speaking = parts.filter((part) => part.status !== 'not-documented');
  const from = (chosen: readonly FactReading[]): Pick<FactReading, 'because' | 'facts'> => ({
    because: `follows from ${[...new Set(chosen.map((part) => part.fact))].join(', ')}`,
    facts: chosen.flatMap((part) => part.facts),
  });
  if (deciding.length > 0)
    return { fact: name, status: decisive, value: null, gap: false, ...from(deciding) };
  const doubtful = parts.filter((part) => part.status === 'uncertain');
  if (doubtful.length > 0)
    return { fact: name, status: 'uncertain', value: null, gap: false, ...from(doubtful) };
  if (speaking.length === 0 || (decisive === 'absent' && speaking.length < parts.length))
    return { ...own, gap: parts.some((part) => part.gap) };
  return { fact: name, status: other, value: null, gap: false, ...from(speaking) };
}

/** The values of which the latest statement is that they are so; as a list. */
function valuesOf(name: string, answer: FactReading): FactReading {
  const latest = new Map<FactValue, Fact>();
  for (const fact of byDate(answer.facts))
    if (fact.value !== null && !latest.has(fact.value)) latest.set(fact.value, fact);
  const present = [...latest.values()].filter((fact) => fact.status === 'present');
  if (present.length === 0) return silent(name);
  return {
    fact: name,
    status: 'present',
    value: present.map((fact) => String(fact.value)).sort(),
    gap: false,
    because: 'by the latest statement on each',
    facts: present,
  };
}

/** Present if what two groups of facts find shares a spinal level: a disc level counts for both roots that it can touch. */
function matching(
  name: string,
  groups: readonly [readonly string[], readonly string[]],
  base: FactBase,
  service: Service,
): FactReading {
  const [left, right] = groups.map((facts) =>
    facts
      .flatMap((fact) => base.ask(fact, service).facts)
      .filter((fact) => fact.status === 'present' && fact.levels.length > 0),
  );
  if (!left || !right || left.length === 0 || right.length === 0) return silent(name);
  const roots = new Set(right.flatMap((fact) => fact.levels.flatMap(rootsOf)));
  const shared = left.filter((fact) => fact.levels.flatMap(rootsOf).some((root) => roots.has(root)));
  const because = shared.length > 0 ? 'levels are the same' : 'no level is the same';
  return {
    fact: name,
    status: shared.length > 0 ? 'present' : 'absent',
    value: null,
    gap: false,
    because,
    facts: shared.length > 0 ? [...shared, ...right] : [...left, ...right],
  };
}

/** `L4-5` as `L4` and `L5`. */
function rootsOf(level: string): string[] {
  const [first = '', second] = level.split('-');
  if (second === undefined) return [first];
  return [first, /^\d/.test(second) ? `${first[0]}${second}` : second];
}

/** Time from the newest date of one fact to the value of another, in months times `factor`. */
function elapsed(
  name: string,
  [from, to]: readonly [string, string],
  factor: number,
  base: FactBase,
  service: Service,
): FactReading {
  const start = base.ask(from, service);
  const end = base.ask(to, service);
  const startDate =
    start.facts.find((fact) => fact.status === 'present' && fact.date !== null)?.date ??
    (typeof start.value === 'string' ? start.value : null);
  if (start.status !== 'present' || startDate === null || typeof end.value !== 'string') return silent(name);
  const value = Math.round(monthsBetween(startDate, end.value) * factor * 10) / 10;
  return {
    fact: name,
    status: 'present',
    value,
    gap: false,
    because: `from ${startDate} to ${end.value}`,
    facts: [...start.facts, ...end.facts],
  };
}
