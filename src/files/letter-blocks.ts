/**
 * Paths -> blocks: parts of the input that can be read by themselves, in any order and by anyone. How the input is cut
 * depends on the input alone, so results put back in the order of blocks are the same however many read them.
 * Plain NDJSON is cut at line ends; what can only be read from its start (packed streams, archives) is cut by count.
 * Not here: reading a block (`read-block.ts`).
 */
import { open, stat } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Found, findLetters, STANDARD_INPUT } from './find-letters.js';
import { unreadableFile } from './letter-input.js';

/** A part of the input; plain data that goes between threads. */
export type Block =
  | { readonly kind: 'problem'; readonly problem: Diagnostic }
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  /** Bytes `from` to `to` of a file of records, whole lines. `isWhole`: of the file there is nothing else. */
  | {
      readonly kind: 'records';
      readonly path: string;
      readonly from: number;
      readonly to: number;
      readonly linesBefore: number;
      readonly isWhole: boolean;
    }
  /** So many letters of a stream, from the one with number `number * LETTERS_PER_BLOCK`. */
  | { readonly kind: 'stream'; readonly path: string; readonly name: string; readonly number: number };

/** Of streams, whose letters have no places of their own to be cut at. */
export const LETTERS_PER_BLOCK = 256;
const FILES_PER_BLOCK = 64;
const BYTES_PER_BLOCK = 1 << 20;
const CHUNK_BYTES = 1 << 18;
const NEWLINE = 0x0a;

const STREAM_NAME = /\.(gz|zst|tar|tgz|zip)$/i;

/** A file that stands for standard input, which only one can read. */
export interface Spooled {
  readonly path: string;
  readonly name: string;
}

/**
 * Cuts the input into blocks, in its order.
 * @param spooled what `-` stands for
 * @returns of a stream only the block 0: how many there are shows when it is read
 */
export async function* planBlocks(paths: readonly string[], spooled: Spooled | null): AsyncGenerator<Block> {
  let files: string[] = [];
  for await (const found of findLetters(paths)) {
    const isPlain = 'path' in found && found.path !== STANDARD_INPUT && !isContainer(found.path);
    if (isPlain) files.push(found.path);
    if (files.length > 0 && (!isPlain || files.length === FILES_PER_BLOCK)) {
      yield { kind: 'files', paths: files };
      files = [];
    }
    if (!isPlain) yield* blocksOf(found, spooled);
  }
  if (files.length > 0) yield { kind: 'files', paths: files };
}

async function* blocksOf(found: Found, spooled: Spooled | null): AsyncGenerator<Block> {
  if ('problem' in found) yield { kind: 'problem', problem: found.problem };
  else if (found.path === STANDARD_INPUT) {
    if (spooled) yield { kind: 'stream', path: spooled.path, name: spooled.name, number: 0 };
  } else if (STREAM_NAME.test(found.path))
    yield { kind: 'stream', path: found.path, name: found.path, number: 0 };
  else yield* recordBlocks(found.path);
}

/** True for files that hold many letters. */
export function isContainer(path: string): boolean {
  return STREAM_NAME.test(path) || /\.ndjson$/i.test(path);
}

/** Cuts a file of records at the first line end after each megabyte. */
async function* recordBlocks(path: string): AsyncGenerator<Block> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      let from = 0;
      let linesBefore = 0;
      let lines = 0;
      let at = 0;
      const chunk = Buffer.alloc(CHUNK_BYTES);
      while (at < size) {
        const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, at);
        if (bytesRead === 0) break;
        const part = chunk.subarray(0, bytesRead);
        for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, end + 1)) {
          lines += 1;
          const to = at + end + 1;
          if (to - from < BYTES_PER_BLOCK || to === size) continue;
          yield { kind: 'records', path, from, to, linesBefore, isWhole: false };
          from = to;
          linesBefore = lines;
        }
        at += bytesRead;
      }
      yield { kind: 'records', path, from, to: size, linesBefore, isWhole: from === 0 };
    } finally {
      await file.close();
    }
  } catch (cause) {
    yield { kind: 'problem', problem: unreadableFile(path, cause) };
  }
}

/** What a letter in a file of its own counts for, in bytes. */
const FILE_WEIGHT = 6000;

/** How much there is to read, in bytes or what stands for them; null where only reading tells. */
export async function weighInputs(paths: readonly string[]): Promise<number | null> {
  let weight = 0;
  for await (const found of findLetters(paths)) {
    if ('problem' in found) continue;
    if (found.path === STANDARD_INPUT || STREAM_NAME.test(found.path)) return null;
    if (isContainer(found.path)) weight += (await stat(found.path).catch(() => ({ size: 0 }))).size;
    else weight += FILE_WEIGHT;
  }
  return weight;
}

/** What a block adds to the weight that was read. */
export function blockWeight(block: Block): number {
  if (block.kind === 'files') return block.paths.length * FILE_WEIGHT;
  return block.kind === 'records' ? block.to - block.from : 0;
}

/** What people know a block by. */
export function blockName(block: Block): string {
  switch (block.kind) {
    case 'problem':
      return block.problem.file;
    case 'files':
      return block.paths.length === 1 ? (block.paths[0] ?? '') : `${block.paths[0]} … ${block.paths.at(-1)}`;
    case 'records':
      return `${block.path}:${block.linesBefore + 1}`;
    case 'stream':
      return `${block.name} (letters from ${block.number * LETTERS_PER_BLOCK + 1})`;
  }
}
