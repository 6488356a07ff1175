/**
 * Finds all phrases of a lexicon in a text at once: a tree of words, walked from each unit of the text.
 * The cost per unit depends on how far the tree can be followed, not on how many phrases it holds.
 * Of the phrases that begin at a unit, the longest of each layer wins; layers (concepts, cues, attributes) may overlap.
 */
import { expandPattern, type PatternStep } from './patterns.js';
import { type Unit, UnitKind } from './units.js';
import { WordTable } from './words.js';

/** A phrase found: half-open range of units, and what it stands for. */
export interface PhraseMatch<T> {
  readonly entry: T;
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  gaps: { readonly upTo: number; readonly node: Node<T> }[];
  ends: { readonly layer: number; readonly entry: T }[];
}

const newNode = <T>(): Node<T> => ({ next: new Map(), gaps: [], ends: [] });

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
  /** Word sets: from the id of a member to the ids of its sets. */
  readonly #setsOf = new Map<number, number[]>();
  /** Members of sets that are more than one word. */
  readonly #longMembers = new Map<string, PatternStep[][]>();
  readonly #unitSets: ReadonlyMap<string, number>;

  constructor(words: WordTable, layers: number) {
    this.words = words;
    this.#layers = layers;
    this.#unitSets = new Map(UNIT_SETS.map((name) => [name, words.addKey(`<${name}>`)]));
  }

  /** Defines a set of words for use in angle brackets. Before the phrases that use it. */
  addSet(name: string, members: readonly string[]): void {
    const setId = this.words.addKey(`<${name}>`);
    const long: PatternStep[][] = [];
    for (const steps of members.flatMap((member) => expandPattern(member))) {
      const [only] = steps;
      if (steps.length === 1 && only?.kind === 'word') {
        const id = this.words.add(only.word);
        this.#setsOf.set(id, [...(this.#setsOf.get(id) ?? []), setId]);
      } else long.push(steps);
    }
    this.#longMembers.set(name, long);
  }

  /** True if a set of this name can be used in angle brackets. */
  hasSet(name: string): boolean {
    return this.#unitSets.has(name) || this.#longMembers.has(name) || /^of-\d+$/.test(name);
  }

  /**
   * Adds a phrase.
   * @returns the entry that has one of the phrase's variants already, if another one has
   * @throws {PatternError} if the phrase is not well formed or can never match
   */
  add(phrase: string, layer: number, entry: T): T | null {
    let other: T | null = null;
    for (const steps of expandPattern(phrase)) {
      for (const node of this.#follow(steps)) {
        const taken = node.ends.find((end) => end.layer === layer);
        if (taken && taken.entry !== entry) other = taken.entry;
        else if (!taken) node.ends.push({ layer, entry });
      }
    }
    return other;
  }

  /** The nodes at which a sequence of steps ends, made where they are missing. */
  #follow(steps: readonly PatternStep[]): Node<T>[] {
    let nodes = [this.#root];
    for (const step of steps) nodes = nodes.flatMap((node) => this.#step(node, step));
    return nodes;
  }

  #step(node: Node<T>, step: PatternStep): Node<T>[] {
    switch (step.kind) {
      case 'word':
        return [child(node, this.words.add(step.word))];
      case 'exact':
        return [child(node, this.words.addKey(`=${step.word}`))];
      case 'gap': {
        let gap = node.gaps.find((known) => known.upTo === step.upTo);
        if (!gap) {
          gap = { upTo: step.upTo, node: newNode<T>() };
          node.gaps.push(gap);
        }
        return [gap.node];
      }
      case 'set': {
        const ends = [child(node, this.words.addKey(`<${step.name}>`))];
        for (const member of this.#longMembers.get(step.name) ?? []) {
          let reached = [node];
          for (const inner of member) reached = reached.flatMap((at) => this.#step(at, inner));
          ends.push(...reached);
        }
        return ends;
      }
    }
  }

  /** Keys under which the tree may know each unit: its word, its exact letters, its sets. */
  keysOf(units: readonly Unit[], text: string): number[][] {
    return units.map((unit) => this.#keys(unit, text));
  }

  #keys(unit: Unit, text: string): number[] {
    switch (unit.kind) {
      case UnitKind.Word: {
        const id = this.words.idOf(unit.word);
        const keys = id === 0 ? [] : [id, ...(this.#setsOf.get(id) ?? [])];
        const exact = this.words.keyId(`=${text.slice(unit.start, unit.end)}`);
        if (exact !== 0) keys.push(exact);
        return keys;
      }
      case UnitKind.Mark:
      case UnitKind.Break: {
        const id = this.words.keyId(unit.word);
        return id === 0 ? [] : [id];
      }
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
    }
  }

  #known(sets: readonly string[], literal: string): number[] {
    const keys: number[] = [];
    for (const name of sets) {
      const id = this.words.keyId(`<${name}>`);
      if (id !== 0) keys.push(id);
    }
    const id = literal === '' ? 0 : this.words.keyId(literal);
    if (id !== 0) keys.push(id);
    return keys;
  }

  /** All phrases of a text, in the order of their first unit; those of one layer never overlap. */
  match(units: readonly Unit[], keys: readonly (readonly number[])[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    const freeFrom = new Int32Array(this.#layers);
    const best: (PhraseMatch<T> | null)[] = new Array(this.#layers).fill(null);
    for (let i = 0; i < units.length; i++) {
      if (keys[i]?.length === 0) continue;
      best.fill(null);
      this.#walk(this.#root, i, i, units, keys, best);
      for (let layer = 0; layer < this.#layers; layer++) {
        const match = best[layer];
        if (!match || i < (freeFrom[layer] ?? 0)) continue;
        found.push(match);
        freeFrom[layer] = match.to;
      }
    }
    return found;
  }

  /** Follows the tree from a unit and keeps the longest phrase per layer. Hyphens and quotes inside a phrase are passed over. */
  #walk(node: Node<T>, from: number, at: number, units: readonly Unit[], keys: readonly (readonly number[])[], best: (PhraseMatch<T> | null)[]): boolean {
    let reached = false;
    for (const { layer, entry } of node.ends) {
      reached = true;
      const known = best[layer];
      if (!known || known.to < at) best[layer] = { entry, layer, from, to: at };
    }
    const unit = units[at];
    if (unit === undefined) return reached;
    for (const key of keys[at] ?? []) {
      const next = node.next.get(key);
      if (next && this.#walk(next, from, at + 1, units, keys, best)) reached = true;
    }
    const passedOver = at > from && unit.kind === UnitKind.Mark && (unit.word === '-' || unit.word === '"');
    if (passedOver && this.#walkOn(node, from, at + 1, units, keys, best)) reached = true;
    for (const gap of node.gaps) {
      for (let skip = 0; skip <= gap.upTo; skip++) {
        if (skip > 0 && units[at + skip - 1]?.kind === UnitKind.Break) break;
        if (this.#walkOn(gap.node, from, at + skip, units, keys, best)) {
          reached = true;
          break;
        }
      }
    }
    return reached;
  }

  /** As `#walk`, but the next unit must be a step of the tree: a gap passes over nothing else. */
  #walkOn(node: Node<T>, from: number, at: number, units: readonly Unit[], keys: readonly (readonly number[])[], best: (PhraseMatch<T> | null)[]): boolean {
    let reached = false;
    for (const key of keys[at] ?? []) {
      const next = node.next.get(key);
      if (next && this.#walk(next, from, at + 1, units, keys, best)) reached = true;
    }
    return reached;
  }
}

function child<T>(node: Node<T>, key: number): Node<T> {
  let next = node.next.get(key);
  if (!next) {
    next = newNode<T>();
    node.next.set(key, next);
  }
  return next;
}
