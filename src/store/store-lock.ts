/**
 * One run at a time writes to a store: a file beside it says which. A lock whose process is gone is taken over.
 */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isAlive } from '../files/alive-process.js';
import { StoreError, storeTrouble } from './store-error.js';

/** Locks a store for one run. @returns gives the lock back @throws {StoreError} if another run that is alive has it */
export async function lockStore(path: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  const own = `${lock}.${process.pid}`;
  try {
    for (const isLastTry of [false, true]) {
      if (await isTaken(lock, own)) return () => rm(lock, { force: true });
      const owner = await ownerOf(lock);
      if (isLastTry || isAlive(owner)) {
        const help = `wait until it has ended; if no such run exists, remove \`${lock}\``;
        throw new StoreError(path, `another run (process ${owner}) writes to the store`, help);
      }
      await removeStale(lock, own, owner);
    }
  } catch (cause) {
    throw storeTrouble(path, cause);
  } finally {
    await rm(own, { force: true }).catch(() => undefined);
  }
  throw new StoreError(path, 'the store cannot be locked');
}

/** A link appears with its content at once, so nobody sees a lock that does not say whose it is. */
async function isTaken(lock: string, own: string): Promise<boolean> {
  await writeFile(own, String(process.pid));
  try {
    await link(own, lock);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

async function ownerOf(lock: string): Promise<number> {
  return Number(await readFile(lock, 'utf8').catch(() => ''));
}

/** Another run may have taken the lock over just now: what was moved away is looked at, and given back if it was. */
async function removeStale(lock: string, own: string, owner: number): Promise<void> {
  await rename(lock, own).catch(() => undefined);
  if ((await ownerOf(own)) !== owner) await link(own, lock).catch(() => undefined);
}
