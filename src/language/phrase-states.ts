/**
 * The graph of phrases as texts walk it. Nodes that the same words lead to are one state, so that each unit of a text
 * is one step, however many phrases begin alike. States and steps are made when a text first needs them and then
 * remembered, for texts use few of all there could be.
 * Method: subset construction (Rabin and Scott 1959), done lazily.
 */
import type { NumberRow, PhraseGraph } from './phrase-graph.js';
import { StepTable, UNKNOWN_STEP } from './step-table.js';
import { bitOf, furtherBitOf, type UnitKeys } from './unit-keys.js';

/** What ends at a state: a layer and a place in the list of entries. */
export interface PhraseEnd {
  readonly layer: number;
  readonly entry: number;
}

/**
 * A place on the way through phrases. INVARIANT: the same nodes in the same order are the same state, as long as it
 * is remembered.
 */
export interface State {
  /** Its number among all states that are remembered, from 1; 0 for one that is not. */
  readonly id: number;
  /** What ends here. INVARIANT: at most one of each layer. */
  readonly ends: readonly PhraseEnd[];
  /** Where a phrase may go on after up to so many units in between. */
  readonly gaps: readonly { readonly upTo: number; readonly state: State }[];
  /** In order of preference; each with all that it is as good as. */
  readonly nodes: readonly (readonly number[])[];
  /** The bits of all keys that lead on from here (see `bitOf`, `furtherBitOf`). */
  readonly bits: number;
  readonly furtherBits: number;
}

/** Steps that are remembered; beyond them, texts that are nothing but odd words would fill the memory. */
const MOST_STEPS = 1_000_000;
const ROOT = 0;

/** The states of one graph, made as texts ask for them. */
export class PhraseStates {
  /** The state in which every phrase begins. */
  readonly start: State;
  readonly #row: NumberRow;
  /** The steps of the root, which has far more than any other node. */
  readonly #first: ReadonlyMap<number, number>;
  readonly #byNodes = new Map<string, State>();
  readonly #states: State[] = [];
  readonly #steps = new StepTable();
  /** The steps of the start, which every unit asks for, by the id of the keys of the unit. */
  readonly #firstSteps: (State | null | undefined)[] = [];

  /** The last closing in which a node was seen. */
  readonly #seen: Int32Array;
  #closing = 0;

  constructor({ nodes }: PhraseGraph) {
    this.#row = nodes;
    this.#seen = new Int32Array(nodes.length);
    this.#first = new Map(pairsAt(nodes, ROOT));
    this.start = this.#stateOf([ROOT]);
  }

  /** The state that a unit leads to from another one, or null; null for certain if they share none of their bits. */
  next(state: State, unit: UnitKeys): State | null {
    return state === this.start ? this.#nextAfterStart(unit) : this.#nextWithin(state, unit);
  }

  #nextAfterStart(unit: UnitKeys): State | null {
    const known = this.#firstSteps[unit.id];
    if (known !== undefined) return known;
    const next = this.#step(this.start, unit);
    this.#firstSteps[unit.id] = next;
    return next;
  }

  #nextWithin(state: State, unit: UnitKeys): State | null {
    const known = this.#steps.get(state.id, unit.id);
    if (known !== UNKNOWN_STEP) return known === 0 ? null : (this.#states[known - 1] as State);
    const next = this.#step(state, unit);
    if (this.#isRemembering()) this.#steps.add(state.id, unit.id, next?.id ?? 0);
    return next;
  }

  #step({ nodes }: State, { keys }: UnitKeys): State | null {
    const reached: number[] = [];
    for (const alike of nodes) {
      for (const key of keys) {
        for (const node of alike) {
          const next = this.#nodeAfter(node, key);
          if (next !== undefined) reached.push(next);
        }
      }
    }
    return reached.length > 0 ? this.#stateOf(reached) : null;
  }

  #nodeAfter(node: number, key: number): number | undefined {
    if (node === ROOT) return this.#first.get(key);
    const row = this.#row;
    const end = node + 2 * (row[node] ?? 0);
    for (let i = node + 1; i < end; i += 2) if (row[i] === key) return row[i + 1];
    return undefined;
  }

  #stateOf(reached: readonly number[]): State {
    const nodes = this.#closed(reached);
    const name = nodes.map((alike) => alike.join()).join(';');
    return this.#byNodes.get(name) ?? this.#newState(name, nodes);
  }

  #newState(name: string, nodes: readonly (readonly number[])[]): State {
    const row = this.#row;
    const all = nodes.flat();
    const { bits, furtherBits } = bitsOfSteps(row, all);
    // What lies behind gaps is numbered first.
    const gaps = all.flatMap((node) =>
      pairsAt(row, gapsAt(row, node)).map(([upTo, next]) => ({ upTo, state: this.#stateOf([next]) })),
    );
    const ends = all.flatMap((node) =>
      pairsAt(row, endsAt(row, node)).map(([layer, entry]) => ({ layer, entry })),
    );
    const state: State = {
      id: this.#isRemembering() ? this.#states.length + 1 : 0,
      ends: firstOfLayers(ends),
      gaps,
      nodes,
      bits,
      furtherBits,
    };
    if (state.id !== 0) {
      this.#states.push(state);
      this.#byNodes.set(name, state);
    }
    return state;
  }

  #isRemembering(): boolean {
    return this.#steps.size < MOST_STEPS;
  }

  /** Each node with all that it is as good as; what an earlier one is as good as is not repeated. */
  #closed(nodes: readonly number[]): readonly (readonly number[])[] {
    this.#closing++;
    const closed: (readonly number[])[] = [];
    for (const node of nodes) {
      const alike = this.#joined(node);
      if (alike.length > 0) closed.push(alike);
    }
    return closed;
  }

  /** A node and all that it is as good as, the nearest first; none that was seen in the same closing. */
  #joined(first: number): readonly number[] {
    const row = this.#row;
    const alike: number[] = [];
    const see = (node: number): void => {
      if (this.#seen[node] === this.#closing) return;
      this.#seen[node] = this.#closing;
      alike.push(node);
    };
    see(first);
    for (let next = 0; next < alike.length; next++) {
      const at = joinsAt(row, alike[next] ?? ROOT);
      const end = at + countAt(row, at);
      for (let i = at + 1; i <= end; i++) see(row[i] ?? ROOT);
    }
    return alike;
  }
}

// ---- what stands at a node: each part begins with how many there are (see `phrase-graph.ts`)

const countAt = (row: NumberRow, at: number): number => row[at] ?? 0;
const joinsAt = (row: NumberRow, node: number): number => node + 1 + 2 * countAt(row, node);
function gapsAt(row: NumberRow, node: number): number {
  const at = joinsAt(row, node);
  return at + 1 + countAt(row, at);
}
function endsAt(row: NumberRow, node: number): number {
  const at = gapsAt(row, node);
  return at + 1 + 2 * countAt(row, at);
}

/** The bits of the keys of all steps of some nodes. */
function bitsOfSteps(row: NumberRow, nodes: readonly number[]): Pick<State, 'bits' | 'furtherBits'> {
  let [bits, furtherBits] = [0, 0];
  for (const node of nodes) {
    for (let i = node + 1; i < node + 1 + 2 * countAt(row, node); i += 2) {
      const key = row[i] ?? 0;
      bits |= bitOf(key);
      furtherBits |= furtherBitOf(key);
    }
  }
  return { bits, furtherBits };
}

/** The pairs of a part. */
function pairsAt(row: NumberRow, at: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let i = at + 1; i < at + 1 + 2 * countAt(row, at); i += 2) found.push([row[i] ?? 0, row[i + 1] ?? 0]);
  return found;
}

function firstOfLayers(ends: readonly PhraseEnd[]): readonly PhraseEnd[] {
  return ends.filter((end, i) => ends.findIndex((other) => other.layer === end.layer) === i);
}
