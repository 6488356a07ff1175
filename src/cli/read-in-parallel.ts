/**
 * The blocks of an input worked on by a pool of threads, with progress for people and a clean end at Ctrl-C.
 */
import {
  type BlockResult,
  blockWeight,
  openPool,
  planBlocks,
  runBlocks,
  type SpooledInput,
  spoolInput,
  type WorkerSetup,
  weighInputs,
} from '../index.js';
import { Progress } from './progress.js';
import type { Session } from './session.js';

const STANDARD_INPUT = '-';

export interface ParallelRun {
  readonly results: AsyncGenerator<BlockResult>;
  /** True once the user asked to stop. */
  readonly wasStopped: () => boolean;
}

/** Standard input in a file, where the paths name it. */
export async function spoolIfNamed(paths: readonly string[]): Promise<SpooledInput | null> {
  return paths.includes(STANDARD_INPUT) ? spoolInput(process.stdin) : null;
}

/** @param ends see `runBlocks` */
export function readInParallel(
  paths: readonly string[],
  spooled: SpooledInput | null,
  workers: number,
  setup: WorkerSetup,
  session: Session,
  ends?: (result: BlockResult) => boolean,
): ParallelRun {
  const stop = new AbortController();
  return { results: run(), wasStopped: () => stop.signal.aborted };

  async function* run(): AsyncGenerator<BlockResult> {
    const onInterrupt = (): void => stop.abort();
    process.once('SIGINT', onInterrupt);
    process.once('SIGTERM', onInterrupt);
    const pool = openPool(workers, setup);
    const progress = new Progress(session, await weighInputs(paths));
    try {
      for await (const result of runBlocks(planBlocks(paths, spooled), pool, workers, stop.signal, ends)) {
        progress.add(result.letters, blockWeight(result.block));
        yield result;
      }
    } finally {
      progress.end();
      process.removeListener('SIGINT', onInterrupt);
      process.removeListener('SIGTERM', onInterrupt);
      await pool.destroy();
    }
  }
}
