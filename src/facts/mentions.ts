/**
 * Mentions: every place of the summary that names a concept, with how it is asserted and what stands around it.
 * In: a scan. Out: mentions in text order; a test with two results (`positive left, negative right`) gives two.
 * Not here: which facts follow (see `derive-facts.ts`).
 */
import { type Unit, UnitKind } from '../language/units.js';
import type { CueMeaning } from '../vocabulary/lexicon.js';
import type { Laterality } from '../vocabulary/service.js';
import { cuesOver, type ScopedCue, scopesOf } from './assertion.js';
import { dateAt, dateNear, isListedWith, joinSides, levelsIn, regionsOf, sideOf, type Zone, zoneAfter, zoneBefore } from './attributes.js';
import type { CompiledConcept, CompiledLexicon } from './compiled-lexicon.js';
import { type BoundResult, bindResults, type TestResult } from './results.js';
import type { ConceptMatch, CueMatch, Scan, Sentence } from './scan.js';

export interface Mention {
  readonly concept: CompiledConcept;
  readonly sentence: Sentence;
  /** Half-open range of units of the phrase. */
  readonly from: number;
  readonly to: number;
  /** `unsaid`: a test whose result is not given. */
  readonly polarity: 'affirmed' | 'denied' | 'possible' | 'gap' | 'unsaid';
  /** Whether it is so now, was so, or only may come. */
  readonly time: 'now' | 'past' | 'future';
  readonly isOtherPerson: boolean;
  readonly isReportedByUr: boolean;
  /** Everything that cues say of the mention. */
  readonly said: ReadonlySet<CueMeaning>;
  readonly regions: readonly string[] | null;
  readonly laterality: Laterality | null;
  readonly levels: readonly string[];
  /** ISO date said with the mention; for findings the date of the note. */
  readonly date: string | null;
  /** Units of the words that describe it: result, date, side. */
  readonly cues: readonly CueMatch[];
  readonly zone: Zone;
}

/** Concepts that carry the date of the note that follows; named by the lexicon. */
const NOTE_DATE = 'note_date';

/** States of an event that a cue can say; the nearest one counts. */
const STATES: ReadonlySet<CueMeaning> = new Set(['done', 'planned', 'requested', 'refused', 'not-done', 'stopped', 'current', 'negated', 'hypothetical']);
const FUTURE: ReadonlySet<CueMeaning> = new Set(['planned', 'requested', 'refused', 'hypothetical']);

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
  return scan.sentences.flatMap((sentence) => mentionsOf(sentence, context));
}

function mentionsOf(sentence: Sentence, context: Context): Mention[] {
  if (sentence.concepts.length === 0) {
    rememberRegions(sentence, context);
    return [];
  }
  const scopes = scopesOf(sentence);
  const results = bindResults(sentence, context.units);
  const mentions: Mention[] = [];
  for (const match of sentence.concepts) {
    if (match.entry.names.has(NOTE_DATE)) context.noteDate = dateWithin(match, context) ?? context.noteDate;
    const bound = results.get(match) ?? [];
    if (bound.length > 0) for (const one of bound) mentions.push(testMention(sentence, match, one, scopes, context));
    else mentions.push(plainMention(sentence, match, scopes, context));
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

function testMention(sentence: Sentence, match: ConceptMatch, bound: BoundResult, scopes: readonly ScopedCue[], context: Context): Mention {
  const { cue } = bound;
  // Sides and levels of this result stand between it and the next result, or between the test and its result.
  const after: Zone = cue.from >= match.to ? { from: cue.to, to: Math.max(cue.to, Math.min(bound.until, cue.to + 14)) } : zoneAfter(sentence, match);
  const around: Zone = { from: Math.min(match.to, cue.from), to: Math.max(cue.to, after.to) };
  const own = sidesIn(sentence, after) ?? (cue.from >= match.to ? sidesIn(sentence, { from: match.to, to: cue.from }) : null);
  const beforeCue = own === null && cue.from < match.from ? sideOf(sentence, match, { from: cue.from, to: match.from }, context.units) : null;
  const covering = cuesOver(scopes, match.from, match.to);
  const isFlipped = scopes.some((scope) => scope.meaning === 'negated' && scope.cue.to <= cue.from && cue.from - scope.cue.to <= 2 && cue.from < scope.to && scope.cue.from >= Math.min(match.to, cue.from - 3));
  const mention = describe(sentence, match, covering, around, context);
  return {
    ...mention,
    polarity: polarityOf(bound.result, isFlipped),
    laterality: own ?? beforeCue ?? mention.laterality,
    levels: levelsIn({ from: match.from, to: around.to }, context.units),
    cues: [cue],
  };
}

function polarityOf(result: TestResult, isFlipped: boolean): Mention['polarity'] {
  if (result === 'equivocal') return 'possible';
  return (result === 'positive') !== isFlipped ? 'affirmed' : 'denied';
}

function sidesIn(sentence: Sentence, zone: Zone): Laterality | null {
  return joinSides(sentence.attributes.filter((one) => one.entry.type === 'side' && one.from >= zone.from && one.to <= zone.to));
}

function plainMention(sentence: Sentence, match: ConceptMatch, scopes: readonly ScopedCue[], context: Context): Mention {
  const covering = cuesOver(scopes, match.from, match.to);
  return describe(sentence, match, covering, zoneAfter(sentence, match), context);
}

function describe(sentence: Sentence, match: ConceptMatch, covering: readonly ScopedCue[], after: Zone, context: Context): Mention {
  const { units, lexicon, reference } = context;
  const { entry } = match;
  const said = new Set(covering.map((scope) => scope.meaning));
  const state = entry.kind === 'event' ? covering.find((scope) => STATES.has(scope.meaning)) : undefined;
  const near = entry.kind === 'event' || entry.kind === 'marker' ? dateNear(sentence, match, units, reference) : null;
  const polarity = entry.kind === 'event' ? eventPolarity(said, state?.meaning) : findingPolarity(entry, said, resultAfter(sentence, match, units));
  const settling = covering.filter((scope) => SETTLING[polarity].has(scope.meaning)).slice(0, 1);
  const result = polarity === 'denied' && settling.length === 0 ? resultAfter(sentence, match, units) : undefined;
  return {
    concept: entry,
    sentence,
    from: match.from,
    to: match.to,
    polarity,
    time: timeOf(said, state?.meaning, entry),
    isOtherPerson: said.has('other-person'),
    isReportedByUr: said.has('reported-by-ur'),
    said,
    regions: regionsOf(sentence, match, after, units, lexicon) ?? context.regions,
    laterality: sideOf(sentence, match, after, units),
    levels: levelsIn({ from: zoneBefore(sentence, match).from, to: after.to }, units),
    date: near?.date ?? (entry.kind === 'event' ? null : context.noteDate),
    cues: [...settling.map((scope) => scope.cue), ...(result ? [result] : [])],
    zone: { from: after.from, to: Math.max(after.to, near ? near.at + 1 : after.to) },
  };
}

/** Which cues can be the reason for a polarity. */
const SETTLING: Readonly<Record<Mention['polarity'], ReadonlySet<CueMeaning>>> = {
  affirmed: new Set(['done', 'current']),
  denied: new Set(['negated', 'not-done', 'stopped', 'refused']),
  possible: new Set(['possible']),
  gap: new Set(['gap']),
  unsaid: new Set(),
};

function findingPolarity(entry: CompiledConcept, said: ReadonlySet<CueMeaning>, result: CueMatch | undefined): Mention['polarity'] {
  if (said.has('gap')) return 'gap';
  if (said.has('negated')) return 'denied';
  if (result && ['negative', 'normal', 'absent'].includes(result.entry.meaning)) return 'denied';
  if (said.has('possible')) return 'possible';
  return entry.kind === 'test' ? 'unsaid' : 'affirmed';
}

/** `spasm: negative`, `swelling absent`: a result word right after a finding. */
function resultAfter(sentence: Sentence, match: ConceptMatch, units: readonly Unit[]): CueMatch | undefined {
  if (match.entry.kind !== 'finding') return undefined;
  const next = sentence.concepts.find((other) => other.from >= match.to)?.from ?? sentence.to;
  const cue = sentence.cues.find((one) => one.from >= match.to && one.from - match.to <= 3 && one.to <= next);
  if (!cue || units.slice(match.to, cue.from).some((unit) => unit.word === ',' || unit.kind === UnitKind.Date)) return undefined;
  const after = units[cue.to];
  // `numbness, negative straight leg raise`: a result that stands before the next test is that test's.
  return cue.to < next || after === undefined || next >= sentence.to ? cue : undefined;
}

function eventPolarity(said: ReadonlySet<CueMeaning>, state: CueMeaning | undefined): Mention['polarity'] {
  if (said.has('gap')) return 'gap';
  if (state === 'negated' || state === 'not-done' || state === 'stopped') return 'denied';
  if (said.has('possible')) return 'possible';
  return 'affirmed';
}

function timeOf(said: ReadonlySet<CueMeaning>, state: CueMeaning | undefined, entry: CompiledConcept): Mention['time'] {
  if (state !== undefined && FUTURE.has(state)) return 'future';
  if (said.has('hypothetical') || (entry.kind !== 'event' && (said.has('planned') || said.has('requested')))) return 'future';
  return said.has('historical') ? 'past' : 'now';
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
