/**
 * Where the entries of a lexicon stand, as plain data, so that what is wrong with their use is told at their place.
 */
import type { Span } from '../text/source-text.js';

/** Where an entry's name stands in its lexicon file. */
export interface EntryPlace {
  readonly file: string;
  readonly span: Span;
}

/** Places of entries by their names; only of sections whose use in rules is checked. */
export interface EntryPlaces {
  readonly facts: Readonly<Record<string, EntryPlace>>;
  readonly families: Readonly<Record<string, EntryPlace>>;
}
