/**
 * What checks of the files of one rules folder found, kept in a file beside the program, so that the next run looks at
 * changed files alone. Only ever a shortcut: where it cannot be read or written, everything is checked anew.
 */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Remembering } from '../rules/remembering.js';
import { writeWhole } from './write-beside.js';

interface Entry {
  readonly digest: string;
  readonly value: unknown;
}

interface Kept {
  readonly program: string;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** Entries of files that are not asked for any more are dropped. */
const YAML_NAME = /\.ya?ml$/i;

export interface KeptChecks extends Remembering {
  /** Writes what is new in this run; nothing if all of it was there. */
  save(): Promise<void>;
}

/**
 * @param kept folder of what is kept
 * @param folder the rules folder
 * @param program version of the program
 */
export async function openKeptChecks(kept: string, folder: string, program: string): Promise<KeptChecks> {
  const path = join(kept, `${digestOf([resolve(folder)]).slice(0, 16)}.json`);
  const before = await readKept(path, program);
  const asked: Record<string, Entry> = {};
  let hasNews = false;
  return {
    digest: digestOf,
    recall: <T>(key: string, digest: string, make: () => T): T => {
      const known = Object.hasOwn(before, key) ? before[key] : undefined;
      if (known?.digest === digest) {
        asked[key] = known;
        return known.value as T;
      }
      hasNews = true;
      const value = make();
      asked[key] = { digest, value };
      return value;
    },
    save: async () => {
      if (!hasNews) return;
      const others = Object.entries(before).filter(([key]) => !YAML_NAME.test(key));
      await writeKept(path, { program, entries: { ...Object.fromEntries(others), ...asked } });
    },
  };
}

/** Throws everything away that was kept; a new program may check otherwise. */
export async function dropKeptChecks(kept: string): Promise<void> {
  await rm(kept, { recursive: true, force: true });
}

function digestOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\0${text}`);
  return hash.digest('base64url');
}

async function readKept(path: string, program: string): Promise<Kept['entries']> {
  try {
    const kept = JSON.parse(await readFile(path, 'utf8')) as Kept;
    return kept.program === program ? kept.entries : {};
  } catch {
    return {};
  }
}

/** Where it cannot be written, the next run checks again. */
async function writeKept(path: string, kept: Kept): Promise<void> {
  await writeWhole(path, JSON.stringify(kept)).catch(() => undefined);
}
