/**
 * Makes mentions of matches: as they are described, or, of a test with a result, with side and levels from the words
 * about that result.
 */

import type { Unit } from '../language/unit.js';
import type { Laterality } from '../vocabulary/service.js';
import type { CuedSentence } from './assertion.js';
import { dateRightAfter } from './dates-near.js';
import { DescribedMention } from './described-mention.js';
import { Description } from './description.js';
import type { Mention } from './mention.js';
import type { ReadingContext } from './reading-context.js';
import type { BoundResult, TestResult } from './result-words.js';
import type { ScopedCue } from './scopes.js';
import type { ConceptMatch, CueMatch, Sentence } from './sentence.js';
import { joinSides, sideBefore, sideOf } from './sides.js';
import { does } from './small-words.js';
import { levelsIn, type Zone, zoneAfter } from './zones.js';

/** A match as a mention; what is said after it is looked for in `after`. */
export function describe(
  cued: CuedSentence,
  match: ConceptMatch,
  after: Zone,
  context: ReadingContext,
): Mention {
  return new DescribedMention(new Description(cued, match, after, context));
}

/** A test with one of its results as a mention. */
export function testMention(
  cued: CuedSentence,
  match: ConceptMatch,
  bound: BoundResult,
  context: ReadingContext,
): Mention {
  const { sentence } = cued;
  const { cue } = bound;
  // Sides and levels of this result stand between it and the next result, or between the test and its result.
  const next = Math.min(
    sideOfNextStarts(sentence, bound.until, context.units),
    nextEntry(sentence, cue, context.units),
  );
  const after: Zone =
    cue.from >= match.to
      ? { from: cue.from, to: Math.max(cue.to, Math.min(next, cue.to + 14)) }
      : zoneAfter(sentence, match, context.units, bound.until);
  const around: Zone = { from: Math.min(match.to, cue.from), to: Math.max(cue.to, after.to) };
  // `1+ on the left versus 2+ on the right`: the side before is that of what it is held against.
  const isHeldAgainst = does(context.units[cue.from], 'against');
  const before = isHeldAgainst ? null : sideBefore(sentence, cue.from, context.units);
  const behind = sidesIn(sentence, after);
  // `both 5/5 on the right`: both are the muscles.
  const own =
    (before === 'bilateral' ? (behind ?? before) : before) ??
    behind ??
    (cue.from >= match.to ? sidesIn(sentence, { from: match.to, to: cue.from }) : null);
  const beforeCue =
    own === null && cue.from < match.from
      ? sideOf(sentence, match, { from: cue.from, to: match.from }, context.units)
      : null;
  const mention = describe(cued, match, around, context);
  const gap = gapAround(cued, match, cue);
  const denial = gap ?? denialOf(cued, match, cue);
  const date = dateOfResult(sentence, match, bound, context);
  return mention.with({
    polarity:
      denial !== undefined && isUnsaidBy(denial, mention)
        ? 'gap'
        : polarityOf(bound.result, denial !== undefined),
    ...(date === null ? {} : { date }),
    laterality: own ?? beforeCue ?? mention.laterality,
    levels: levelsIn({ from: match.from, to: around.to }, context.units),
    cues: denial ? [denial.cue, cue] : [cue],
  });
}

/** `2+ L, LT decreased R`: where a comma leads on to what is no result of the test any more. */
function nextEntry({ concepts, to }: Sentence, cue: CueMatch, units: readonly Unit[]): number {
  const next = concepts.find(
    ({ from, entry }) => from >= cue.to && entry.kind !== 'marker' && units[from - 1]?.word === ',',
  );
  return next?.from ?? to;
}

/** `3/5 (5/5 in August 2014)`: the date that one result has to itself is that of no other; null if there is none such. */
function dateOfResult(
  sentence: Sentence,
  match: ConceptMatch,
  { cue, until }: BoundResult,
  context: ReadingContext,
): string | null {
  if (cue.from < match.to || context.units[cue.to]?.word === ',') return null;
  const date = dateRightAfter(cue, sentence, context, until);
  const afterTest = (end?: number): string | null => dateRightAfter(match, sentence, context, end);
  const isOfNext = date === null && afterTest(cue.from) === null && afterTest() !== null;
  return isOfNext ? context.noteDate : date;
}

/** `no documentation of a positive Spurling test` says nothing of the test, nor does `no positive test is documented`. */
const isUnsaidBy = ({ meaning }: ScopedCue, { polarity }: Mention): boolean =>
  meaning === 'gap' || polarity === 'gap';

/**
 * The negation right before the result word (`not positive`), or right before a test that is then said to be there (`no
 * Tinel sign is present`); not one that speaks about something else before. A result that stands before its test is
 * denied together with it, also as the last of a list: `no effusion or positive McMurray test`.
 */
function denialOf(
  { scopes, units }: CuedSentence,
  match: ConceptMatch,
  result: CueMatch,
): ScopedCue | undefined {
  const isBefore = result.to <= match.from;
  const earliest = Math.min(match.to, result.from - 3);
  // Its own last words may be the first of the test: `no signs of impingement are present`.
  const isOfTest = ({ cue, to }: ScopedCue): boolean =>
    cue.from < match.from &&
    cue.to < match.to &&
    match.from < to &&
    units.slice(cue.to, match.from).length <= 1 &&
    does(units[result.from - 1], 'auxiliary');
  const isOfList = isBefore && isLastOfList(result, units);
  const isOfResult = ({ cue, to }: ScopedCue): boolean =>
    (isBefore || cue.from >= earliest) &&
    cue.to <= result.from &&
    result.from < to &&
    (isOfList || result.from - cue.to <= 2);
  return scopes.find(
    (scope) =>
      scope.meaning === 'negated' &&
      (isOfResult(scope) || (result.entry.meaning === 'positive' && isOfTest(scope))),
  );
}

/** `or` stands before the words, perhaps with an article. */
function isLastOfList({ from }: CueMatch, units: readonly Unit[]): boolean {
  return does(units[from - (does(units[from - 1], 'indefinite') ? 2 : 1)], 'or');
}

/**
 * `no documentation of effusion or a positive Spurling`, `a positive Spurling is not documented`, `Spurling is not recorded as
 * positive`: how it came out is not told.
 */
function gapAround(
  { scopes, units }: CuedSentence,
  match: ConceptMatch,
  result: CueMatch,
): ScopedCue | undefined {
  const isBefore = result.to <= match.from;
  const isRightBefore = (cue: CueMatch): boolean =>
    cue.to <= result.from && (result.from - cue.to <= 2 || (isBefore && isLastOfList(result, units)));
  const isRightAfter = (cue: CueMatch): boolean => cue.from >= match.to && cue.from - match.to <= 2;
  return scopes.find(({ meaning, cue, from, to }) => {
    if (meaning !== 'gap') return false;
    if (result.from >= match.to) return cue.from >= match.to && isRightBefore(cue) && from <= match.from;
    return from <= result.from && match.to <= to && (isRightBefore(cue) || isRightAfter(cue));
  });
}

function polarityOf(result: TestResult, isFlipped: boolean): Mention['polarity'] {
  if (result === 'equivocal') return 'possible';
  return (result === 'positive') !== isFlipped ? 'affirmed' : 'denied';
}

/** Where a result's words end: before the next result, and before the side that the next one names first (`…, the right is 2+`, `…, left 2+`). */
function sideOfNextStarts(sentence: Sentence, next: number, units: readonly Unit[]): number {
  const isSaid = does(units[next - 1], 'auxiliary');
  const end = isSaid ? next - 1 : next;
  const side = sentence.attributes.find((one) => one.entry.type === 'side' && one.to === end);
  return side && (isSaid || does(units[side.from - 1], 'ends-entry')) ? side.from : next;
}

function sidesIn(sentence: Sentence, zone: Zone): Laterality | null {
  return joinSides(
    sentence.attributes.filter(
      (one) => one.entry.type === 'side' && one.from >= zone.from && one.to <= zone.to,
    ),
  );
}
