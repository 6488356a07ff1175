/**
 * How a mention is asserted: denied, possible, planned, historical, someone else's, and by which cue.
 * A cue has a direction and a reach; its scope ends at the sentence's end and at stop cues.
 * Method: NegEx (Chapman 2001) and ConText (Harkema 2009), cues as data.
 */
import type { CueMeaning } from '../vocabulary/lexicon.js';
import type { CueMatch, Sentence } from './scan.js';

/** A cue together with the half-open range of units that it speaks about. */
export interface ScopedCue {
  readonly cue: CueMatch;
  readonly meaning: CueMeaning;
  readonly from: number;
  readonly to: number;
}

/** The cues of a sentence with their scopes; `stop` and `pseudo` cues have none. */
export function scopesOf(sentence: Sentence): ScopedCue[] {
  const stops = sentence.cues.filter((cue) => cue.entry.meaning === 'stop');
  const scopes: ScopedCue[] = [];
  for (const cue of sentence.cues) {
    const { meaning, direction, reach } = cue.entry;
    if (direction === 'forward' || direction === 'both') {
      const stop = stops.find((one) => one.from >= cue.to)?.from ?? sentence.to;
      scopes.push({ cue, meaning, from: cue.to, to: Math.min(cue.to + reach, stop, sentence.to) });
    }
    if (direction === 'backward' || direction === 'both') {
      const stop = stops.findLast((one) => one.to <= cue.from)?.to ?? sentence.from;
      scopes.push({ cue, meaning, from: Math.max(cue.from - reach, stop, sentence.from), to: cue.from });
    }
  }
  return scopes;
}

/** The cues whose scope holds a range of units, the nearest first. */
export function cuesOver(scopes: readonly ScopedCue[], from: number, to: number): ScopedCue[] {
  const distance = (scope: ScopedCue): number => (scope.cue.from >= to ? scope.cue.from - to : from - scope.cue.to);
  return scopes.filter((scope) => from >= scope.from && to <= scope.to).sort((a, b) => distance(a) - distance(b));
}
