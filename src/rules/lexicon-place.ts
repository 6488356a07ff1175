/**
 * Where the entries of a lexicon stand, so that problems found after all files are read can be shown in place.
 */
import { type Node, visit } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../text/suggest.js';
import { spellingFix } from './certain-fixes.js';
import type { ProblemList } from './schema-check.js';
import { nodeAt, type YamlFile } from './yaml-file.js';

/** An entry of a section and where it stands. */
export interface LexiconPlace {
  readonly yaml: YamlFile;
  readonly node: Node;
  /** The name itself, where the section is a mapping of names to entries. */
  readonly key?: Node;
  readonly problems: ProblemList;
}

/** Places of all entries, by section and name; those of sections that are lists by their position from 0. */
export type LexiconPlaces = ReadonlyMap<string, ReadonlyMap<string, LexiconPlace>>;

/**
 * Adds a problem where an entry names what there is not.
 * @param kind what the name should be one of, in words
 * @param key of the entry, under which the name stands
 */
export function expectName(
  code: DiagnosticCode,
  kind: string,
  name: string,
  known: ReadonlySet<string>,
  place: LexiconPlace | undefined,
  key: string,
): void {
  if (known.has(name) || !place) return;
  const node = scalarWith(nodeAt(place.node, key) ?? place.node, name);
  place.problems.add(
    code,
    node,
    `no ${kind} is called \`${name}\``,
    didYouMean(name, known) ?? `define it, or name a ${kind} that there is`,
    spellingFix(node, name, known),
  );
}

/** The first place of a name below a node, as a key or a value; else the node. */
function scalarWith(node: Node, name: string): Node {
  let found: Node = node;
  visit(node, {
    Scalar(_key, scalar) {
      if (scalar.value !== name) return undefined;
      found = scalar;
      return visit.BREAK;
    },
  });
  return found;
}
