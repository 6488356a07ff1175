/**
 * Blocks -> their results, in the order of the blocks, worked on by a pool of threads.
 * Never more blocks are under way than a window holds, so memory does not depend on the length of the input; a block
 * whose worker dies is tried once more, and then told as an error in its place.
 */
import { unreadRecord } from '../corpus/letter-record.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { type Block, blockName } from '../files/letter-blocks.js';
import type { BlockResult } from './block-task.js';
import { type BlockPool, NoWorkersError } from './worker-pool.js';

/** Blocks under way for each worker: one that it works on, and some that it finished early. */
const BLOCKS_PER_WORKER = 4;

/**
 * @param ends for a stream that a store knows already, how many blocks it has; null where only reading tells
 * @param signal when it is set no further block is begun; those under way are finished
 * @throws {NoWorkersError}
 */
export async function* runBlocks(
  blocks: AsyncIterable<Block>,
  pool: BlockPool,
  workers: number,
  signal: AbortSignal,
  ends: (result: BlockResult) => boolean = (result) => result.isLast,
): AsyncGenerator<BlockResult> {
  const feed = new BlockFeed(blocks, ends);
  const underWay: Promise<BlockResult>[] = [];
  const fill = async (): Promise<void> => {
    while (underWay.length < workers * BLOCKS_PER_WORKER && !signal.aborted) {
      const block = await feed.next();
      if (block === null) return;
      const run = runBlock(block, pool).then((result) => feed.note(result));
      // It is awaited in its turn; until then a failure is nobody's.
      run.catch(() => undefined);
      underWay.push(run);
    }
  };
  for (;;) {
    await fill();
    const first = underWay.shift();
    if (first === undefined) return;
    const result = await first;
    if (!feed.isBeyondEnd(result.block)) yield result;
  }
}

/** Blocks in their order; a stream is counted on until a result says that it ended. */
class BlockFeed {
  readonly #blocks: AsyncIterator<Block>;
  readonly #ends: (result: BlockResult) => boolean;
  readonly #lastOf = new Map<string, number>();
  #stream: Extract<Block, { kind: 'stream' }> | null = null;

  constructor(blocks: AsyncIterable<Block>, ends: (result: BlockResult) => boolean) {
    this.#blocks = blocks[Symbol.asyncIterator]();
    this.#ends = ends;
  }

  async next(): Promise<Block | null> {
    const stream = this.#stream;
    if (stream !== null && !this.#lastOf.has(stream.path)) {
      this.#stream = { ...stream, number: stream.number + 1 };
      return stream;
    }
    const { value, done } = await this.#blocks.next();
    if (done) return null;
    const block = value as Block;
    this.#stream = block.kind === 'stream' ? { ...block, number: block.number + 1 } : null;
    return block;
  }

  note(result: BlockResult): BlockResult {
    const { block } = result;
    if (block.kind !== 'stream' || !this.#ends(result)) return result;
    const known = this.#lastOf.get(block.path) ?? Number.POSITIVE_INFINITY;
    this.#lastOf.set(block.path, Math.min(known, block.number));
    return result;
  }

  isBeyondEnd(block: Block): boolean {
    return (
      block.kind === 'stream' && block.number > (this.#lastOf.get(block.path) ?? Number.POSITIVE_INFINITY)
    );
  }
}

async function runBlock(block: Block, pool: BlockPool): Promise<BlockResult> {
  try {
    return await pool.run(block);
  } catch {
    // The worker died, or the block did what kills workers; a new worker tells which.
  }
  try {
    return await pool.run(block);
  } catch (cause) {
    if (cause instanceof NoWorkersError) throw cause;
    return lost(block, cause);
  }
}

/** What is told of a block that cannot be read by any worker. */
function lost(block: Block, cause: unknown): BlockResult {
  const names = block.kind === 'files' ? block.paths : [blockName(block)];
  const words = cause instanceof Error ? cause.message : String(cause);
  const outcomes = names.map((name) => {
    const rest = block.kind === 'stream' ? '; the rest of it is not read' : '';
    const message = `the worker that read it died twice: ${words.replace(/\s+/g, ' ')}${rest}`;
    return unreadRecord(diagnostic('internal-error', name, null, message), null);
  });
  const { length } = outcomes;
  return {
    block,
    key: null,
    isLast: true,
    letters: length,
    issues: 0,
    unread: length,
    outcomes,
    unwritten: null,
  };
}
