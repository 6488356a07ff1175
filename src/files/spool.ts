/**
 * Standard input, which only one can read and only once, put into a file that many can: with a hash of its content,
 * by which it is known again.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spooled } from './letter-blocks.js';

export interface SpooledInput extends Spooled {
  readonly contentHash: string;
  remove(): Promise<void>;
}

const NAME = '<stdin>';

/** @throws what the system says when the disk of temporary files cannot take it */
export async function spoolInput(input: AsyncIterable<Buffer>): Promise<SpooledInput> {
  const folder = await mkdtemp(join(tmpdir(), 'necessity-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'input');
    const hash = createHash('sha256');
    const file = await open(path, 'w');
    try {
      for await (const chunk of input) {
        hash.update(chunk);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
    }
    return { path, name: NAME, contentHash: hash.digest('hex'), remove };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
