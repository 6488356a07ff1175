/**
 * A file's bytes, never more than a limit: a huge file, a device or an endless pipe cannot fill the memory.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

const MEGABYTE = 1024 * 1024;

/**
 * A whole file, unless it is too large to be one letter.
 * @param limit most bytes that are wanted
 * @returns the bytes, or a `too-large` problem
 * @throws the error of the system if the file cannot be opened
 */
export async function readBytes(path: string, limit: number): Promise<Buffer | Diagnostic> {
  const { size } = await stat(path);
  if (size > limit) return tooLarge(path, limit, `it has ${Math.ceil(size / MEGABYTE)} MB`);
  const bytes = await collectBytes(createReadStream(path), limit);
  return bytes ?? tooLarge(path, limit, 'it goes on without an end');
}

/** All bytes of a stream; null if there are more than `limit`. */
export async function collectBytes(stream: AsyncIterable<Buffer>, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What is said of a file that is larger than any letter. */
export function tooLarge(path: string, limit: number, found: string): Diagnostic {
  const message = `no letter needs more than ${limit / MEGABYTE} MB, but ${found}`;
  const help = 'a file of many letters is read as NDJSON, one record a line';
  return diagnostic('too-large', path, null, message, { help });
}
