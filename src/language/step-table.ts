/**
 * The steps between states that were made before: which state a unit leads to from which other.
 * One flat row of numbers, so that a step is found at one place of the memory. Numbers of states begin at 1.
 * Method: open addressing with linear probing.
 */

/** A step that was not made before. */
export const UNKNOWN_STEP = -1;

/** Numbers of an entry: state, unit, next state. */
const WIDTH = 3;
const FIRST_SLOTS = 1 << 12;

/** A map from a state and a unit to the next state; grows, and forgets nothing. */
export class StepTable {
  #row = new Int32Array(FIRST_SLOTS * WIDTH);
  #mask = FIRST_SLOTS - 1;
  #size = 0;

  /** Steps so far, those that lead nowhere included. */
  get size(): number {
    return this.#size;
  }

  /** The state that a step leads to, 0 for nowhere; or `UNKNOWN_STEP`. */
  get(state: number, unit: number): number {
    const row = this.#row;
    const at = this.#placeOf(state, unit);
    return row[at] === 0 ? UNKNOWN_STEP : (row[at + 2] as number);
  }

  /** Adds a step that is not there yet. */
  add(state: number, unit: number, next: number): void {
    if (this.#size * 2 > this.#mask) this.#grow();
    this.#row.set([state, unit, next], this.#placeOf(state, unit));
    this.#size++;
  }

  /** Where the step stands in the row, or would stand. INVARIANT: at least half of the places are free. */
  #placeOf(state: number, unit: number): number {
    const row = this.#row;
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
    for (;;) {
      slot &= this.#mask;
      const at = slot * WIDTH;
      const found = row[at];
      if (found === 0 || (found === state && row[at + 1] === unit)) return at;
      slot++;
    }
  }

  #grow(): void {
    const old = this.#row;
    this.#mask = this.#mask * 2 + 1;
    this.#row = new Int32Array(old.length * 2);
    for (let i = 0; i < old.length; i += WIDTH)
      if (old[i] !== 0)
        this.#row.set(old.subarray(i, i + WIDTH), this.#placeOf(old[i] as number, old[i + 1] as number));
  }
}
