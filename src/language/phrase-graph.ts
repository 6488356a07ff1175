/**
 * The tree of phrases as plain data, which needs no phrase to be read again: numbers in one row, and the words.
 * A node is a place in the row; from there on stand, each after how many there are, its steps as pairs of key and
 * node, the nodes that it is as good as, its gaps as pairs of length and node, and its ends as pairs of layer and entry.
 */
import { parsePattern } from './patterns.js';
import { type PhraseNode, PhraseTree } from './phrase-tree.js';
import { type IrregularForms, type NumberedWords, WordTable } from './words.js';

/** Plain data. The root is at 0. */
export interface PhraseGraph {
  readonly nodes: NumberRow;
  readonly words: NumberedWords;
  /** The keys of the sets that a word belongs to, by the id of the word. */
  readonly sets: readonly (readonly [word: number, sets: readonly number[]])[];
}

/** Numbers in a row, however they are held. */
export type NumberRow = ArrayLike<number>;

/** Phrases that stand for one thing. Phrases of different layers may overlap. */
export interface PhraseList<T> {
  readonly phrases: readonly string[];
  readonly layer: number;
  readonly entry: T;
}

/** Words and sets that phrases are made with. */
export interface PhraseLanguage {
  readonly irregular: IrregularForms;
  readonly sets: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads all phrases. Entries become their places in the list of lists.
 * @throws {PatternError} if a phrase is not well formed
 */
export function readPhrases(
  { irregular, sets }: PhraseLanguage,
  lists: readonly PhraseList<unknown>[],
): PhraseGraph {
  const tree = new PhraseTree<number>(new WordTable(irregular));
  for (const [name, members] of Object.entries(sets)) tree.addSet(name, members);
  lists.forEach(({ phrases, layer }, i) => {
    for (const phrase of phrases) tree.add(parsePattern(phrase), layer, i);
  });
  return { nodes: flattened(tree.root), words: tree.words.numbered(), sets: [...tree.setsOf] };
}

/**
 * The nodes that the root leads to, those that go on alike written once: phrases of one list have their ends in common.
 * What joins another node keeps its place before it, for of phrases that end together the nearest stands.
 * Method: minimization of an acyclic automaton from its ends (Revuz 1992).
 */
function flattened(root: PhraseNode<number>): number[] {
  const row: number[] = new Array(sizeOf(root)).fill(0);
  const places: number[] = [];
  const written = new Map<string, number>();
  const write = (node: PhraseNode<number>): number => {
    const parts = partsOf(node, placeOf);
    const name = parts.join();
    const known = written.get(name);
    if (known !== undefined) return known;
    const place = row.length;
    for (const number of parts) row.push(number);
    written.set(name, place);
    return place;
  };
  const placeOf = (node: PhraseNode<number>): number => {
    const place = places[node.id] ?? write(node);
    places[node.id] = place;
    return place;
  };
  partsOf(root, placeOf).forEach((number, i) => {
    row[i] = number;
  });
  return row;
}

function sizeOf({ next, joins, gaps, ends }: PhraseNode<number>): number {
  return 4 + 2 * next.size + joins.length + 2 * gaps.length + 2 * ends.length;
}

function partsOf(
  { next, joins, gaps, ends }: PhraseNode<number>,
  placeOf: (node: PhraseNode<number>) => number,
): number[] {
  const parts: number[] = [next.size];
  for (const [key, node] of next) parts.push(key, placeOf(node));
  parts.push(joins.length);
  for (const node of joins) parts.push(placeOf(node));
  parts.push(gaps.length);
  for (const { upTo, node } of gaps) parts.push(upTo, placeOf(node));
  parts.push(ends.length);
  for (const { layer, entry } of ends) parts.push(layer, entry);
  return parts;
}
