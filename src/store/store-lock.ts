/**
 * One run at a time writes to a store: a file beside it says which. A lock whose process is gone is taken over.
 */
import { open, readFile, rm } from 'node:fs/promises';
import { StoreError, storeTrouble } from './store-error.js';

/** @returns gives the lock back @throws {StoreError} */
export async function lockStore(path: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  for (const isLastTry of [false, true]) {
    try {
      const file = await open(lock, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(lock, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw storeTrouble(path, cause);
      const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
      if (isLastTry || isAlive(owner)) {
        const help = `wait until it has ended; if no such run exists, remove \`${lock}\``;
        throw new StoreError(path, `another run (process ${owner}) writes to the store`, help);
      }
      await rm(lock, { force: true });
    }
  }
  throw new StoreError(path, 'the store cannot be locked');
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
