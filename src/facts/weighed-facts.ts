/**
 * Statements of one fact weighed against each other -> what they say together, and why.
 * In: the statements that concern a service. Out: one reading; what is silent reads `not-documented`.
 * Not here: which statements concern the service (`fact-base.ts`), facts that follow from others (`derived-facts.ts`).
 */
import { monthsBetween } from '../language/dates.js';
import {
  type Fact,
  type FactReading,
  type FactStatus,
  type FactValue,
  silentOn,
} from '../vocabulary/fact.js';
import type { FactEntry } from '../vocabulary/lexicon.js';

/** How a fact is weighed: a part of its entry in the lexicon. */
export type Weighing = Pick<FactEntry, 'weigh' | 'signs'>;

/** What the statements on a fact come to. That it is not documented counts only where nothing else is said. */
export function weigh(name: string, facts: readonly Fact[], { weigh: how, signs }: Weighing): FactReading {
  if (facts.length === 0) return silentOn(name);
  const asserted = facts.filter((fact) => fact.status !== 'gap');
  if (asserted.length === 0) return { ...silentOn(name), gap: true, facts };
  if (how === 'any') return anyWins(name, asserted);
  return how === 'latest' ? latestWins(name, asserted, signs === 'several') : highestWins(name, asserted);
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

/**
 * Exams and symptoms: the latest dated statement wins; statements of one date that differ leave it uncertain.
 * @param areSeveral whether the fact is about several signs, so that one which is absent contradicts none that is present
 */
function latestWins(name: string, facts: readonly Fact[], areSeveral: boolean): FactReading {
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
  if (positive && areSeveral)
    return reading(name, positive, sorted, 'present by one sign, absent by another');
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
export function byDate(facts: readonly Fact[]): Fact[] {
  return [...facts].sort(
    (a, b) =>
      compare(b.date ?? '', a.date ?? '') || (b.evidence[0]?.start ?? 0) - (a.evidence[0]?.start ?? 0),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many months before a day a statement's own date is; null where either has none. */
export function monthsBefore(day: string | null, { date }: Pick<Fact, 'date'>): number | null {
  return date === null || day === null ? null : monthsBetween(date, day);
}

/** True for the left and the right side. */
export function areOpposite(a: string | null, b: string | null): boolean {
  return (a === 'left' && b === 'right') || (a === 'right' && b === 'left');
}
