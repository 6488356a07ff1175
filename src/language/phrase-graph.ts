/**
 * The tree of phrases as plain data, which needs no phrase to be read again: numbers in one row, and the words.
 * A node is a place in the row; from there on stand, each after how many there are, its steps as pairs of key and
 * node, the nodes that it is as good as, its gaps as pairs of length and node, and its ends as pairs of layer and entry.
 */
import { type PhraseNode, type PhraseTree, ROOT } from './phrase-tree.js';
import type { PlantedPhrases } from './planted-phrases.js';
import type { NumberedWords } from './words.js';

/** Plain data. The root is at 0. */
export interface PhraseGraph {
  readonly nodes: NumberRow;
  readonly words: NumberedWords;
  /** The keys of the sets that a word belongs to, by the id of the word. */
  readonly sets: readonly (readonly [word: number, sets: readonly number[]])[];
}

/** Numbers in a row, however they are held. */
export type NumberRow = ArrayLike<number>;

/**
 * The graph of phrases that were planted. Entries are their places in the list of lists.
 * @throws {PatternError} if a phrase is not well formed: the check was left out
 */
export function graphOf({ tree, problems }: PlantedPhrases): PhraseGraph {
  for (const { fault } of problems) if (fault.kind === 'ill-formed') throw fault.error;
  return { nodes: flattened(tree), words: tree.words.numbered(), sets: [...tree.setsOf] };
}

/**
 * The nodes that the root leads to, those that go on alike written once: phrases of one list have their ends in common.
 * What joins another node keeps its place before it, for of phrases that end together the nearest stands.
 * Method: minimization of an acyclic automaton from its ends (Revuz 1992).
 */
function flattened(tree: PhraseTree<number>): number[] {
  const row: number[] = new Array(sizeOf(tree, ROOT)).fill(0);
  const places = new Int32Array(tree.last + 1);
  const written = new Map<number, number>();
  const placeOf = (node: PhraseNode): number => {
    if (places[node] === 0) {
      writeBelow(node);
      const place = row.length;
      writeParts(tree, node, places, (number) => row.push(number));
      places[node] = placeOfAlike(row, place, written);
    }
    return places[node] as number;
  };
  const writeBelow = (node: PhraseNode): void => {
    const [steps, gaps] = [tree.stepsAt(node), tree.gapsAt(node)];
    for (let i = 1; i < steps.length; i += 2) placeOf(steps[i] as PhraseNode);
    for (const joined of tree.joinsAt(node)) placeOf(joined);
    for (let i = 1; i < gaps.length; i += 2) placeOf(gaps[i] as PhraseNode);
  };
  writeBelow(ROOT);
  let at = 0;
  writeParts(tree, ROOT, places, (number) => {
    row[at++] = number;
  });
  return row;
}

function sizeOf(tree: PhraseTree<number>, node: PhraseNode): number {
  const { length: steps } = tree.stepsAt(node);
  const { length: ends } = tree.endsAt(node);
  return 4 + steps + tree.joinsAt(node).length + tree.gapsAt(node).length + 2 * ends;
}

/** @param places of the nodes below */
function writeParts(
  tree: PhraseTree<number>,
  node: PhraseNode,
  places: Int32Array,
  write: (number: number) => void,
): void {
  const writePairs = (pairs: readonly number[]): void => {
    write(pairs.length / 2);
    for (let i = 0; i < pairs.length; i += 2) {
      write(pairs[i] as number);
      write(places[pairs[i + 1] as PhraseNode] as number);
    }
  };
  writePairs(tree.stepsAt(node));
  const joins = tree.joinsAt(node);
  write(joins.length);
  for (const joined of joins) write(places[joined] as number);
  writePairs(tree.gapsAt(node));
  const ends = tree.endsAt(node);
  write(ends.length);
  for (const { layer, entry } of ends) {
    write(layer);
    write(entry);
  }
}

/**
 * Where what stands in the row from a place on stood before, to where it is cut off; else the place itself.
 * @param written places by a number that is the same for the same parts; the next one where others have it
 */
function placeOfAlike(row: number[], place: number, written: Map<number, number>): number {
  for (let number = hashOf(row, place); ; number++) {
    const known = written.get(number);
    if (known === undefined) {
      written.set(number, place);
      return place;
    }
    if (isAlike(row, known, place)) {
      row.length = place;
      return known;
    }
  }
}

function isAlike(row: readonly number[], known: number, place: number): boolean {
  for (let i = place; i < row.length; i++) if (row[i] !== row[known + i - place]) return false;
  return true;
}

/** Method: FNV-1a over whole numbers, cut to what the engine holds as a small number. */
function hashOf(row: readonly number[], from: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < row.length; i++) hash = Math.imul(hash ^ (row[i] as number), 0x01000193);
  return hash >>> 2;
}
