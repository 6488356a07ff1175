/**
 * The side that a limb is on where a sentence leaves it out: `Surgery of the right shoulder … The shoulder is stiff.`
 * In: the sides that sentences name right beside a place. Out: the side of each place, as far as the last sentence that
 * named it named one only. The spine has no side of its own. Not here: sides that a mention's sentence names for it
 * (see `attributes.ts`).
 */
import type { Laterality } from '../vocabulary/service.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Sentence } from './scan.js';

/** The side of each region that was last named with one. */
export type CarriedSides = ReadonlyMap<string, Laterality>;

/** What a sentence leaves of the sides named before, and what it adds. A place named on two sides has none. */
export function sidesAfter(
  sides: CarriedSides,
  { attributes }: Sentence,
  { suppliedBy }: CompiledLexicon,
): CarriedSides {
  const named = new Map<string, Laterality | null>();
  for (const { entry, from, to } of attributes) {
    if (entry.type !== 'region' || !suppliedBy.has(entry.value)) continue;
    const beside = attributes.find((one) => one.entry.type === 'side' && (one.to === from || one.from === to));
    const side = entry.isBoth ? 'bilateral' : (beside?.entry.value as Laterality | undefined);
    if (side === undefined) continue;
    const known = named.get(entry.value);
    named.set(entry.value, known === undefined || known === side ? side : null);
  }
  if (named.size === 0) return sides;
  const after = new Map(sides);
  for (const [region, side] of named) {
    if (side === null) after.delete(region);
    else after.set(region, side);
  }
  return after;
}
