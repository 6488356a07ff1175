/**
 * A block -> its letters. Streams are kept open between their blocks, so that a reader who takes some of the blocks
 * of a stream unpacks it once, not once for each.
 * Also a block's key: it changes when the files do, so what was made of a block can be known again.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Block, LETTERS_PER_BLOCK } from './letter-blocks.js';
import { type LetterInput, unreadableFile, unreadInput } from './letter-input.js';
import { readFile, readSpooled } from './read-letters.js';
import { readRecords } from './read-records.js';

/** Letters of a block, and whether a stream ends with it. */
export interface BlockLetters {
  readonly letters: AsyncIterable<LetterInput>;
  /** To be asked once the letters are read. */
  isLast(): boolean;
}

interface OpenStream {
  readonly letters: AsyncGenerator<LetterInput>;
  next: number;
  isAtEnd: boolean;
}

/** Streams that one reader keeps open; where one ends the next begins, so two are in use at most. */
const MOST_OPEN = 2;

/** Reads blocks in any order; of a stream best in its own, since going back opens it anew. */
export class BlockReader {
  readonly #open = new Map<string, OpenStream>();

  /** Nothing is opened before the first letter is taken. */
  read(block: Block): BlockLetters {
    if (block.kind === 'stream') return this.#readStream(block);
    return { letters: readParts(block), isLast: () => true };
  }

  #readStream(block: Extract<Block, { kind: 'stream' }>): BlockLetters {
    const stream = this.#openAt(block);
    async function* letters(): AsyncGenerator<LetterInput> {
      while (stream.next < block.number && !stream.isAtEnd) await takeBlock(stream);
      stream.next = block.number + 1;
      for (let taken = 0; taken < LETTERS_PER_BLOCK && !stream.isAtEnd; taken++) {
        const next = await stream.letters.next();
        if (next.done) stream.isAtEnd = true;
        else yield next.value;
      }
    }
    return { letters: letters(), isLast: () => stream.isAtEnd };
  }

  #openAt({ path, name, number }: Extract<Block, { kind: 'stream' }>): OpenStream {
    const known = this.#open.get(path);
    if (known && known.next <= number) return known;
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= MOST_OPEN) this.#close(oldest);
    const letters = path === name ? readFile(path) : readSpooled(path, name);
    const opened: OpenStream = { letters, next: 0, isAtEnd: false };
    this.#open.set(path, opened);
    return opened;
  }

  #close(path: string): void {
    const stream = this.#open.get(path);
    this.#open.delete(path);
    stream?.letters.return(undefined).catch(() => undefined);
  }
}

async function takeBlock(stream: OpenStream): Promise<void> {
  for (let taken = 0; taken < LETTERS_PER_BLOCK && !stream.isAtEnd; taken++) {
    if ((await stream.letters.next()).done) stream.isAtEnd = true;
  }
  stream.next += 1;
}

async function* readParts(block: Exclude<Block, { kind: 'stream' }>): AsyncGenerator<LetterInput> {
  if (block.kind === 'problem') yield unreadInput(block.problem);
  else if (block.kind === 'files') for (const path of block.paths) yield* readFile(path);
  else yield* readRecordBlock(block);
}

async function* readRecordBlock(block: Extract<Block, { kind: 'records' }>): AsyncGenerator<LetterInput> {
  const { path, from, to, linesBefore, isWhole } = block;
  try {
    const bytes = from === to ? [] : createReadStream(path, { start: from, end: to - 1 });
    for await (const input of readRecords(path, bytes as AsyncIterable<Uint8Array>, linesBefore)) {
      if (isWhole || input.problems[0]?.code !== 'no-documents') yield input;
    }
  } catch (cause) {
    yield unreadInput(unreadableFile(path, cause));
  }
}

/**
 * What a block is known again by: 32 hexadecimal digits over what is to be read, and over sizes and times of its files.
 * @param contentHash of standard input, which has no file that keeps its time
 */
export async function blockKey(block: Block, contentHash: string | null): Promise<string> {
  const paths = block.kind === 'files' ? block.paths : block.kind === 'problem' ? [] : [block.path];
  const state =
    contentHash !== null && block.kind === 'stream' ? contentHash : await Promise.all(paths.map(stateOf));
  const plan = block.kind === 'stream' ? { ...block, path: block.name } : block;
  return createHash('sha256')
    .update(JSON.stringify([plan, state]))
    .digest('hex')
    .slice(0, 32);
}

async function stateOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return 'none';
  }
}
