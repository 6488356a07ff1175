/**
 * How much of one core a piece of work takes, warm: it is run until the machine knows it, then measured many times,
 * and the best run counts, since what else goes on only ever makes a run longer.
 * Counted is the processor time of the process, garbage collection included, not the time on the wall: that would
 * measure what else the machine is doing.
 */

const WARM_UP_MS = 2500;
const MEASURED_MS = 3000;

/** Milliseconds of processor time for one run of `work`, which should be long enough to hold some garbage collection. */
export function bestTime(work: () => void): number {
  const end = processorMs() + WARM_UP_MS + MEASURED_MS;
  let best = Number.POSITIVE_INFINITY;
  while (processorMs() < end) {
    const ms = onceTime(work);
    if (processorMs() > end - MEASURED_MS) best = Math.min(best, ms);
  }
  return best;
}

/** As `bestTime` for works to be compared: they take turns, so that what else goes on falls on all of them. */
export function bestTimes(works: readonly (() => void)[]): number[] {
  const end = processorMs() + works.length * (WARM_UP_MS + MEASURED_MS);
  const best = works.map(() => Number.POSITIVE_INFINITY);
  while (processorMs() < end) {
    const isWarm = processorMs() > end - works.length * MEASURED_MS;
    for (const [i, work] of works.entries()) {
      const ms = onceTime(work);
      if (isWarm) best[i] = Math.min(best[i] ?? ms, ms);
    }
  }
  return best;
}

/** As `bestTime`, for work that waits. */
export async function bestTimeAsync(work: () => Promise<void>): Promise<number> {
  const end = processorMs() + WARM_UP_MS + MEASURED_MS;
  let best = Number.POSITIVE_INFINITY;
  while (processorMs() < end) {
    const start = processorMs();
    await work();
    if (processorMs() > end - MEASURED_MS) best = Math.min(best, processorMs() - start);
  }
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
