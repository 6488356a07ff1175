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

/** Why a scope reaches no further. */
export type ScopeEnd = 'sentence' | 'stop-cue' | 'reach';

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

export type Stop = CueMatch | ConceptMatch;

/** A heading is at most so many units long, colon included. */
const LONGEST_HEADING = 6;

/**
 * The cues of a sentence with their scopes.
 * @param section heading of the section that the sentence stands in, if it began in an earlier sentence
 */
export function scopesOf(sentence: Sentence, section: CueMatch | null = null): ScopedCue[] {
  const stops = sentence.cues.filter((cue) => cue.entry.meaning === 'stop');
  const headings = sentence.cues.filter(isHeading);
  const scopes: ScopedCue[] = section ? [sectionScope(section, sentence, sentence.from, headings)] : [];
  for (const cue of sentence.cues) {
    const { direction, meaning } = cue.entry;
    if (direction === 'forward' || direction === 'both') scopes.push(forwardScope(cue, sentence, stops));
    if (direction === 'backward' || direction === 'both') scopes.push(backwardScope(cue, sentence, stops));
    if (direction === 'section' && meaning !== 'stop')
      scopes.push(sectionScope(cue, sentence, cue.to, headings));
  }
  return scopes;
}

function forwardScope(cue: CueMatch, sentence: Sentence, stops: readonly CueMatch[]): ScopedCue {
  const stop = firstOf(
    stops.find((one) => one.from >= cue.to && ends(one, cue)),
    cue.entry.meaning === 'negated' ? sentence.denials.find((one) => one.from >= cue.to) : undefined,
  );
  const limit = stop?.from ?? sentence.to;
  const reach = cue.to + cue.entry.reach;
  return {
    cue,
    meaning: cue.entry.meaning,
    from: cue.to,
    to: Math.min(reach, limit),
    ...reason(reach < limit, stop),
  };
}

function firstOf(a: Stop | undefined, b: Stop | undefined): Stop | null {
  if (!a || !b) return a ?? b ?? null;
  return a.from <= b.from ? a : b;
}

function backwardScope(cue: CueMatch, sentence: Sentence, stops: readonly CueMatch[]): ScopedCue {
  const stop = stops.findLast((one) => one.to <= cue.from && ends(one, cue)) ?? null;
  const limit = stop?.to ?? sentence.from;
  const reach = cue.from - cue.entry.reach;
  return {
    cue,
    meaning: cue.entry.meaning,
    from: Math.max(reach, limit),
    to: cue.from,
    ...reason(reach > limit, stop),
  };
}

/** Stop cues do not end a section: only its next heading does. */
function sectionScope(
  cue: CueMatch,
  sentence: Sentence,
  from: number,
  headings: readonly CueMatch[],
): ScopedCue {
  const next = headings.find((one) => one.from >= from && one !== cue) ?? null;
  return { cue, meaning: cue.entry.meaning, from, to: next?.from ?? sentence.to, ...reason(false, next) };
}

function reason(isShort: boolean, stop: Stop | null): Pick<ScopedCue, 'endedBy' | 'stop'> {
  if (isShort) return { endedBy: 'reach', stop: null };
  return stop ? { endedBy: 'stop-cue', stop } : { endedBy: 'sentence', stop: null };
}

function ends(stop: CueMatch, cue: CueMatch): boolean {
  return stop.entry.ends === null || stop.entry.ends.has(cue.entry.meaning);
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
    if (holds && !isPart) over.push(scope);
  }
  return over.length > 1 ? over.sort((a, b) => distance(a) - distance(b)) : over;
}

/** For each sentence the heading of an earlier one that still speaks about it, or null. */
export function sectionsOf(sentences: readonly Sentence[], units: readonly Unit[]): (CueMatch | null)[] {
  let section: CueMatch | null = null;
  let reviewer: CueMatch | null = null;
  return sentences.map((sentence) => {
    if (section && (beginsAnew(sentence, units) || (isOfOthers(section) && isFullSentence(sentence, units))))
      section = null;
    const inherited = section ?? reviewer;
    const own = sentence.cues.findLast(isHeading);
    if (own) section = own.entry.meaning === 'stop' ? null : own;
    // `denied since …; the cream because …`: what a reviewer says goes on after a semicolon.
    reviewer =
      units[sentence.to]?.word === ';' ? (sentence.cues.findLast(isReviewerSaying) ?? reviewer) : null;
    return inherited;
  });
}

const isReviewerSaying = ({ entry }: CueMatch): boolean =>
  entry.meaning === 'reported-by-ur' && (entry.direction === 'forward' || entry.direction === 'both');

const isOfOthers = (heading: CueMatch): boolean => heading.entry.meaning === 'other-person';

/** A family history goes on in bare entries (`Cancer. Diabetes.`); a full sentence is about the patient again. */
function isFullSentence(sentence: Sentence, units: readonly Unit[]): boolean {
  return units.slice(sentence.from, sentence.from + LONGEST_HEADING).some((unit) => does(unit, 'auxiliary'));
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
