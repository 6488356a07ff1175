/**
 * Phrases as a tree of words, with sets of words that stand for one another. In: phrases in the notation of
 * `patterns.ts`. Out: nodes, whose branches may flow together again so that alternatives do not multiply.
 * Not here: the form in which texts are walked through it (see `phrase-graph.ts`, `phrase-states.ts`).
 */
import { type PatternItem, type PatternSequence, parsePattern } from './patterns.js';
import type { WordTable } from './words.js';

/** A node while the tree grows; branches share nodes, so it is a graph without rings. */
export interface PhraseNode<T> {
  /** Its number among the nodes of its tree, in the order in which they were made. */
  readonly id: number;
  /** By the number of the key that leads on (see `words.ts`). */
  readonly next: Map<number, PhraseNode<T>>;
  /** Nodes that this one is as good as. */
  readonly joins: PhraseNode<T>[];
  /** Where the phrase goes on after up to so many units in between. */
  readonly gaps: { readonly upTo: number; readonly node: PhraseNode<T> }[];
  readonly ends: PhraseEnd<T>[];
}

/** What ends at a node. INVARIANT: at most one of each layer. */
interface PhraseEnd<T> {
  readonly layer: number;
  readonly entry: T;
}

/** Kinds of units that phrases name in angle brackets. */
const UNIT_SETS = ['number', 'range', 'ratio', 'percent', 'date', 'level', 'amount'] as const;
/** Those that say the figures as well: `<of-5>` is a ratio of 5, `<range-2-3>` is `2-3`, `2 to 3`. */
const UNIT_OF_FIGURES = /^(?:of-\d+|range-\d+-\d+)$/;

/** All phrases of a lexicon while they are compiled; sets are defined first. */
export class PhraseTree<T> {
  #nodes = 0;
  readonly root = this.#newNode();
  readonly words: WordTable;
  /** Word sets: from the id of a member to the ids of its sets. */
  readonly #setsOf = new Map<number, number[]>();
  /** Members of sets that are more than one word. */
  readonly #longMembers = new Map<string, readonly PatternSequence[]>();
  readonly #unitSets: ReadonlyMap<string, number>;

  constructor(words: WordTable) {
    this.words = words;
    this.#unitSets = new Map(UNIT_SETS.map((name) => [name, words.addKey(`<${name}>`)]));
  }

  /** Defines a set of words for use in angle brackets. Before the phrases that use it. */
  addSet(name: string, members: readonly string[]): void {
    const setId = this.words.addKey(`<${name}>`);
    const long: PatternSequence[] = [];
    for (const sequence of members.flatMap(parsePattern)) {
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

  /**
   * Adds a phrase.
   * @returns the entry that has the phrase already, if another one has
   */
  add(phrase: readonly PatternSequence[], layer: number, entry: T): T | null {
    let other: T | null = null;
    for (const node of this.#afterChoice(phrase, [this.root])) {
      const taken = node.ends.find((end) => end.layer === layer);
      if (taken && taken.entry !== entry) other = taken.entry;
      else if (!taken) node.ends.push({ layer, entry });
    }
    return other;
  }

  /** Where walking any one of some sequences from some nodes leads. */
  #afterChoice(
    sequences: readonly PatternSequence[],
    from: readonly PhraseNode<T>[],
  ): readonly PhraseNode<T>[] {
    return [...new Set(sequences.flatMap((sequence) => this.#afterSequence(sequence, from)))];
  }

  #afterSequence(sequence: PatternSequence, from: readonly PhraseNode<T>[]): readonly PhraseNode<T>[] {
    let nodes = from;
    sequence.forEach((item, i) => {
      if (item.kind === 'gap') return;
      const gap = sequence[i - 1];
      const starts = gap?.kind === 'gap' ? nodes.map((node) => this.#gapNode(node, gap.upTo)) : nodes;
      const reached = this.#afterItem(item, starts);
      // What is left out after a gap leaves the gap open: `*5 be? seen`.
      nodes = this.#flowTogether(item.isOptional ? [...new Set([...starts, ...reached])] : reached);
    });
    return nodes;
  }

  #afterItem(
    item: Exclude<PatternItem, { kind: 'gap' }>,
    from: readonly PhraseNode<T>[],
  ): readonly PhraseNode<T>[] {
    switch (item.kind) {
      case 'word':
        return from.map((node) => this.#child(node, this.words.add(item.word)));
      case 'exact':
        return from.map((node) => this.#child(node, this.words.addKey(`=${item.word}`)));
      case 'set': {
        const single = from.map((node) => this.#child(node, this.words.addKey(`<${item.word}>`)));
        return [...single, ...this.#afterChoice(this.#longMembers.get(item.word) ?? [], from)];
      }
      case 'choice':
        return this.#afterChoice(item.of, from);
    }
  }

  /**
   * Lets branches go on as one, so that a phrase with many alternatives stays as small as it is written.
   * The root takes no part: what joined it would be tried at every word of a text.
   */
  #flowTogether(nodes: readonly PhraseNode<T>[]): readonly PhraseNode<T>[] {
    const branches = nodes.filter((node) => node !== this.root);
    if (branches.length < 2) return nodes;
    const joined = this.#newNode();
    for (const node of branches) node.joins.push(joined);
    return branches.length === nodes.length ? [joined] : [this.root, joined];
  }

  #gapNode(node: PhraseNode<T>, upTo: number): PhraseNode<T> {
    const known = node.gaps.find((gap) => gap.upTo === upTo);
    if (known) return known.node;
    const made = this.#newNode();
    node.gaps.push({ upTo, node: made });
    return made;
  }

  #child(node: PhraseNode<T>, key: number): PhraseNode<T> {
    let next = node.next.get(key);
    if (!next) {
      next = this.#newNode();
      node.next.set(key, next);
    }
    return next;
  }

  #newNode(): PhraseNode<T> {
    return { id: this.#nodes++, next: new Map(), joins: [], gaps: [], ends: [] };
  }
}
