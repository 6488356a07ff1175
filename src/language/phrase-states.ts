/**
 * The tree of phrases as texts walk it. Nodes that the same words lead to are one state, so that each unit of a text
 * is one step, however many phrases begin alike. States and steps are made when a text first needs them and then
 * remembered, for texts use few of all there could be.
 * Method: subset construction (Rabin and Scott 1959), done lazily.
 */
import type { PhraseEnd, PhraseNode } from './phrase-tree.js';
import type { UnitKeys } from './unit-keys.js';

export interface State<T> {
  /** What ends here. INVARIANT: at most one of each layer. */
  readonly ends: readonly PhraseEnd<T>[];
  readonly gaps: readonly { readonly upTo: number; readonly state: State<T> }[];
  /** In order of preference; each with all that it is as good as. */
  readonly nodes: readonly (readonly PhraseNode<T>[])[];
  /** Where units lead, by the id of their keys; null for nowhere. */
  readonly steps: Map<number, State<T> | null>;
}

/** Steps that are remembered; beyond them, texts that are nothing but odd words would fill the memory. */
const MOST_STEPS = 1_000_000;

export class PhraseStates<T> {
  readonly start: State<T>;
  readonly #byNodes = new Map<string, State<T>>();
  readonly #ids = new Map<PhraseNode<T>, number>();
  #steps = 0;

  constructor(root: PhraseNode<T>) {
    this.start = this.#stateOf([root]);
  }

  /** The state that a unit leads to from another one, or null. */
  next(state: State<T>, unit: UnitKeys): State<T> | null {
    const known = state.steps.get(unit.id);
    if (known !== undefined) return known;
    const next = this.#step(state, unit);
    if (this.#steps < MOST_STEPS) {
      this.#steps++;
      state.steps.set(unit.id, next);
    }
    return next;
  }

  #step({ nodes }: State<T>, { keys }: UnitKeys): State<T> | null {
    const reached: PhraseNode<T>[] = [];
    for (const alike of nodes) {
      for (const key of keys) {
        for (const node of alike) {
          const next = node.next.get(key);
          if (next) reached.push(next);
        }
      }
    }
    return reached.length > 0 ? this.#stateOf(reached) : null;
  }

  #stateOf(reached: readonly PhraseNode<T>[]): State<T> {
    const nodes = closed(reached);
    const name = nodes.map((alike) => alike.map((node) => this.#idOf(node)).join()).join(';');
    const known = this.#byNodes.get(name);
    if (known) return known;
    const all = nodes.flat();
    const state: State<T> = {
      ends: firstOfLayers(all.flatMap((node) => node.ends)),
      gaps: all
        .flatMap((node) => node.gaps)
        .map(({ upTo, node }) => ({ upTo, state: this.#stateOf([node]) })),
      nodes,
      steps: new Map(),
    };
    if (this.#steps < MOST_STEPS) this.#byNodes.set(name, state);
    return state;
  }

  #idOf(node: PhraseNode<T>): number {
    let id = this.#ids.get(node);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(node, id);
    }
    return id;
  }
}

/** Each node with all that it is as good as; what an earlier one is as good as is not repeated. */
function closed<T>(nodes: readonly PhraseNode<T>[]): (readonly PhraseNode<T>[])[] {
  const seen = new Set<PhraseNode<T>>();
  return nodes.flatMap((node) => {
    const alike = new Set([node]);
    for (const one of alike) for (const joined of one.joins) alike.add(joined);
    const unseen = [...alike].filter((one) => !seen.has(one));
    for (const one of unseen) seen.add(one);
    return unseen.length > 0 ? [unseen] : [];
  });
}

function firstOfLayers<T>(ends: readonly PhraseEnd<T>[]): readonly PhraseEnd<T>[] {
  return ends.filter((end, i) => ends.findIndex((other) => other.layer === end.layer) === i);
}
