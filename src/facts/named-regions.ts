/**
 * Which places a whole text names, so that what is found at a joint can be told from a finding of the spine that supplies it.
 * In: a scan. Out: how many sentences name each place. Not here: what a statement is about (see `place-facts.ts`).
 */
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Scan } from './scan.js';
import type { Sentence } from './sentence.js';
import { levelsIn } from './zones.js';

/** How many sentences of a text name a region. */
export type NamedRegions = ReadonlyMap<string, number>;

/** Counts the sentences that name each region, by its words, by what is only of it, or by a spinal level. */
export function namedRegions({ sentences, units }: Scan, lexicon: CompiledLexicon): NamedRegions {
  const namedIn = (sentence: Sentence): readonly (string | null | undefined)[] => [
    ...sentence.attributes.filter(({ entry }) => entry.type === 'region').map(({ entry }) => entry.value),
    ...sentence.concepts.map(({ entry }) => (entry.onlyOf === null ? entry.region : null)),
    ...levelsIn(sentence, units).map((level) => lexicon.regionOfColumn.get(level[0] ?? '')),
  ];
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const region of new Set(namedIn(sentence)))
      if (region) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return counts;
}
