/**
 * How much of one core a piece of work takes, warm: it is run again and again, and the best run counts, since what else
 * goes on only ever makes a run longer. How long a work takes to warm up depends on how much code it has, so it is run
 * until it gets no better.
 * Counted is the processor time of the process, garbage collection included, not the time on the wall: that would
 * measure what else the machine is doing. The engine's compiler counts too, and is busy for thousands of letters.
 */

/** How much processor time goes by without a better run before the best one stands. */
const PATIENCE_MS = 5000;
/** What counts as better: less than this share of the best run so far. */
const BETTER = 0.98;

/** Milliseconds of processor time for one run of `work`, which should be long enough to hold some garbage collection. */
export function bestTime(work: () => void): number {
  return bestTimes([work])[0] ?? 0;
}

/** As `bestTime` for works to be compared: they take turns, so that what else goes on falls on all of them. */
export function bestTimes(works: readonly (() => void)[]): number[] {
  const runs = new BestRuns(works.length);
  while (runs.mayGetBetter()) for (const [i, work] of works.entries()) runs.add(i, onceTime(work));
  return runs.best;
}

/** As `bestTime`, for work that waits. */
export async function bestTimeAsync(work: () => Promise<void>): Promise<number> {
  const runs = new BestRuns(1);
  while (runs.mayGetBetter()) {
    const start = processorMs();
    await work();
    runs.add(0, processorMs() - start);
  }
  return runs.best[0] ?? 0;
}

class BestRuns {
  readonly best: number[];
  readonly #patience: number;
  #betterAt = processorMs();

  constructor(works: number) {
    this.best = new Array(works).fill(Number.POSITIVE_INFINITY);
    this.#patience = works * PATIENCE_MS;
  }

  add(work: number, ms: number): void {
    const best = this.best[work] ?? ms;
    if (ms < best * BETTER) this.#betterAt = processorMs();
    this.best[work] = Math.min(best, ms);
  }

  mayGetBetter(): boolean {
    return processorMs() - this.#betterAt < this.#patience;
  }
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
