/**
 * A mention as its description has it, but for what was changed since: by its list, its note, the result of a test.
 * Copies share one description, so that no part of it is read twice.
 */
import type { Laterality } from '../vocabulary/service.js';
import type { Polarity } from './assertion.js';
import type { CompiledConcept } from './compiled-lexicon.js';
import type { Description } from './description.js';
import type { Mention, MentionChanges } from './mention.js';
import type { CueMatch, Sentence } from './sentence.js';
import type { Study } from './studies.js';
import type { Zone } from './zones.js';

/** The one implementation of `Mention`. Changes stand before the description; a change to null is one, too. */
export class DescribedMention implements Mention {
  readonly concept: CompiledConcept;
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly noteDate: string | null;
  readonly study: Study | null;
  readonly #description: Description;
  readonly #changes: MentionChanges;

  constructor(description: Description, changes: MentionChanges = UNCHANGED) {
    const { match, cued, noteDate, study } = description;
    this.concept = changes.concept ?? match.entry;
    this.sentence = cued.sentence;
    this.from = match.from;
    this.to = match.to;
    this.noteDate = changes.noteDate ?? noteDate;
    this.study = study;
    this.#description = description;
    this.#changes = changes;
  }

  with(changes: MentionChanges): Mention {
    return new DescribedMention(this.#description, { ...this.#changes, ...changes });
  }

  get polarity(): Polarity {
    return this.#changes.polarity ?? this.#description.assertion.polarity;
  }

  get time(): Mention['time'] {
    return this.#changes.time ?? this.#description.assertion.time;
  }

  get isOtherPerson(): boolean {
    return this.#description.assertion.isOtherPerson;
  }

  get isReportedByUr(): boolean {
    return this.#description.assertion.isReportedByUr;
  }

  get said(): Mention['said'] {
    return this.#description.assertion.said;
  }

  get scopes(): Mention['scopes'] {
    return this.#description.assertion.scopes;
  }

  get cues(): readonly CueMatch[] {
    return this.#changes.cues ?? this.#description.cues;
  }

  get regions(): readonly string[] | null {
    const { regions } = this.#changes;
    return regions === undefined ? this.#description.regions : regions;
  }

  get regionsHere(): readonly string[] | null {
    const { regionsHere } = this.#changes;
    return regionsHere === undefined ? this.#description.regionsHere : regionsHere;
  }

  get laterality(): Laterality | null {
    const { laterality } = this.#changes;
    return laterality === undefined ? this.#description.laterality : laterality;
  }

  get sidesBefore(): Mention['sidesBefore'] {
    return this.#description.sidesBefore;
  }

  get levels(): readonly string[] {
    return this.#changes.levels ?? this.#description.levels;
  }

  get date(): string | null {
    return this.#changes.date ?? this.#description.date;
  }

  get dateWords(): Zone | null {
    return this.#description.dateWords;
  }

  get zone(): Zone {
    return this.#description.zone;
  }
}

const UNCHANGED: MentionChanges = {};
