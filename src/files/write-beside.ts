/**
 * Writing a file so that a reader sees the old one or the whole new one: beside it, then renamed. What is given up
 * leaves nothing behind; what a run that was killed left beside is removed by the next one that writes the file.
 */
import { type FileHandle, lstat, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { isAlive } from './alive-process.js';

/** A file that is being written. It must be kept or given up in the end; giving up after keeping does no harm. */
export interface FileBeside {
  write(text: string): Promise<void>;
  /** Puts the file in its place. */
  keep(): Promise<void>;
  /** Leaves what was there. */
  giveUp(): Promise<void>;
}

/**
 * Opens a file to be written. Folders above it are made; a link stays one, and so do the rights to the file. A device
 * or a pipe, which cannot be put in a place, is written to as it is.
 * @throws what the system says, see `unwritableFile`
 */
export async function writeBeside(path: string): Promise<FileBeside> {
  await mkdir(dirname(path), { recursive: true });
  const target = await ownPath(path);
  const old = await stat(target).catch(() => null);
  if (old?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  return old === null || old.isFile() ? openBeside(target, old?.mode) : openInPlace(target);
}

const ENDING = '.tmp';

/** Removes what processes that are gone left beside a file. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `${basename(path)}.`;
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (!name.startsWith(start) || !name.endsWith(ENDING)) continue;
    const process = name.slice(start.length, -ENDING.length);
    if (/^\d+$/.test(process) && !isAlive(Number(process)))
      await rm(join(dirname(path), name), { force: true }).catch(() => undefined);
  }
}

async function openBeside(path: string, mode: number | undefined): Promise<FileBeside> {
  await removeLeftovers(path);
  const beside = `${path}.${process.pid}${ENDING}`;
  const file: FileHandle = await open(beside, 'w');
  if (mode !== undefined) await file.chmod(mode & 0o777);
  return {
    write: async (text) => {
      await file.writeFile(text);
    },
    keep: async () => {
      await file.close();
      await rename(beside, path);
    },
    // Closing a file twice does nothing.
    giveUp: async () => {
      await file.close();
      await rm(beside, { force: true });
    },
  };
}

async function openInPlace(path: string): Promise<FileBeside> {
  const file: FileHandle = await open(path, 'w');
  const close = (): Promise<void> => file.close();
  return {
    write: async (text) => {
      await file.writeFile(text);
    },
    keep: close,
    giveUp: close,
  };
}

/** The path that a link leads to; any other path as it is. */
export async function ownPath(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return isLink ? realpath(path).catch(() => path) : path;
}

/** Sees whether a file could be written, and leaves it as it is. @throws what the system says, see `unwritableFile` */
export async function tryWriting(path: string): Promise<void> {
  await (await writeBeside(path)).giveUp();
}

/** Writes a whole file, and the folders above it. @throws what the system says, see `unwritableFile` */
export async function writeWhole(path: string, text: string): Promise<void> {
  const file = await writeBeside(path);
  try {
    await file.write(text);
    await file.keep();
  } catch (cause) {
    await file.giveUp();
    throw cause;
  }
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EFBIG: 'files may not become that large here',
  EACCES: 'writing it is not permitted',
  EPERM: 'writing it is not permitted',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, where a file is to be written',
};

/** What the system said when a file could not be written, in words. */
export function unwritableFile(path: string, cause: unknown): Diagnostic {
  return diagnostic('unwritable-file', path, null, systemWords(cause));
}

/** What the system said, in words. */
export function systemWords(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return SYSTEM_ERRORS[code] ?? `the file cannot be written (${code || String(cause)})`;
}
