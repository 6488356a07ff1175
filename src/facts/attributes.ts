/**
 * What stands around a mention: body region, side, spinal levels, date, course and response to treatment.
 * Words right before a mention or after it (up to the next mention) belong to it; members of a list share them.
 * A region that a sentence does not name is taken over from the sentences before.
 */
import { type Unit, UnitKind } from '../language/unit.js';
import type { Laterality } from '../vocabulary/service.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { AttributeMatch, ConceptMatch, Sentence } from './scan.js';

/** Half-open ranges of units whose words are about one mention. */
export interface Zone {
  readonly from: number;
  readonly to: number;
}

const BEFORE = 7;
const AFTER = 14;
const CLOSE: ReadonlySet<string> = new Set([
  'and',
  'of',
  'the',
  'in',
  '-',
  '/',
  ',',
  'his',
  'her',
  'at',
  'to',
  'more',
  'than',
  'both',
  'with',
  '&',
  '"',
  '(',
]);

/** The units after a mention that may describe it: up to the next mention (markers describe nothing), a given end, or a limit. */
export function zoneAfter(sentence: Sentence, match: ConceptMatch, until = sentence.to): Zone {
  const next = sentence.concepts.find((other) => other.from >= match.to && other.entry.kind !== 'marker');
  return { from: match.to, to: Math.min(until, next?.from ?? sentence.to, match.to + AFTER) };
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
  for (let i = earlier.to; i < later.from; i++)
    if (!/^(?:,|and|or|&|\/|nor|as|well|-)$/.test(units[i]?.word ?? '')) return false;
  return true;
}

/** The attributes of a type inside a zone. Asked several times for each mention, and mostly there are none. */
function inside(
  sentence: Sentence,
  type: AttributeMatch['entry']['type'],
  zone: Zone,
): readonly AttributeMatch[] {
  const isInside = (match: AttributeMatch): boolean =>
    match.entry.type === type && match.from >= zone.from && match.to <= zone.to;
  return sentence.attributes.some(isInside) ? sentence.attributes.filter(isInside) : NO_ATTRIBUTES;
}
const NO_ATTRIBUTES: readonly AttributeMatch[] = [];

/** Attributes before a mention count only when nothing but attributes and small words stands between. */
function adjacentBefore(
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
      if (match.entry.type === type) found.unshift(match);
      at = match.from;
    } else if (units[at - 1]?.kind === UnitKind.Level || CLOSE.has(units[at - 1]?.word ?? '')) at--;
    else break;
  }
  return found;
}

/** The side that a mention is about, from the words inside it, before it and after it. */
export function sideOf(
  sentence: Sentence,
  match: ConceptMatch,
  after: Zone,
  units: readonly Unit[],
): Laterality | null {
  if (match.entry.laterality) return match.entry.laterality;
  const within = inside(sentence, 'side', { from: match.from, to: match.to });
  const namesPlace = inside(sentence, 'region', { from: match.from, to: match.to }).length > 0;
  if (match.entry.kind === 'quantity' && within.length === 0 && !namesPlace)
    return sideOfQuantity(sentence, match, units);
  const earlier =
    within.length > 0 ? within : adjacentBefore(sentence, 'side', zoneBefore(sentence, match), units);
  const own = joinSides(earlier.length > 0 ? earlier : sidesBeforeBoth(sentence, after));
  return own ?? sideInPlace(sentence, match, after) ?? sideOfPlace(sentence, match, units);
}

/** The sides named after a mention; none where a word for both sides comes first: `EMG of the legs showed right S1 denervation`. */
function sidesBeforeBoth(sentence: Sentence, after: Zone): readonly AttributeMatch[] {
  const sides = inside(sentence, 'side', after);
  const [side] = sides;
  return side &&
    inside(sentence, 'region', after).some((one) => one.entry.side !== null && one.from < side.from)
    ? NO_ATTRIBUTES
    : sides;
}

/** The side of the place that the sentence speaks of before the mention: `Right knee: positive McMurray`. */
function sideOfPlace(sentence: Sentence, match: ConceptMatch, units: readonly Unit[]): Laterality | null {
  const place = sentence.attributes.findLast((one) => one.entry.type === 'region' && one.to <= match.from);
  if (!place || (match.entry.region !== null && match.entry.region !== place.entry.value)) return null;
  return joinSides(
    adjacentBefore(
      sentence,
      'side',
      { from: Math.max(sentence.from, place.from - BEFORE), to: place.from },
      units,
    ),
  );
}

/** The side that is in the word for the place of a mention: `tingling in the legs`, `motor 5/5 BLE`. */
function sideInPlace(sentence: Sentence, match: ConceptMatch, after: Zone): Laterality | null {
  const isHere = (one: AttributeMatch): boolean =>
    (one.from >= match.from && one.to <= match.to) || (one.from >= after.from && one.to <= after.to);
  const named = sentence.attributes.filter(
    (one) => one.entry.type === 'region' && one.entry.side !== null && isHere(one),
  );
  return jointSide(named.map(({ entry }) => entry.side));
}

/** The side of the place that a number is about. */
function sideOfQuantity(sentence: Sentence, match: ConceptMatch, units: readonly Unit[]): Laterality | null {
  const [region] = regionOfQuantity(sentence, match, units);
  if (!region) return null;
  return joinSides(
    sentence.attributes.filter(
      (one) =>
        one.entry.type === 'side' &&
        (one.to === region.from || (one.from >= region.to && one.to <= match.from)),
    ),
  );
}

/** The side that words for sides name together. */
export function joinSides(matches: readonly AttributeMatch[]): Laterality | null {
  return jointSide(matches.map(({ entry }) => entry.value as Laterality));
}

/** Left and right together are bilateral. */
function jointSide(sides: readonly (Laterality | null)[]): Laterality | null {
  const [first = null] = sides;
  return sides.every((side) => side === first) ? first : 'bilateral';
}

/**
 * The regions that a mention is about: its own, those in and next to it, else those of its sentence; null if none is named.
 * @param levels where a spinal level says what the mention is about
 */
export function regionsOf(
  sentence: Sentence,
  match: ConceptMatch,
  after: Zone,
  units: readonly Unit[],
  lexicon: CompiledLexicon,
  levels: Zone,
): string[] | null {
  if (match.entry.region) return [match.entry.region];
  const named = (matches: readonly AttributeMatch[]): string[] | null =>
    matches.length > 0 ? [...new Set(matches.map((one) => one.entry.value))] : null;
  const within = named(inside(sentence, 'region', { from: match.from, to: match.to }));
  if (within) return within;
  // In a list the place after a score is its own: `9/10 right leg, 4/10 back`.
  if (match.entry.kind === 'quantity' && units[match.from - 1]?.word === ',') {
    const own = regionRightAfter(sentence, match, units);
    if (own) return [own.entry.value];
  }
  const earlier = named(adjacentBefore(sentence, 'region', zoneBefore(sentence, match), units));
  if (earlier) return earlier;
  if (match.entry.kind === 'quantity') return named(regionOfQuantity(sentence, match, units));
  const later = named(firstPhrase(inside(sentence, 'region', after), sentence, units));
  if (later) return later;
  // Events take levels before them as well: `a right L5-S1 injection`.
  const levelsFrom = match.entry.kind === 'event' ? zoneBefore(sentence, match).from : match.from;
  const [level] = levelsIn({ from: levelsFrom, to: levels.to }, units);
  const ofLevel = level === undefined ? undefined : lexicon.regionOfColumn.get(level[0] ?? '');
  if (ofLevel) return [ofLevel];
  return named(
    [lastAhead(sentence, match, units) ?? firstBehind(sentence, match)].filter((one) => one !== undefined),
  );
}

/** What a number is about stands before it more often than after: `neck pain 5/10, low back pain 6/10`, but `7/10 in the neck`. */
function regionOfQuantity(sentence: Sentence, match: ConceptMatch, units: readonly Unit[]): AttributeMatch[] {
  const own = regionRightAfter(sentence, match, units);
  if (own) return [own];
  const ahead = lastAhead(sentence, match, units);
  return ahead ? [ahead] : inside(sentence, 'region', { from: match.to, to: sentence.to }).slice(0, 1);
}

/** The region that only words of place part from a number before it: `7/10 in the neck`. */
function regionRightAfter(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
): AttributeMatch | undefined {
  const next = inside(sentence, 'region', { from: match.to, to: sentence.to })[0];
  const isNear =
    next !== undefined &&
    next.from - match.to <= NEAR_NUMBER &&
    units.slice(match.to, next.from).every((unit) => PLACE_WORDS.has(unit.word));
  return isNear ? next : undefined;
}

/** The first region after a mention, unless it is that of a later test: not the knees of `motor 5/5, reflexes 2+ at the knees`. */
function firstBehind(sentence: Sentence, match: ConceptMatch): AttributeMatch | undefined {
  const next = inside(sentence, 'region', { from: match.to, to: sentence.to }).find(
    (one) => !isInPassing(one, sentence),
  );
  const isOfLaterTest = sentence.concepts.some(
    (other) =>
      other.entry.kind === 'test' && other.from >= match.to && next !== undefined && other.from <= next.from,
  );
  return match.entry.kind === 'test' &&
    isOfLaterTest &&
    sentence.cues.some((cue) => cue.from >= match.to && next !== undefined && cue.to <= next.from)
    ? undefined
    : next;
}

/** True if a place is only a word of what another finding or test says: the toe of `toe and heel walk`. */
function isInPassing(place: AttributeMatch, { concepts }: Sentence): boolean {
  return concepts.some(
    ({ entry, from, to }) =>
      entry.isInPassing && entry.kind !== 'marker' && from <= place.from && place.to <= to && to - from > 1,
  );
}

/**
 * The last region before a mention that is no part of what another finding says: not the leg of `pain shooting down the
 * leg`, nor the calf of `radiating to the leg down to the calf`.
 */
function lastAhead(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
): AttributeMatch | undefined {
  const ahead = inside(sentence, 'region', { from: sentence.from, to: match.from });
  const goesOn = (from: number, to: number): boolean =>
    to - from <= BEFORE && units.slice(from, to).every((unit) => unit.word !== ',');
  const isFree = (one: AttributeMatch): boolean =>
    !sentence.concepts.some(
      ({ entry, from, to }) =>
        entry.kind === 'finding' &&
        ((from < one.from && one.to <= to) || (entry.isInPassing && to <= one.from && goesOn(to, one.from))),
    );
  return ahead.findLast(isFree) ?? ahead.at(-1);
}
const NEAR_NUMBER = 4;
const PLACE_WORDS: ReadonlySet<string> = new Set([
  'in',
  'for',
  'at',
  'on',
  'to',
  'over',
  'the',
  'his',
  'her',
  'left',
  'right',
  'both',
  'l',
  'r',
]);

/** The first region and those listed with it: `the cervical and lumbar spine`. */
function firstPhrase(
  matches: readonly AttributeMatch[],
  { attributes }: Sentence,
  units: readonly Unit[],
): AttributeMatch[] {
  const phrase: AttributeMatch[] = [];
  const isSide = (at: number): boolean =>
    attributes.some((one) => one.entry.type === 'side' && one.from <= at && at < one.to);
  for (const match of matches) {
    const previous = phrase[phrase.length - 1];
    if (
      previous &&
      !units
        .slice(previous.to, match.from)
        .every((unit, i) => CLOSE.has(unit.word) || unit.word === 'or' || isSide(previous.to + i))
    )
      break;
    phrase.push(match);
  }
  return phrase;
}

/** Spinal levels in a zone, in order, without repeats. */
export function levelsIn(zone: Zone, units: readonly Unit[]): string[] {
  const levels: string[] = [];
  for (let i = zone.from; i < zone.to; i++)
    for (const level of units[i]?.levels ?? []) if (!levels.includes(level)) levels.push(level);
  return levels;
}

/** The side named by the words right before a unit: `left 1+`, `the right is 2+`. */
export function sideBefore(sentence: Sentence, at: number, units: readonly Unit[]): Laterality | null {
  const end = BE.has(units[at - 1]?.word ?? '') ? at - 1 : at;
  return joinSides(
    sentence.attributes.filter(
      (match) => match.entry.type === 'side' && match.to === end && match.from >= sentence.from,
    ),
  );
}
const BE: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'be']);
