/**
 * One pass over a clean text: units, and every phrase of the lexicon in them, sorted into sentences.
 * Not here: what the phrases say of each other (see `assertion.ts`, `results.ts`, `attributes.ts`).
 */
import type { PhraseMatch } from '../language/phrase-index.js';
import { type Unit, UnitKind } from '../language/unit.js';
import { readUnits } from '../language/units.js';
import type { CleanView } from '../text/clean-view.js';
import type { CueMeaning } from '../vocabulary/lexicon.js';
import type {
  CompiledAttribute,
  CompiledConcept,
  CompiledCue,
  CompiledDosing,
  CompiledLexicon,
  LexiconEntry,
} from './compiled-lexicon.js';
import { DRUG_LAYER, STOP_LAYER } from './compiled-lexicon.js';
import { withListBreaks } from './list-breaks.js';

export type ConceptMatch = PhraseMatch<CompiledConcept>;
export type CueMatch = PhraseMatch<CompiledCue>;
export type AttributeMatch = PhraseMatch<CompiledAttribute>;
export type DosingMatch = PhraseMatch<CompiledDosing>;

/** A sentence: half-open range of units, and the matches in it by kind, in text order. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly concepts: readonly ConceptMatch[];
  /** Cues that are no part of a concept's phrase; a marker's words may be cues as well. */
  readonly cues: readonly CueMatch[];
  /** Concepts whose own phrase denies something: `without lasting improvement`. */
  readonly denials: readonly ConceptMatch[];
  readonly attributes: readonly AttributeMatch[];
  /** Pieces of directions for drugs. */
  readonly dosing: readonly DosingMatch[];
}

export interface Scan {
  readonly view: CleanView;
  readonly units: readonly Unit[];
  readonly sentences: readonly Sentence[];
  /** Units of measure (`week`, `visit`) by the unit of the text at which their words begin. */
  readonly unitWords: ReadonlyMap<number, string>;
}

/** A run of words without an end of sentence is cut here, so that work within a sentence stays bounded. In units. */
const LONGEST_SENTENCE = 400;
const PROPOSING: ReadonlySet<CueMeaning> = new Set(['planned', 'requested']);
/** What a treatment did is said of it also where the same words say more, as `gave no relief`. */
const RESPONDING: ReadonlySet<CueMeaning> = new Set(['helped', 'failed', 'improved']);
const DENYING: ReadonlySet<CueMeaning> = new Set(['negated', 'not-done', 'refused', 'failed']);

/** Scans a clean view with a lexicon. Time is linear in the length of the text. */
export function scan(view: CleanView, lexicon: CompiledLexicon): Scan {
  const units = withListBreaks(view, readUnits(view.text, lexicon.units));
  const matches = lexicon.index.match(units);
  return { view, units, sentences: sentencesOf(units, matches), unitWords: unitWordsOf(matches) };
}

/** Body regions that a sentence names, in text order. */
export function regionsNamed({ attributes }: Sentence): readonly string[] {
  return attributes.filter((one) => one.entry.type === 'region').map((one) => one.entry.value);
}

function unitWordsOf(matches: readonly PhraseMatch<LexiconEntry>[]): Map<number, string> {
  const words = new Map<number, string>();
  for (const { entry, from } of matches) if (entry.type === 'unit') words.set(from, entry.value);
  return words;
}

function sentencesOf(units: readonly Unit[], matches: readonly PhraseMatch<LexiconEntry>[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let next = 0;
  for (let i = 0; i <= units.length; i++) {
    const isEnd = i === units.length || units[i]?.kind === UnitKind.Break;
    if (!isEnd && i - from < LONGEST_SENTENCE) continue;
    const first = next;
    while (next < matches.length && (matches[next] as PhraseMatch<LexiconEntry>).from < (isEnd ? i + 1 : i))
      next++;
    if (i > from) sentences.push(sentenceOf(from, i, matches.slice(first, next), units));
    from = isEnd ? i + 1 : i;
  }
  return sentences;
}

function sentenceOf(
  from: number,
  to: number,
  matches: readonly PhraseMatch<LexiconEntry>[],
  units: readonly Unit[],
): Sentence {
  const { concepts, cues: allCues, attributes, dosing } = byKind(matches);
  const cues = allCues.length > 1 ? withoutHeldStops(allCues) : allCues;
  if (concepts.length === 0 || cues.length === 0)
    return { from, to, concepts, cues, denials: [], attributes, dosing };
  const drugs = concepts.filter((one) => one.layer === DRUG_LAYER);
  // What stops or denies a drug inside a longer phrase speaks about the drug: `naproxen, which she stopped because of reflux`.
  const holdsDrug = (concept: ConceptMatch): boolean =>
    drugs.some((drug) => drug !== concept && concept.from <= drug.from && drug.to <= concept.to);
  const takes = ({ entry }: ConceptMatch, cue: CueMatch): boolean =>
    entry.kind !== 'marker' && !(entry.isBeside && RESPONDING.has(cue.entry.meaning));
  const holderOf = (cue: CueMatch): ConceptMatch | undefined =>
    concepts.find((one) => one.from <= cue.from && cue.to <= one.to && takes(one, cue) && !holdsDrug(one));
  const denials: ConceptMatch[] = [];
  const free: CueMatch[] = [];
  for (const cue of cues) {
    // A sentence that opens with a stop begins anew, also where a concept takes the words in.
    const opensSentence = cue.from === from && cue.entry.meaning === 'stop';
    const holder = opensSentence ? undefined : holderOf(cue);
    // What is proposed goes on beyond the words of the proposal: `recommends fusion with a plate`.
    if (!holder || PROPOSING.has(cue.entry.meaning)) free.push(cue);
    else if (DENYING.has(cue.entry.meaning)) {
      denials.push(holder);
      if (cue.entry.meaning === 'negated' && cue.entry.direction === 'forward') {
        if (cue.from === holder.from && goesOnAsList(holder.to, units)) free.push(cue);
        else if (holdsOnlyBeside(holder, cue, concepts)) free.push(within(holder, cue));
      }
    }
  }
  return { from, to, concepts, cues: free, denials, attributes, dosing };
}

/** True if what stands in the words of a concept after a cue are other concepts that may share its words, and only such. */
function holdsOnlyBeside(holder: ConceptMatch, cue: CueMatch, concepts: readonly ConceptMatch[]): boolean {
  const held = concepts.filter((one) => one !== holder && one.from >= cue.to && one.to <= holder.to);
  return held.length > 0 && [holder, ...held].every(({ entry }) => entry.isBeside);
}

/** The denial that a concept holds, for other concepts in its words: `pain that does not go into the leg` holds `go into the leg`. */
function within(holder: ConceptMatch, cue: CueMatch): CueMatch {
  return { ...cue, entry: { ...cue.entry, reach: holder.to - cue.to } };
}

/** `no injury or fracture`: the denial that a concept begins with is that of the whole list, which `or` tells from a new clause. */
function goesOnAsList(at: number, units: readonly Unit[]): boolean {
  const isOr = (unit: Unit): boolean => unit.word === 'or' || unit.word === 'nor';
  const rest = units.slice(at, at + LIST_ITEM);
  if (rest[0]?.word !== ',') return rest[0] !== undefined && isOr(rest[0]);
  const end = rest.findIndex((unit, i) => i > 0 && (isOr(unit) || unit.word === ','));
  return end > 1 && isOr(rest[end] as Unit);
}
/** An item of a list is at most so many units long, comma and `or` included. */
const LIST_ITEM = 5;

/** The matches of a sentence by what they are. */
function byKind(matches: readonly PhraseMatch<LexiconEntry>[]) {
  const concepts: ConceptMatch[] = [];
  const cues: CueMatch[] = [];
  const attributes: AttributeMatch[] = [];
  const dosing: DosingMatch[] = [];
  for (const match of matches) {
    switch (match.entry.type) {
      case 'concept':
        concepts.push(match as ConceptMatch);
        break;
      case 'cue':
        cues.push(match as CueMatch);
        break;
      case 'dosing':
        dosing.push(match as DosingMatch);
        break;
      case 'region':
      case 'side':
      case 'unit':
        attributes.push(match as AttributeMatch);
        break;
      case 'none':
        break;
    }
  }
  return { concepts, cues, attributes, dosing };
}

/**
 * A stop inside a longer cue is part of what that one says: `who` in `his mother who reports`. What speaks backward only
 * still ends what comes before it: `a history of gout, who presents with`.
 */
function withoutHeldStops(cues: readonly CueMatch[]): readonly CueMatch[] {
  const isHeld = (stop: CueMatch): boolean =>
    cues.some(
      (one) =>
        one.layer !== STOP_LAYER &&
        one.entry.direction !== 'backward' &&
        one.from <= stop.from &&
        stop.to <= one.to &&
        one.to - one.from > stop.to - stop.from,
    );
  return cues.filter((cue) => cue.layer !== STOP_LAYER || !isHeld(cue));
}
