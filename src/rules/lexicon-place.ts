/**
 * Where the entries of a lexicon stand, so that problems found after all files are read can be shown in place.
 */
import type { Node } from 'yaml';
import type { ProblemList } from './schema-check.js';
import type { YamlFile } from './yaml-file.js';

/** An entry of a section and where it stands. */
export interface LexiconPlace {
  readonly yaml: YamlFile;
  readonly node: Node;
  /** The name itself, where the section is a mapping of names to entries. */
  readonly key?: Node;
  readonly problems: ProblemList;
}

/** Places of all entries, by section and name. */
export type LexiconPlaces = ReadonlyMap<string, ReadonlyMap<string, LexiconPlace>>;
