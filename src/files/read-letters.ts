/**
 * Paths -> letters, one at a time, in a stable order. The only way in which letters come off the disk.
 * Plain text, PDF, NDJSON streams of records and tar archives (both also packed with gzip or zstd), zip archives;
 * standard input is told by its first bytes.
 * A file that cannot be read is an input with a problem, and the ones after it are read all the same.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeDocument, MAX_DOCUMENT_BYTES } from '../text/decode.js';
import { MAX_PDF_BYTES } from './archive-entry.js';
import { findLetters, STANDARD_INPUT } from './find-letters.js';
import { isContainer, type Spooled } from './letter-blocks.js';
import {
  decodedInput,
  type LetterInput,
  STANDARD_INPUT_NAME,
  unreadableFile,
  unreadInput,
} from './letter-input.js';
import { collectBytes, readBytes, tooLarge } from './read-bytes.js';
import { readPdf } from './read-pdf.js';
import { readRecords } from './read-records.js';
import { readTar } from './read-tar.js';
import { readZip } from './read-zip.js';
import { type Packing, UnpackError, unpack } from './unpack.js';

/** `letters.ndjson.gz`, `letters.tar.zst` */
const PACKED_NAME = /\.(ndjson|tar)\.(gz|zst)$/i;
const PACKINGS: Readonly<Record<string, Packing>> = { gz: 'gzip', zst: 'zstd' };
const ZSTD_MAGIC = '\x28\xb5\x2f\xfd';
const ZIP_MAGIC = 'PK\x03\x04';
const TAR_MARK_AT = 257;
const PEEKED_BYTES = 512;

/** All letters of some paths, in their order; endless input is read as it comes. @param standardInput what `-` reads */
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

/**
 * Letters by their names, from the same paths; files that hold other letters are not opened.
 * @param spooled what `-` stands for
 */
export async function* readChosen(
  paths: readonly string[],
  documents: ReadonlySet<string>,
  spooled: Spooled | null,
): AsyncGenerator<LetterInput> {
  for await (const found of findLetters(paths)) {
    if ('problem' in found) continue;
    if (found.path !== STANDARD_INPUT && !isContainer(found.path) && !documents.has(found.path)) continue;
    const inputs =
      found.path !== STANDARD_INPUT
        ? readFile(found.path)
        : spooled
          ? readSpooled(spooled.path, spooled.name)
          : [];
    for await (const input of inputs) if (documents.has(input.document)) yield input;
  }
}

/** All letters of one file, whatever its form; a file that cannot be read is an input with a problem. */
export async function* readFile(path: string): AsyncGenerator<LetterInput> {
  try {
    const bytes = (): AsyncIterable<Buffer> => fileBytes(path);
    const [, inner, packing] = PACKED_NAME.exec(path) ?? [];
    const content = packing ? unpack(bytes(), PACKINGS[packing.toLowerCase()] ?? 'gzip') : null;
    if (/\.zip$/i.test(path)) yield* readZip(path);
    else if (/\.tgz$/i.test(path)) yield* readTar(path, unpack(bytes(), 'gzip'));
    else if (content && inner?.toLowerCase() === 'tar') yield* readTar(path, content);
    else if (content) yield* readRecords(path, content);
    else if (/\.tar$/i.test(path)) yield* readTar(path, bytes());
    else if (/\.ndjson$/i.test(path)) yield* readRecords(path, bytes());
    else yield await readOne(path, /\.pdf$/i.test(path));
  } catch (cause) {
    yield unreadInput(unreadableFile(path, cause));
  }
}

/** Opened only once it is read, so that nothing is left open where it never is. */
async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path);
}

async function readOne(path: string, isPdf: boolean): Promise<LetterInput> {
  const bytes = await readBytes(path, isPdf ? MAX_PDF_BYTES : MAX_DOCUMENT_BYTES);
  if (!Buffer.isBuffer(bytes)) return unreadInput(bytes);
  return isPdf ? readPdf(path, bytes) : decodedInput(path, decodeDocument(path, bytes));
}

/** A file of any form under another name: what standard input held. */
export async function* readSpooled(path: string, name: string): AsyncGenerator<LetterInput> {
  try {
    if (await isZip(path)) yield* readZip(path, name);
    else yield* readStream(name, fileBytes(path));
  } catch (cause) {
    yield unreadInput(unreadableFile(name, cause));
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(ZIP_MAGIC.length), position: 0 });
    return buffer.toString('latin1', 0, bytesRead) === ZIP_MAGIC;
  } finally {
    await file.close();
  }
}

async function* readStream(name: string, stream: AsyncIterable<Buffer>): AsyncGenerator<LetterInput> {
  const { start, whole } = await peek(stream);
  try {
    const packing = start.startsWith('\x1f\x8b') ? 'gzip' : start.startsWith(ZSTD_MAGIC) ? 'zstd' : null;
    if (packing !== null) {
      const inner = await peek(unpack(whole, packing));
      yield* isTar(inner.start) ? readTar(name, inner.whole) : readRecords(name, inner.whole);
    } else if (start.startsWith(ZIP_MAGIC)) throw zipInPipe();
    else if (isTar(start)) yield* readTar(name, whole);
    else if (start.trimStart().startsWith('{"')) yield* readRecords(name, whole);
    else yield await readOneStream(name, whole, start.startsWith('%PDF-'));
  } catch (cause) {
    yield unreadInput(unreadableFile(name, cause));
  }
}

function zipInPipe(): UnpackError {
  return new UnpackError(
    'a zip archive cannot be read from a pipe: what is in it stands at its end',
    'name its file instead of `-`; a Word file is to be saved as plain text or PDF',
  );
}

/** The mark of a tar header stands behind the fields of its first entry. */
function isTar(start: string): boolean {
  return start.startsWith('ustar', TAR_MARK_AT);
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
  return { start: head.subarray(0, PEEKED_BYTES).toString('latin1'), whole: whole() };
}
