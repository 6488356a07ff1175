/**
 * Finds all phrases of a lexicon in a text at once, walking on from each unit of the text.
 * The cost per unit depends on how far phrases can be followed, not on how many there are.
 * Of the phrases that begin at a unit, the longest of each layer wins, and of those that end together one without a
 * gap; layers (concepts, cues, attributes) may overlap.
 */
import type { PhraseGraph } from './phrase-graph.js';
import { type PhraseEnd, PhraseStates, type State } from './phrase-states.js';
import type { PhraseList } from './planted-phrases.js';
import { type Unit, UnitKind } from './unit.js';
import { type UnitKeys, UnitKeyTable } from './unit-keys.js';
import { type IrregularForms, WordTable } from './words.js';

/** A phrase found: half-open range of units, and what it stands for. */
export interface PhraseMatch<T> {
  readonly entry: T;
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/** A text on its way through the phrases, from one of its units. Rows have a place for each unit and for two behind the last. */
interface Walk {
  readonly keys: readonly UnitKeys[];
  readonly bits: Int32Array;
  readonly furtherBits: Int32Array;
  /** 1 for marks that stand inside phrases without being named. */
  readonly isPassedOver: Uint8Array;
  /** The nearest unit, from each one on, that no gap passes over. */
  readonly stops: Int32Array;
  /** The longest phrase of each layer so far: where it ends, 0 for none, and what it stands for. */
  readonly ends: Int32Array;
  readonly entries: Int32Array;
}

/** All phrases of a lexicon, for any number of texts. It remembers steps from text to text, which changes no match. */
export class PhraseIndex<T> {
  readonly #entries: readonly T[];
  readonly #layers: number;
  readonly #overlapping: ReadonlySet<number>;
  readonly #keys: UnitKeyTable;
  readonly #states: PhraseStates;

  /**
   * @param graph made from the phrases of the same lists
   * @param overlapping layers of which phrases may overlap each other: of each unit the longest that begins there
   */
  constructor(
    graph: PhraseGraph,
    irregular: IrregularForms,
    lists: readonly Pick<PhraseList<T>, 'layer' | 'entry'>[],
    overlapping: ReadonlySet<number> = new Set(),
  ) {
    const words = new WordTable(irregular, graph.words);
    this.#entries = lists.map(({ entry }) => entry);
    this.#layers = lists.reduce((most, { layer }) => Math.max(most, layer + 1), 0);
    this.#overlapping = overlapping;
    this.#keys = new UnitKeyTable(words, new Map(graph.sets));
    this.#states = new PhraseStates(graph);
  }

  /** All phrases of a text, in the order of their first unit; those of one layer never overlap, but where it is allowed. */
  match(units: readonly Unit[]): PhraseMatch<T>[] {
    const walk = this.#walkThrough(units);
    const { ends, entries } = walk;
    const found: PhraseMatch<T>[] = [];
    const freeFrom = new Int32Array(this.#layers);
    const lasts: (PhraseMatch<T> | undefined)[] = new Array(this.#layers).fill(undefined);
    for (let from = 0; from < units.length; from++) {
      if (!this.#step(this.#states.start, from, walk)) continue;
      for (let layer = 0; layer < this.#layers; layer++) {
        const to = ends[layer] as number;
        if (to === 0) continue;
        ends[layer] = 0;
        if (from < (freeFrom[layer] as number)) continue;
        const entry = this.#entries[entries[layer] as number] as T;
        const match = { entry, layer, from, to };
        if (this.#overlapping.has(layer)) {
          const last = lasts[layer];
          if (last && last.entry === entry && to <= last.to) continue;
          lasts[layer] = match;
        } else freeFrom[layer] = to;
        found.push(match);
      }
    }
    return found;
  }

  #walkThrough(units: readonly Unit[]): Walk {
    const places = units.length + 2;
    const walk: Walk = {
      keys: units.map((unit) => this.#keys.of(unit)),
      bits: new Int32Array(places),
      furtherBits: new Int32Array(places),
      isPassedOver: new Uint8Array(places),
      stops: new Int32Array(places).fill(units.length),
      ends: new Int32Array(this.#layers),
      entries: new Int32Array(this.#layers),
    };
    for (let i = units.length - 1; i >= 0; i--) {
      const { kind, word } = units[i] as Unit;
      const { bits, furtherBits, stopsGap } = walk.keys[i] as UnitKeys;
      walk.bits[i] = bits;
      walk.furtherBits[i] = furtherBits;
      walk.isPassedOver[i] = isPassedOver(kind, word) ? 1 : 0;
      walk.stops[i] = kind === UnitKind.Break || stopsGap ? i : (walk.stops[i + 1] as number);
    }
    return walk;
  }

  /** Takes the unit at a place as the next step; true if that leads to the end of a phrase. */
  #step(state: State, at: number, walk: Walk): boolean {
    if ((state.bits & (walk.bits[at] as number)) === 0) return false;
    if ((state.furtherBits & (walk.furtherBits[at] as number)) === 0) return false;
    const next = this.#states.next(state, walk.keys[at] as UnitKeys);
    return next !== null && this.#walkOn(next, at + 1, walk);
  }

  /** Goes on from a state and keeps the longest phrase per layer. Hyphens and quotes inside a phrase are passed over. */
  #walkOn(state: State, at: number, walk: Walk): boolean {
    let reached = state.ends.length > 0;
    if (reached) keepEnds(state.ends, at, walk);
    if (this.#step(state, at, walk)) reached = true;
    if (walk.isPassedOver[at] === 1 && this.#step(state, at + 1, walk)) reached = true;
    for (const gap of state.gaps) if (this.#acrossGap(gap.state, gap.upTo, at, walk)) reached = true;
    return reached;
  }

  /** The nearest place after up to so many units from which a phrase goes on to its end. */
  #acrossGap(state: State, upTo: number, at: number, walk: Walk): boolean {
    const last = Math.min(at + upTo, walk.stops[at] as number);
    for (let here = at; here <= last; here++) if (this.#step(state, here, walk)) return true;
    return false;
  }
}

function keepEnds(reached: readonly PhraseEnd[], at: number, { ends, entries }: Walk): void {
  for (const { layer, entry } of reached) {
    if ((ends[layer] as number) >= at) continue;
    ends[layer] = at;
    entries[layer] = entry;
  }
}

function isPassedOver(kind: UnitKind, word: string): boolean {
  return kind === UnitKind.Mark && (word === '-' || word === '"' || word === "'");
}
