/**
 * Whether two body regions have to do with each other: one is part of the other, one supplies the nerves of the other, or
 * both are parts of one. What is said of the one may then be about the other.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';

type Regions = Pick<CompiledLexicon, 'includedRegions' | 'suppliedBy'>;

/** A region with those that it takes in, and the part of the spine that supplies it. */
export function regionsAround(region: string, { includedRegions, suppliedBy }: Regions): readonly string[] {
  return [region, ...(includedRegions.get(region) ?? []), suppliedBy.get(region) ?? region];
}

/** True if two regions have a region around them in common. */
export function areRelated(a: string, b: string, lexicon: Regions): boolean {
  const others = regionsAround(b, lexicon);
  return regionsAround(a, lexicon).some((one) => others.includes(one));
}
