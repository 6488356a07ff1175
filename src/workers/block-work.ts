/**
 * What a worker thread does: reads blocks by itself and judges their letters, or leaves what is kept of them for the
 * store. What goes back is rows or counts; no text of a letter crosses threads.
 */
import { hasHash } from '../corpus/letter-hashes.js';
import { hasErrors, LetterJudge } from '../corpus/letter-record.js';
import { readLetter, textHash } from '../corpus/read-letter.js';
import type { Block } from '../files/letter-blocks.js';
import type { LetterInput } from '../files/letter-input.js';
import { BlockReader, blockKey } from '../files/read-block.js';
import { compileKnowledge } from '../pipeline/compile-knowledge.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { readShard, type ShardCases, type ShardLetter, ShardWriter } from '../store/shard.js';
import type { BlockResult, LetterOutcome, WorkerSetup } from './block-task.js';
import { guarded } from './guarded-letter.js';

/** The work of one thread. Knowledge is compiled once; blocks are worked on in any order. */
export class BlockWork {
  readonly #setup: WorkerSetup;
  readonly #knowledge: Knowledge;
  readonly #judge: LetterJudge;
  readonly #reader = new BlockReader();
  readonly #known: ReadonlySet<string>;

  constructor(setup: WorkerSetup) {
    this.#setup = setup;
    this.#knowledge = compileKnowledge(setup.checked, setup.phrases);
    this.#judge = new LetterJudge(this.#knowledge, setup.hasSignatures);
    this.#known = new Set(setup.knownBlocks);
  }

  /**
   * Reads a block and judges or keeps its letters. Nothing is counted for a block that the store has already.
   * What goes wrong with a letter is an outcome; what goes wrong with the block as a whole rejects.
   */
  async work(block: Block): Promise<BlockResult> {
    const { folder, contentHash } = this.#setup;
    if (folder === null) return this.#judgeBlock(block);
    const key = await blockKey(block, contentHash);
    const nothing = {
      block,
      key,
      isLast: false,
      letters: 0,
      issues: 0,
      unread: 0,
      outcomes: [],
      unwritten: null,
    };
    if (this.#known.has(key)) return nothing;
    const kept = (await readShard(folder, key)) ?? (await this.#keepBlock(block, folder, key));
    if ('unwritten' in kept) return { ...nothing, ...kept, isLast: true };
    const { isLast, letters, issues, unread } = kept;
    return { ...nothing, isLast, letters, issues, unread };
  }

  async #judgeBlock(block: Block): Promise<BlockResult> {
    const { letters, isLast } = this.#reader.read(block);
    const outcomes: LetterOutcome[] = [];
    for await (const input of letters) outcomes.push(await this.#judged(input));
    const rows = outcomes.flatMap((one) => ('rows' in one ? one.rows : []));
    return {
      block,
      key: null,
      isLast: isLast(),
      letters: outcomes.length,
      issues: rows.length,
      unread: outcomes.filter(hasErrors).length,
      outcomes,
      unwritten: null,
    };
  }

  async #judged(input: LetterInput): Promise<LetterOutcome> {
    return guarded(input, async (source) => {
      const { letter, rows } = await this.#judge.judge(source);
      const { document, problems, signature } = letter;
      return { document, problems, signature, rows };
    });
  }

  async #keepBlock(
    block: Block,
    folder: string,
    key: string,
  ): Promise<ShardCases | Pick<BlockResult, 'unwritten'>> {
    const { letters, isLast } = this.#reader.read(block);
    const shard = new ShardWriter();
    for await (const input of letters) shard.add(await this.#kept(input), key);
    // A full disk is not a block that cannot be read: to try it again, and then the next, would tell the same of each.
    return shard
      .write(folder, key, isLast())
      .catch((cause: unknown) => ({ unwritten: cause instanceof Error ? cause.message : String(cause) }));
  }

  async #kept(input: LetterInput): Promise<ShardLetter> {
    return guarded(input, async (source) => {
      const { knownLetters } = this.#setup;
      if (knownLetters) {
        const hash = textHash(source.text);
        if (hasHash(knownLetters, hash)) return { document: source.name, hash, known: true };
      }
      return readLetter(source, this.#knowledge);
    });
  }
}
