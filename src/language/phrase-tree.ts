/**
 * Phrases as a tree of words, with sets of words that stand for one another. In: phrases in the notation of
 * `patterns.ts`. Out: nodes, whose branches may flow together again so that alternatives do not multiply.
 * Not here: the form in which texts are walked through it (see `phrase-graph.ts`, `phrase-states.ts`).
 */
import type { PatternItem, PatternSequence } from './patterns.js';
import { StepTable, UNKNOWN_STEP } from './step-table.js';
import type { WordTable } from './words.js';

/** A node: its number among those of its tree, from 1 in the order in which they were made. */
export type PhraseNode = number;
export const ROOT: PhraseNode = 1;

/** What ends at a node. INVARIANT: at most one of each layer. */
interface PhraseEnd<T> {
  readonly layer: number;
  readonly entry: T;
}

/** What stands at the nodes that have any of it, by node. INVARIANT: a place for every node, without which it is slow. */
type AtNodes<V> = (V[] | undefined)[];

/** Kinds of units that phrases name in angle brackets. */
const UNIT_SETS = ['number', 'range', 'ratio', 'percent', 'date', 'level', 'amount'] as const;
/** Those that say the figures as well: `<of-5>` is a ratio of 5, `<range-2-3>` is `2-3`, `2 to 3`. */
const UNIT_OF_FIGURES = /^(?:of-\d+|range-\d+-\d+)$/;

const NOTHING: readonly never[] = [];
/** Up to so many, searching takes less time than a set. */
const FEW = 16;

/**
 * All phrases of a lexicon while they are compiled; sets are defined first.
 * Nodes are numbers and what stands at them is in rows of numbers: there are too many for an object each.
 */
export class PhraseTree<T> {
  readonly words: WordTable;
  readonly #known = new StepTable();
  readonly #steps: AtNodes<number> = [undefined, undefined];
  readonly #joins: AtNodes<PhraseNode> = [undefined, undefined];
  readonly #gaps: AtNodes<number> = [undefined, undefined];
  readonly #ends: AtNodes<PhraseEnd<T>> = [undefined, undefined];
  /** Word sets: from the id of a member to the ids of its sets. */
  readonly #setsOf = new Map<number, number[]>();
  /** Members of sets that are more than one word. */
  readonly #longMembers = new Map<string, readonly PatternSequence[]>();
  readonly #unitSets: ReadonlyMap<string, number>;

  constructor(words: WordTable) {
    this.words = words;
    this.#unitSets = new Map(UNIT_SETS.map((name) => [name, words.addKey(`<${name}>`)]));
  }

  /**
   * Defines a set of words for use in angle brackets. Before the phrases that use it.
   * @param members each any one of its sequences
   */
  addSet(name: string, members: readonly PatternSequence[]): void {
    const setId = this.words.addKey(`<${name}>`);
    const long: PatternSequence[] = [];
    for (const sequence of members) {
      const [only] = sequence;
      if (sequence.length === 1 && only?.kind === 'word' && !only.isOptional)
        this.#addMember(this.words.add(only.word), setId);
      else if (sequence.length === 1 && only?.kind === 'exact')
        this.#addMember(this.words.addKey(`=${only.word}`), setId);
      else long.push(sequence);
    }
    this.#longMembers.set(name, long);
  }

  #addMember(id: number, setId: number): void {
    this.#setsOf.set(id, [...(this.#setsOf.get(id) ?? []), setId]);
  }

  /** True if a set of this name can be used in angle brackets. */
  hasSet(name: string): boolean {
    return this.#unitSets.has(name) || this.#longMembers.has(name) || UNIT_OF_FIGURES.test(name);
  }

  /** The keys of the sets that words belong to, by the ids of the words. */
  get setsOf(): ReadonlyMap<number, readonly number[]> {
    return this.#setsOf;
  }

  /** The number of the last node. */
  get last(): PhraseNode {
    return this.#steps.length - 1;
  }

  /** The steps of a node: pairs of key and node. */
  stepsAt(node: PhraseNode): readonly number[] {
    return this.#steps[node] ?? NOTHING;
  }

  /** The nodes that one is as good as. */
  joinsAt(node: PhraseNode): readonly PhraseNode[] {
    return this.#joins[node] ?? NOTHING;
  }

  /** The gaps of a node: pairs of length and node. */
  gapsAt(node: PhraseNode): readonly number[] {
    return this.#gaps[node] ?? NOTHING;
  }

  endsAt(node: PhraseNode): readonly PhraseEnd<T>[] {
    return this.#ends[node] ?? NOTHING;
  }

  /**
   * Adds a phrase.
   * @returns the entry that has the phrase already, if another one has
   */
  add(phrase: readonly PatternSequence[], layer: number, entry: T): T | null {
    let other: T | null = null;
    for (const node of this.#afterChoice(phrase, [ROOT])) {
      const taken = this.endsAt(node).find((end) => end.layer === layer);
      if (taken && taken.entry !== entry) other = taken.entry;
      else if (!taken) rowAt(this.#ends, node).push({ layer, entry });
    }
    return other;
  }

  /** Where walking any one of some sequences from some nodes leads. */
  #afterChoice(sequences: readonly PatternSequence[], from: readonly PhraseNode[]): readonly PhraseNode[] {
    if (sequences.length === 1) return this.#afterSequence(sequences[0] as PatternSequence, from);
    const reached: PhraseNode[] = [];
    for (const sequence of sequences) reached.push(...this.#afterSequence(sequence, from));
    return distinct(reached);
  }

  #afterSequence(sequence: PatternSequence, from: readonly PhraseNode[]): readonly PhraseNode[] {
    let nodes = from;
    let gap = 0;
    for (const item of sequence) {
      if (item.kind === 'gap') {
        gap = item.upTo;
        continue;
      }
      const upTo = gap;
      const starts = upTo === 0 ? nodes : nodes.map((node) => this.#gapNode(node, upTo));
      const reached = this.#afterItem(item, starts);
      // What is left out after a gap leaves the gap open: `*5 be? seen`.
      nodes = this.#flowTogether(item.isOptional ? distinct([...starts, ...reached]) : reached);
      gap = 0;
    }
    return nodes;
  }

  #afterItem(
    item: Exclude<PatternItem, { kind: 'gap' }>,
    from: readonly PhraseNode[],
  ): readonly PhraseNode[] {
    switch (item.kind) {
      case 'word':
        return this.#after(this.words.add(item.word), from);
      case 'exact':
        return this.#after(this.words.addKey(`=${item.word}`), from);
      case 'set': {
        const single = this.#after(this.words.addKey(`<${item.word}>`), from);
        const long = this.#longMembers.get(item.word) ?? [];
        return long.length === 0 ? single : [...single, ...this.#afterChoice(long, from)];
      }
      case 'choice':
        return this.#afterChoice(item.of, from);
    }
  }

  #after(key: number, from: readonly PhraseNode[]): readonly PhraseNode[] {
    return from.map((node) => this.#child(node, key));
  }

  /**
   * Lets branches go on as one, so that a phrase with many alternatives stays as small as it is written.
   * The root takes no part: what joined it would be tried at every word of a text.
   */
  #flowTogether(nodes: readonly PhraseNode[]): readonly PhraseNode[] {
    if (nodes.length < 2) return nodes;
    const branches = nodes.filter((node) => node !== ROOT);
    if (branches.length < 2) return nodes;
    const joined = this.#newNode();
    for (const node of branches) rowAt(this.#joins, node).push(joined);
    return branches.length === nodes.length ? [joined] : [ROOT, joined];
  }

  #gapNode(node: PhraseNode, upTo: number): PhraseNode {
    const gaps = this.gapsAt(node);
    for (let i = 0; i < gaps.length; i += 2) if (gaps[i] === upTo) return gaps[i + 1] as PhraseNode;
    const made = this.#newNode();
    rowAt(this.#gaps, node).push(upTo, made);
    return made;
  }

  #child(node: PhraseNode, key: number): PhraseNode {
    const known = this.#known.get(node, key);
    if (known !== UNKNOWN_STEP) return known;
    const made = this.#newNode();
    this.#known.add(node, key, made);
    rowAt(this.#steps, node).push(key, made);
    return made;
  }

  #newNode(): PhraseNode {
    this.#joins.push(undefined);
    this.#gaps.push(undefined);
    this.#ends.push(undefined);
    return this.#steps.push(undefined) - 1;
  }
}

/** Each node once, where it is first. */
function distinct(nodes: readonly PhraseNode[]): readonly PhraseNode[] {
  if (nodes.length > FEW) return [...new Set(nodes)];
  return nodes.filter((node, i) => nodes.indexOf(node) === i);
}

function rowAt<V>(rows: AtNodes<V>, node: PhraseNode): V[] {
  const known = rows[node];
  if (known !== undefined) return known;
  const made: V[] = [];
  rows[node] = made;
  return made;
}
