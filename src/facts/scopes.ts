/**
 * How far a cue speaks. In: the cues of a sentence. Out: each with the units it speaks about, and why they end there.
 * A scope runs from its cue to a stop cue, to the end of the cue's reach or of the sentence. A heading speaks about its
 * whole section: on to the next heading, or to a sentence that begins anew with a stop cue (`The patient ...`).
 * Method: NegEx (Chapman 2001) and ConText (Harkema 2009), cues as data; sections as in medspaCy.
 */

import { type Unit, UnitKind } from '../language/unit.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';
import type { ConceptMatch, CueMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';

/** Why a scope reaches no further. `item`: there ends the item of a list, or of brackets, that the cue speaks of. */
export type ScopeEnd = 'sentence' | 'item' | 'stop-cue' | 'reach';

/** A cue together with the half-open range of units that it speaks about. */
export interface ScopedCue {
  readonly cue: CueMatch;
  readonly meaning: CueMeaning;
  readonly from: number;
  readonly to: number;
  readonly endedBy: ScopeEnd;
  /** What ended it: a stop cue, a heading, or a mention that brings its own denial; null where nothing did. */
  readonly stop: Stop | null;
}

/** What can end a scope: a cue, or a concept that brings its own denial. */
export type Stop = CueMatch | ConceptMatch;

/** A heading is at most so many units long, colon included. */
const LONGEST_HEADING = 6;

/**
 * The cues of a sentence with their scopes.
 * @param section heading of the section that the sentence stands in, if it began in an earlier sentence
 */
export function scopesOf(
  sentence: Sentence,
  units: readonly Unit[],
  section: CueMatch | null = null,
): ScopedCue[] {
  const stops = sentence.cues.filter((cue) => cue.entry.meaning === 'stop');
  const headings = sentence.cues.filter(isHeading);
  const scopes: ScopedCue[] = section ? [sectionScope(section, sentence, sentence.from, headings)] : [];
  for (const cue of sentence.cues) {
    const { direction, meaning } = cue.entry;
    if (direction === 'forward' || direction === 'both')
      scopes.push(
        forwardScope(
          cue,
          sentence,
          stops,
          Math.min(endOfItem(cue, sentence, units), endOfBrackets(cue, sentence, units)),
          units,
        ),
      );
    if (direction === 'backward' || direction === 'both')
      scopes.push(backwardScope(cue, sentence, stops, units));
    if (direction === 'section' && meaning !== 'stop')
      scopes.push(sectionScope(cue, sentence, cue.to, headings));
  }
  return scopes;
}

/**
 * `no herniation, no stenosis, facets hypertrophic`: where each item of a list brings its own denial, the last one ends at
 * the comma; not in `no fever, no chills, sweats or weight loss`. After `and` it must be the same word again.
 */
function endOfItem(cue: CueMatch, { from, to, cues }: Sentence, units: readonly Unit[]): number {
  if (cue.entry.meaning !== 'negated') return to;
  // `tenderness denied, sensation dull`: a comma right behind it, and it speaks of what stands before it.
  if (units[cue.to]?.word === ',') return cue.to;
  // `no atrophy, and arthrosis`: what joins behind the comma of a single item begins another statement.
  const first = commaIn(cue.to, to, units);
  const isSingle =
    does(units[first + 1], 'and') && !units.slice(cue.to, first).some((unit) => does(unit, 'or'));
  if (first < to && isSingle) return first;
  const isDenial = ({ entry, from: at }: CueMatch): boolean => entry.meaning === 'negated' && at > from;
  const next = cues.find(
    (one) => isDenial(one) && one.from > cue.to && does(units[one.from - 1], 'ends-entry'),
  );
  if (next) return next.from - 1;
  const isAgain = (one: CueMatch): boolean =>
    one.entry.meaning === 'negated' &&
    one.to < cue.from &&
    (units[cue.from - 1]?.word === ',' || units[one.from]?.word === units[cue.from]?.word);
  const isLast = does(units[cue.from - 1], 'ends-entry') && cues.some(isAgain);
  if (!isLast) return to;
  const comma = commaIn(cue.to, to, units);
  return units.slice(comma, to).some((unit) => does(unit, 'or')) ? to : comma;
}

/** The first comma of a range of units, else its end. */
function commaIn(from: number, to: number, units: readonly Unit[]): number {
  let at = from;
  while (at < to && units[at]?.word !== ',') at++;
  return at;
}

/** `(sprain, r/o tear), treated with rest`: what stands in brackets says nothing of what follows behind them. */
function endOfBrackets(cue: CueMatch, { to }: Sentence, units: readonly Unit[]): number {
  let open = 0;
  for (let i = cue.to; i < to; i++) {
    const { word } = units[i] as Unit;
    if (word === '(') open++;
    else if (word === ')' && --open < 0) return i;
  }
  return to;
}

function forwardScope(
  cue: CueMatch,
  sentence: Sentence,
  stops: readonly CueMatch[],
  end: number,
  units: readonly Unit[],
): ScopedCue {
  const stop = firstOf(
    stops.find(
      (one) =>
        one.from >= cue.to &&
        ends(one, cue) &&
        !isOfDenied(one, cue, units) &&
        !isOfItsClause(one, cue, units),
    ),
    cue.entry.meaning === 'negated' && !opensClause(cue, units)
      ? sentence.denials.find((one) => one.from >= cue.to)
      : undefined,
  );
  const limit = Math.min(stop?.from ?? sentence.to, end);
  const reach = cue.to + cue.entry.reach;
  return {
    cue,
    meaning: cue.entry.meaning,
    from: cue.to,
    to: Math.min(reach, limit),
    ...reason(reach < limit, end < (stop?.from ?? sentence.to), stop),
  };
}

/** `no indication that he could not tolerate it`: what is denied as a whole clause is denied with its own denial. */
const opensClause = ({ from, to }: CueMatch, units: readonly Unit[]): boolean =>
  units.slice(from, to).some((unit) => does(unit, 'relative'));

/**
 * `No films have been provided showing a slip`: a passive verb of what is denied, and a clause that says of what kind it
 * would be, end no denial.
 */
function isOfDenied({ from }: CueMatch, cue: CueMatch, units: readonly Unit[]): boolean {
  if (cue.entry.meaning !== 'negated' && cue.entry.meaning !== 'gap') return false;
  const verb = does(units[from], 'relative') ? from + 1 : from;
  const isOwn =
    does(units[from], 'restricts') ||
    does(units[from + 1], 'passive') ||
    (does(units[verb], 'restricts-it') && does(units[verb - 1], 'relative'));
  return (
    isOwn && !units.slice(cue.to, from).some((unit) => does(unit, 'ends-entry') || does(unit, 'relative'))
  );
}

/**
 * `no documentation that the drug has helped`: the verb of the clause that a denial or a gap opens with its own `that`
 * ends neither; the verb of another clause in it does.
 */
function isOfItsClause({ from }: CueMatch, { to, entry }: CueMatch, units: readonly Unit[]): boolean {
  if (entry.meaning !== 'negated' && entry.meaning !== 'gap') return false;
  if (!does(units[to - 1], 'relative') || !does(units[from], 'clause-verb')) return false;
  return !units
    .slice(to, from)
    .some((unit, i, before) =>
      does(unit, 'clause-verb') ? i < before.length - 1 : does(unit, 'ends-entry') || does(unit, 'relative'),
    );
}

function firstOf(a: Stop | undefined, b: Stop | undefined): Stop | null {
  if (!a || !b) return a ?? b ?? null;
  return a.from <= b.from ? a : b;
}

function backwardScope(
  cue: CueMatch,
  sentence: Sentence,
  stops: readonly CueMatch[],
  units: readonly Unit[],
): ScopedCue {
  const to = headBefore(cue, sentence, units);
  const stop = stops.findLast((one) => one.to <= to && ends(one, cue)) ?? null;
  const item = Math.max(itemOfBrackets(cue, sentence, units), ownClause(cue, sentence, units));
  const limit = Math.max(stop?.to ?? sentence.from, item);
  const reach = to - cue.entry.reach;
  return {
    cue,
    meaning: cue.entry.meaning,
    from: Math.max(reach, limit),
    to,
    ...reason(reach > limit, item > (stop?.to ?? sentence.from), stop),
  };
}

/** `therapy (12 visits), acupuncture (number unspecified)`: what stands in brackets is said of the item before them. */
function itemOfBrackets({ from }: CueMatch, sentence: Sentence, units: readonly Unit[]): number {
  let open = 0;
  let isInside = false;
  for (let i = from - 1; i >= sentence.from; i--) {
    const { word } = units[i] as Unit;
    if (isInside && (word === ',' || word === ')')) return i + 1;
    if (word === ')') open++;
    else if (word === '(' && --open < 0) isInside = true;
  }
  return sentence.from;
}

/**
 * `He has numbness, and weakness is denied`: a cue that begins with a verb of one subject speaks of that subject, not of
 * what was said with another verb before the `and`.
 */
function ownClause({ from }: CueMatch, sentence: Sentence, units: readonly Unit[]): number {
  const verb = [from, from - 1].find((at) => does(units[at], 'singular-verb'));
  if (verb === undefined) return sentence.from;
  const main = mainClause(sentence, verb, units);
  if (main > sentence.from) return main;
  const before = units.slice(sentence.from, verb);
  const and = before.findLastIndex((unit) => does(unit, 'and'));
  if (and < 0 || and === before.length - 1) return sentence.from;
  const isVerb = (unit: Unit): boolean => does(unit, 'finite');
  const isOther = before.slice(0, and).some(isVerb) && !before.slice(and).some(isVerb);
  return isOther ? sentence.from + and + 1 : sentence.from;
}

/** `As he has numbness, facet pain is unlikely`: where the clause of a verb begins that another one stands before. */
function mainClause({ from }: Sentence, verb: number, units: readonly Unit[]): number {
  const comma = does(units[from], 'subordinate') ? commaIn(from, verb, units) : verb;
  return comma < verb ? comma + 1 : from;
}

/** `Valium, which he took with Norco, was stopped`: what stands after a relative clause is said of the noun before it. */
function headBefore({ from }: CueMatch, sentence: Sentence, units: readonly Unit[]): number {
  if (units[from - 1]?.word !== ',') return from;
  for (let i = from - 2; i >= sentence.from; i--)
    if (units[i]?.word === ',') return does(units[i + 1], 'relative') ? i : from;
  return from;
}

/** Stop cues do not end a section: only its next heading does. */
function sectionScope(
  cue: CueMatch,
  sentence: Sentence,
  from: number,
  headings: readonly CueMatch[],
): ScopedCue {
  const next = headings.find((one) => one.from >= from && one !== cue) ?? null;
  return {
    cue,
    meaning: cue.entry.meaning,
    from,
    to: next?.from ?? sentence.to,
    ...reason(false, false, next),
  };
}

function reason(isShort: boolean, isOfItem: boolean, stop: Stop | null): Pick<ScopedCue, 'endedBy' | 'stop'> {
  if (isShort || isOfItem) return { endedBy: isShort ? 'reach' : 'item', stop: null };
  return stop ? { endedBy: 'stop-cue', stop } : { endedBy: 'sentence', stop: null };
}

function ends({ entry }: CueMatch, { entry: { meaning } }: CueMatch): boolean {
  return entry.ends === null || entry.ends.has(meaning === 'denied' ? 'negated' : meaning);
}

function isHeading(cue: CueMatch): boolean {
  return cue.entry.direction === 'section';
}

/** The cues whose scope holds a range of units, or its end towards the cue, the nearest first; none that is part of the range. */
export function cuesOver(scopes: readonly ScopedCue[], from: number, to: number): ScopedCue[] {
  const distance = ({ cue }: ScopedCue): number => (cue.from >= to ? cue.from - to : from - cue.to);
  const over: ScopedCue[] = [];
  for (const scope of scopes) {
    const isPart = scope.cue.from >= from && scope.cue.to <= to;
    const holds =
      scope.cue.from >= to ? to > scope.from && to <= scope.to : from >= scope.from && from < scope.to;
    if ((holds && !isPart) || isWithinCue(scope, from, to) || runsOnFromCue(scope, from, to))
      over.push(scope);
  }
  return over.length > 1 ? over.sort((a, b) => distance(a) - distance(b)) : over;
}

const TAKING_IN: ReadonlySet<CueMeaning> = new Set([
  'negated',
  'historical',
  'hypothetical',
  'current',
  'gap',
]);

/** `fever/chills: none`, `numbness denied`, `alcohol or drugs`: what the words of a cue take in, they speak about. */
function isWithinCue({ cue, meaning }: ScopedCue, from: number, to: number): boolean {
  if (!TAKING_IN.has(meaning) || cue.entry.direction === 'forward') return false;
  return cue.from <= from && to <= cue.to && to - from < cue.to - cue.from;
}

/** `without pain, tingling or numbness in the legs`: a denial whose own last words are the first of what it denies. */
function runsOnFromCue({ cue }: ScopedCue, from: number, to: number): boolean {
  return cue.entry.runsOn && cue.from < from && from < cue.to && cue.to < to;
}

/** For each sentence the heading of an earlier one that still speaks about it, or null. */
export function sectionsOf(sentences: readonly Sentence[], units: readonly Unit[]): (CueMatch | null)[] {
  let section: CueMatch | null = null;
  let saying: Saying | null = null;
  let asking: CueMatch | null = null;
  return sentences.map((sentence) => {
    const isOver =
      section !== null &&
      (beginsAnew(sentence, units) ||
        (isOfOthers(section) && isFullSentence(sentence, units)) ||
        (section.entry.meaning === 'current' && opensWithHistory(sentence)));
    if (isOver) section = null;
    // The mark that closes a quotation stands behind the end of its last sentence.
    if (saying?.isQuoted && units[sentence.from]?.word === '"') saying = null;
    const isAskedFor = asking !== null && sentence.concepts.every(({ entry }) => !RESULTS.has(entry.kind));
    const inherited = saying?.cue ?? section ?? (isAskedFor && isBareEntry(sentence, units) ? asking : null);
    const own = sentence.cues.findLast(isHeading);
    if (own) section = own.entry.meaning === 'stop' ? null : own;
    saying = sayingAfter(saying, sentence, units);
    asking = askingAfter(asking, sentence, units);
    return inherited;
  });
}

/** What a reviewer is quoted with, or goes on to say after a semicolon. */
interface Saying {
  readonly cue: CueMatch;
  readonly isQuoted: boolean;
  /** How many sentences it has gone on for: a mark that is never closed is no quotation. */
  readonly length: number;
}
const LONGEST_QUOTATION = 12;

/** `denied since …; the cream because …`, `the letter reads "…. …. …"`: what a reviewer still says after a sentence. */
function sayingAfter(
  before: Saying | null,
  { from, to, cues }: Sentence,
  units: readonly Unit[],
): Saying | null {
  const wasQuoted = before?.isQuoted ?? false;
  const own = cues.findLast(isReviewerSaying);
  const cue = own ?? before?.cue;
  if (!cue) return null;
  const marks = units
    .slice(wasQuoted ? from : (own?.to ?? from), to)
    .filter(({ word }) => word === '"').length;
  const isQuoted = (marks % 2 === 1) !== wasQuoted;
  const length = own ? 1 : (before?.length ?? 0) + 1;
  const goesOn = (isQuoted && length <= LONGEST_QUOTATION) || units[to]?.word === ';';
  return goesOn ? { cue, isQuoted, length } : null;
}

const isReviewerSaying = ({ entry }: CueMatch): boolean =>
  entry.meaning === 'reported-by-ur' && (entry.direction === 'forward' || entry.direction === 'both');

/** `She asks for an MRI of the knee; x-rays of the foot; acupuncture`: what still asks in the bare entries after a semicolon, or a question. */
function askingAfter(before: CueMatch | null, sentence: Sentence, units: readonly Unit[]): CueMatch | null {
  const own = sentence.cues.find(isAsking);
  // `What does the doctor want? An MRI of the knee.`
  if (own && sentence.concepts.length === 0 && units[sentence.to]?.word === '?') return own;
  if (units[sentence.to]?.word !== ';' || !isUndated(sentence, units)) return null;
  if (!own) return isBareEntry(sentence, units) ? before : null;
  const isAlone = sentence.cues.every((cue) => isAsking(cue) || cue.entry.meaning === 'stop');
  const asked = sentence.concepts.filter(({ entry }) => entry.kind === 'event' || entry.kind === 'finding');
  return isAlone && asked.length > 0 && asked.every(({ from }) => from >= own.to) ? own : null;
}

const isAsking = ({ entry }: CueMatch): boolean =>
  (entry.meaning === 'planned' || entry.meaning === 'requested') &&
  (entry.direction === 'forward' || entry.direction === 'both');

/** Kinds of what an examination or a study has shown. */
const RESULTS: ReadonlySet<ConceptMatch['entry']['kind']> = new Set(['finding', 'test']);

/** An entry of a list that says nothing of its own: no verb of a full sentence, no date, nothing done or found. */
function isBareEntry(sentence: Sentence, units: readonly Unit[]): boolean {
  return (
    isUndated(sentence, units) &&
    sentence.cues.every(({ entry }) => entry.meaning === 'stop' || entry.meaning === 'new') &&
    !units.slice(sentence.from, sentence.to).some((unit) => does(unit, 'auxiliary'))
  );
}

function isUndated({ from, to }: Sentence, units: readonly Unit[]): boolean {
  return units.slice(from, to).every(({ kind }) => kind !== UnitKind.Date);
}

const isOfOthers = (heading: CueMatch): boolean => heading.entry.meaning === 'other-person';

/** A family history goes on in bare entries (`Cancer. Diabetes.`); a full sentence is about the patient again. */
function isFullSentence(sentence: Sentence, units: readonly Unit[]): boolean {
  return units.slice(sentence.from, sentence.from + LONGEST_HEADING).some((unit) => does(unit, 'auxiliary'));
}

/** `Current medications: aspirin. History of a bleed from ibuprofen.` */
function opensWithHistory({ from, cues: [first] }: Sentence): boolean {
  return first !== undefined && first.from === from && first.entry.meaning === 'historical';
}

/** A sentence that opens with a heading of any kind, or with a stop cue (no number of a list), is no part of the section before it. */
function beginsAnew(sentence: Sentence, units: readonly Unit[]): boolean {
  const first = sentence.cues[0];
  const isNumbered = units[sentence.from]?.kind === UnitKind.Number;
  if (first && first.from === sentence.from && first.entry.meaning === 'stop' && !isNumbered) return true;
  for (let i = sentence.from; i < Math.min(sentence.to, sentence.from + LONGEST_HEADING); i++) {
    const unit = units[i] as Unit;
    if (unit.kind === UnitKind.Mark && unit.word === ':') return true;
    if (unit.kind !== UnitKind.Word) return false;
  }
  return false;
}
