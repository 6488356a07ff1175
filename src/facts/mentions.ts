/**
 * Mentions: every place of the summary that names a concept, with how it is asserted and what stands around it.
 * In: a scan. Out: mentions in text order; a test with two results (`positive left, negative right`) gives two.
 * Not here: which facts follow (see `derive-facts.ts`).
 */
import type { Unit } from '../language/units.js';
import type { Laterality } from '../vocabulary/service.js';
import { type Assertion, assertionOf, type CuedSentence } from './assertion.js';
import { dateAt, dateNear, isListedWith, joinSides, levelsIn, regionsOf, sideOf, type Zone, zoneAfter, zoneBefore } from './attributes.js';
import type { CompiledConcept, CompiledLexicon } from './compiled-lexicon.js';
import { type BoundResult, bindResults, type TestResult } from './results.js';
import type { ConceptMatch, CueMatch, Scan, Sentence } from './scan.js';
import { type ScopedCue, scopesOf, sectionsOf } from './scopes.js';

export interface Mention extends Omit<Assertion, 'settledBy'> {
  readonly concept: CompiledConcept;
  readonly sentence: Sentence;
  /** Half-open range of units of the phrase. */
  readonly from: number;
  readonly to: number;
  readonly regions: readonly string[] | null;
  readonly laterality: Laterality | null;
  readonly levels: readonly string[];
  /** ISO date said with the mention; for findings the date of the note. */
  readonly date: string | null;
  /** ISO date of the note that the mention stands in. */
  readonly noteDate: string | null;
  /** Units of the words that describe it: result, date, side. */
  readonly cues: readonly CueMatch[];
  readonly zone: Zone;
}

/** Concepts that carry the date of the note that follows; named by the lexicon. */
const NOTE_DATE = 'note_date';

interface Context {
  readonly lexicon: CompiledLexicon;
  readonly units: readonly Unit[];
  readonly reference: string | null;
  noteDate: string | null;
  regions: readonly string[] | null;
}

/**
 * The mentions of a scanned text.
 * @param reference ISO date from which `two years ago` counts back; null leaves such dates unknown
 */
export function findMentions(scan: Scan, lexicon: CompiledLexicon, reference: string | null): Mention[] {
  const context: Context = { lexicon, units: scan.units, reference, noteDate: null, regions: null };
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
  for (const match of sentence.concepts) {
    if (match.entry.names.has(NOTE_DATE)) context.noteDate = dateWithin(match, context) ?? context.noteDate;
    const bound = results.get(match) ?? [];
    if (bound.length > 0) for (const one of bound) mentions.push(testMention(cued, match, one, context));
    else mentions.push(describe(cued, match, zoneAfter(sentence, match), context));
  }
  rememberRegions(sentence, context);
  return shareInLists(mentions, context);
}

/** What the next sentences are about if they do not say: the last region of this one. */
function rememberRegions(sentence: Sentence, context: Context): void {
  const last = sentence.attributes.findLast((one) => one.entry.type === 'region');
  if (last) context.regions = [last.entry.value];
  else {
    const own = sentence.concepts.findLast((one) => one.entry.region !== null);
    if (own?.entry.region) context.regions = [own.entry.region];
  }
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
  const after: Zone = cue.from >= match.to ? { from: cue.to, to: Math.max(cue.to, Math.min(bound.until, cue.to + 14)) } : zoneAfter(sentence, match);
  const around: Zone = { from: Math.min(match.to, cue.from), to: Math.max(cue.to, after.to) };
  const own = sidesIn(sentence, after) ?? (cue.from >= match.to ? sidesIn(sentence, { from: match.to, to: cue.from }) : null);
  const beforeCue = own === null && cue.from < match.from ? sideOf(sentence, match, { from: cue.from, to: match.from }, context.units) : null;
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
  return scopes.some(({ meaning, cue, to }) => meaning === 'negated' && cue.from >= earliest && cue.to <= result.from && result.from - cue.to <= 2 && result.from < to);
}

function polarityOf(result: TestResult, isFlipped: boolean): Mention['polarity'] {
  if (result === 'equivocal') return 'possible';
  return (result === 'positive') !== isFlipped ? 'affirmed' : 'denied';
}

function sidesIn(sentence: Sentence, zone: Zone): Laterality | null {
  return joinSides(sentence.attributes.filter((one) => one.entry.type === 'side' && one.from >= zone.from && one.to <= zone.to));
}

function describe(cued: CuedSentence, match: ConceptMatch, after: Zone, context: Context): Mention {
  const { sentence } = cued;
  const { units, lexicon, reference } = context;
  const { entry } = match;
  const { settledBy, ...assertion } = assertionOf(cued, entry.kind, match.from, match.to);
  const near = entry.kind === 'event' || entry.kind === 'marker' ? dateNear(sentence, match, units, reference) : null;
  return {
    ...assertion,
    concept: entry,
    sentence,
    from: match.from,
    to: match.to,
    regions: regionsOf(sentence, match, after, units, lexicon) ?? context.regions,
    laterality: sideOf(sentence, match, after, units),
    levels: levelsIn({ from: zoneBefore(sentence, match).from, to: after.to }, units),
    date: near?.date ?? (entry.kind === 'event' ? null : context.noteDate),
    noteDate: context.noteDate,
    cues: settledBy ? [settledBy] : [],
    zone: { from: after.from, to: Math.max(after.to, near ? near.at + 1 : after.to) },
  };
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
    a !== undefined && b !== undefined && isListedWith({ entry: a.concept, layer: 0, from: a.from, to: a.to }, { entry: b.concept, layer: 0, from: b.from, to: b.to }, context.units);
  const shared = [...mentions];
  for (let i = shared.length - 2; i >= 0; i--) if (listed(shared[i], shared[i + 1])) shared[i] = share(shared[i] as Mention, shared[i + 1]);
  for (let i = 1; i < shared.length; i++) if (listed(shared[i - 1], shared[i])) shared[i] = share(shared[i] as Mention, shared[i - 1]);
  return shared;
}
