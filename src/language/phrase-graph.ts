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
  return { nodes: flattened(tree.nodes), words: tree.words.numbered(), sets: [...tree.setsOf] };
}

/** The nodes in the order in which they were made. */
function flattened(nodes: readonly PhraseNode<number>[]): number[] {
  const places: number[] = [];
  let place = 0;
  for (const { next, joins, gaps, ends } of nodes) {
    places.push(place);
    place += 4 + 2 * next.size + joins.length + 2 * gaps.length + 2 * ends.length;
  }
  const placeOf = ({ id }: PhraseNode<number>): number => places[id] ?? 0;
  // Filled one by one: there are hundreds of thousands, and a list for each part of each node takes most of the time.
  const row: number[] = [];
  for (const { next, joins, gaps, ends } of nodes) {
    row.push(next.size);
    for (const [key, node] of next) row.push(key, placeOf(node));
    row.push(joins.length);
    for (const node of joins) row.push(placeOf(node));
    row.push(gaps.length);
    for (const { upTo, node } of gaps) row.push(upTo, placeOf(node));
    row.push(ends.length);
    for (const { layer, entry } of ends) row.push(layer, entry);
  }
  return row;
}
