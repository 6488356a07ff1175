/**
 * A worker thread, from the bundle that the build compiled, or where there is none, from its modules.
 */
import { workerData } from 'node:worker_threads';
import { compiledModule } from '../files/compiled-module.js';
import type { Block } from '../files/letter-blocks.js';
import type { BlockResult, WorkerSetup } from './block-task.js';

const WHOLE = new URL('../cli/whole.cjs', import.meta.url);
const compiled = compiledModule<typeof import('./block-work.js')>(WHOLE);
const { BlockWork } = compiled?.exports ?? (await import('./block-work.js'));
const worker = new BlockWork(workerData as WorkerSetup);

/** What the pool calls, by this name: the setup came with the thread, so a task is nothing but its block. */
export const workBlock = (block: Block): Promise<BlockResult> => worker.work(block);
