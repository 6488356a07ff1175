/**
 * What is known while the criteria of one file are read, and the ids they have taken so far.
 */
import type { Node } from 'yaml';
import type { Citation } from '../vocabulary/decision.js';
import type { Criterion } from '../vocabulary/rule.js';
import type { NameIndex } from './name-index.js';
import type { ProblemList } from './schema-check.js';
import { nodeAt, type YamlFile } from './yaml-file.js';

/** The state of reading one file: what it says is fixed, what was met so far grows. */
export interface CriterionReading {
  readonly yaml: YamlFile;
  readonly names: NameIndex;
  readonly problems: ProblemList;
  /** Of the rule; criteria narrow its section and pages. */
  readonly citation: Citation;
  /** Shared criteria by name, as they stand in the file. */
  readonly definitions: ReadonlyMap<string, Node>;
  /** Ids met so far and where. */
  readonly ids: Map<string, Node>;
  /** Shared criteria already read, so that each is checked and reported once. */
  readonly expanded: Map<string, Criterion | null>;
  /** Names being expanded, outermost first. */
  readonly expanding: string[];
  /** Names that some `use` has. */
  readonly used: Set<string>;
}

/** Takes an id for one node of the file; false, with a problem, when another node has it. */
export function claimId(id: string, node: Node, reading: CriterionReading): boolean {
  const owner = reading.ids.get(id);
  if (owner === undefined || owner === node) {
    reading.ids.set(id, node);
    return true;
  }
  const { line } = reading.yaml.place(owner);
  reading.problems.add(
    'duplicate-id',
    nodeAt(node, 'id') ?? node,
    `line ${line} has a criterion \`${id}\` already`,
  );
  return false;
}
