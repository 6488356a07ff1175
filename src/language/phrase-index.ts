/**
 * Finds all phrases of a lexicon in a text at once: a tree of words, walked from each unit of the text.
 * The cost per unit depends on how far the tree can be followed, not on how many phrases it holds.
 * Of the phrases that begin at a unit, the longest of each layer wins; layers (concepts, cues, attributes) may overlap.
 */
import { Branches } from './branches.js';
import { type PatternItem, type PatternSequence, parsePattern } from './patterns.js';
import { type Unit, UnitKind } from './units.js';
import type { WordTable } from './words.js';

/** A phrase found: half-open range of units, and what it stands for. */
export interface PhraseMatch<T> {
  readonly entry: T;
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/** A place in the tree. Built as a tree whose branches may flow together (`joins`), then closed over those. */
interface Node<T> {
  readonly next: Map<number, Node<T>>;
  /** Nodes that this one is as good as. */
  readonly joins: Node<T>[];
  readonly gaps: { readonly upTo: number; readonly node: Node<T> }[];
  readonly ends: End<T>[];
  closed: Closed<T> | null;
}

/** A node with everything that it is as good as: all that walking needs. */
interface Closed<T> {
  readonly next: Branches<readonly Node<T>[]>;
  readonly gaps: readonly { readonly upTo: number; readonly node: Node<T> }[];
  readonly ends: readonly End<T>[];
}

interface End<T> {
  readonly layer: number;
  readonly entry: T;
}

const newNode = <T>(): Node<T> => ({ next: new Map(), joins: [], gaps: [], ends: [], closed: null });

/** The word set, if there is one, whose members stop a gap: words that turn what a phrase says. */
const REMEMBERED_WORDS = 100_000;
const UNSKIPPABLE_SET = 'unskippable';

/** Kinds of units that phrases name in angle brackets. */
const UNIT_SETS = ['number', 'range', 'ratio', 'percent', 'date', 'level', 'amount'] as const;

/** A phrase that is taken already by another entry of its layer. */
export interface DuplicatePhrase<T> {
  readonly entry: T;
  readonly other: T;
}

export class PhraseIndex<T> {
  readonly words: WordTable;
  readonly #root = newNode<T>();
  readonly #layers: number;
  readonly #overlapping: ReadonlySet<number>;
  /** Word sets: from the id of a member to the ids of its sets. */
  readonly #setsOf = new Map<number, number[]>();
  /** Members of sets that are more than one word. */
  readonly #longMembers = new Map<string, readonly PatternSequence[]>();
  /** Key of the words that no gap passes over. */
  readonly #unskippable: number;
  readonly #keysSeen = new Map<string, readonly number[]>();
  readonly #unitSets: ReadonlyMap<string, number>;

  /** @param overlapping layers of which phrases may overlap each other: of each unit the longest that begins there */
  constructor(words: WordTable, layers: number, overlapping: ReadonlySet<number> = new Set()) {
    this.words = words;
    this.#layers = layers;
    this.#overlapping = overlapping;
    this.#unskippable = words.addKey(`<${UNSKIPPABLE_SET}>`);
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
    return this.#unitSets.has(name) || this.#longMembers.has(name) || /^of-\d+$/.test(name);
  }

  /**
   * Adds a phrase.
   * @returns the entry that has the phrase already, if another one has
   * @throws {PatternError} if the phrase is not well formed
   */
  add(phrase: string, layer: number, entry: T): T | null {
    let other: T | null = null;
    for (const node of this.#afterChoice(parsePattern(phrase), [this.#root])) {
      const taken = node.ends.find((end) => end.layer === layer);
      if (taken && taken.entry !== entry) other = taken.entry;
      else if (!taken) node.ends.push({ layer, entry });
    }
    return other;
  }

  /** Where walking any one of some sequences from some nodes leads. */
  #afterChoice(sequences: readonly PatternSequence[], from: readonly Node<T>[]): readonly Node<T>[] {
    return [...new Set(sequences.flatMap((sequence) => this.#afterSequence(sequence, from)))];
  }

  #afterSequence(sequence: PatternSequence, from: readonly Node<T>[]): readonly Node<T>[] {
    let nodes = from;
    sequence.forEach((item, i) => {
      if (item.kind === 'gap') return;
      const gap = sequence[i - 1];
      const starts = gap?.kind === 'gap' ? nodes.map((node) => gapNode(node, gap.upTo)) : nodes;
      const reached = this.#afterItem(item, starts);
      // What is left out after a gap leaves the gap open: `*5 be? seen`.
      nodes = this.#flowTogether(item.isOptional ? [...new Set([...starts, ...reached])] : reached);
    });
    return nodes;
  }

  #afterItem(item: Exclude<PatternItem, { kind: 'gap' }>, from: readonly Node<T>[]): readonly Node<T>[] {
    switch (item.kind) {
      case 'word':
        return from.map((node) => child(node, this.words.add(item.word)));
      case 'exact':
        return from.map((node) => child(node, this.words.addKey(`=${item.word}`)));
      case 'set': {
        const single = from.map((node) => child(node, this.words.addKey(`<${item.word}>`)));
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
  #flowTogether(nodes: readonly Node<T>[]): readonly Node<T>[] {
    const branches = nodes.filter((node) => node !== this.#root);
    if (branches.length < 2) return nodes;
    const joined = newNode<T>();
    for (const node of branches) node.joins.push(joined);
    return branches.length === nodes.length ? [joined] : [this.#root, joined];
  }

  /**
   * Keys under which the tree may know each unit: its word, its exact letters, its sets. No phrase may be added any
   * more: what was looked up once is remembered.
   */
  keysOf(units: readonly Unit[]): (readonly number[])[] {
    return units.map((unit) =>
      unit.kind === UnitKind.Word ? this.#keysOfWord(unit) : this.#keysOfOther(unit),
    );
  }

  /** Remembered by the letters as written, since letters repeat their words. */
  #keysOfWord({ written, word }: Unit): readonly number[] {
    const seen = this.#keysSeen.get(written);
    if (seen !== undefined) return seen;
    // Exact spellings first: of phrases that end together the first one found stands.
    const keys = [this.words.keyId(`=${written}`), this.words.idOf(word)].filter((key) => key !== 0);
    const all = keys.flatMap((key) => [key, ...(this.#setsOf.get(key) ?? [])]);
    if (this.#keysSeen.size < REMEMBERED_WORDS) this.#keysSeen.set(written, all);
    return all;
  }

  #keysOfOther(unit: Unit): readonly number[] {
    switch (unit.kind) {
      case UnitKind.Ratio:
        return this.#known(['ratio', `of-${unit.base}`], `${unit.value}/${unit.base}`);
      case UnitKind.Number:
        return this.#known(['number', 'amount'], String(unit.value));
      case UnitKind.Range:
        return this.#known(['range', 'amount'], '');
      case UnitKind.Percent:
        return this.#known(['percent'], '');
      case UnitKind.Date:
        return this.#known(['date'], unit.date ?? '');
      case UnitKind.Level:
        return this.#known(['level'], unit.levels.length === 1 ? (unit.levels[0] ?? '').toLowerCase() : '');
      default:
        return this.#known([], unit.word);
    }
  }

  #known(sets: readonly string[], literal: string): readonly number[] {
    const keys: number[] = [];
    for (const name of sets) {
      const id = this.words.keyId(`<${name}>`);
      if (id !== 0) keys.push(id);
    }
    const id = literal === '' ? 0 : this.words.keyId(literal);
    if (id !== 0) keys.push(id);
    return keys;
  }

  /** All phrases of a text, in the order of their first unit; those of one layer never overlap, but where it is allowed. */
  match(units: readonly Unit[], keys: readonly (readonly number[])[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    const freeFrom = new Int32Array(this.#layers);
    const best: (PhraseMatch<T> | null)[] = new Array(this.#layers).fill(null);
    const lasts = [...best];
    for (let i = 0; i < units.length; i++) {
      if (keys[i]?.length === 0) continue;
      best.fill(null);
      this.#walk(this.#root, i, i, units, keys, best);
      for (let layer = 0; layer < this.#layers; layer++) {
        const match = best[layer];
        if (!match || i < (freeFrom[layer] ?? 0)) continue;
        if (this.#overlapping.has(layer)) {
          const last = lasts[layer];
          if (last && last.entry === match.entry && match.to <= last.to) continue;
          lasts[layer] = match;
        } else freeFrom[layer] = match.to;
        found.push(match);
      }
    }
    return found;
  }

  /** Follows the tree from a unit and keeps the longest phrase per layer. Hyphens and quotes inside a phrase are passed over. */
  #walk(
    node: Node<T>,
    from: number,
    at: number,
    units: readonly Unit[],
    keys: readonly (readonly number[])[],
    best: (PhraseMatch<T> | null)[],
  ): boolean {
    const { ends, gaps } = closedOf(node);
    let reached = ends.length > 0;
    for (const { layer, entry } of ends) {
      const known = best[layer];
      if (!known || known.to < at) best[layer] = { entry, layer, from, to: at };
    }
    const unit = units[at];
    if (unit === undefined) return reached;
    if (this.#step(node, from, at, units, keys, best)) reached = true;
    const isPassedOver =
      at > from &&
      unit.kind === UnitKind.Mark &&
      (unit.word === '-' || unit.word === '"' || unit.word === "'");
    if (isPassedOver && this.#step(node, from, at + 1, units, keys, best)) reached = true;
    for (const gap of gaps) {
      for (let skip = 0; skip <= gap.upTo; skip++) {
        if (
          skip > 0 &&
          (units[at + skip - 1]?.kind === UnitKind.Break || keys[at + skip - 1]?.includes(this.#unskippable))
        )
          break;
        if (!this.#step(gap.node, from, at + skip, units, keys, best)) continue;
        reached = true;
        break;
      }
    }
    return reached;
  }

  /** Takes the unit at a place as the next step of the tree. */
  #step(
    node: Node<T>,
    from: number,
    at: number,
    units: readonly Unit[],
    keys: readonly (readonly number[])[],
    best: (PhraseMatch<T> | null)[],
  ): boolean {
    const { next } = closedOf(node);
    let reached = false;
    for (const key of keys[at] ?? []) {
      for (const to of next.get(key) ?? [])
        if (this.#walk(to, from, at + 1, units, keys, best)) reached = true;
    }
    return reached;
  }
}

/** A node closed over everything that it is as good as; made when it is first walked. */
function closedOf<T>(node: Node<T>): Closed<T> {
  if (node.closed) return node.closed;
  const same = new Set([node]);
  for (const one of same) for (const joined of one.joins) same.add(joined);
  const next = new Map<number, Node<T>[]>();
  for (const one of same) for (const [key, to] of one.next) next.set(key, [...(next.get(key) ?? []), to]);
  node.closed = {
    next: new Branches(next),
    gaps: [...same].flatMap((one) => one.gaps),
    ends: [...same].flatMap((one) => one.ends),
  };
  return node.closed;
}

function gapNode<T>(node: Node<T>, upTo: number): Node<T> {
  const known = node.gaps.find((gap) => gap.upTo === upTo);
  if (known) return known.node;
  const made = newNode<T>();
  node.gaps.push({ upTo, node: made });
  return made;
}

function child<T>(node: Node<T>, key: number): Node<T> {
  let next = node.next.get(key);
  if (!next) {
    next = newNode<T>();
    node.next.set(key, next);
  }
  return next;
}
