/**
 * Mentions: every place of the summary that names a concept, with how it is asserted and what stands around it.
 * In: a scan. Out: mentions in text order; a test with two results (`positive left, negative right`) gives two.
 * Not here: which facts follow (see `derive-facts.ts`).
 */
import type { Unit } from '../language/unit.js';
import type { CuedSentence } from './assertion.js';
import { sidesAfter } from './carried-sides.js';
import { type CompiledLexicon, DRUG_LAYER } from './compiled-lexicon.js';
import { dateAt, dayOfTelling, furtherDates } from './dates-near.js';
import { describe, testMention } from './describe-mention.js';
import type { Mention } from './mention.js';
import { bySides } from './other-side.js';
import { type ReadingContext, rememberRegions } from './reading-context.js';
import { withRefusals } from './refused-offers.js';
import { asRepeated } from './repeated-events.js';
import { bindResults } from './results.js';
import type { Scan } from './scan.js';
import { scopesOf, sectionsOf } from './scopes.js';
import type { ConceptMatch, CueMatch, Sentence } from './sentence.js';
import {
  isStudy,
  jointStudy,
  opensOpinion,
  showsWithOther,
  speaksOfStudyAgain,
  studyAfter,
} from './studies.js';
import { asToldOf, carryNamed } from './told-of.js';
import { isListedWith, nextItem, zoneAfter } from './zones.js';

const YEAR_ALONE = 4;

/**
 * The mentions of a scanned text.
 * @param reference ISO date from which `two years ago` counts back; null leaves such dates unknown
 */
export function findMentions(scan: Scan, lexicon: CompiledLexicon, reference: string | null): Mention[] {
  const context: ReadingContext = {
    lexicon,
    units: scan.units,
    unitWords: scan.unitWords,
    reference,
    noteDate: null,
    regions: null,
    recent: [],
    sides: new Map(),
    study: null,
    studyHere: null,
    lastEvent: null,
    named: null,
  };
  const sections = sectionsOf(scan.sentences, scan.units);
  const mentions = scan.sentences.flatMap((sentence, i) =>
    mentionsOf(sentence, sections[i] ?? null, context),
  );
  return withRefusals(mentions, scan.sentences);
}

function mentionsOf(sentence: Sentence, section: CueMatch | null, context: ReadingContext): Mention[] {
  context.sides = sidesAfter(context.sides, sentence, context.lexicon);
  carryNamed(sentence, context);
  if (sentence.concepts.length === 0) {
    rememberRegions(sentence, context);
    // `L5-S1: height preserved.`
    context.study = studyAfter(context.study, sentence, context.units);
    return [];
  }
  const isMentioned = ({ entry }: ConceptMatch): boolean =>
    entry.kind !== 'marker' || context.lexicon.plan.has(entry.name);
  const scopes = sentence.concepts.some(isMentioned) ? scopesOf(sentence, context.units, section) : [];
  const cued: CuedSentence = { sentence, scopes, units: context.units };
  const results = bindResults(sentence, context.units);
  const mentions: Mention[] = [];
  let lasting = context.noteDate;
  if (opensOpinion(sentence)) context.study = null;
  context.studyHere = speaksOfStudyAgain(sentence) ? context.study : null;
  for (const match of sentence.concepts) {
    // `6/17/14: pain 5/10`
    const isHeading = match.from === sentence.from && match.entry.roles.has('heading-date');
    if (isHeading || match.entry.roles.has('note-date')) {
      readNoteDate(match, sentence, mentions, context);
      // The date of an earlier note holds for the sentence only, unless the story has gone on to it.
      if (!isOfEarlierNote(match, sentence) || isLater(context.noteDate, lasting)) lasting = context.noteDate;
    }
    if (!isMentioned(match)) continue;
    const bound = results.get(match) ?? [];
    if (bound.length > 0) for (const one of bound) mentions.push(testMention(cued, match, one, context));
    else mentions.push(...plainMentions(cued, match, context));
  }
  context.noteDate = lasting;
  rememberRegions(sentence, context);
  context.study = studyAfter(context.study, sentence, context.units);
  return shareInLists(
    mentions.flatMap((mention) => bySides(mention, context.units)),
    context,
  );
}

/** A mention without a result of its own; an event on several dates (`MRIs of 5-1-12 and 6-3-14`) gives one for each. */
function plainMentions(cued: CuedSentence, match: ConceptMatch, context: ReadingContext): Mention[] {
  const { sentence } = cued;
  const { units, lexicon } = context;
  const until =
    match.entry.kind === 'finding' ? nextItem(sentence, match, units, lexicon.includedRegions) : sentence.to;
  const mention = asToldOf(
    asRepeated(describe(cued, match, zoneAfter(sentence, match, units, until), context), context),
    context,
  );
  if (mention === null) return [];
  if (mention.concept.kind !== 'event') return [mention];
  if (mention.concept.toldOf === null) context.named = { mention, sentence };
  // `the procedure was repeated` is about no drug that was named in between.
  if (match.layer !== DRUG_LAYER) context.lastEvent = mention;
  const further =
    mention.date === null
      ? []
      : furtherDates(
          mention.zone,
          mention.date,
          context.units,
          sentence.to,
          dayOfTelling(context, context.noteDate),
        );
  const all = [mention, ...further.map((date) => mention.with({ date }))];
  if (isStudy(mention.concept) && mention.polarity === 'affirmed' && mention.time !== 'future') {
    const study = { names: mention.concept.names, date: mention.date, regions: mention.regions, levels: [] };
    const first = showsWithOther(match, sentence, units) ? context.studyHere : null;
    context.study = first ? jointStudy(first, study) : study;
    context.studyHere = context.study;
  }
  return all;
}

/**
 * The date of a note holds for what follows. At the end of a clause it is instead the date of what stands before it:
 * `reflexes were absent on the exam of 3/13/13, present on …`.
 */
function readNoteDate(
  match: ConceptMatch,
  sentence: Sentence,
  mentions: Mention[],
  context: ReadingContext,
): void {
  const date = dateWithin(match, context);
  // `12 visits 2012`: no note is of a year.
  if (date === null || date.length === YEAR_ALONE) return;
  const before = mentions.findLast(
    (mention) => mention.concept.kind !== 'marker' && endOf(mention) <= match.from,
  );
  const endsClause = match.to >= sentence.to || /^[,)]$/.test(context.units[match.to]?.word ?? '');
  // What follows is told of the day of writing, however its clause ends.
  const isToday = match.entry.roles.has('day-of-writing');
  // `In the report of 8-11-15 … Depression was 34, anxiety 27, in the evaluation of 5-6-15.`
  const goesBack =
    match.to >= sentence.to && context.units[match.from - 1]?.word === ',' && isLater(context.noteDate, date);
  if (
    isToday ||
    !endsClause ||
    !before ||
    (hasComma(context.units, endOf(before), match.from) && !goesBack)
  ) {
    context.noteDate = date;
    return;
  }
  mentions.forEach((mention, i) => {
    const end = endOf(mention);
    const isOfIt =
      mention.concept.kind !== 'event' &&
      end <= match.from &&
      (goesBack || !hasComma(context.units, end, match.from));
    if (isOfIt) mentions[i] = mention.with({ date, noteDate: date });
  });
}

/** True for a date that the sentence only looks back to. */
const isOfEarlierNote = ({ from, to }: ConceptMatch, { concepts }: Sentence): boolean =>
  concepts.some((one) => one.entry.roles.has('earlier-note-date') && one.from < to && from < one.to);

/** `By 06-29-2015 she is dropping cups` after a visit of April: the story has gone on. */
const isLater = (date: string | null, than: string | null): boolean =>
  date !== null && than !== null && date > than;

const hasComma = (units: readonly Unit[], from: number, to: number): boolean =>
  units.slice(from, to).some((unit) => unit.word === ',');

/** Where a mention ends, the words of its result included. */
const endOf = (mention: Mention): number => Math.max(mention.to, ...mention.cues.map((cue) => cue.to));

/** The date that a match names; the last of several, as in `complaints (5-6-15, 7-1-15, 8-12-15)`. */
function dateWithin(match: ConceptMatch, context: ReadingContext): string | null {
  for (let i = match.to - 1; i >= match.from; i--) {
    const date = dateAt(i, context);
    if (date) return date;
  }
  return null;
}

/**
 * Members of a list share side and levels: `numbness and tingling in both legs`, `left leg pain and weakness`; but not those
 * of another place or time: `neck strain, bilateral shoulder impingement`, `facet syndrome and status post L4-5 discectomy`.
 */
function shareInLists(mentions: Mention[], context: ReadingContext): Mention[] {
  if (mentions.length < 2) return mentions;
  const share = (to: Mention, from: Mention | undefined): Mention => {
    if (!from || from.time !== to.time || !isOneOf(to.regions, from.regions)) return to;
    const laterality = to.laterality ?? from.laterality;
    const levels = to.levels.length > 0 ? to.levels : from.levels;
    return to.with({ laterality, levels });
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
    if (listed(shared[i], shared[i + 1]))
      shared[i] = onSameDay(share(shared[i] as Mention, shared[i + 1]), shared[i + 1] as Mention);
  for (let i = 1; i < shared.length; i++)
    if (listed(shared[i - 1], shared[i])) shared[i] = share(shared[i] as Mention, shared[i - 1]);
  return onSidesOfLesions(shared);
}

/** `a left protrusion at L4-5 touching the L5 root`: what a lesion does is on its side, unless one is said. */
function onSidesOfLesions(mentions: readonly Mention[]): Mention[] {
  let lesion: Mention | null = null;
  return mentions.map((mention) => {
    const { roles } = mention.concept;
    if (roles.has('lesion')) lesion = mention;
    if (lesion === null || mention.laterality !== null || !roles.has('done-by-lesion')) return mention;
    return areAtOnePlace(mention, lesion) ? mention.with({ laterality: lesion.laterality }) : mention;
  });
}

/** True unless both name levels, and none in common. */
const areAtOnePlace = ({ levels }: Mention, other: Mention): boolean =>
  levels.length === 0 || other.levels.length === 0 || other.levels.some((level) => levels.includes(level));

/** `rotator cuff repair and subacromial decompression on 9/10/14`: what was operated on together was so on one day. */
function onSameDay(to: Mention, { concept, date }: Mention): Mention {
  const areOperations = to.concept.roles.has('operation') && concept.roles.has('operation');
  return areOperations && to.date === null && date !== null ? to.with({ date }) : to;
}

/** True if two mentions may be about the same region. */
function isOneOf(some: readonly string[] | null, others: readonly string[] | null): boolean {
  return some === null || others === null || some.some((region) => others.includes(region));
}
