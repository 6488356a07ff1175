/**
 * A sentence of a scanned text: which units it is made of, and what phrases of the lexicon stand in it.
 * Not here: how a text is cut into sentences (see `sentences.ts`).
 */
import type { PhraseMatch } from '../language/phrase-index.js';
import { type Unit, UnitKind } from '../language/unit.js';
import type { CompiledAttribute, CompiledConcept, CompiledCue, CompiledDosing } from './compiled-lexicon.js';

/** A phrase of a concept in a text; `from` and `to` are units. */
export type ConceptMatch = PhraseMatch<CompiledConcept>;

/** A phrase of a cue in a text. */
export type CueMatch = PhraseMatch<CompiledCue>;

/** A place, side or measure in a text. */
export type AttributeMatch = PhraseMatch<CompiledAttribute>;

/** A piece of directions in a text. */
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

/** Body regions that a sentence names, in text order. */
export function regionsNamed({ attributes }: Sentence): readonly string[] {
  return attributes.filter((one) => one.entry.type === 'region').map((one) => one.entry.value);
}

/** Percentages that a sentence names, in text order. @param units those of the whole text */
export function percentagesNamed({ from, to }: Sentence, units: readonly Unit[]): readonly number[] {
  return units.slice(from, to).flatMap(({ kind, value }) => (kind === UnitKind.Percent ? [value] : []));
}
