/**
 * Facts that follow from other facts of the case: any or all of them, the same level, a sum, the time between two days.
 * In: how the lexicon derives the fact. Out: a reading that names the facts it follows from.
 */
import { daysPer, monthsBetween } from '../language/dates.js';
import {
  type Fact,
  type FactBase,
  type FactReading,
  type FactValue,
  readingOf,
  silentOn,
} from '../vocabulary/fact.js';
import type { FactEntry } from '../vocabulary/lexicon.js';
import type { Service } from '../vocabulary/service.js';
import { byDate, type Weighing, weigh } from './weighed-facts.js';

/** The part of a sum that the request says: how many are asked for. */
const REQUESTED = 'req_quantity';

/**
 * The reading of a fact that nothing says outright, or whose parts may say otherwise.
 * @param own what was said of it
 * @param asOf the day up to which time is counted where the facts do not say; null if there is none
 */
export function derived(
  name: string,
  entry: FactEntry,
  own: FactReading,
  base: FactBase,
  service: Service,
  asOf: string | null,
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
  if (derive?.since) return since(name, entry, derive.since, base, service);
  if (derive?.['less-than']) return lessThan(name, derive['less-than'], own, base, service);
  if (derive?.['sum-of']) return sumOf(name, derive['sum-of'], base, service);
  if (derive?.['weeks-of']) return weeksOf(name, derive['weeks-of'], own, base, service);
  const months = derive?.['months-between'];
  const weeks = derive?.['weeks-between'];
  const between = months ?? weeks;
  return between
    ? elapsed(name, between, months ? 1 : daysPer('month') / daysPer('week'), base, service, asOf)
    : own;
}

/** What the request itself says of a fact, which goes before what the letter says; null where it is silent. */
export function requested(name: string, entry: FactEntry, service: Service): FactReading | null {
  const qualifier = entry.derive?.requested;
  const value = qualifier === undefined ? undefined : service.modifiers[qualifier];
  if (value === undefined || typeof value === 'boolean') return null;
  return { ...readingOf(name, 'present', value), because: 'the request names it' };
}

const OPPOSITE = { present: 'absent', absent: 'present' } as const;

/** A part is a fact, `fact=value` for one value of a choice, or `fact=absent` for its opposite. */
function partReading(part: string, base: FactBase, service: Service): FactReading {
  const [fact = '', value] = part.split('=');
  const answer = base.ask(fact, service);
  if (value === 'absent') return opposite(answer);
  if (value === undefined || answer.status !== 'present') return answer;
  return answer.value === value ? answer : { ...answer, status: 'absent' };
}

function opposite(answer: FactReading): FactReading {
  const { status } = answer;
  return status === 'present' || status === 'absent' ? { ...answer, status: OPPOSITE[status] } : answer;
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
  if (present.length === 0) return silentOn(name);
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
  if (!left || !right || left.length === 0 || right.length === 0) return silentOn(name);
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

/** `L4-5` as `L4` and `L5`; between two columns also the root that bears the number after the last vertebra: `C7-T1` as `C8`. */
function rootsOf(level: string): string[] {
  const [first = '', second] = level.split('-');
  if (second === undefined) return [first];
  if (/^\d/.test(second)) return [first, `${first[0]}${second}`];
  return [first, `${first[0]}${Number(first.slice(1)) + 1}`, second];
}

/** What is said to be so many, and what is asked for, added up. One part that is silent leaves the sum open. */
function sumOf(name: string, parts: readonly string[], base: FactBase, service: Service): FactReading {
  let [low, high] = [0, 0];
  let isUncertain = false;
  const facts: Fact[] = [];
  for (const part of parts) {
    const answer = part === REQUESTED ? null : base.ask(part, service);
    const range = answer === null ? rangeOf(service.quantity) : countOf(answer);
    if (range === null) return { ...silentOn(name), gap: answer?.gap ?? false };
    [low, high] = [low + range[0], high + range[1]];
    isUncertain ||= answer?.status === 'uncertain';
    facts.push(...(answer?.facts ?? []));
  }
  return {
    fact: name,
    status: isUncertain ? 'uncertain' : 'present',
    value: low === high ? low : [low, high],
    gap: false,
    because: `${parts.join(' and ')} added up`,
    facts,
  };
}

/** Whether one number is below another; of ranges, all of it below all of the other. */
function lessThan(
  name: string,
  parts: readonly [string, string],
  own: FactReading,
  base: FactBase,
  service: Service,
): FactReading {
  const answers = parts.map((part) => base.ask(part, service));
  const [less, more] = answers.map(({ status, value }) => (status === 'present' ? rangeOf(value) : null));
  if (!less || !more) return own;
  return {
    fact: name,
    status: less[1] < more[0] ? 'present' : 'absent',
    value: null,
    gap: false,
    because: parts.join(' beside '),
    facts: answers.flatMap(({ facts }) => facts),
  };
}

/** How many weeks visits take at the least: 12 at three a week no less than four. */
function weeksOf(
  name: string,
  { visits, 'most-a-week': most }: { readonly visits: string; readonly 'most-a-week': number },
  own: FactReading,
  base: FactBase,
  service: Service,
): FactReading {
  const answer = base.ask(visits, service);
  const range = answer.status === 'present' ? rangeOf(answer.value) : null;
  if (range === null) return own;
  return {
    fact: name,
    status: 'present',
    value: Math.round((10 * range[0]) / most) / 10,
    gap: false,
    because: `${visits}, at ${most} a week`,
    facts: answer.facts,
  };
}

/** What one fact says on days after the newest day of another, weighed as its statements are. */
function since(
  name: string,
  how: Weighing,
  [what, event]: readonly [string, string],
  base: FactBase,
  service: Service,
): FactReading {
  const start = base.ask(event, service);
  const from = start.status === 'present' ? newestDate(start) : null;
  if (from === null) return silentOn(name);
  const later = base.ask(what, service).facts.filter(({ date }) => date !== null && date > from);
  const answer = weigh(name, later, how);
  return answer.status === 'not-documented' ? answer : { ...answer, because: `since ${from}` };
}

/** A number that is denied in words (`no therapy so far`) is none. */
function countOf({ status, value }: FactReading): readonly [number, number] | null {
  return status === 'absent' && value === null ? [0, 0] : status === 'not-documented' ? null : rangeOf(value);
}

function rangeOf(value: FactValue | null): readonly [number, number] | null {
  if (typeof value === 'number') return [value, value];
  if (!Array.isArray(value)) return null;
  const [low, high] = value as readonly unknown[];
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
}

/** Time from the newest date of one fact to the value, or the newest date, of another, in months times `factor`. */
function elapsed(
  name: string,
  [from, to]: readonly [string, string],
  factor: number,
  base: FactBase,
  service: Service,
  asOf: string | null,
): FactReading {
  const start = base.ask(from, service);
  const end = base.ask(to, service);
  const startDate = newestDate(start) ?? (typeof start.value === 'string' ? start.value : null);
  const endDate = typeof end.value === 'string' ? end.value : (newestDate(end) ?? asOf);
  if (start.status !== 'present' || startDate === null || endDate === null) return silentOn(name);
  const value = Math.round(monthsBetween(startDate, endDate) * factor * 10) / 10;
  return {
    fact: name,
    status: 'present',
    value,
    gap: false,
    because: `from ${startDate} to ${endDate}`,
    facts: [...start.facts, ...end.facts],
  };
}

function newestDate({ facts }: FactReading): string | null {
  const dates = facts.flatMap(({ status, date }) => (status === 'present' && date !== null ? [date] : []));
  return dates.reduce<string | null>(
    (newest, date) => (newest === null || date > newest ? date : newest),
    null,
  );
}
