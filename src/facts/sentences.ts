/**
 * Units and the phrases found in them -> sentences, each with its phrases by kind and the cues that are free to speak.
 * A cue inside the words of a concept belongs to the concept: `without lasting improvement` denies nothing else.
 */

import type { PhraseMatch } from '../language/phrase-index.js';
import { type Unit, UnitKind } from '../language/unit.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';
import { DRUG_LAYER, type LexiconEntry, STOP_LAYER } from './compiled-lexicon.js';
import type { AttributeMatch, ConceptMatch, CueMatch, DosingMatch, Sentence } from './sentence.js';
import { does } from './small-words.js';

/** A run of words without an end of sentence is cut here, so that work within a sentence stays bounded. In units. */
const LONGEST_SENTENCE = 400;

const PROPOSING: ReadonlySet<CueMeaning> = new Set(['planned', 'requested']);

/** What a treatment did, or that it is not wanted, is said of it also where the same words say more: `gave no relief`. */
const RESPONDING: ReadonlySet<CueMeaning> = new Set(['helped', 'failed', 'improved', 'refused']);

const DENYING: ReadonlySet<CueMeaning> = new Set(['negated', 'denied', 'not-done', 'refused', 'failed']);

/** The sentences of a text, each with the phrases in it, those that others switch off left out. */
export function sentencesOf(
  units: readonly Unit[],
  matches: readonly PhraseMatch<LexiconEntry>[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let next = 0;
  for (let i = 0; i <= units.length; i++) {
    const isEnd = i === units.length || units[i]?.kind === UnitKind.Break;
    if (!isEnd && i - from < LONGEST_SENTENCE) continue;
    const first = next;
    while (next < matches.length && (matches[next] as PhraseMatch<LexiconEntry>).from < (isEnd ? i + 1 : i))
      next++;
    if (i > from) {
      const sentence = sentenceOf(from, i, matches.slice(first, next), units);
      sentences.push(withoutStrayCues(sentence, sentences[sentences.length - 1]));
    }
    from = isEnd ? i + 1 : i;
  }
  return sentences;
}

/** Cues that only go on with what another began mean nothing where none did. */
function withoutStrayCues(sentence: Sentence, before: Sentence | undefined): Sentence {
  const begins = (cue: CueMatch): boolean =>
    [...(before?.cues ?? []), ...sentence.cues.filter(({ from }) => from < cue.from)].some(
      ({ entry }) => entry.meaning === cue.entry.meaning,
    );
  const isStray = (cue: CueMatch): boolean => cue.entry.goesOn && !begins(cue);
  if (!sentence.cues.some(isStray)) return sentence;
  return { ...sentence, cues: sentence.cues.filter((cue) => !isStray(cue)) };
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
  const holderOf = holders(concepts);
  const denials: ConceptMatch[] = [];
  const free: CueMatch[] = [];
  for (const cue of cues) {
    // A sentence that opens with a stop begins anew, also where a concept takes the words in.
    const opensSentence = cue.from === from && cue.entry.meaning === 'stop';
    const holder = opensSentence ? undefined : holderOf(cue);
    // What is proposed goes on beyond the words of the proposal: `recommends fusion with a plate`; so does what a
    // concept ends on, as a condition or as a verb: `would operate only if | therapy fails`, `films show | a slip`.
    if (!holder || PROPOSING.has(cue.entry.meaning) || opensWhatFollows(cue, holder)) free.push(cue);
    else if (DENYING.has(cue.entry.meaning)) {
      denials.push(holder);
      free.push(...heldYetFree(cue, holder, concepts, units));
    }
  }
  return { from, to, concepts, cues: free, denials, attributes, dosing };
}

/**
 * Finds the concept in whose words a cue stands. What stops or denies a drug inside a longer phrase speaks about the
 * drug: `naproxen, which she stopped because of reflux`. Words that may be told of a drug
 * (`Naprosyn 500 bid, d/c for heartburn`) hold none: what they are told of is not known yet.
 */
function holders(concepts: readonly ConceptMatch[]): (cue: CueMatch) => ConceptMatch | undefined {
  const drugs = concepts.filter((one) => one.layer === DRUG_LAYER);
  const holdsDrug = (concept: ConceptMatch): boolean =>
    drugs.some((drug) => drug !== concept && concept.from <= drug.from && drug.to <= concept.to);
  const takes = ({ entry }: ConceptMatch, cue: CueMatch): boolean =>
    entry.kind !== 'marker' &&
    entry.toldOf === null &&
    !(entry.isBeside && RESPONDING.has(cue.entry.meaning));
  return (cue) =>
    concepts.find((one) => one.from <= cue.from && cue.to <= one.to && takes(one, cue) && !holdsDrug(one));
}

const opensWhatFollows = (cue: CueMatch, holder: ConceptMatch): boolean =>
  (cue.entry.meaning === 'hypothetical' || cue.entry.meaning === 'stop') && cue.to === holder.to;

/** What a denial that a concept holds says of others all the same. */
function heldYetFree(
  cue: CueMatch,
  holder: ConceptMatch,
  concepts: readonly ConceptMatch[],
  units: readonly Unit[],
): readonly CueMatch[] {
  if (cue.entry.meaning !== 'negated' || cue.entry.direction !== 'forward') return [];
  if (cue.from === holder.from && goesOnAsList(holder.to, units)) return [cue];
  const beyond = cue.from === holder.from ? outrunning(holder, cue, concepts) : undefined;
  const end = beyond?.to ?? (holder.entry.isBeside ? endOfBeside(holder, cue, concepts) : cue.to);
  return end > cue.to ? [{ ...cue, entry: { ...cue.entry, reach: end - cue.to } }] : [];
}

/** `denies neck pain going into the arm`: what begins in the words of the holder and goes on beyond them. */
function outrunning(
  holder: ConceptMatch,
  cue: CueMatch,
  concepts: readonly ConceptMatch[],
): ConceptMatch | undefined {
  return concepts.find(
    ({ entry, from, to }) => entry.kind === 'finding' && from >= cue.to && from < holder.to && to > holder.to,
  );
}

/**
 * How far a denial that a concept holds is also one of other concepts that may share its words: in `pain that does not go
 * into the leg` of `go into the leg`; in `no functional gain with Norco` of `functional gain`, and not of the drug.
 */
function endOfBeside(holder: ConceptMatch, cue: CueMatch, concepts: readonly ConceptMatch[]): number {
  const held = concepts.filter(
    (one) => one !== holder && one.entry.kind !== 'marker' && one.from >= cue.to && one.to <= holder.to,
  );
  // A finding right behind the denial is what it denies: `no septic arthritis`.
  const isShared = ({ entry, from }: ConceptMatch): boolean =>
    entry.isBeside || (entry.kind === 'finding' && from === cue.to);
  const end = held.find((one) => !isShared(one))?.from ?? holder.to;
  const shared = held.findLast((one) => isShared(one) && one.from < end);
  return shared ? Math.min(shared.to, end) : cue.to;
}

/**
 * `no injury or fracture`: the denial that a concept begins with is that of the whole list, which `or` tells from a new
 * clause; and of what is named to show what is meant, as in `no psychological symptoms such as anxiety`.
 */
function goesOnAsList(at: number, units: readonly Unit[]): boolean {
  const rest = units.slice(at, at + LIST_ITEM);
  if (does(rest[0], 'opens-examples')) return true;
  if (rest[0]?.word !== ',') return does(rest[0], 'or');
  const end = rest.findIndex((unit, i) => i > 0 && (does(unit, 'or') || unit.word === ','));
  return end > 1 && does(rest[end], 'or');
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
