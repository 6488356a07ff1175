/**
 * A finding that is said not to be on the other side: `positive on the left but not on the right`.
 * In: a mention that is affirmed. Out: it, of the side that it is on, and the same denied of the other.
 */
import type { Unit } from '../language/unit.js';
import type { Laterality } from '../vocabulary/service.js';
import type { Mention } from './mention.js';
import { isResult } from './result-words.js';
import type { AttributeMatch, CueMatch } from './sentence.js';
import { does } from './small-words.js';

const OTHER: Readonly<Partial<Record<string, Laterality>>> = { left: 'right', right: 'left' };

/** How far after a finding the other side may be named, in units. */
const FARTHEST = 14;

/** @returns the mention alone where nothing is said of the other side */
export function bySides(mention: Mention, units: readonly Unit[]): readonly Mention[] {
  const { concept, sentence } = mention;
  if (concept.kind !== 'test' && concept.kind !== 'finding') return [mention];
  if (isPartOfResult(mention)) return [mention];
  const end = Math.max(mention.to, ...mention.cues.filter(isResult).map(({ to }) => to));
  const isNext = ({ from }: AttributeMatch): boolean =>
    from >= end &&
    from - end <= FARTHEST &&
    !sentence.concepts.some((one) => one.entry.kind !== 'marker' && one.from >= end && one.from < from);
  for (const side of sentence.attributes) {
    const own = side.entry.type === 'side' ? OTHER[side.entry.value] : undefined;
    const denial = own && isNext(side) ? denialBefore(side.from, mention, units) : null;
    if (!own || !denial || mention.polarity !== 'affirmed' || mention.laterality === side.entry.value)
      continue;
    const there = side.entry.value as Laterality;
    return [
      mention.with({ laterality: own }),
      mention.with({ laterality: there, polarity: 'denied', cues: [{ ...denial, to: side.to }] }),
    ];
  }
  return [mention];
}

/** `reproduced the arm pain`: what a test brings about is no finding that could be on the other side. */
function isPartOfResult({ from, to, sentence }: Mention): boolean {
  return sentence.cues.some((cue) => isResult(cue) && cue.from <= from && cue.to >= to);
}

/** The denial that only words of place part from a side: `not on the right`. */
function denialBefore(at: number, { sentence }: Mention, units: readonly Unit[]): CueMatch | null {
  let start = at;
  while (start > sentence.from && does(units[start - 1], 'place')) start--;
  return sentence.cues.find(({ entry, to }) => entry.meaning === 'negated' && to === start) ?? null;
}
