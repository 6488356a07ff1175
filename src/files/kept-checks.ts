/**
 * What checks of the files of one rules folder found, kept in a file beside the program, so that the next run looks at
 * changed files alone. Only ever a shortcut: what cannot be read, was kept by another version of the program or is not
 * what was written is passed over, and everything is checked anew.
 * The file is three lines: version of the program, digest of the last line, entries as JSON.
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { digestOf, type Remembering } from '../rules/remembering.js';
import { asciiJson, readAscii } from './kept-json.js';
import { writeWhole } from './write-beside.js';

interface Entry {
  readonly digest: string;
  readonly value: unknown;
}

type Entries = Readonly<Record<string, Entry>>;

/** The file that an entry is about; what else is known of it stands after the mark. */
const ABOUT_FILE = /^(.+\.ya?ml)(?:#.*)?$/i;

/** What is remembered of earlier runs over one rules folder, and of this one. */
export interface KeptChecks extends Remembering {
  /**
   * Writes what is new in this run; nothing if all of it was there.
   * @param files those that the folder has now: what is known of others is dropped
   */
  save(files: readonly string[]): Promise<void>;
}

/**
 * Opens what is kept of one rules folder; empty where nothing is, or it was made by another program.
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
    known: <T>(key: string, digest: string): T | undefined => {
      const known = Object.hasOwn(asked, key) ? asked[key] : entryOf(before, key);
      if (known?.digest !== digest) return undefined;
      asked[key] = known;
      return known.value as T;
    },
    keep: (key, digest, value) => {
      hasNews = true;
      asked[key] = { digest, value };
    },
    save: async (files) => {
      if (hasNews) await writeKept(path, program, aboutFiles({ ...before, ...asked }, new Set(files)));
    },
  };
}

/** Throws everything away that was kept; a new program may check otherwise. */
export async function dropKeptChecks(kept: string): Promise<void> {
  await rm(kept, { recursive: true, force: true });
}

const entryOf = (entries: Entries, key: string): Entry | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined;

/** Entries on these files, and on no file at all. */
function aboutFiles(entries: Entries, files: ReadonlySet<string>): Entries {
  const isThere = (key: string): boolean => {
    const file = ABOUT_FILE.exec(key)?.[1];
    return file === undefined || files.has(file);
  };
  return Object.fromEntries(Object.entries(entries).filter(([key]) => isThere(key)));
}

async function readKept(path: string, program: string): Promise<Entries> {
  try {
    const [version, digest, entries = ''] = (await readAscii(path)).split('\n', 3);
    return version === program && digest === digestOf([entries]) ? (JSON.parse(entries) as Entries) : {};
  } catch {
    return {};
  }
}

/** Where it cannot be written, the next run checks again. */
async function writeKept(path: string, program: string, entries: Entries): Promise<void> {
  const line = asciiJson(entries);
  await writeWhole(path, `${program}\n${digestOf([line])}\n${line}\n`).catch(() => undefined);
}
