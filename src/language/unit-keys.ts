/**
 * The keys under which phrases may know a unit of a text: its exact letters, its word, the sets that it belongs to.
 * Units with the same keys share one object, whose id stands for them all.
 */
import { type Unit, UnitKind } from './unit.js';
import type { WordTable } from './words.js';

/** All that walking through phrases asks of a unit. */
export interface UnitKeys {
  /** The same for the same keys, whatever the unit. */
  readonly id: number;
  /** Exact letters first: of phrases that end together, the one that is found first stands. Empty if no phrase knows it. */
  readonly keys: readonly number[];
  /** Their bits (see `bitOf`, `furtherBitOf`). */
  readonly bits: number;
  readonly furtherBits: number;
  /** True for words that turn what a phrase says: no gap passes over them. */
  readonly stopsGap: boolean;
}

/** The word set, if there is one, whose members stop a gap; and that of those among them that stop none as they are written. */
const UNSKIPPABLE_SET = '<unskippable>';
const SKIPPABLE_SET = '<skippable>';

/** A key as one of 32 bits: sets of keys whose bits together share none have no key in common. */
export const bitOf = (key: number): number => 1 << key;

/** A second such bit, by which keys that share the first mostly differ. */
export const furtherBitOf = (key: number): number => 1 << (key >>> 5);

/** The bits of some keys together. */
const bitsOf = (keys: readonly number[], bit: (key: number) => number): number =>
  keys.reduce((bits, key) => bits | bit(key), 0);

/** Misspelt words have no end; what is beyond this is looked up anew each time. */
const MOST_REMEMBERED = 100_000;

/** The keys of units, by the words and sets of one lexicon; shared by all its texts. */
export class UnitKeyTable {
  readonly #words: WordTable;
  readonly #setsOf: ReadonlyMap<number, readonly number[]>;
  readonly #known = new Map<string, UnitKeys>();
  /** Key of the words that no gap passes over. */
  readonly #unskippable: number;
  readonly #skippable: number;
  /** By the word or mark as written, and by number. */
  readonly #seen = new Map<string | number, UnitKeys>();

  /** @param setsOf keys of the sets that a key is a member of */
  constructor(words: WordTable, setsOf: ReadonlyMap<number, readonly number[]>) {
    this.#words = words;
    this.#setsOf = setsOf;
    this.#unskippable = words.keyId(UNSKIPPABLE_SET);
    this.#skippable = words.keyId(SKIPPABLE_SET);
  }

  /** The keys of a unit. */
  of(unit: Unit): UnitKeys {
    const repeated = unit.kind === UnitKind.Number ? unit.value : unit.written;
    if (repeated === '') return this.#shared(this.#keysOf(unit));
    const seen = this.#seen.get(repeated);
    if (seen !== undefined) return seen;
    const keys = this.#shared(this.#keysOf(unit));
    if (this.#seen.size < MOST_REMEMBERED) this.#seen.set(repeated, keys);
    return keys;
  }

  #shared(keys: readonly number[]): UnitKeys {
    const name = keys.join();
    let known = this.#known.get(name);
    if (known === undefined) {
      known = {
        id: this.#known.size,
        keys,
        bits: bitsOf(keys, bitOf),
        furtherBits: bitsOf(keys, furtherBitOf),
        stopsGap: keys.includes(this.#unskippable) && !keys.includes(this.#skippable),
      };
      this.#known.set(name, known);
    }
    return known;
  }

  #keysOf(unit: Unit): readonly number[] {
    switch (unit.kind) {
      case UnitKind.Word:
        return [this.#words.keyId(`=${unit.written}`), this.#words.idOf(unit.word)]
          .filter((key) => key !== 0)
          .flatMap((key) => [key, ...(this.#setsOf.get(key) ?? [])]);
      case UnitKind.Ratio:
        return this.#named(['ratio', `of-${unit.base}`], `${unit.value}/${unit.base}`);
      case UnitKind.Number:
        return this.#named(['number', 'amount'], String(unit.value));
      case UnitKind.Range:
        return this.#named(['range', `range-${unit.value}-${unit.high}`, 'amount'], '');
      case UnitKind.Percent:
        return this.#named(['percent'], '');
      case UnitKind.Date:
        return this.#named(['date'], unit.date ?? '');
      case UnitKind.Level:
        return this.#named(['level'], unit.levels.length === 1 ? (unit.levels[0] ?? '').toLowerCase() : '');
      default:
        return this.#named([], unit.word);
    }
  }

  /** Keys of sets by their names, and of the unit as phrases may write it. */
  #named(sets: readonly string[], literal: string): readonly number[] {
    const names = [...sets.map((name) => `<${name}>`), literal];
    return names.map((name) => (name === '' ? 0 : this.#words.keyId(name))).filter((id) => id !== 0);
  }
}
