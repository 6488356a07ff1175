/**
 * Counters by name, with a bound on how many: names that come after the bound is reached share one counter, so that
 * input with ever new names (specialties, odd services) cannot take ever more memory.
 */

/** What names beyond the bound are counted under. */
export const OTHER = 'other';

/** A counter for each name. With many names their order of arrival matters: the first ones keep their own. */
export class Keyed<T> {
  readonly #byName = new Map<string, T>();
  readonly #make: () => T;
  readonly #most: number;

  /**
   * @param make a new counter, at nothing
   * @param most names with a counter of their own; what names beyond the bound are counted under is not among them
   */
  constructor(make: () => T, most = 2000) {
    this.#make = make;
    this.#most = most;
  }

  /**
   * The counter of a name, made if there is none yet.
   * @param beyond the name that it is counted under when the bound is reached; it should be one of few
   */
  of(name: string, beyond = OTHER): T {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const isFull = this.#byName.size >= this.#most && name !== beyond;
    if (isFull) return this.of(beyond, beyond);
    const made = this.#make();
    this.#byName.set(name, made);
    return made;
  }

  /** Names and counters, sorted by name. */
  entries(): readonly (readonly [string, T])[] {
    return [...this.#byName].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** The counters, in the order in which their names first came. */
  values(): Iterable<T> {
    return this.#byName.values();
  }
}
