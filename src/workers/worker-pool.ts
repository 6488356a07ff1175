/**
 * The pool of threads that read. A thread that dies is replaced; where all die as soon as they start, nothing would
 * ever be read, and nobody would be told: then every block that is asked for fails, with what to do about it.
 */
import { Piscina } from 'piscina';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Block } from '../files/letter-blocks.js';
import type { BlockResult, WorkerSetup } from './block-task.js';

/** The same from here and from `dist/cli`, where the program is bundled. */
const WORKER = new URL('../workers/block-worker.js', import.meta.url);
const TASK = 'workBlock';

/** No thread stays alive. */
export class NoWorkersError extends Error {
  readonly problem: Diagnostic;

  constructor(cause: Error) {
    super('no worker is left', { cause });
    const words = cause.message.replace(/\s+/g, ' ');
    const message = `the threads that read letters die as soon as they start: ${words}`;
    const help = 'make room in memory, or read with fewer --workers';
    this.problem = diagnostic('internal-error', 'necessity', null, message, { help });
  }
}

/** Threads that work on blocks. Whoever opens a pool destroys it, or its threads stay. */
export interface BlockPool extends Pick<Piscina, 'threads' | 'destroy'> {
  /**
   * Works on a block, at once or when a thread is free; rejects if its thread dies.
   * @throws {NoWorkersError} if no thread stays alive to work on it
   */
  run(block: Block): Promise<BlockResult>;
}

/** Starts so many workers, which stay until the pool is closed. */
export function openPool(workers: number, setup: WorkerSetup): BlockPool {
  const pool = new Piscina({
    filename: WORKER.href,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData: setup,
  });
  let failure: NoWorkersError | null = null;
  // Told of threads that die while they have nothing to do. What waits for a thread ends with the pool.
  pool.on('error', (cause: Error) => {
    if (pool.threads.length > 0 || failure !== null) return;
    failure = new NoWorkersError(cause);
    void pool.destroy();
  });
  return {
    get threads() {
      return pool.threads;
    },
    destroy: () => pool.destroy(),
    run: async (block) => {
      if (failure !== null) throw failure;
      try {
        return (await pool.run(block, { name: TASK })) as BlockResult;
      } catch (cause) {
        throw failure ?? cause;
      }
    },
  };
}
