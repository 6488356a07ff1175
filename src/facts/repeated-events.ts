/**
 * Events that are named only as more of those spoken of before: `the second was on 9/20/2011`, `she attended seven`.
 * In: a mention of words that repeat. Out: the same mention as one of the event that they repeat.
 * Not here: which words repeat (concepts of the lexicon with the role `repeat`).
 */
import { type Unit, UnitKind } from '../language/unit.js';
import { COUNTED } from '../vocabulary/lexicon-terms.js';
import type { CompiledConcept } from './compiled-lexicon.js';
import type { Mention } from './mention.js';
import type { ReadingContext } from './reading-context.js';
import { does } from './small-words.js';

const FARTHEST_ANTECEDENT = 60;
/** How far behind a count the event may be named that it counts: `completed 12 post-operative therapy visits`. */
const NEAR_EVENT = 6;

/** A mention as one of the last event, if its words may repeat that; else as it is. */
export function asRepeated(mention: Mention, { lastEvent, units }: ReadingContext): Mention {
  if (
    !lastEvent ||
    !mayRepeat(mention.concept, lastEvent.concept) ||
    mention.from - lastEvent.to > FARTHEST_ANTECEDENT ||
    (mention.concept.kind === 'quantity' && !isCountOfBefore(mention, units))
  )
    return mention;
  const { concept, regions } = lastEvent;
  // `the first took away the leg pain`: a place where there is no such treatment is not that of the treatment.
  const ownOf = (said: readonly string[] | null): readonly string[] | null => {
    const own = said?.filter((region) => concept.onlyOf?.has(region) ?? true) ?? [];
    return own.length > 0 ? own : regions;
  };
  return mention.with({
    concept,
    regions: ownOf(mention.regions),
    regionsHere: mention.regionsHere && ownOf(mention.regionsHere),
    laterality: mention.laterality ?? lastEvent.laterality,
    levels: mention.levels.length > 0 ? mention.levels : lastEvent.levels,
  });
}

/** True if words that repeat may repeat an event: what they are besides, it must be as well. */
function mayRepeat({ name, names, roles }: CompiledConcept, event: CompiledConcept): boolean {
  return roles.has('repeat') && [...names].every((one) => one === name || event.names.has(one));
}

/** `she attended seven`, `went to 7 visits`; not `completed 7 visits of acupuncture`, nor `completed 7 weeks`. */
function isCountOfBefore({ to, sentence }: Mention, units: readonly Unit[]): boolean {
  const namesOwn = sentence.concepts.some(
    ({ entry, from }) => entry.kind === 'event' && from >= to && from - to < NEAR_EVENT,
  );
  const next = units[to];
  const isCounted = sentence.attributes.some(
    ({ entry, from }) => entry.type === 'unit' && entry.value === COUNTED && from === to,
  );
  const endsThere = next === undefined || next.kind === UnitKind.Break || does(next, 'ends-count');
  return !namesOwn && (isCounted || endsThere);
}
