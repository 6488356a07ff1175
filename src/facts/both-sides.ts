/**
 * What is normal without a side, as strength and reflexes that are compared with those of the other limb, is so on both.
 * In: the facts of a text, placed. Out: the same, with that side. Not here: normal findings of joints, which are seen one
 * by one, and of one root.
 */
import { type CollectedFact, CollectedFacts } from './collected-facts.js';
import type { CompiledLexicon } from './compiled-lexicon.js';

/** The facts; those that the lexicon calls absent on both sides, if the text names the spine and no side, are so. */
export function absentOnBothSides(
  facts: readonly CollectedFact[],
  lexicon: CompiledLexicon,
): readonly CollectedFact[] {
  const sided = new CollectedFacts();
  for (const { evidence, cues, ...said } of facts)
    sided.add(isOfBothSides(said, lexicon) ? { ...said, laterality: 'bilateral' } : said, evidence, cues);
  return sided.all;
}

function isOfBothSides(
  {
    fact,
    status,
    region,
    laterality,
    levels,
  }: Pick<CollectedFact, 'fact' | 'status' | 'region' | 'laterality' | 'levels'>,
  lexicon: CompiledLexicon,
): boolean {
  return (
    status === 'absent' &&
    laterality === null &&
    levels.length !== 1 &&
    region !== null &&
    !lexicon.suppliedBy.has(region) &&
    lexicon.facts.get(fact)?.['absent-on'] === 'both-sides'
  );
}
