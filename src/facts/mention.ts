/**
 * A mention: a place of the text that names a concept, with how it is asserted and what stands around it.
 */
import type { Laterality } from '../vocabulary/service.js';
import type { Assertion, Polarity } from './assertion.js';
import type { NamedSides } from './carried-sides.js';
import type { CompiledConcept } from './compiled-lexicon.js';
import type { CueMatch, Sentence } from './sentence.js';
import type { Study } from './studies.js';
import type { Zone } from './zones.js';

/** One mention. Immutable; its parts are read when they are first asked for, so asking twice costs nothing. */
export interface Mention extends Omit<Assertion, 'settledBy'> {
  readonly concept: CompiledConcept;
  readonly sentence: Sentence;
  /** Half-open range of units of the phrase. */
  readonly from: number;
  readonly to: number;
  /** Regions that it is about, its own or those of sentences before; null where the text names none so far. */
  readonly regions: readonly string[] | null;
  /** Regions that its own sentence names for it; null if they were taken over from before. */
  readonly regionsHere: readonly string[] | null;
  readonly laterality: Laterality | null;
  /** The sides that places were named with so far, for where the mention's sentence names none. */
  readonly sidesBefore: NamedSides;
  /** Spinal levels said of it; for findings of a study those of the study where none stand nearer. */
  readonly levels: readonly string[];
  /** ISO date said with the mention; for findings the date of the note. */
  readonly date: string | null;
  /** Units that say the date of an event: `2-13-15`, `12 years ago`; null if it is not said with it. */
  readonly dateWords: Zone | null;
  /** ISO date of the note that the mention stands in. */
  readonly noteDate: string | null;
  /** The study whose report the mention stands in, for what studies find; else the last one before it in its sentence. */
  readonly study: Study | null;
  /** The words that made its polarity what it is, and those for how a study came out. */
  readonly cues: readonly CueMatch[];
  /** Units of the words after it that describe it: result, date, side. */
  readonly zone: Zone;
  /** The same mention, but for what is changed. */
  with(changes: MentionChanges): Mention;
}

/** What may be said of a mention later than it is found: by its list, its note, the result of a test. */
export interface MentionChanges {
  readonly concept?: CompiledConcept;
  readonly polarity?: Polarity;
  readonly time?: Assertion['time'];
  readonly cues?: readonly CueMatch[];
  readonly regions?: readonly string[] | null;
  readonly regionsHere?: readonly string[] | null;
  readonly laterality?: Laterality | null;
  readonly levels?: readonly string[];
  readonly date?: string;
  readonly noteDate?: string;
}
