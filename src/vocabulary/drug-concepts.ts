/**
 * Drugs as concepts: each drug of a lexicon is an event of its classes, so that whatever reads concepts reads drugs too.
 * Not here: doses (see `facts/drug-lines.ts`).
 */
import type { Concept, LexiconFile } from './lexicon.js';

/** All concepts of a lexicon by name: those it defines, and one for each drug. */
export function allConcepts(lexicon: LexiconFile): Readonly<Record<string, Concept>> {
  const drugs = Object.entries(lexicon.drugs ?? {}).map(([name, drug]): [string, Concept] => [
    name,
    { kind: 'event', phrases: drug.phrases, is: [drug.class, ...(drug.is ?? [])] },
  ]);
  return { ...lexicon.concepts, ...Object.fromEntries(drugs) };
}
