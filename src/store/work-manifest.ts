/**
 * What the letters in a work folder were read with, so that a run that goes on where another stopped does not mix two.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files/write-beside.js';
import { STORE_VERSION } from './schema.js';
import { workFolder } from './store.js';
import { storeTrouble } from './store-error.js';
import type { StoreMeta } from './store-meta.js';

const NAME = 'manifest.json';

function textOf({ program, lexicon }: StoreMeta): string {
  return `${JSON.stringify({ version: STORE_VERSION, program, lexicon })}\n`;
}

/** True if a run with the same program and lexicon left something to go on from. */
export async function canResume(path: string, meta: StoreMeta): Promise<boolean> {
  try {
    return (await readFile(join(workFolder(path), NAME), 'utf8')) === textOf(meta);
  } catch {
    return false;
  }
}

/** Leaves in the work folder what its letters are read with. @throws {StoreError} if it cannot be written */
export async function writeManifest(path: string, meta: StoreMeta): Promise<void> {
  const file = join(workFolder(path), NAME);
  try {
    await writeWhole(file, textOf(meta));
  } catch (cause) {
    throw storeTrouble(path, cause);
  }
}
