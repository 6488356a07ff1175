/**
 * Mentions: every place of the summary that names a concept, with how it is asserted and what stands around it.
 * In: a scan. Out: mentions in text order; a test with two results (`positive left, negative right`) gives two.
 * Not here: which facts follow (see `derive-facts.ts`).
 */
import { type Unit, UnitKind } from '../language/units.js';
import type { Laterality } from '../vocabulary/service.js';
import { type Assertion, assertionOf, type CuedSentence } from './assertion.js';
import {
  isListedWith,
  joinSides,
  levelsIn,
  regionsOf,
  sideBefore,
  sideOf,
  type Zone,
  zoneAfter,
  zoneBefore,
} from './attributes.js';
import type { CompiledConcept, CompiledLexicon } from './compiled-lexicon.js';
import { dateAt, dateNear, dateRightAfter, furtherDates, NOTE_DATE } from './dates-near.js';
import { type BoundResult, bindResults, type TestResult } from './results.js';
import type { ConceptMatch, CueMatch, Scan, Sentence } from './scan.js';
import { type ScopedCue, scopesOf, sectionsOf } from './scopes.js';
import {
  isStudy,
  isStudyFinding,
  levelsOfFinding,
  levelsRightAfter,
  resultOfStudy,
  type Study,
  studyAfter,
} from './studies.js';

export interface Mention extends Omit<Assertion, 'settledBy'> {
  readonly concept: CompiledConcept;
  readonly sentence: Sentence;
  /** Half-open range of units of the phrase. */
  readonly from: number;
  readonly to: number;
  readonly regions: readonly string[] | null;
  /** Regions that its own sentence names for it; null if they were taken over from before. */
  readonly regionsHere: readonly string[] | null;
  readonly laterality: Laterality | null;
  readonly levels: readonly string[];
  /** ISO date said with the mention; for findings the date of the note. */
  readonly date: string | null;
  /** Units that say the date of an event: `2-13-15`, `12 years ago`; null if it is not said with it. */
  readonly dateWords: Zone | null;
  /** ISO date of the note that the mention stands in. */
  readonly noteDate: string | null;
  /** The study whose report the mention stands in, for what studies find; else the last one before it in its sentence. */
  readonly study: Study | null;
  /** Units of the words that describe it: result, date, side. */
  readonly cues: readonly CueMatch[];
  readonly zone: Zone;
}

/** Those among the dates of notes that name an earlier note: its date holds for the sentence only. */
const EARLIER_NOTE = 'earlier_note_date';
/** Concept of the words that repeat an event without its name; named by the lexicon. */
const SAME_AGAIN = 'same_again';
const FARTHEST_ANTECEDENT = 60;
/** How far after a number its own date may stand: `7/10 on 5/7/2013`. */
const NEAR_DATE = 3;

interface Context {
  readonly lexicon: CompiledLexicon;
  readonly units: readonly Unit[];
  readonly reference: string | null;
  noteDate: string | null;
  regions: readonly string[] | null;
  /** Regions that the text was about so far, the latest first. */
  recent: readonly string[];
  study: Study | null;
  /** The last study of the sentence so far. */
  studyHere: Study | null;
  /** The last event that was named, for words that say `once more the same`. */
  lastEvent: Mention | null;
}

/**
 * The mentions of a scanned text.
 * @param reference ISO date from which `two years ago` counts back; null leaves such dates unknown
 */
export function findMentions(scan: Scan, lexicon: CompiledLexicon, reference: string | null): Mention[] {
  const context: Context = {
    lexicon,
    units: scan.units,
    reference,
    noteDate: null,
    regions: null,
    recent: [],
    study: null,
    studyHere: null,
    lastEvent: null,
  };
  const sections = sectionsOf(scan.sentences, scan.units);
  return scan.sentences.flatMap((sentence, i) => mentionsOf(sentence, sections[i] ?? null, context));
}

function mentionsOf(sentence: Sentence, section: CueMatch | null, context: Context): Mention[] {
  if (sentence.concepts.length === 0) {
    rememberRegions(sentence, context);
    return [];
  }
  const cued: CuedSentence = { sentence, scopes: scopesOf(sentence, section), units: context.units };
  const results = bindResults(sentence, context.units);
  const mentions: Mention[] = [];
  const { noteDate } = context;
  context.studyHere = null;
  for (const match of sentence.concepts) {
    if (match.entry.names.has(NOTE_DATE)) readNoteDate(match, sentence, mentions, context);
    const bound = results.get(match) ?? [];
    if (bound.length > 0) for (const one of bound) mentions.push(testMention(cued, match, one, context));
    else mentions.push(...plainMentions(cued, match, context));
  }
  if (sentence.concepts.some(({ entry }) => entry.names.has(EARLIER_NOTE))) context.noteDate = noteDate;
  rememberRegions(sentence, context);
  context.study = studyAfter(context.study, sentence, context.units);
  return shareInLists(mentions, context);
}

/** A mention without a result of its own; an event on several dates (`MRIs of 5-1-12 and 6-3-14`) gives one for each. */
function plainMentions(cued: CuedSentence, match: ConceptMatch, context: Context): Mention[] {
  const { sentence } = cued;
  const mention = withAntecedent(describe(cued, match, zoneAfter(sentence, match), context), context);
  if (mention.concept.kind !== 'event') return [mention];
  context.lastEvent = mention;
  const further =
    mention.date === null ? [] : furtherDates(mention.zone, mention.date, context.units, sentence.to);
  const all = [mention, ...further.map((date) => ({ ...mention, date }))];
  if (isStudy(match.entry) && mention.polarity === 'affirmed' && mention.time !== 'future') {
    context.study = { names: match.entry.names, date: mention.date, regions: mention.regions, levels: [] };
    context.studyHere = context.study;
  }
  return all;
}

/** `the second was on 9/20/2011`: an event that is named only as one more of those spoken of before. */
function withAntecedent(mention: Mention, context: Context): Mention {
  const { lastEvent } = context;
  if (
    !mention.concept.names.has(SAME_AGAIN) ||
    !lastEvent ||
    mention.from - lastEvent.to > FARTHEST_ANTECEDENT
  )
    return mention;
  const { concept, regions } = lastEvent;
  return {
    ...mention,
    concept,
    regions: mention.regions ?? regions,
    laterality: mention.laterality ?? lastEvent.laterality,
    levels: mention.levels.length > 0 ? mention.levels : lastEvent.levels,
  };
}

/**
 * The date of a note holds for what follows. At the end of a clause it is instead the date of what stands before it:
 * `reflexes were absent on the exam of 3/13/13, present on …`.
 */
function readNoteDate(match: ConceptMatch, sentence: Sentence, mentions: Mention[], context: Context): void {
  const date = dateWithin(match, context);
  if (date === null) return;
  const before = mentions.findLast(
    (mention) => mention.concept.kind !== 'marker' && endOf(mention) <= match.from,
  );
  const endsClause = match.to >= sentence.to || /^[,)]$/.test(context.units[match.to]?.word ?? '');
  if (!endsClause || !before || hasComma(context.units, endOf(before), match.from)) {
    context.noteDate = date;
    return;
  }
  mentions.forEach((mention, i) => {
    const end = endOf(mention);
    const isOfIt =
      mention.concept.kind !== 'event' && end <= match.from && !hasComma(context.units, end, match.from);
    if (isOfIt) mentions[i] = { ...mention, date, noteDate: date };
  });
}

const hasComma = (units: readonly Unit[], from: number, to: number): boolean =>
  units.slice(from, to).some((unit) => unit.word === ',');

/** Where a mention ends, the words of its result included. */
const endOf = (mention: Mention): number => Math.max(mention.to, ...mention.cues.map((cue) => cue.to));

/** What the next sentences are about if they do not say: the last region of this one. */
function rememberRegions(sentence: Sentence, context: Context): void {
  const region = lastRegion(sentence, context);
  if (region === undefined) return;
  context.regions = [region];
  context.recent = [region, ...context.recent.filter((one) => one !== region)];
}

/** The last region that a sentence names and not only in passing, else that of its last concept or level. */
function lastRegion(sentence: Sentence, { units, lexicon }: Context): string | undefined {
  const isPassing = (at: number): boolean =>
    sentence.concepts.some(({ entry, from, to }) => entry.isInPassing && from <= at && at < to);
  const named = sentence.attributes.findLast((one) => one.entry.type === 'region' && !isPassing(one.from));
  const own = sentence.concepts.findLast(({ entry }) => entry.region !== null && !entry.isInPassing);
  const [level] = levelsIn(sentence, units).slice(-1);
  return named?.entry.value ?? own?.entry.region ?? lexicon.regionOfColumn.get(level?.[0] ?? '');
}

/** The part of the spine that spinal levels belong to. */
function regionOfLevels([level]: readonly string[], { lexicon }: Context): readonly string[] | null {
  const region = lexicon.regionOfColumn.get(level?.[0] ?? '');
  return region === undefined ? null : [region];
}

/** The regions that a concept can be about, of those said near it; if it can be about none of them, the last one it can be about. */
function ownRegions(
  entry: CompiledConcept,
  regions: readonly string[] | null,
  { lexicon, recent }: Context,
): readonly string[] | null {
  const { onlyOf } = entry;
  if (onlyOf === null || regions === null) return regions;
  const possible = regions
    .map((region) => (onlyOf.has(region) ? region : lexicon.suppliedBy.get(region)))
    .filter((region) => region !== undefined && onlyOf.has(region));
  if (regions.some((region) => onlyOf.has(region))) return regions.filter((region) => onlyOf.has(region));
  const before = recent.find((region) => onlyOf.has(region));
  return before !== undefined ? [before] : possible.length > 0 ? [...new Set(possible as string[])] : null;
}

/** The date right after a number. */
function dateAfter(
  sentence: Sentence,
  match: ConceptMatch,
  context: Context,
): { readonly date: string; readonly at: number } | null {
  for (let i = match.to; i < Math.min(sentence.to, match.to + NEAR_DATE); i++) {
    const date = dateAt(i, context.units, context.reference);
    if (date) return { date, at: i };
  }
  return null;
}

function dateWithin(match: ConceptMatch, context: Context): string | null {
  for (let i = match.from; i < match.to; i++) {
    const date = dateAt(i, context.units, context.reference);
    if (date) return date;
  }
  return null;
}

function testMention(cued: CuedSentence, match: ConceptMatch, bound: BoundResult, context: Context): Mention {
  const { sentence } = cued;
  const { cue } = bound;
  // Sides and levels of this result stand between it and the next result, or between the test and its result.
  const after: Zone =
    cue.from >= match.to
      ? {
          from: cue.to,
          to: Math.max(cue.to, Math.min(sideOfNextStarts(sentence, bound.until, context.units), cue.to + 14)),
        }
      : zoneAfter(sentence, match);
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

function describe(cued: CuedSentence, match: ConceptMatch, after: Zone, context: Context): Mention {
  const { sentence } = cued;
  const { units, lexicon, reference } = context;
  const { entry } = match;
  const { polarity, time, isOtherPerson, isReportedByUr, said, scopes, settledBy } = assertionOf(
    cued,
    entry.kind,
    match.from,
    match.to,
  );
  const near =
    entry.kind === 'event' || entry.kind === 'marker'
      ? dateNear(sentence, match, units, reference, context.noteDate)
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

/** Members of a list share region, side and levels: `numbness and tingling in both legs`, `left leg pain and weakness`. */
function shareInLists(mentions: Mention[], context: Context): Mention[] {
  const share = (to: Mention, from: Mention | undefined): Mention => {
    if (!from) return to;
    const laterality = to.laterality ?? from.laterality;
    const levels = to.levels.length > 0 ? to.levels : from.levels;
    return { ...to, laterality, levels };
  };
  const listed = (a: Mention | undefined, b: Mention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    isListedWith(
      { entry: a.concept, layer: 0, from: a.from, to: a.to },
      { entry: b.concept, layer: 0, from: b.from, to: b.to },
      context.units,
    );
  const shared = [...mentions];
  for (let i = shared.length - 2; i >= 0; i--)
    if (listed(shared[i], shared[i + 1])) shared[i] = share(shared[i] as Mention, shared[i + 1]);
  for (let i = 1; i < shared.length; i++)
    if (listed(shared[i - 1], shared[i])) shared[i] = share(shared[i] as Mention, shared[i - 1]);
  return shared;
}
