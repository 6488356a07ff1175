/**
 * Where a denial reaches an event of its sentence although a comma stands between them: `no therapy, blocks or surgery`.
 * In: a scoped cue and the range of an event that lies in its scope. Out: whether the cue speaks about it.
 * Not here: how far cues reach at all (see `scopes.ts`).
 */
import { type Unit, UnitKind } from '../language/unit.js';
import { COUNTED, type CueMeaning } from '../vocabulary/lexicon-terms.js';
import type { ScopedCue } from './scopes.js';
import type { Sentence } from './sentence.js';
import { does } from './small-words.js';

/** A sentence and the units of its text. */
interface Told {
  readonly sentence: Sentence;
  readonly units: readonly Unit[];
}

/** What says that an event was not had, or is no longer. */
const DENYING: ReadonlySet<CueMeaning> = new Set(['negated', 'not-done', 'stopped', 'refused']);
const FARTHEST_SOURCE = 4;
/** How far behind a number the word for what it counts may stand: `6 visits`, `12 post-operative therapy visits`. */
const NEAR_COUNTED = 3;

/**
 * `no instability, fusion was performed`: a denial passes a comma to an event only in a list of events, or before `or`;
 * and never from one to another that is counted, as what was had so often was had: `no acupuncture, chiropractic x 6`.
 */
export function reachesEvent(scope: ScopedCue, told: Told, from: number, to: number): boolean {
  const { meaning, cue } = scope;
  if (meaning === 'possible' && cue.to <= from)
    return !isWhereFindingWasNot(cue, told.sentence, told.units, from);
  if (!DENYING.has(meaning)) return true;
  const comma = commaBetween(cue, told.units, from, to);
  if (comma >= 0 && hasOther(comma, cue, told) && isCounted(comma, cue.to <= from, told)) return false;
  if (meaning !== 'negated' || cue.to > from) return true;
  const { sentence, units } = told;
  if (isWhereFindingWasNot(cue, sentence, units, from)) return false;
  if (comma < 0) return true;
  const isJoined = units.slice(comma, from).some((unit) => does(unit, 'or'));
  return (
    isJoined ||
    sentence.concepts.some((one) => one.entry.kind === 'event' && one.from >= cue.to && one.to <= comma)
  );
}

/** The comma between a cue and an event that is nearest to the event; -1 if there is none. */
function commaBetween(cue: ScopedCue['cue'], units: readonly Unit[], from: number, to: number): number {
  if (cue.to <= from) {
    for (let i = from - 1; i >= cue.to; i--) if (units[i]?.word === ',') return i;
  } else for (let i = to; i < cue.from; i++) if (units[i]?.word === ',') return i;
  return -1;
}

/** True if an event of its own stands between a comma and the cue, which is then about that one. */
function hasOther(comma: number, { from, to }: ScopedCue['cue'], { sentence }: Told): boolean {
  const [first, last] = to <= comma ? [to, comma] : [comma, from];
  return sentence.concepts.some((one) => one.entry.kind === 'event' && one.from >= first && one.to <= last);
}

/** True if the item of a list that ends or begins at a comma counts visits: `6 visits of acupuncture,`, `, therapy x 12`. */
function isCounted(comma: number, isAfter: boolean, { sentence, units }: Told): boolean {
  const step = isAfter ? 1 : -1;
  for (let i = comma + step; i >= sentence.from && i < sentence.to && units[i]?.word !== ','; i += step)
    if (units[i]?.kind === UnitKind.Number && (does(units[i - 1], 'times') || isCountAt(i, sentence)))
      return true;
  return false;
}

const isCountAt = (at: number, { attributes }: Sentence): boolean =>
  attributes.some(
    ({ entry, from }) =>
      entry.type === 'unit' && entry.value === COUNTED && from > at && from - at <= NEAR_COUNTED,
  );

/**
 * `no fracture was seen on the x-rays`, `no relief with Norco`, `possible nonunion per CT`: the study was done and the
 * drug taken, it is what they did not show or bring that is denied or in doubt.
 */
function isWhereFindingWasNot(
  cue: ScopedCue['cue'],
  { concepts }: Sentence,
  units: readonly Unit[],
  from: number,
): boolean {
  let at = from - 1;
  while (at >= cue.to && from - at <= FARTHEST_SOURCE && !does(units[at], 'to-source')) at--;
  if (at < cue.to || !does(units[at], 'to-source')) return false;
  return concepts.some(
    (one) =>
      one.entry.kind === 'finding' && one.to > cue.from && one.from < at && (one.to <= at || one.to > from),
  );
}
