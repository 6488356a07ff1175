/**
 * The side that a mention is about: said inside it, beside it, in the word for its place, or of the place before it.
 * Not here: the side that a limb was named with before (see `carried-sides.ts`).
 */

import type { Unit } from '../language/unit.js';
import type { Laterality } from '../vocabulary/service.js';
import { regionOfQuantity } from './regions.js';
import type { AttributeMatch, ConceptMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';
import { adjacentBefore, BEFORE, inside, NO_ATTRIBUTES, type Zone, zoneBefore } from './zones.js';

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
  const own = joinSides(earlier.length > 0 ? earlier : sidesBeforeBoth(sentence, match, after));
  return (
    own ??
    sideInPlace(sentence, match, after) ??
    sideOfPlace(sentence, match, units) ??
    sideOfHeading(sentence, units) ??
    sideOfLead(sentence, match, units)
  );
}

/** The side under which all of a sentence stands: `Left: scar soft, Phalen negative, strength full`. */
function sideOfHeading({ attributes, from }: Sentence, units: readonly Unit[]): Laterality | null {
  const first = attributes.find((one) => one.from === from && one.entry.type === 'side');
  return first && units[first.to]?.word === ':' ? joinSides([first]) : null;
}

/** The side that the clause of a mention opens with: `On the right there is crepitus; on the left he has an effusion.` */
function sideOfLead(sentence: Sentence, { from }: ConceptMatch, units: readonly Unit[]): Laterality | null {
  const lead = sentence.attributes.findLast(
    (one) => one.entry.type === 'side' && one.to <= from && opensClause(one, sentence, units),
  );
  return lead ? joinSides([lead]) : null;
}

/** `on the right` at the start of a sentence, or behind what parts its clauses. */
function opensClause({ from }: AttributeMatch, sentence: Sentence, units: readonly Unit[]): boolean {
  const start = from - 2;
  if (start < sentence.from || !does(units[from - 1], 'definite') || !does(units[start], 'on')) return false;
  return start === sentence.from || does(units[start - 1], 'ends-entry');
}

/** The sides named after a mention; none where a word for both sides comes first: `EMG of the legs showed right S1 denervation`. */
function sidesBeforeBoth(sentence: Sentence, match: ConceptMatch, after: Zone): readonly AttributeMatch[] {
  const sides = inside(sentence, 'side', after);
  const [side] = sides;
  return side &&
    inside(sentence, 'region', { from: match.from, to: after.to }).some(
      (one) => one.entry.side !== null && one.from < side.from,
    )
    ? NO_ATTRIBUTES
    : sides;
}

/** The side of the place that the sentence speaks of before the mention: `Right knee: positive McMurray`. */
function sideOfPlace(sentence: Sentence, match: ConceptMatch, units: readonly Unit[]): Laterality | null {
  const place = sentence.attributes.findLast((one) => one.entry.type === 'region' && one.to <= match.from);
  if (!place || (match.entry.region !== null && match.entry.region !== place.entry.value)) return null;
  const own = joinSides(
    adjacentBefore(
      sentence,
      'side',
      { from: Math.max(sentence.from, place.from - BEFORE), to: place.from },
      units,
    ),
  );
  return own ?? place.entry.side;
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

/** The side of the place that a number is about; without a place, the side right before it: `left is 2/10, right 7/10`. */
function sideOfQuantity(sentence: Sentence, match: ConceptMatch, units: readonly Unit[]): Laterality | null {
  const [region] = regionOfQuantity(sentence, match, units);
  if (!region) return sideBefore(sentence, match.from, units);
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

/** The side named by the words right before a unit: `left 1+`, `the right is 2+`. */
export function sideBefore(sentence: Sentence, at: number, units: readonly Unit[]): Laterality | null {
  const end = does(units[at - 1], 'auxiliary') ? at - 1 : at;
  return joinSides(
    sentence.attributes.filter(
      (match) => match.entry.type === 'side' && match.to === end && match.from >= sentence.from,
    ),
  );
}
