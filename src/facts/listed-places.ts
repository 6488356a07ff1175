/**
 * A statement about several places (`accepted: neck, right shoulder, both wrists`): each place has its own words and side.
 * In: a mention and those of its regions that are one place to a fact. Out: the words that name that region after the mention, and the side said of it.
 * Not here: which regions a mention is about (see `regions.ts`).
 */
import type { Laterality } from '../vocabulary/service.js';
import type { Mention } from './mention.js';
import type { AttributeMatch } from './sentence.js';
import { joinSides } from './sides.js';

/** One place of several in a mention. */
export interface ListedPlace {
  readonly words: AttributeMatch;
  /** The side said of this very place; null where none is. */
  readonly laterality: Laterality | null;
}

/**
 * Where a mention of several regions names one of these; null if it is about one only, or names them elsewhere. Of `low
 * back and left leg pain`, which is told of the back, the words with a side of their own.
 */
export function listedPlace(mention: Mention, regions: readonly string[]): ListedPlace | null {
  if (mention.concept.kind !== 'finding' || (mention.regions?.length ?? 0) < 2) return null;
  const { attributes } = mention.sentence;
  const inZone = attributes.filter((one) => one.from >= mention.from && one.to <= mention.zone.to);
  const named = regions.flatMap(
    (region) => inZone.find((one) => one.entry.type === 'region' && one.entry.value === region) ?? [],
  );
  const sides = inZone.filter((one) => one.entry.type === 'side');
  const ownOf = (words: AttributeMatch): AttributeMatch[] => sides.filter((one) => one.to === words.from);
  const words = named.find((one) => ownOf(one).length > 0) ?? named[0];
  if (words === undefined) return null;
  const own = ownOf(words);
  if (own.length > 0) return { words, laterality: joinSides(own) };
  const isOfOthers = sides.length > 0 && sides.every((side) => isBeside(side, inZone));
  return { words, laterality: isOfOthers ? words.entry.side : (words.entry.side ?? mention.laterality) };
}

/** True for a side that stands right before some place: `left shoulder`. */
function isBeside(side: AttributeMatch, places: readonly AttributeMatch[]): boolean {
  return places.some((one) => one.entry.type === 'region' && one.from === side.to);
}
