/**
 * Paths as given on a command line -> the files to read, one after the other.
 * A path is a file, a folder (searched to its bottom), a glob, or `-` for standard input. Order: as given; inside a
 * folder by name. A file that is reached twice is read once. What cannot be opened is a problem in its place.
 * Not here: reading the files (`read-letters.ts`).
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { normalize, sep } from 'node:path';
import picomatch from 'picomatch';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { unreadableFile } from './letter-input.js';

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

/** One file to read (or `-`), or why there is none. */
export type Found = { readonly path: string } | { readonly problem: Diagnostic };

/** Files of a folder that are taken for letters; a file named outright is read whatever its name. */
const LETTER_NAME = /\.(txt|pdf|ndjson|ndjson\.gz|ndjson\.zst|tar|tar\.gz|tgz|tar\.zst|zip)$/i;

/**
 * Looks while it is read from, so that a large folder is no list. Hidden files are left out; links are followed
 * within their folder.
 */
export async function* findLetters(paths: readonly string[]): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const given of paths) {
    for await (const found of expand(given)) {
      if ('path' in found) {
        const key = normalize(found.path);
        if (seen.has(key)) continue;
        seen.add(key);
      }
      yield found;
    }
  }
}

async function* expand(given: string): AsyncGenerator<Found> {
  if (given === STANDARD_INPUT) {
    yield { path: given };
    return;
  }
  const path = given.length > 1 ? given.replace(/\/$/, '') : given;
  try {
    if ((await stat(path)).isDirectory()) yield* searchFolder(path);
    else yield { path };
  } catch (cause) {
    if (picomatch.scan(given).isGlob) yield* matchGlob(given);
    else yield { problem: unreadableFile(given, cause) };
  }
}

async function* searchFolder(path: string): AsyncGenerator<Found> {
  let isEmpty = true;
  for await (const found of walk(path, (file) => LETTER_NAME.test(file))) {
    isEmpty = false;
    yield found;
  }
  if (!isEmpty) return;
  const help = 'letters are files that end in .txt, .pdf, .ndjson, .tar (also packed: .gz, .zst) or .zip';
  yield { problem: diagnostic('no-documents', path, null, 'the folder holds no letters', { help }) };
}

async function* matchGlob(pattern: string): AsyncGenerator<Found> {
  const { base } = picomatch.scan(pattern);
  const matches = picomatch(pattern.replace(/^\.\//, ''));
  let isEmpty = true;
  const isWanted = (file: string): boolean => matches(file.replace(/^\.\//, ''));
  for await (const found of walk(base === '' ? '.' : base, isWanted)) {
    isEmpty = false;
    yield found;
  }
  if (isEmpty) yield { problem: diagnostic('no-documents', pattern, null, 'no file matches the pattern') };
}

/** A folder that is still open: its path, what is left of it, and the real paths above, so that links cannot loop. */
interface OpenFolder {
  readonly path: string;
  readonly entries: Iterator<Dirent>;
  readonly above: readonly string[];
}

async function* walk(root: string, isWanted: (file: string) => boolean): AsyncGenerator<Found> {
  const open: OpenFolder[] = [];
  const enter = async (path: string): Promise<Found[]> => {
    try {
      const real = await realpath(path);
      const above = open.at(-1)?.above ?? [];
      if (above.includes(real)) return [];
      const entries = (await readdir(path, { withFileTypes: true })).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      );
      open.push({ path, entries: entries.values(), above: [...above, real] });
      return [];
    } catch (cause) {
      return [{ problem: unreadableFile(path, cause) }];
    }
  };
  yield* await enter(root);
  for (let folder = open.at(-1); folder !== undefined; folder = open.at(-1)) {
    const next = folder.entries.next();
    if (next.done) {
      open.pop();
      continue;
    }
    if (next.value.name.startsWith('.')) continue;
    const path = joined(folder.path, next.value.name);
    const kind = await kindOf(path, next.value, open[0]?.above[0] ?? '');
    if (kind === 'folder') yield* await enter(path);
    else if (kind === 'file') {
      if (isWanted(path)) yield { path };
    } else if (isWanted(path) || isFolderElsewhere(kind)) yield { problem: unreadableFile(path, kind) };
  }
}

/**
 * @param top real path of the folder that is searched
 * @returns the error where a link points to nothing, or out of the folder: what was not named is not read; nor is what
 * is no file
 */
async function kindOf(path: string, entry: Dirent, top: string): Promise<'file' | 'folder' | Error> {
  try {
    if (!entry.isSymbolicLink()) return kindOfEntry(entry);
    const real = await realpath(path);
    const kind = kindOfEntry(await stat(real));
    return isWithin(real, top) ? kind : new EscapeError(kind === 'folder');
  } catch (cause) {
    return cause as Error;
  }
}

/** A pipe or a device is read where it is named: in a folder it would be waited for without an end. */
function kindOfEntry(entry: Pick<Dirent, 'isDirectory' | 'isFile'>): 'file' | 'folder' | Error {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : new SpecialFileError();
}

class SpecialFileError extends Error {
  readonly code = 'ESPECIAL';
}

class EscapeError extends Error {
  readonly code = 'EESCAPE';

  /** @param isFolder what is wanted may be in it, whatever its name */
  constructor(readonly isFolder: boolean) {
    super();
  }
}

const isFolderElsewhere = (kind: Error): boolean => kind instanceof EscapeError && kind.isFolder;

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function joined(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
