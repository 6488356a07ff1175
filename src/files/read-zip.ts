/**
 * A zip archive -> its letters, in the order of its directory, one entry in memory at a time.
 * Entries that are locked, that are links, or that leave the archive by their path are told and passed over.
 */
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { emptyArchive, entryKind, readEntry, refusedEntry } from './archive-entry.js';
import type { LetterInput } from './letter-input.js';
import { bomb, UnpackError } from './unpack.js';

const LINK_TYPE = 0o120000;
const TYPE_BITS = 0o170000;

/**
 * The letters of a zip archive, in the order of its directory.
 * @param archive what people know the archive by, where that is not its path
 * @throws {UnpackError} if the directory cannot be read, or its entries claim more bytes than the file has
 */
export async function* readZip(path: string, archive = path): AsyncGenerator<LetterInput> {
  const zip = await open(path);
  let isEmpty = true;
  let claimed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      // Entries that lie on top of each other unpack the same bytes over and over.
      claimed += entry.compressedSize;
      if (claimed > zip.fileSize) throw bomb();
      for await (const input of inputsOf(archive, entry, zip)) {
        isEmpty = false;
        yield input;
      }
    }
  } catch (cause) {
    throw cause instanceof UnpackError ? cause : damaged();
  } finally {
    zip.close();
  }
  if (isEmpty) yield emptyArchive(archive);
}

async function open(path: string): Promise<ZipFile> {
  try {
    // Names are decoded here, since one bad name would otherwise end the whole archive.
    return await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw cause;
    throw damaged();
  }
}

function damaged(): UnpackError {
  return new UnpackError(
    'it is not a zip file, or is damaged',
    'pack it anew, or name the letters themselves',
  );
}

async function* inputsOf(archive: string, entry: Entry, zip: ZipFile): AsyncGenerator<LetterInput> {
  const name = nameOf(entry);
  if (name.endsWith('/')) return;
  const kind = entryKind(name);
  if (kind === 'skip') return;
  const document = `${archive}/${name}`;
  if (kind !== 'letter') yield refusedEntry(document, kind.refused);
  else if (entry.isEncrypted()) {
    yield refusedEntry(document, 'the entry is locked with a password', 'pack it anew without the password');
  } else if (((entry.externalFileAttributes >>> 16) & TYPE_BITS) === LINK_TYPE) {
    yield refusedEntry(document, 'the entry is a link or a device, not a file');
  } else yield* readOpened(document, entry, zip);
}

function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replaceAll('\\', '/');
}

async function* readOpened(document: string, entry: Entry, zip: ZipFile): AsyncGenerator<LetterInput> {
  if (!entry.canDecodeFileData()) {
    yield refusedEntry(
      document,
      'the entry is packed in a way that is not read',
      'pack it anew with deflate',
    );
    return;
  }
  try {
    yield* readEntry(document, await zip.openReadStreamPromise(entry));
  } catch {
    yield refusedEntry(document, 'the entry is damaged');
  }
}
