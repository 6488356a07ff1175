/**
 * Paths -> letters, one at a time, in a stable order. The only way in which letters come off the disk.
 * Plain text, PDF, and NDJSON streams of records (also packed with gzip); standard input is told by its first bytes.
 * A file that cannot be read is an input with a problem, and the ones after it are read all the same.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { decodeDocument, MAX_DOCUMENT_BYTES } from '../text/decode.js';
import { findLetters, STANDARD_INPUT } from './find-letters.js';
import { decodedInput, type LetterInput, unreadableFile, unreadInput } from './letter-input.js';
import { collectBytes, readBytes, tooLarge } from './read-bytes.js';
import { readPdf } from './read-pdf.js';
import { readRecords } from './read-records.js';

/** Scans hold pictures, so a PDF may be larger than a text. */
const MAX_PDF_BYTES = 64 * MAX_DOCUMENT_BYTES;
const STANDARD_INPUT_NAME = '<stdin>';

/** @param standardInput what `-` reads */
export async function* readLetters(
  paths: readonly string[],
  standardInput: AsyncIterable<Buffer>,
): AsyncGenerator<LetterInput> {
  for await (const found of findLetters(paths)) {
    if ('problem' in found) yield unreadInput(found.problem);
    else if (found.path === STANDARD_INPUT) yield* readStream(STANDARD_INPUT_NAME, standardInput);
    else yield* readFile(found.path);
  }
}

async function* readFile(path: string): AsyncGenerator<LetterInput> {
  try {
    if (/\.ndjson$/i.test(path)) yield* readRecords(path, createReadStream(path));
    else if (/\.ndjson\.gz$/i.test(path)) yield* readPackedRecords(path, createReadStream(path));
    else yield await readOne(path, /\.pdf$/i.test(path));
  } catch (cause) {
    yield unreadInput(unreadableFile(path, cause));
  }
}

async function readOne(path: string, isPdf: boolean): Promise<LetterInput> {
  const bytes = await readBytes(path, isPdf ? MAX_PDF_BYTES : MAX_DOCUMENT_BYTES);
  if (!Buffer.isBuffer(bytes)) return unreadInput(bytes);
  return isPdf ? readPdf(path, bytes) : decodedInput(path, decodeDocument(path, bytes));
}

async function* readPackedRecords(name: string, packed: AsyncIterable<Buffer>): AsyncGenerator<LetterInput> {
  // The error reaches the reader of the stream; the callback is only there so that it is not thrown twice.
  const unpacked: AsyncIterable<Buffer> = pipeline(packed, createGunzip(), () => {});
  yield* readRecords(name, unpacked);
}

async function* readStream(name: string, stream: AsyncIterable<Buffer>): AsyncGenerator<LetterInput> {
  const { start, whole } = await peek(stream);
  try {
    if (start.startsWith('\x1f\x8b')) yield* readPackedRecords(name, whole);
    else if (start.trimStart().startsWith('{"')) yield* readRecords(name, whole);
    else yield await readOneStream(name, whole, start.startsWith('%PDF-'));
  } catch (cause) {
    yield unreadInput(unreadableFile(name, cause));
  }
}

async function readOneStream(
  name: string,
  stream: AsyncIterable<Buffer>,
  isPdf: boolean,
): Promise<LetterInput> {
  const limit = isPdf ? MAX_PDF_BYTES : MAX_DOCUMENT_BYTES;
  const bytes = await collectBytes(stream, limit);
  if (bytes === null) return unreadInput(tooLarge(name, limit, 'the input has more'));
  return isPdf ? readPdf(name, bytes) : decodedInput(name, decodeDocument(name, bytes));
}

/** The first bytes of a stream, one character each, and the stream from its start. */
async function peek(
  stream: AsyncIterable<Buffer>,
): Promise<{ readonly start: string; readonly whole: AsyncIterable<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value;
  async function* whole(): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { start: head.subarray(0, 64).toString('latin1'), whole: whole() };
}
