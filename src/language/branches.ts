/**
 * Where a place in the tree of phrases leads by which key; asked several times for every word of every text.
 * A few keys are compared one by one, many are looked up by position: both are faster than a hash.
 */

/** So many keys are compared faster than looked up. */
const FEW = 16;

export class Branches<T> {
  readonly #keys: readonly number[];
  readonly #values: readonly T[];
  /** Values by key, with holes; null for few keys. */
  readonly #byKey: readonly (T | undefined)[] | null;

  /** @param entries keys are whole numbers from 1, as the word table gives them */
  constructor(entries: ReadonlyMap<number, T>) {
    this.#keys = [...entries.keys()];
    this.#values = [...entries.values()];
    this.#byKey = entries.size > FEW ? indexed(entries) : null;
  }

  get(key: number): T | undefined {
    if (this.#byKey !== null) return key < this.#byKey.length ? this.#byKey[key] : undefined;
    const keys = this.#keys;
    for (let i = 0; i < keys.length; i++) if (keys[i] === key) return this.#values[i];
    return undefined;
  }
}

function indexed<T>(entries: ReadonlyMap<number, T>): (T | undefined)[] {
  const byKey = new Array<T | undefined>(Math.max(...entries.keys()) + 1).fill(undefined);
  for (const [key, value] of entries) byKey[key] = value;
  return byKey;
}
