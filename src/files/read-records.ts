/**
 * A stream of NDJSON bytes -> one input per record `{ "id": …, "text": … }`; other keys are left alone.
 * A line that is no such record is a problem of that line; the lines after it are read all the same.
 * Memory holds one line at a time, and of a line no more than a record can need.
 */
import { diagnostic } from '../diagnostics/diagnostic.js';
import { MAX_DOCUMENT_BYTES, textDocument } from '../text/decode.js';
import { decodedInput, type LetterInput, unreadInput } from './letter-input.js';
import { tooLarge } from './read-bytes.js';

const NEWLINE = 0x0a;
/** In JSON a character takes up to six bytes (`\u00e9`). */
const MAX_LINE_BYTES = 6 * MAX_DOCUMENT_BYTES;

/**
 * The letters of a stream of records, a line each; a line that is none is an input with a problem.
 * @param stream what people know the stream by; records without an id are known as `stream:line`
 * @param linesBefore lines of the stream that stand before these bytes
 */
export async function* readRecords(
  stream: string,
  bytes: AsyncIterable<Uint8Array>,
  linesBefore = 0,
): AsyncGenerator<LetterInput> {
  let number = linesBefore;
  let isEmpty = true;
  for await (const line of splitLines(bytes)) {
    number += 1;
    if (line !== null && isBlank(line)) continue;
    isEmpty = false;
    const place = `${stream}:${number}`;
    if (line === null) yield unreadInput(tooLarge(place, MAX_DOCUMENT_BYTES, 'the record is longer'));
    else yield readRecord(place, line);
  }
  if (isEmpty) yield unreadInput(diagnostic('no-documents', stream, null, 'the stream holds no records'));
}

/** Lines without their ends; null for one that is longer than any record. */
async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | null> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): Buffer | null => {
    const line = size > MAX_LINE_BYTES ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > MAX_LINE_BYTES) parts = [];
    else parts.push(part);
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
}

function readRecord(place: string, line: Buffer): LetterInput {
  const malformed = (message: string): LetterInput => {
    const help = 'each line is an object such as {"id": "letter-1", "text": "…"}';
    return unreadInput(diagnostic('malformed-record', place, null, message, { help }));
  };
  let record: unknown;
  try {
    record = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch (cause) {
    return malformed(
      cause instanceof SyntaxError ? 'the line is not well-formed JSON' : 'the line is not valid UTF-8',
    );
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return malformed('the line is not a JSON object');
  }
  const { id, text } = record as { id?: unknown; text?: unknown };
  const isId = (typeof id === 'string' && id.trim() !== '') || typeof id === 'number';
  if (!isId) return malformed('the record has no `id`');
  if (typeof text !== 'string') return malformed(`the record \`${id}\` has no \`text\``);
  return decodedInput(String(id), textDocument(String(id), text));
}
