/**
 * A tar stream -> its letters, in the order of the archive, one entry in memory at a time.
 * Links and devices are told and passed over; nothing outside of the archive is looked at.
 */
import { pipeline, Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { emptyArchive, entryKind, readEntry, refusedEntry } from './archive-entry.js';
import type { LetterInput } from './letter-input.js';

/** What is used of an entry. */
type TarEntry = AsyncIterable<Buffer> & { readonly header: { readonly name: string; readonly type: string } };

/** The letters of an archive. @throws the error of the unpacker if it is damaged, after the letters before the damage */
export async function* readTar(archive: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<LetterInput> {
  const entries = extract();
  // The error reaches the reader of the entries; the callback is only there so that it is not thrown twice.
  pipeline(Readable.from(bytes), entries, () => {});
  let isEmpty = true;
  for await (const entry of entries) {
    for await (const input of inputsOf(archive, entry as unknown as TarEntry)) {
      isEmpty = false;
      yield input;
    }
    entry.resume();
  }
  if (isEmpty) yield emptyArchive(archive);
}

async function* inputsOf(archive: string, entry: TarEntry): AsyncGenerator<LetterInput> {
  const { name, type } = entry.header;
  if (type === 'directory') return;
  const kind = entryKind(name.replace(/^(\.\/)+/, ''));
  if (kind === 'skip') return;
  const document = `${archive}/${name.replace(/^(\.\/)+/, '')}`;
  if (kind !== 'letter') yield refusedEntry(document, kind.refused);
  else if (type === 'file' || type === 'contiguous-file') yield* readEntry(document, drained(entry));
  else yield refusedEntry(document, 'the entry is a link or a device, not a file');
}

/** The bytes of an entry; those that nobody asks for are passed over, since the next entry comes behind them. */
async function* drained(entry: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = entry[Symbol.asyncIterator]();
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    for (let next = await chunks.next(); !next.done; next = await chunks.next());
  }
}
