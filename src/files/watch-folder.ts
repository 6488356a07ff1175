/**
 * A folder that is being edited -> batches of the paths below it that changed. Saves that come together make one
 * batch. A path may come twice for one save: the watcher keeps quiet for 50 ms after each change of a file, so every
 * change is followed by a second look, lest the second of two quick saves is missed. Callers compare what they read.
 */
import { relative } from 'node:path';
import { watch } from 'chokidar';

/** Long enough for the saves of one command, short enough not to be noticed. */
const QUIET_MS = 20;
/** Longer than the watcher's own silence. */
const SECOND_LOOK_MS = 120;

/** A watch that runs until it is closed. */
export interface FolderWatch {
  /** Endless; waits until something changes. Paths are relative, sorted. */
  readonly changes: AsyncIterable<readonly string[]>;
  /** Ends `changes` after the batch that is under way. */
  close(): Promise<void>;
}

/** Watches from the moment that the promise resolves. */
export async function watchFolder(folder: string): Promise<FolderWatch> {
  const watcher = watch(folder, { ignoreInitial: true });
  const changed = new Set<string>();
  let wake: (() => void) | null = null;
  const timers = new Set<NodeJS.Timeout>();
  const report = (path: string, wait: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      changed.add(path);
      wake?.();
    }, wait);
    timers.add(timer);
  };
  watcher.on('all', (_event, path) => {
    const below = relative(folder, path).replaceAll('\\', '/');
    report(below, QUIET_MS);
    report(below, SECOND_LOOK_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  let isClosed = false;
  async function* changes(): AsyncGenerator<readonly string[]> {
    while (!isClosed) {
      if (changed.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const batch = [...changed].sort();
      changed.clear();
      if (batch.length > 0) yield batch;
    }
  }
  return {
    changes: changes(),
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      wake?.();
      await watcher.close();
    },
  };
}
