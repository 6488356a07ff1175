/**
 * Where the entries of a lexicon stand, as plain data, so that what is wrong with their use is told at their place.
 */
import type { Span } from '../text/source-text.js';

export interface EntryPlace {
  readonly file: string;
  readonly span: Span;
}

export interface EntryPlaces {
  readonly facts: Readonly<Record<string, EntryPlace>>;
  readonly families: Readonly<Record<string, EntryPlace>>;
}
