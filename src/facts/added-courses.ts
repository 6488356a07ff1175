/**
 * Courses of one treatment that are told one after the other: `first 12, then 9 more`, `8 visits in 2013 and another 12 in
 * 2014`. In: the count of one of them. Out: that of all, with the units that tell it.
 * Not here: courses in sentences of their own, since nothing tells those from the same visits told again.
 */
import { type Unit, UnitKind } from '../language/unit.js';
import { COUNTED, type CueMeaning } from '../vocabulary/lexicon-terms.js';
import type { Amount } from './amounts.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import { does } from './small-words.js';

/** How far the counts of two courses may stand apart. */
const APART = 9;
/** How far behind a count may stand that it is still to come. */
const AHEAD = 6;
const MOST_VISITS = 100;

const NOT_DONE: ReadonlySet<CueMeaning> = new Set([
  'planned',
  'requested',
  'refused',
  'denied',
  'negated',
  'not-done',
  'hypothetical',
]);

/** The count of one course together with those that its sentence adds to it; null if there are none. */
export function allCourses(first: Amount, mention: Mention, scan: Scan): Amount | null {
  if (typeof first.value !== 'number') return null;
  const before = isMore(first.from, scan) ? countBefore(first, mention, scan) : null;
  let sum = { value: first.value + (before?.value ?? 0), from: before?.at ?? first.from, to: first.to };
  for (let next = nextCourse(sum.to, mention, scan); next; next = nextCourse(sum.to, mention, scan))
    sum = { ...sum, value: sum.value + next.value, to: next.at + 1 };
  return sum.value === first.value ? null : sum;
}

interface Course {
  readonly value: number;
  readonly at: number;
}

/** The next count behind a place, if it adds to what was counted there. */
function nextCourse(from: number, mention: Mention, scan: Scan): Course | null {
  for (let i = from; i < Math.min(mention.sentence.to, from + APART); i++) {
    if (isOtherEvent(i, mention)) return null;
    const value = countAt(i, scan.units);
    if (value === null) continue;
    const adds = isMore(i, scan) || (isDated(from, scan) && isDated(i + 1, scan));
    return adds && !isToCome(from, i, mention, scan) ? { value, at: i } : null;
  }
  return null;
}

/** The count right before one of what came on top of it. */
function countBefore({ from }: Amount, { sentence }: Mention, { units }: Scan): Course | null {
  for (let i = from - 1; i >= Math.max(sentence.from, from - APART); i--) {
    const value = countAt(i, units);
    if (value !== null) return { value, at: i };
    if (!does(units[i], 'list') && !does(units[i], 'then') && !does(units[i], 'more')) return null;
  }
  return null;
}

function countAt(i: number, units: readonly Unit[]): number | null {
  const { kind, value, high } = units[i] as Unit;
  const isCount = kind === UnitKind.Number && value === high && Number.isInteger(value);
  return isCount && value < MOST_VISITS ? value : null;
}

/** `another 12`, `followed by 6`, `9 more`, `6 visits more`. */
function isMore(i: number, { units, unitWords }: Scan): boolean {
  const after = unitWords.get(i + 1) === COUNTED ? i + 2 : i + 1;
  const isNext = does(units[i - 1], 'by') && does(units[i - 2], 'then');
  return isNext || does(units[i - 1], 'more') || does(units[after], 'more');
}

/** `in 2014`, `visits in 2014`: what tells a course from another. */
function isDated(after: number, { units, unitWords }: Scan): boolean {
  const at = unitWords.get(after) === COUNTED ? after + 1 : after;
  for (let i = at; i < at + 3; i++)
    if (does(units[i], 'when') && units[i + 1]?.kind === UnitKind.Date) return true;
  return false;
}

/** `and asks for 6 more`, `6 more pending`, `6 more left`. */
function isToCome(from: number, i: number, { sentence }: Mention, { units }: Scan): boolean {
  const isNear = (at: number): boolean => at >= from && at <= i + AHEAD;
  return (
    sentence.cues.some((cue) => NOT_DONE.has(cue.entry.meaning) && isNear(cue.from)) ||
    units.slice(i + 1, i + 1 + AHEAD).some((unit) => does(unit, 'left-over'))
  );
}

function isOtherEvent(i: number, { concept, sentence }: Mention): boolean {
  return sentence.concepts.some(
    ({ entry, from }) => from === i && entry.kind === 'event' && !entry.names.has(concept.name),
  );
}
