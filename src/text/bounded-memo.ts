/**
 * A memory of what was worked out for a text, for where a few texts make up nearly all asks.
 * It starts over when it is full, so that it stays small however long a run is.
 */

const MOST_REMEMBERED = 5000;

/** A map from texts, of some thousand entries at most; what it forgets has to be worked out anew. */
export class BoundedMemo<V> {
  readonly #known = new Map<string, V>();

  get(key: string): V | undefined {
    return this.#known.get(key);
  }

  set(key: string, value: V): void {
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(key, value);
  }
}
