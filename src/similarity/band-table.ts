/**
 * Groups by the hash of a band, in numbers side by side: a few bytes for each group, and nothing for the collector of
 * garbage to look through. Open addressing with linear probing; the keys are not kept, but worked out of the group.
 */

const LEAST_SLOTS = 1 << 10;
/** Share of the slots that are taken when the table grows. */
const MOST_LOAD = 0.7;
const SPREAD = 0x9e3779b1;

/** A map from keys to groups that holds only the groups: a group's key must be the same whenever it is worked out. */
export class BandTable {
  /** A group and one, or zero. */
  #slots = new Int32Array(LEAST_SLOTS);
  #size = 0;
  readonly #keyOf: (group: number) => number;

  /** @param keyOf the hash of the band of a group */
  constructor(keyOf: (group: number) => number) {
    this.#keyOf = keyOf;
  }

  /** The group that was set for a key; undefined if none was. */
  get(key: number): number | undefined {
    const group = (this.#slots[this.#slotOf(key)] as number) - 1;
    return group < 0 ? undefined : group;
  }

  /** Sets the group of a key that has none. */
  set(key: number, group: number): void {
    if (this.#size >= this.#slots.length * MOST_LOAD) this.#grow();
    this.#slots[this.#slotOf(key)] = group + 1;
    this.#size += 1;
  }

  /** The slot of a key, or the free one where it would stand. */
  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(key, SPREAD) & mask;
    for (;;) {
      const group = (this.#slots[slot] as number) - 1;
      if (group < 0 || this.#keyOf(group) === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (const one of old) if (one > 0) this.#slots[this.#slotOf(this.#keyOf(one - 1))] = one;
  }
}
