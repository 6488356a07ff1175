/**
 * Describes one match of a concept: its assertion, regions, side, levels, date, study. A test with a result takes side
 * and levels from the words about that result.
 */
import { type Unit, UnitKind } from '../language/units.js';
import type { Laterality } from '../vocabulary/service.js';
import { assertionOf, type CuedSentence } from './assertion.js';
import {
  joinSides,
  levelsIn,
  regionsOf,
  sideBefore,
  sideOf,
  type Zone,
  zoneAfter,
  zoneBefore,
} from './attributes.js';
import { dateAt, dateAtEnd, dateNear, dateRightAfter } from './dates-near.js';
import type { Mention } from './mention.js';
import { ownRegions, type ReadingContext, regionOfLevels } from './reading-context.js';
import type { BoundResult, TestResult } from './results.js';
import type { ConceptMatch, CueMatch, Sentence } from './scan.js';
import type { ScopedCue } from './scopes.js';
import { isStudy, isStudyFinding, levelsOfFinding, levelsRightAfter, resultOfStudy } from './studies.js';

/** How far after a number its own date may stand: `7/10 on 5/7/2013`. */
const NEAR_DATE = 3;

/** A match as a mention; what is said after it is looked for in `after`. */
export function describe(
  cued: CuedSentence,
  match: ConceptMatch,
  after: Zone,
  context: ReadingContext,
): Mention {
  const { sentence } = cued;
  const { units, lexicon, reference } = context;
  const { entry } = match;
  const { polarity, time, isOtherPerson, isReportedByUr, said, scopes, settledBy } = assertionOf(
    cued,
    entry.kind,
    match.from,
    match.to,
    entry.isNormalFinding,
  );
  const near =
    entry.kind === 'event'
      ? dateNear(sentence, match, units, reference, context.noteDate)
      : entry.kind === 'marker'
        ? (dateNear(sentence, match, units, reference, context.noteDate) ?? dateAtEnd(sentence, units))
        : entry.kind === 'quantity'
          ? dateAfter(sentence, match, context)
          : null;
  const isFinding = isStudyFinding(entry);
  const { study } = context;
  const result = isStudy(entry) ? resultOfStudy(sentence, match, units) : null;
  const levels = isFinding
    ? levelsOfFinding(sentence, match, units, study)
    : isStudy(entry)
      ? levelsRightAfter(sentence, match, units)
      : levelsIn({ from: zoneBefore(sentence, match).from, to: after.to }, units);
  const cues = [settledBy, result].filter((cue) => cue !== null);
  // What a study found at `L5-S1` says of what it was, however far on in its sentence.
  const reach = isStudy(entry) ? { from: after.from, to: nextStudy(sentence, match) } : after;
  const regions = regionsOf(sentence, match, after, units, lexicon, reach);
  return {
    polarity,
    time,
    isOtherPerson,
    isReportedByUr,
    scopes,
    said: result ? new Set([...said, result.entry.meaning]) : said,
    concept: entry,
    sentence,
    from: match.from,
    to: match.to,
    regionsHere: regions && ownRegions(entry, regions, context),
    regions: ownRegions(
      entry,
      regions ?? (isFinding ? study?.regions : null) ?? regionOfLevels(levels, context) ?? context.regions,
      context,
    ),
    laterality: sideOf(sentence, match, after, units),
    levels,
    date:
      near?.date ??
      (entry.kind === 'event'
        ? null
        : (dateRightAfter(match, sentence, units, reference) ??
          (isFinding && study ? study.date : context.noteDate))),
    noteDate: context.noteDate,
    study: isFinding ? study : context.studyHere,
    cues,
    dateWords: near && entry.kind === 'event' ? dateWordsAt(near.at, units) : null,
    zone: { from: after.from, to: Math.max(after.to, near ? near.at + 1 : after.to) },
  };
}

/** A date is one unit; `12 years ago` is three. */
function dateWordsAt(at: number, units: readonly Unit[]): Zone {
  return { from: at, to: at + (units[at]?.kind === UnitKind.Number ? 3 : 1) };
}

/** Where the next study of a sentence begins, or the sentence ends. */
function nextStudy(sentence: Sentence, match: ConceptMatch): number {
  return (
    sentence.concepts.find((other) => other.from >= match.to && isStudy(other.entry))?.from ?? sentence.to
  );
}

/** The date right after a number. */
function dateAfter(
  sentence: Sentence,
  match: ConceptMatch,
  context: ReadingContext,
): { readonly date: string; readonly at: number } | null {
  for (let i = match.to; i < Math.min(sentence.to, match.to + NEAR_DATE); i++) {
    const date = dateAt(i, context.units, context.reference);
    if (date) return { date, at: i };
  }
  return null;
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
  const after: Zone =
    cue.from >= match.to
      ? {
          from: cue.to,
          to: Math.max(cue.to, Math.min(sideOfNextStarts(sentence, bound.until, context.units), cue.to + 14)),
        }
      : zoneAfter(sentence, match, bound.until);
  const around: Zone = { from: Math.min(match.to, cue.from), to: Math.max(cue.to, after.to) };
  const own =
    sideBefore(sentence, cue.from, context.units) ??
    sidesIn(sentence, after) ??
    (cue.from >= match.to ? sidesIn(sentence, { from: match.to, to: cue.from }) : null);
  const beforeCue =
    own === null && cue.from < match.from
      ? sideOf(sentence, match, { from: cue.from, to: match.from }, context.units)
      : null;
  const mention = describe(cued, match, around, context);
  return {
    ...mention,
    polarity: polarityOf(bound.result, isFlipped(cued.scopes, match, cue)),
    laterality: own ?? beforeCue ?? mention.laterality,
    levels: levelsIn({ from: match.from, to: around.to }, context.units),
    cues: [cue],
  };
}

/** A negation right before the result word, but not one that speaks about something else before: `not positive`. */
function isFlipped(scopes: readonly ScopedCue[], match: ConceptMatch, result: CueMatch): boolean {
  const earliest = Math.min(match.to, result.from - 3);
  return scopes.some(
    ({ meaning, cue, to }) =>
      meaning === 'negated' &&
      cue.from >= earliest &&
      cue.to <= result.from &&
      result.from - cue.to <= 2 &&
      result.from < to,
  );
}

function polarityOf(result: TestResult, isFlipped: boolean): Mention['polarity'] {
  if (result === 'equivocal') return 'possible';
  return (result === 'positive') !== isFlipped ? 'affirmed' : 'denied';
}

/** Where a result's words end: before the next result, and before the side that the next one names first (`…, the right is 2+`). */
function sideOfNextStarts(sentence: Sentence, next: number, units: readonly Unit[]): number {
  if (!/^(?:is|was|are|were)$/.test(units[next - 1]?.word ?? '')) return next;
  return sentence.attributes.find((one) => one.entry.type === 'side' && one.to === next - 1)?.from ?? next;
}

function sidesIn(sentence: Sentence, zone: Zone): Laterality | null {
  return joinSides(
    sentence.attributes.filter(
      (one) => one.entry.type === 'side' && one.from >= zone.from && one.to <= zone.to,
    ),
  );
}
