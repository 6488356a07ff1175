/**
 * How a mention is asserted: denied, possible, not documented, planned, historical, someone else's, and by which cue.
 * In: a sentence with its scoped cues, and a range of its units. Out: one reading, the same for every user of it.
 * Polarity and time are apart: what is over may still have been so.
 * Not here: how far cues reach (see `scopes.ts`); what a test showed (see `results.ts`).
 */

import { type Unit, UnitKind } from '../language/unit.js';
import type { ConceptKind, CueMeaning } from '../vocabulary/lexicon-terms.js';
import { reachesEvent } from './event-reach.js';
import { resultAfter } from './results.js';
import { cuesOver, type ScopedCue } from './scopes.js';
import type { CueMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';

/** `unsaid`: a test whose result is not given, or an event of which only that there was no more of it is said. */
export type Polarity = 'affirmed' | 'denied' | 'possible' | 'gap' | 'unsaid';

/**
 * How a mention is asserted, as its sentence says it; what results, lists and notes change of it comes later (see
 * `Mention.with`).
 */
export interface Assertion {
  readonly polarity: Polarity;
  /** Whether it is so now, was so, or only may come. */
  readonly time: 'now' | 'past' | 'future';
  readonly isOtherPerson: boolean;
  readonly isReportedByUr: boolean;
  /** Everything that cues say of the range. */
  readonly said: ReadonlySet<CueMeaning>;
  /** The cues that say it, the nearest first, each with why its scope ended. */
  readonly scopes: readonly ScopedCue[];
  /** The cue that settled the polarity; null if none had to. */
  readonly settledBy: CueMatch | null;
}

/** A sentence made ready for assertions. */
export interface CuedSentence {
  readonly sentence: Sentence;
  readonly scopes: readonly ScopedCue[];
  readonly units: readonly Unit[];
}

/** States of an event that a cue can say. What is history was done. */
const STATES: ReadonlySet<CueMeaning> = new Set([
  'done',
  'historical',
  'planned',
  'requested',
  'refused',
  'not-done',
  'stopped',
  'current',
  'negated',
  'hypothetical',
]);
const FUTURE: ReadonlySet<CueMeaning> = new Set(['planned', 'requested', 'refused', 'hypothetical']);
const UNDONE: ReadonlySet<CueMeaning> = new Set(['negated', 'not-done', 'stopped', 'refused']);
const DOUBTS: ReadonlySet<CueMeaning> = new Set(['possible', 'hypothetical']);
/** What makes the words of a marker no statement, where it stands before them. */
const MARKER_DOUBTS: ReadonlySet<CueMeaning> = new Set([...DOUBTS, 'gap']);
/** So many words may stand between a denial and the state that it denies: `no known prior surgery`. */
const NEAR_STATE = 3;
const DENYING_RESULTS: ReadonlySet<CueMeaning> = new Set(['negative', 'normal', 'absent']);

/** What is said after a test that was left out: `reflexes were deferred`, `straight leg raise was not performed`. */
const LEFT_OUT: ReadonlySet<CueMeaning> = new Set(['not-done', 'refused', 'planned']);

/** Which cues can be the reason for a polarity. */
const SETTLING: Readonly<Record<Polarity, ReadonlySet<CueMeaning>>> = {
  affirmed: new Set(['done', 'current']),
  denied: UNDONE,
  possible: new Set(['possible', 'hypothetical']),
  gap: new Set(['gap', 'documented', ...LEFT_OUT]),
  unsaid: new Set(),
};

const NOTHING: ReadonlySet<CueMeaning> = new Set();

/**
 * The assertion of the half-open range of units `from` to `to`, read as a mention of this kind.
 * @param isNormalFinding what it says is itself an absence, as in `hardware intact`: a list of denials does not take it in
 * @param isTaken an event that goes on, as a drug does: once stopped it is no more; a treatment that was stopped was had
 */
export function assertionOf(
  cued: CuedSentence,
  kind: ConceptKind,
  from: number,
  to: number,
  isNormalFinding = false,
  isTaken = false,
): Assertion {
  const over = cuesOver(cued.scopes, from, to).filter(
    (scope) =>
      (kind !== 'event' || reachesEvent(scope, cued, from, to)) &&
      !(isNormalFinding && isDenialBeforeComma(scope, cued.units, from)),
  );
  const scopes = over.some(isDenied) ? over.map((scope) => readDenied(scope, kind, over)) : over;
  const said = scopes.length > 0 ? new Set(scopes.map((scope) => scope.meaning)) : NOTHING;
  const told = kind === 'event' ? stateOf(scopes, cued, from, to, isTaken) : undefined;
  const state = told === 'stopped' && !isTaken ? 'historical' : told;
  const after = kind === 'finding' ? resultAfter(cued.sentence, { from, to }, cued.units) : undefined;
  // `moves freely, without pain`: what is normal by its own words is not denied by a normal result after it.
  const result = isNormalFinding && after && DENYING_RESULTS.has(after.entry.meaning) ? undefined : after;
  const denial = kind === 'finding' || kind === 'event' ? denialInto(cued.sentence, from, to) : undefined;
  const isDoubted =
    scopes.some(({ meaning, cue }) =>
      kind === 'marker' ? MARKER_DOUBTS.has(meaning) && cue.from < from : DOUBTS.has(meaning),
    ) || isLedIntoByCondition(cued.sentence, from, to);
  const polarity =
    kind === 'test' && isLeftOut(scopes, to)
      ? 'gap'
      : kind === 'event'
        ? isOfMoreOnly(scopes, cued.units, from)
          ? 'unsaid'
          : eventPolarity(said, state, denial)
        : findingPolarity(kind, said, result, denial, isDoubted);
  const settling =
    kind === 'marker' ? undefined : scopes.find((scope) => SETTLING[polarity].has(scope.meaning))?.cue;
  return {
    polarity,
    time: timeOf(said, state),
    isOtherPerson: said.has('other-person'),
    isReportedByUr: said.has('reported-by-ur'),
    said,
    scopes,
    settledBy: settling ?? (polarity === 'denied' ? (denial ?? result) : undefined) ?? null,
  };
}

const isDenied = ({ meaning }: ScopedCue): boolean => meaning === 'denied';

/** `numbness is denied`, `prior blocks are denied`: said not to be so; `an MRI was denied`: asked for and not allowed. */
function readDenied(scope: ScopedCue, kind: ConceptKind, scopes: readonly ScopedCue[]): ScopedCue {
  if (!isDenied(scope)) return scope;
  const isAsked = kind === 'event' && !scopes.some(({ meaning }) => meaning === 'historical');
  return { ...scope, meaning: isAsked ? 'requested' : 'negated' };
}

const isLeftOut = (scopes: readonly ScopedCue[], to: number): boolean =>
  scopes.some(({ meaning, cue }) => LEFT_OUT.has(meaning) && cue.from >= to);

/** `no documentation of weakness`; and `no weakness is described`, which denies only the description. */
function isGap(said: ReadonlySet<CueMeaning>): boolean {
  return said.has('gap') || (said.has('negated') && said.has('documented'));
}

/** Meanings of cues that deny what begins in their words: by their last word, as the denial is one of those before it. */
const LEADING_IN: ReadonlySet<CueMeaning> = new Set(['negated', 'not-done', 'failed', 'no-more']);

/** `no improvement | in function`, `no increase in | pain`, `not yet | failed`, `not been | tried and failed`: a denial whose words lead into a finding denies it. */
function denialInto({ cues }: Sentence, from: number, to: number): CueMatch | undefined {
  return cues.find(
    ({ entry: { meaning }, from: start, to: end }) =>
      (meaning === 'not-done' && end === from) ||
      (LEADING_IN.has(meaning) &&
        start < from &&
        end <= to &&
        (end === from + 1 ||
          (meaning === 'no-more' && from < end) ||
          // `neither the block nor therapy helped`
          (meaning === 'failed' && end === to))),
  );
}

/** `should symptoms | persist despite therapy`: a condition whose words lead into those of a finding. */
function isLedIntoByCondition({ cues }: Sentence, from: number, to: number): boolean {
  return cues.some(
    ({ entry: { meaning, direction }, from: start, to: end }) =>
      meaning === 'hypothetical' && direction !== 'backward' && start < from && from < end && end < to,
  );
}

/** A marker is words that stand there or not; nothing denies them, but a doubt or a condition may stand before them. */
function findingPolarity(
  kind: ConceptKind,
  said: ReadonlySet<CueMeaning>,
  result: CueMatch | undefined,
  denial: CueMatch | undefined,
  isDoubted: boolean,
): Polarity {
  if (kind === 'marker') return isDoubted ? 'possible' : 'affirmed';
  if (isGap(said)) return 'gap';
  if (said.has('negated') || denial !== undefined) return 'denied';
  if (result && DENYING_RESULTS.has(result.entry.meaning)) return 'denied';
  // `weakness is equivocal`
  if (result?.entry.meaning === 'equivocal') return 'possible';
  if (isDoubted) return 'possible';
  return kind === 'test' ? 'unsaid' : 'affirmed';
}

/** Its own first word may be the last of the denial: `not | had a TENS trial`. */
function eventPolarity(
  said: ReadonlySet<CueMeaning>,
  state: CueMeaning | undefined,
  denial: CueMatch | undefined,
): Polarity {
  if (isGap(said)) return 'gap';
  if (denial !== undefined || (state !== undefined && UNDONE.has(state))) return 'denied';
  return said.has('possible') || state === 'hypothetical' ? 'possible' : 'affirmed';
}

/** `no further surgery`, `without repeat imaging`: that there was no more of it denies none of what was before. */
function isOfMoreOnly(scopes: readonly ScopedCue[], units: readonly Unit[], from: number): boolean {
  const denial = scopes.find(({ meaning, cue }) => meaning === 'negated' && cue.from < from);
  return (
    denial !== undefined &&
    (does(units[denial.cue.to - 1], 'renewed') || does(units[denial.cue.to], 'renewed'))
  );
}

/** `no fracture, hardware intact`: the denial ends at the comma for what is normal by its own words. */
function isDenialBeforeComma({ meaning, cue }: ScopedCue, units: readonly Unit[], from: number): boolean {
  return (
    meaning === 'negated' && cue.to <= from && units.slice(cue.to, from).some((unit) => unit.word === ',')
  );
}

/** The state that the nearest cue says, unless a denial before the event denies that state: `no prior surgery`, `no MRI was done`. */
function stateOf(
  scopes: readonly ScopedCue[],
  cued: CuedSentence,
  from: number,
  to: number,
  isTaken: boolean,
): CueMeaning | undefined {
  const { units } = cued;
  const states = scopes.filter((scope) => STATES.has(scope.meaning));
  const [first] = states;
  // `requests refills and six sessions`: that a drug is taken says of a treatment no more than that it is asked for.
  const nearest = first?.meaning === 'current' && !isTaken ? (states.find(isPlan) ?? first) : first;
  if (!nearest) return leadsToCondition(cued, to) ? 'hypothetical' : undefined;
  const isStateDenied = ({ meaning, cue }: ScopedCue): boolean => {
    if (!UNDONE.has(meaning) || cue.to > from) return false;
    const [start, end] = nearest.cue.from >= to ? [to, nearest.cue.from] : [cue.to, nearest.cue.from];
    if (nearest.cue.from < to && (end < start || end - start > NEAR_STATE)) return false;
    return !units.slice(start, end).some((unit) => unit.word === ',');
  };
  return (states.find(isStateDenied) ?? cameOfPlan(states, nearest) ?? nearest).meaning;
}

const isPlan = ({ meaning }: ScopedCue): boolean => meaning === 'planned' || meaning === 'requested';

/**
 * `the release planned in May took place in June`, `authorized but not yet done`: what came of a plan outdoes the plan, and
 * when it was made: `approved in 2013, but never done`.
 */
function cameOfPlan(states: readonly ScopedCue[], nearest: ScopedCue): ScopedCue | undefined {
  const plan = nearest.meaning === 'historical' ? states.find(isPlan) : nearest;
  if (plan === undefined || !isPlan(plan)) return undefined;
  return states.find(
    (one) =>
      one.cue.from >= plan.cue.to &&
      (one.meaning === 'not-done' ||
        one.meaning === 'refused' ||
        (one.meaning === 'done' && one.cue.entry.direction === 'backward')),
  );
}

/** `MRI of the neck to look for …`, `epidural if therapy fails`: what leads on to its aim or condition is still to come, unless it has a date. */
function leadsToCondition({ scopes, units }: CuedSentence, to: number): boolean {
  return scopes.some(
    ({ meaning, cue }) =>
      meaning === 'hypothetical' &&
      cue.from >= to &&
      cue.from - to <= NEAR_STATE &&
      units.slice(to, cue.from).every((unit) => unit.kind === UnitKind.Word || unit.kind === UnitKind.Level),
  );
}

function timeOf(said: ReadonlySet<CueMeaning>, state: CueMeaning | undefined): Assertion['time'] {
  if (state !== undefined && FUTURE.has(state)) return 'future';
  // What is said not to have been done is settled, whatever else the sentence makes depend on an `if`.
  if (said.has('hypothetical') && !(state !== undefined && UNDONE.has(state))) return 'future';
  return said.has('historical') ? 'past' : 'now';
}
