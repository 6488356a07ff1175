/**
 * The side that a limb is on where a sentence leaves it out: `Surgery of the right shoulder … The shoulder is stiff.`
 * In: the sides that sentences name right beside a place. Out: the side that each place was named with most so far, so
 * that `the left knee is normal` moves nothing. The spine has no side of its own. Not here: sides that a mention's
 * sentence names for it (see `sides.ts`).
 */
import type { Laterality } from '../vocabulary/service.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { AttributeMatch, Sentence } from './sentence.js';

/** How often each region was named on which side. */
export type NamedSides = ReadonlyMap<string, Readonly<Record<OneSide, number>>>;

type OneSide = 'left' | 'right';
const UNNAMED: Readonly<Record<OneSide, number>> = { left: 0, right: 0 };

/** The sides named before, and those that a sentence names. */
export function sidesAfter(
  sides: NamedSides,
  { attributes }: Sentence,
  { suppliedBy }: CompiledLexicon,
): NamedSides {
  let after: Map<string, Readonly<Record<OneSide, number>>> | null = null;
  for (const place of attributes) {
    const { type, value } = place.entry;
    if (type !== 'region' || !suppliedBy.has(value)) continue;
    const side = sideBeside(place, attributes);
    if (side === null) continue;
    after ??= new Map(sides);
    const known = after.get(value) ?? UNNAMED;
    after.set(value, { ...known, [side]: known[side] + 1 });
  }
  return after ?? sides;
}

/** `right knee`, `knee, left`; a word for both sides tells nothing of the rest. */
function sideBeside(place: AttributeMatch, attributes: readonly AttributeMatch[]): OneSide | null {
  const side = attributes.find(
    ({ entry, from, to }) => entry.type === 'side' && (to === place.from || from === place.to),
  )?.entry.value;
  return side === 'left' || side === 'right' ? side : null;
}

/** The side that a region was named with most; null if none is ahead. */
export function usualSide(sides: NamedSides, region: string): Laterality | null {
  const { left, right } = sides.get(region) ?? UNNAMED;
  return left === right ? null : left > right ? 'left' : 'right';
}
