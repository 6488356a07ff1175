/**
 * Writing a file so that a reader sees the old one or the whole new one: beside it, then renamed. What is given up
 * leaves nothing behind.
 */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';

export interface FileBeside {
  write(text: string): Promise<void>;
  /** Puts the file in its place. */
  keep(): Promise<void>;
  /** Leaves what was there. */
  giveUp(): Promise<void>;
}

/** Opens a file to be written. Folders above it are made. @throws what the system says, see `unwritableFile` */
export async function writeBeside(path: string): Promise<FileBeside> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  const file: FileHandle = await open(beside, 'w');
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
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const words = SYSTEM_ERRORS[code] ?? `the file cannot be written (${code || String(cause)})`;
  return diagnostic('unwritable-file', path, null, words);
}
