/**
 * A small random number generator with a seed: the same seed gives the same letters on every machine.
 * Method: mulberry32 (Tommy Ettinger), 32 bits of state; good enough to vary texts, not for anything secret.
 */

export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  /** @throws {RangeError} if there is nothing to pick from */
  pick<T>(items: readonly T[]): T;
  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[between(0, items.length - 1)] as T;
  };
  return { between, pick, chance: (share) => next() < share, shuffled: (items) => shuffle(items, between) };
}

/** Method: Fisher and Yates. */
function shuffle<T>(items: readonly T[], between: Random['between']): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const other = between(0, i);
    [mixed[i], mixed[other]] = [mixed[other] as T, mixed[i] as T];
  }
  return mixed;
}
