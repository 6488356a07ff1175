/**
 * What a statement of a fact is about, as the lexicon says it for the fact: one region or service, or the whole case.
 * In: the definition of the fact, in which most keys are left out. Out: every rule of placing under its name.
 * Not here: placing a statement by them (see `place-facts.ts`).
 */
import type { FactEntry } from '../vocabulary/lexicon.js';

/** How statements of one fact take over region, side, date and service from their mentions. */
export interface Placing {
  /** It has a region; both this and `isByService` false: it is of the whole case. */
  readonly isByRegion: boolean;
  /** It has the family or drug that its sentence names. */
  readonly isByService: boolean;
  /** Only regions that the sentence itself names count. */
  readonly isRegionOfSentence: boolean;
  /** What is found at a limb, or only at a whole one, is about the part of the spine that supplies it; or the other way round. */
  readonly nerve: FactEntry['nerve'] | null;
  /** What holds for the whole letter has no date of its own. */
  readonly isSaidOnce: boolean;
  /** Of several statements the latest counts, so that each is of the date of its note at least. */
  readonly isLatest: boolean;
}

/** How the statements of a fact are placed, by its entry in the lexicon. */
export function placingOf(entry: FactEntry): Placing {
  const { scope, nerve, weigh } = entry;
  return {
    isByRegion: scope === 'region',
    isByService: scope === 'service',
    isRegionOfSentence: entry['region-from'] === 'sentence',
    nerve: nerve ?? null,
    isSaidOnce: weigh === 'first' || weigh === 'most',
    isLatest: weigh === 'latest',
  };
}
