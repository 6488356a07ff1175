/**
 * JSON that is kept between runs: only ASCII, which is read several times as fast as text that may hold anything, and
 * rows of numbers as one string.
 * Not here: what is kept, and when it still counts (`checked-rules.ts`, `kept-checks.ts`).
 */
import { readFile } from 'node:fs/promises';

/** A value as JSON in ASCII. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text of a file that holds nothing but ASCII. */
export function readAscii(path: string): Promise<string> {
  return readFile(path, 'latin1');
}

/** A row of whole numbers of 32 bits as a string, in the byte order of the machine. */
export function packedRow(row: ArrayLike<number>): string {
  return Buffer.from(Int32Array.from(row).buffer).toString('base64');
}

/** The row of `packedRow`; made on a machine of the same byte order. */
export function unpackedRow(packed: string): Int32Array {
  const bytes = Buffer.from(packed, 'base64');
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
