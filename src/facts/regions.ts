/**
 * The body regions that a mention is about: named inside it, beside it, by its spinal levels, or elsewhere in its sentence.
 * Not here: regions taken over from the sentences before (see `reading-context.ts`).
 */

import { type Unit, UnitKind } from '../language/unit.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { AttributeMatch, ConceptMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';
import { adjacentBefore, BEFORE, inside, levelsIn, type Zone, zoneBefore } from './zones.js';

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
  if (match.entry.region && match.entry.onlyOf === null) return [match.entry.region];
  const named = (matches: readonly AttributeMatch[]): string[] | null =>
    matches.length > 0 ? [...new Set(matches.map((one) => one.entry.value))] : null;
  const within = named(inside(sentence, 'region', { from: match.from, to: match.to }));
  if (within) return within;
  // In a list the place after a score is its own: `9/10 right leg, 4/10 back`.
  if (match.entry.kind === 'quantity' && units[match.from - 1]?.word === ',') {
    const own = regionRightAfter(sentence, match, units);
    if (own) return [own.entry.value];
  }
  const adjacent = adjacentBefore(sentence, 'region', zoneBefore(sentence, match), units);
  // `pain down the leg to the foot, 7/10`: a score is of what hurts, not of how far it goes.
  const earlier = named(
    match.entry.kind === 'quantity' ? adjacent.filter((one) => isFreePlace(one, sentence, units)) : adjacent,
  );
  if (earlier) return earlier;
  if (match.entry.kind === 'quantity') return named(regionOfQuantity(sentence, match, units));
  const later = named(firstPhrase(inside(sentence, 'region', after), sentence, units));
  if (later) return later;
  // Events take levels before them as well: `a right L5-S1 injection`; other things those right before: `L4-5 radiculopathy`.
  const levelsFrom =
    match.entry.kind === 'event'
      ? zoneBefore(sentence, match).from
      : levelsRightBefore(sentence, match, units);
  const [level] = levelsIn({ from: levelsFrom, to: levels.to }, units);
  const ofLevel = level === undefined ? undefined : lexicon.regionOfColumn.get(level[0] ?? '');
  if (ofLevel) return [ofLevel];
  return named(
    [lastAhead(sentence, match, units) ?? firstBehind(sentence, match)].filter((one) => one !== undefined),
  );
}

/** Where the levels begin that stand right before a mention, with what joins them; its own start where none do. */
function levelsRightBefore({ from }: Sentence, match: ConceptMatch, units: readonly Unit[]): number {
  let at = match.from;
  const isLevel = (i: number): boolean => i >= from && units[i]?.kind === UnitKind.Level;
  while (isLevel(at - 1) || (does(units[at - 1], 'between-levels') && isLevel(at - 2))) at--;
  return isLevel(at) ? at : match.from;
}

/** What a number is about stands before it more often than after: `neck pain 5/10, low back pain 6/10`, but `7/10 in the neck`. */
export function regionOfQuantity(
  sentence: Sentence,
  match: ConceptMatch,
  units: readonly Unit[],
): AttributeMatch[] {
  const own = regionRightAfter(sentence, match, units);
  if (own) return [own];
  const ahead = lastAhead(sentence, match, units);
  if (ahead) return [ahead];
  const behind = inside(sentence, 'region', { from: match.to, to: sentence.to });
  return behind.filter((one) => !isInPassing(one, sentence)).slice(0, 1);
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
    units.slice(match.to, next.from).every((unit) => does(unit, 'place'));
  return isNear ? next : undefined;
}

/** The first region after a mention, unless it is that of a later test: not the knees of `motor 5/5, reflexes 2+ at the knees`. */
function firstBehind(sentence: Sentence, match: ConceptMatch): AttributeMatch | undefined {
  const next = inside(sentence, 'region', { from: match.to, to: sentence.to }).find(
    (one) => !isInPassing(one, sentence) && isPlace(one, sentence),
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

/** True if a place is no part of what a finding says, nor goes on with it. */
function isFreePlace(place: AttributeMatch, { concepts }: Sentence, units: readonly Unit[]): boolean {
  const goesOn = (from: number, to: number): boolean =>
    to - from <= BEFORE && units.slice(from, to).every((unit) => unit.word !== ',');
  return !concepts.some(
    ({ entry, from, to }) =>
      entry.kind === 'finding' &&
      ((from < place.from && place.to <= to) ||
        (entry.isInPassing && to <= place.from && goesOn(to, place.from))),
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
  const isFree = (one: AttributeMatch): boolean => isFreePlace(one, sentence, units);
  const places = ahead.filter((one) => isPlace(one, sentence));
  return places.findLast(isFree) ?? places.findLast((one) => !isInPassing(one, sentence)) ?? places.at(-1);
}

/**
 * True but for the words of a test that is of another place: the wrist of `wrist flexors 4/5` is a muscle of the arm, and
 * the leg of `straight leg raise` is of the back; the shoulder of `shoulder strength 5/5` is a shoulder.
 */
function isPlace(place: AttributeMatch, { concepts }: Sentence): boolean {
  return !concepts.some(
    ({ entry: { kind, region }, from, to }) =>
      kind === 'test' &&
      region !== null &&
      region !== place.entry.value &&
      from <= place.from &&
      place.to <= to &&
      to - from > place.to - place.from,
  );
}

const NEAR_NUMBER = 4;

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
        .every((unit, i) => does(unit, 'close') || does(unit, 'or') || isSide(previous.to + i))
    )
      break;
    phrase.push(match);
  }
  return phrase;
}

/** The part of the spine that supplies a whole limb, and what the limb is counted to; null for joints and the trunk. */
export function spineOfLimb(
  region: string,
  { suppliedBy, includedRegions }: Pick<CompiledLexicon, 'suppliedBy' | 'includedRegions'>,
): string | null {
  const supplier = suppliedBy.get(region);
  return supplier !== undefined && includedRegions.get(region)?.includes(supplier) ? supplier : null;
}

/** The whole limb that a part of the spine supplies; null for what supplies none. */
export function limbOfSpine(
  region: string,
  lexicon: Pick<CompiledLexicon, 'suppliedBy' | 'includedRegions'>,
): string | null {
  for (const [limb, spine] of lexicon.suppliedBy)
    if (spine === region && spineOfLimb(limb, lexicon) === spine) return limb;
  return null;
}
