/**
 * Standard input, which only one can read and only once, put into a file that many can: with a hash of its content,
 * by which it is known again.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Spooled } from './letter-blocks.js';
import { STANDARD_INPUT_NAME, unreadableFile } from './letter-input.js';
import { unwritableFile } from './write-beside.js';

/** Standard input in a file of its own, in the folder for temporary files. */
export interface SpooledInput extends Spooled {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly contentHash: string;
  /** Removes it; it is of no more use once all its blocks are read. */
  remove(): Promise<void>;
}

/** Standard input could not be read or kept, with what to tell people. */
export class SpoolError extends Error {
  readonly problem: Diagnostic;

  constructor(cause: unknown) {
    super('standard input could not be kept', { cause });
    this.problem =
      (cause as NodeJS.ErrnoException).syscall === 'read'
        ? unreadableFile(STANDARD_INPUT_NAME, cause)
        : {
            ...unwritableFile(tmpdir(), cause),
            help: 'standard input is kept there; set TMPDIR to a folder with room',
          };
  }
}

/**
 * Takes the whole input into a file.
 * @param signal once it is set the rest is not waited for
 * @returns null if it was stopped before the end of the input
 * @throws {SpoolError} if it cannot be read to its end, or kept
 */
export async function spoolInput(input: Readable, signal: AbortSignal): Promise<SpooledInput | null> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'necessity-'));
    return await spoolInto(folder, input, signal);
  } catch (cause) {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
    if (signal.aborted) return null;
    throw new SpoolError(cause);
  }
}

async function spoolInto(folder: string, input: Readable, signal: AbortSignal): Promise<SpooledInput> {
  const path = join(folder, 'input');
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  try {
    for await (const chunk of addAbortSignal(signal, input)) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { path, name: STANDARD_INPUT_NAME, contentHash: hash.digest('hex'), remove };
}
