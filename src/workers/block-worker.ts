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

export const workBlock = (block: Block): Promise<BlockResult> => worker.work(block);
