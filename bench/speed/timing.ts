/**
 * How long a piece of work takes, warm: it is run until the machine knows it, then timed in rounds, and the best
 * round counts, since whatever else runs on the machine only ever makes a round slower.
 */

const WARM_UP_MS = 700;
const ROUNDS = 5;
const ROUND_MS = 250;

/** Milliseconds of one run of `work`. */
export function bestTime(work: () => void): number {
  repeatFor(work, WARM_UP_MS);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) best = Math.min(best, repeatFor(work, ROUND_MS));
  return best;
}

/** As `bestTime`, for work that waits. */
export async function bestTimeAsync(work: () => Promise<void>): Promise<number> {
  await repeatForAsync(work, WARM_UP_MS);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) best = Math.min(best, await repeatForAsync(work, ROUND_MS));
  return best;
}

/** Milliseconds of one run, without warming up: for work that is long by itself. */
export function onceTime(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function repeatFor(work: () => void, milliseconds: number): number {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    work();
    runs++;
    elapsed = performance.now() - start;
  }
  return elapsed / runs;
}

async function repeatForAsync(work: () => Promise<void>, milliseconds: number): Promise<number> {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    await work();
    runs++;
    elapsed = performance.now() - start;
  }
  return elapsed / runs;
}
