/**
 * The blocks of an input worked on by a pool of threads, with progress for people and an end at once when the user
 * asks to stop.
 */
import { STANDARD_INPUT } from '../files/find-letters.js';
import { blockWeight, planBlocks, weighInputs } from '../files/letter-blocks.js';
import { type SpooledInput, spoolInput } from '../files/spool.js';
import type { BlockResult, WorkerSetup } from '../workers/block-task.js';
import { runBlocks } from '../workers/run-blocks.js';
import { openPool } from '../workers/worker-pool.js';
import { Progress } from './progress.js';
import type { Session } from './session.js';
import { unlessStopped, waitUnlessStopped } from './stopping.js';

/** Standard input in a file, where the paths name it; null, too, if the user asked to stop before its end. */
export async function spoolIfNamed(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<SpooledInput | null> {
  return paths.includes(STANDARD_INPUT) ? spoolInput(process.stdin, signal) : null;
}

/** How an input is read. @property ends see `runBlocks` */
export interface ParallelReading {
  readonly workers: number;
  readonly setup: WorkerSetup;
  /** Once it is set nothing more comes; what workers have in hand is dropped. */
  readonly signal: AbortSignal;
  readonly ends?: (result: BlockResult) => boolean;
}

/**
 * Results in the order of the blocks. Threads are started with the first that is asked for, and ended with the last.
 * @param spooled what `spoolIfNamed` gave for the same paths
 * @throws {NoWorkersError}
 */
export async function* readInParallel(
  paths: readonly string[],
  spooled: SpooledInput | null,
  { workers, setup, signal, ends }: ParallelReading,
  session: Session,
): AsyncGenerator<BlockResult> {
  const total = await unlessStopped(weighInputs(paths), signal);
  if (signal.aborted) return;
  const pool = openPool(workers, setup);
  const progress = new Progress(session, total);
  const results = runBlocks(planBlocks(paths, spooled), pool, workers, signal, ends);
  try {
    for (;;) {
      const next = await unlessStopped(results.next(), signal);
      if (next === null || next.done) return;
      progress.add(next.value.letters, blockWeight(next.value.block));
      yield next.value;
    }
  } finally {
    progress.end();
    await waitUnlessStopped(pool.destroy(), signal);
  }
}
