/**
 * Where words stand that are about one mention: right before it, or after it up to the next mention; and what is there.
 * Members of a list share them. Not here: which side or region they make (see `sides.ts`, `regions.ts`).
 */

import { type Unit, UnitKind, type UnitRange } from '../language/unit.js';
import { isResult } from './result-words.js';
import type { AttributeMatch, ConceptMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';

/** Units whose words are about one mention. */
export type Zone = UnitRange;

/** How many units before a mention may still describe it. */
export const BEFORE = 7;

const AFTER = 14;

/** The units after a mention that may describe it: up to the next mention (markers describe nothing), a given end, or a limit. */
export function zoneAfter(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
  until = sentence.to,
): Zone {
  const next = sentence.concepts.find((other) => other.from >= match.to && other.entry.kind !== 'marker');
  const end = next ? startWithPlace(next, match.to, sentence, units) : sentence.to;
  return { from: match.to, to: Math.min(until, end, match.to + AFTER) };
}

/**
 * Where a mention begins with the side, place and levels right before it, if `and`, a comma or `status post` parts them from
 * what comes before.
 */
function startWithPlace(
  { from }: ConceptMatch,
  least: number,
  { attributes, concepts }: Sentence,
  units: readonly Unit[],
): number {
  let start = from;
  for (;;) {
    const before = attributes.find(
      ({ entry: { type }, to }) => (type === 'side' || type === 'region') && to === start,
    );
    const isLevel = units[start - 1]?.kind === UnitKind.Level;
    const next = before?.from ?? (isLevel ? start - 1 : null);
    if (next === null || next < least) break;
    start = next;
  }
  if (start === least || start === from) return from;
  const opening = concepts.find((one) => one.to === start && one.entry.roles.has('opens-event'));
  if (opening !== undefined && opening.from >= least) return opening.from;
  return does(units[start - 1], 'list') ? start : from;
}

/**
 * Where the next item of a list begins that names a place of its own: `lumbar radiculitis, right shoulder impingement`,
 * `lumbar sprain, and lumbar stenosis at L4-5`; the end of the sentence where none does, or the mention has no place to
 * part it from. The limb that a part of the spine supplies goes on with it: `lumbar radiculitis, left leg`.
 * @param includedRegions what else a region can be said of
 */
export function nextItem(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
  includedRegions: ReadonlyMap<string, readonly string[]>,
): number {
  const [own] = [
    ...inside(sentence, 'region', { from: match.from, to: match.to }),
    ...adjacentBefore(sentence, 'region', zoneBefore(sentence, match), units),
  ];
  if (own === undefined) return sentence.to;
  const goesOn = ({ entry }: AttributeMatch): boolean =>
    includedRegions.get(entry.value)?.includes(own.entry.value) === true;
  const reach = { from: match.to, to: Math.min(sentence.to, match.to + AFTER) };
  for (const place of inside(sentence, 'region', reach)) {
    const start = startOfItem(place, sentence, units);
    if (start !== null && start >= match.to && !goesOn(place)) return start;
  }
  return sentence.to;
}

/** The comma before a place, if nothing but its side and `and` stands between; else null. */
function startOfItem(place: AttributeMatch, { attributes }: Sentence, units: readonly Unit[]): number | null {
  const side = attributes.find((one) => one.entry.type === 'side' && one.to === place.from);
  const first = side?.from ?? place.from;
  const at = does(units[first - 1], 'close') && units[first - 1]?.word !== ',' ? first - 2 : first - 1;
  return units[at]?.word === ',' ? at : null;
}

/** The units right before a mention: back to the mention before it (markers left out), or a limit. */
export function zoneBefore(sentence: Sentence, match: ConceptMatch): Zone {
  const previous = sentence.concepts.findLast(
    (other) => other.to <= match.from && other.entry.kind !== 'marker',
  );
  return {
    from: Math.max(sentence.from, previous?.to ?? sentence.from, match.from - BEFORE),
    to: match.from,
  };
}

/** True if a list goes on from one mention to the next, so that they share what describes them. */
export function isListedWith(earlier: ConceptMatch, later: ConceptMatch, units: readonly Unit[]): boolean {
  if (later.from - earlier.to > 4) return false;
  for (let i = earlier.to; i < later.from; i++) if (!does(units[i], 'list')) return false;
  return true;
}

/** The attributes of a type inside a zone. Asked several times for each mention, and mostly there are none. */
export function inside(
  sentence: Sentence,
  type: AttributeMatch['entry']['type'],
  zone: Zone,
): readonly AttributeMatch[] {
  const isInside = (match: AttributeMatch): boolean =>
    match.entry.type === type && match.from >= zone.from && match.to <= zone.to;
  return sentence.attributes.some(isInside) ? sentence.attributes.filter(isInside) : NO_ATTRIBUTES;
}

/** Shared by all who find nothing, so that no list is made for them. */
export const NO_ATTRIBUTES: readonly AttributeMatch[] = [];

/** Attributes before a mention count only when nothing but attributes and small words stands between. */
export function adjacentBefore(
  sentence: Sentence,
  type: AttributeMatch['entry']['type'],
  zone: Zone,
  units: readonly Unit[],
): AttributeMatch[] {
  const found: AttributeMatch[] = [];
  let at = zone.to;
  while (at > zone.from) {
    const match = sentence.attributes.find((one) => one.to === at && one.from >= zone.from);
    if (match) {
      if (match.entry.type === 'side' && endsClause(match, sentence, units)) break;
      if (match.entry.type === type) found.unshift(match);
      at = match.from;
    } else if (units[at - 1]?.kind === UnitKind.Level || does(units[at - 1], 'close')) at--;
    else break;
  }
  return found;
}

/**
 * `5/5 on the left, sensation dulled`, `5/5 L, sensation dulled`: a side that is said of what stands before it; but `, on
 * the left, sensation dulled`.
 */
function endsClause({ from, to }: AttributeMatch, sentence: Sentence, units: readonly Unit[]): boolean {
  if (units[to]?.word === ',' && sentence.cues.some((cue) => cue.to === from && isResult(cue))) return true;
  const on = does(units[from - 1], 'definite') ? from - 2 : from - 1;
  const before = units[on - 1];
  return (
    units[to]?.word === ',' &&
    does(units[on], 'on') &&
    on > sentence.from &&
    before !== undefined &&
    before.kind !== UnitKind.Mark
  );
}

/** Spinal levels in a zone, in order, without repeats. */
export function levelsIn(zone: Zone, units: readonly Unit[]): string[] {
  const levels: string[] = [];
  for (let i = zone.from; i < zone.to; i++)
    for (const level of units[i]?.levels ?? []) if (!levels.includes(level)) levels.push(level);
  return levels;
}
