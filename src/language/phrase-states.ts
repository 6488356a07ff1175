/**
 * The graph of phrases as texts walk it. Nodes that the same words lead to are one state, so that each unit of a text
 * is one step, however many phrases begin alike. States and steps are made when a text first needs them and then
 * remembered, for texts use few of all there could be.
 * Method: subset construction (Rabin and Scott 1959), done lazily.
 */
import type { PhraseGraph } from './phrase-graph.js';
import { StepTable, UNKNOWN_STEP } from './step-table.js';
import { bitsOf, type UnitKeys } from './unit-keys.js';

/** What ends at a state: a layer and a place in the list of entries. */
export interface PhraseEnd {
  readonly layer: number;
  readonly entry: number;
}

export interface State {
  /** Its number among all states that are remembered, from 1; 0 for one that is not. */
  readonly id: number;
  /** What ends here. INVARIANT: at most one of each layer. */
  readonly ends: readonly PhraseEnd[];
  readonly gaps: readonly { readonly upTo: number; readonly state: State }[];
  /** In order of preference; each with all that it is as good as. */
  readonly nodes: readonly (readonly number[])[];
  /** The bits of all keys that lead on from here. */
  readonly bits: number;
}

/** Steps that are remembered; beyond them, texts that are nothing but odd words would fill the memory. */
const MOST_STEPS = 1_000_000;
const ROOT = 0;

export class PhraseStates {
  readonly start: State;
  readonly #row: readonly number[];
  /** The steps of the root, which has far more than any other node. */
  readonly #first: ReadonlyMap<number, number>;
  readonly #byNodes = new Map<string, State>();
  readonly #states: State[] = [];
  readonly #steps = new StepTable();

  constructor({ nodes }: PhraseGraph) {
    this.#row = nodes;
    this.#first = new Map(pairs(nodes, ROOT).pairs);
    this.start = this.#stateOf([ROOT]);
  }

  /** The state that a unit leads to from another one, or null; null for certain if they share none of their bits. */
  next(state: State, unit: UnitKeys): State | null {
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
    const parts = new Map<number, NodeParts>();
    const nodes = this.#closed(reached, parts);
    const name = nodes.map((alike) => alike.join()).join(';');
    const known = this.#byNodes.get(name);
    if (known) return known;
    const all = [...parts.values()];
    // What lies behind gaps is numbered first.
    const gaps = all.flatMap(({ gaps }) =>
      gaps.map(([upTo, node]) => ({ upTo, state: this.#stateOf([node]) })),
    );
    const state: State = {
      id: this.#isRemembering() ? this.#states.length + 1 : 0,
      ends: firstOfLayers(all.flatMap(({ ends }) => ends)),
      gaps,
      nodes,
      bits: bitsOf(nodes.flat().flatMap((node) => keysAt(this.#row, node))),
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
  #closed(nodes: readonly number[], parts: Map<number, NodeParts>): readonly (readonly number[])[] {
    return nodes.flatMap((node) => {
      const unseen: number[] = [];
      const alike = new Set([node]);
      for (const one of alike) {
        if (parts.has(one)) continue;
        const own = partsOf(this.#row, one);
        parts.set(one, own);
        unseen.push(one);
        for (const joined of own.joins) alike.add(joined);
      }
      return unseen.length > 0 ? [unseen] : [];
    });
  }
}

/** The keys of the steps of a node. */
function keysAt(row: readonly number[], node: number): readonly number[] {
  return pairs(row, node).pairs.map(([key]) => key);
}

/** What stands at a node, its steps left out. */
interface NodeParts {
  readonly joins: readonly number[];
  readonly gaps: readonly (readonly [upTo: number, node: number])[];
  readonly ends: readonly PhraseEnd[];
}

function partsOf(row: readonly number[], node: number): NodeParts {
  const joinsAt = node + 1 + 2 * (row[node] ?? 0);
  const gapsAt = joinsAt + 1 + (row[joinsAt] ?? 0);
  const gaps = pairs(row, gapsAt);
  const ends = pairs(row, gaps.end);
  return {
    joins: row.slice(joinsAt + 1, gapsAt),
    gaps: gaps.pairs,
    ends: ends.pairs.map(([layer, entry]) => ({ layer, entry })),
  };
}

/** The pairs that stand at a place of the row behind how many they are, and where they end. */
function pairs(
  row: readonly number[],
  at: number,
): { readonly pairs: (readonly [number, number])[]; readonly end: number } {
  const end = at + 1 + 2 * (row[at] ?? 0);
  const found: (readonly [number, number])[] = [];
  for (let i = at + 1; i < end; i += 2) found.push([row[i] ?? 0, row[i + 1] ?? 0]);
  return { pairs: found, end };
}

function firstOfLayers(ends: readonly PhraseEnd[]): readonly PhraseEnd[] {
  return ends.filter((end, i) => ends.findIndex((other) => other.layer === end.layer) === i);
}
