/**
 * An entry of an archive -> its letter, or why it is none. Shared by the readers of archives: nothing is written to
 * the disk, no more is unpacked than a letter can have, and what points out of the archive is not followed.
 */
import { diagnostic } from '../diagnostics/diagnostic.js';
import { decodeDocument, MAX_DOCUMENT_BYTES } from '../text/decode.js';
import { decodedInput, type LetterInput, unreadInput } from './letter-input.js';
import { collectBytes, tooLarge } from './read-bytes.js';
import { readPdf } from './read-pdf.js';
import { readRecords } from './read-records.js';

/** Scans hold pictures, so a PDF may be larger than a text. */
export const MAX_PDF_BYTES = 64 * MAX_DOCUMENT_BYTES;

const LETTER_NAME = /\.(txt|pdf|ndjson)$/i;
const ARCHIVE_NAME = /\.(zip|tar|tgz|gz|zst)$/i;
/** What systems put into archives beside the files: `__MACOSX/…`, `._letter.txt`. */
const HIDDEN_NAME = /(^|\/)(\.|__MACOSX\/)/;

/** What to do with an entry, by its name alone. */
export type EntryKind = 'letter' | 'skip' | { readonly refused: string };

/**
 * What to do with an entry.
 * @param name path within the archive; one that leads out of it is refused, hidden and unknown files are skipped
 */
export function entryKind(name: string): EntryKind {
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes('..')) {
    return { refused: 'the path of the entry leads out of the archive' };
  }
  if (HIDDEN_NAME.test(name)) return 'skip';
  if (ARCHIVE_NAME.test(name)) return { refused: 'an archive within an archive is not read' };
  return LETTER_NAME.test(name) ? 'letter' : 'skip';
}

/** The letters of an entry that may be read: one, or those of its records. @param document as for `refusedEntry` */
export async function* readEntry(
  document: string,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<LetterInput> {
  if (/\.ndjson$/i.test(document)) {
    yield* readRecords(document, bytes);
    return;
  }
  const isPdf = /\.pdf$/i.test(document);
  const limit = isPdf ? MAX_PDF_BYTES : MAX_DOCUMENT_BYTES;
  const content = await collectBytes(bytes, limit);
  if (content === null) yield unreadInput(tooLarge(document, limit, 'the entry has more'));
  else
    yield isPdf
      ? await readPdf(document, content)
      : decodedInput(document, decodeDocument(document, content));
}

/** An entry that is not read. @param document path of the archive and of the entry in it */
export function refusedEntry(document: string, message: string, help?: string): LetterInput {
  return unreadInput(
    diagnostic('unreadable-file', document, null, message, help === undefined ? {} : { help }),
  );
}

/** What an archive without letters gives: one error in place of them. */
export function emptyArchive(archive: string): LetterInput {
  const help = 'letters in an archive are entries that end in .txt, .pdf or .ndjson';
  return unreadInput(diagnostic('no-documents', archive, null, 'the archive holds no letters', { help }));
}
