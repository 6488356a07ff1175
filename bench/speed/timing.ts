/**
 * How much of one core a piece of work takes, warm: it is run until the machine knows it, then measured in rounds, and
 * the best round counts, since what else goes on only ever makes a round longer.
 * Counted is the processor time of the process, garbage collection included, not the time on the wall: that would
 * measure what else the machine is doing.
 */

const WARM_UP_MS = 500;
const ROUNDS = 5;
const ROUND_MS = 200;

/** Milliseconds of processor time for one run of `work`. */
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

/** Milliseconds of processor time for one run, without warming up: for work that is long by itself. */
export function onceTime(work: () => void): number {
  const start = processorMs();
  work();
  return processorMs() - start;
}

/** Processor time of this process so far. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function repeatFor(work: () => void, milliseconds: number): number {
  const start = processorMs();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    work();
    runs++;
    elapsed = processorMs() - start;
  }
  return elapsed / runs;
}

async function repeatForAsync(work: () => Promise<void>, milliseconds: number): Promise<number> {
  const start = processorMs();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    await work();
    runs++;
    elapsed = processorMs() - start;
  }
  return elapsed / runs;
}
