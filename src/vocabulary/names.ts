/**
 * What people call the service families and body regions of a lexicon. Ids are for files and programs; texts for
 * people use these. Where the lexicon gives no name, the id's own words serve.
 */
import type { LexiconFile } from './lexicon.js';

/** Names for people, by id. Both take any id, also one that the lexicon does not know. */
export interface Names {
  family(id: string): string;
  region(id: string): string;
}

/** The names of a lexicon. */
export function namesOf({ families = {}, regions = {} }: Pick<LexiconFile, 'families' | 'regions'>): Names {
  return {
    family: (id) => families[id]?.name ?? wordsOf(id),
    region: (id) => regions[id]?.name ?? wordsOf(id),
  };
}

/** `medial_branch` -> `medial branch`; `prior-imaging` stays one word. */
export function wordsOf(id: string): string {
  return id.replaceAll('_', ' ');
}
