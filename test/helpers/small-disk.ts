/** A disk of a few kilobytes, where this machine lets one be mounted; tests that need one are skipped elsewhere. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  /** Makes it larger, smaller, or read-only: options of a tmpfs. */
  change(options: string): void;
  remove(): void;
}

/** @param size such as `64k` */
export function mountDisk(size: string): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'disk-'));
  try {
    mount(['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  } catch (cause) {
    rmSync(path, { recursive: true });
    throw cause;
  }
  return {
    path,
    change: (options) => mount(['-o', `remount,${options}`, path]),
    remove: () => {
      execFileSync('umount', [path], { stdio: 'ignore' });
      rmSync(path, { recursive: true });
    },
  };
}

function mount(args: readonly string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

export const canMount = ((): boolean => {
  try {
    mountDisk('64k').remove();
    return true;
  } catch {
    return false;
  }
})();
