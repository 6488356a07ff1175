/**
 * A store as a whole: what is in it, and bringing it up to date. A new store is written beside the old one and
 * renamed; a change of rules alone is one transaction in place. Whatever goes wrong, what was there stays.
 */
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { calledAs } from '../pipeline/check-letter.js';
import type { CheckedRules } from '../pipeline/compile-knowledge.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { buildTables, type StorePlan } from './build-store.js';
import { type Database, openDatabase, sqlText } from './database.js';
import { type EvaluatedLetter, type Evaluation, evaluateStore } from './evaluate-store.js';
import { PARQUET_TABLES } from './schema.js';
import { StoreError, storeTrouble } from './store-error.js';
import { readBlocks, readHashes, readMeta, type StoredBlock, type StoreMeta } from './store-meta.js';

/** What a store that is there was made from. */
export interface StoreState {
  readonly meta: StoreMeta;
  readonly blocks: readonly StoredBlock[];
  /** Sorted; asked for only where letters may be carried over. */
  hashes(): Promise<readonly string[]>;
}

/** What letters are read and judged with, as a store remembers it. */
export function metaOf({ lexicon, rules }: CheckedRules, program: string): StoreMeta {
  const hash = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return { program, lexicon: hash(lexicon), rules: hash(rules) };
}

/** The store at a path; null if there is none. @throws {StoreError} */
export async function inspectStore(path: string): Promise<StoreState | null> {
  try {
    await access(path);
  } catch {
    return null;
  }
  return inStore(path, async (connection) => ({
    meta: await readMeta(connection, path),
    blocks: await readBlocks(connection),
    hashes: () => inStore(path, readHashes),
  }));
}

async function inStore<T>(path: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const database = await openDatabase(path, 'read');
  try {
    const connection = await database.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } catch (cause) {
    throw storeTrouble(path, cause);
  } finally {
    database.close();
  }
}

/** The rules that a store is judged by, and whether its results are theirs already. */
export interface JudgedBy {
  readonly knowledge: Pick<Knowledge, 'rules' | 'services'>;
  /** Of the rules. */
  readonly hash: string;
  /** Of the rules that the results in the store were made by. */
  readonly current: string | null;
}

/** How a store is judged; neither changes what the rules come to. */
export interface JudgingOptions {
  /** Letters are given with what tells repeated ones. */
  readonly hasSignatures: boolean;
  /** Once it is set no letter comes any more, and what was there stays. */
  readonly signal: AbortSignal;
}

/**
 * The letters of a store by the rules given, in the order of the input. Once all are taken the store is up to date.
 * @param plan what the store is to hold; null leaves its letters as they are
 * @throws {StoreError}
 */
export async function* judgeStore(
  path: string,
  plan: StorePlan | null,
  { knowledge, hash, current }: JudgedBy,
  { hasSignatures, signal }: JudgingOptions,
): AsyncGenerator<EvaluatedLetter> {
  try {
    const keepAs = plan === null && hash === current ? null : hash;
    const evaluation = { rules: knowledge.rules, calledAs: calledAs(knowledge), keepAs, hasSignatures };
    const letters =
      plan === null ? judgeInPlace(path, evaluation) : judgeBeside(path, plan, evaluation, signal);
    for await (const letter of letters) {
      if (signal.aborted) return;
      yield letter;
    }
  } catch (cause) {
    if (!signal.aborted) throw storeTrouble(path, cause);
  }
}

/** Writes what stands in the log of a database into its file. */
async function putLogIn(database: Database): Promise<void> {
  const connection = await database.connect();
  try {
    await connection.run('CHECKPOINT');
  } finally {
    connection.closeSync();
  }
}

/**
 * A run that had no room left for it, or was killed, left a log beside the store: it is put in, or it would be taken for
 * one of the new store.
 */
async function putLeftLogIn(path: string): Promise<void> {
  const hasLog = await access(`${path}.wal`).then(
    () => true,
    () => false,
  );
  if (!hasLog) return;
  const database = await openDatabase(path, 'write');
  try {
    await putLogIn(database);
  } finally {
    database.close();
  }
}

/** Ends the statement that a connection works on when the signal is set. */
async function untilAborted<T>(
  connection: DuckDBConnection,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const onAbort = (): void => connection.interrupt();
  signal.throwIfAborted();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function* judgeInPlace(path: string, evaluation: Evaluation): AsyncGenerator<EvaluatedLetter> {
  const database = await openDatabase(path, evaluation.keepAs === null ? 'read' : 'write');
  try {
    yield* evaluateStore(database, evaluation);
    // What was kept is in the log beside the store until then, and counts.
    if (evaluation.keepAs !== null) await putLogIn(database).catch(() => undefined);
  } finally {
    database.close();
  }
}

async function* judgeBeside(
  path: string,
  plan: StorePlan,
  evaluation: Evaluation,
  signal: AbortSignal,
): AsyncGenerator<EvaluatedLetter> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const database = await openDatabase(beside, 'write', join(plan.folder, 'spill'));
    try {
      const connection = await database.connect();
      try {
        await untilAborted(connection, signal, () => buildTables(connection, plan, signal));
      } finally {
        connection.closeSync();
      }
      yield* evaluateStore(database, evaluation);
      // Only the file itself takes the place of the old store: all must be in it.
      await putLogIn(database);
    } finally {
      database.close();
    }
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
    await rm(`${beside}.wal`, { force: true });
  }
}

/**
 * Writes the tables of a store as Parquet, a file each: all of them, or none.
 * @param signal once it is set, what is being written is given up
 * @throws {StoreError}
 */
export async function writeParquet(path: string, folder: string, signal: AbortSignal): Promise<void> {
  const files = Object.entries(PARQUET_TABLES).map(([table, sql]) => {
    const file = join(folder, `${table}.parquet`);
    return { sql, file, beside: `${file}.${process.pid}.tmp` };
  });
  try {
    await mkdir(folder, { recursive: true });
    await inStore(path, (connection) =>
      untilAborted(connection, signal, async () => {
        for (const { sql, beside } of files) {
          await connection.run(`COPY (${sql}) TO ${sqlText(beside)} (FORMAT parquet, COMPRESSION zstd)`);
          signal.throwIfAborted();
        }
      }),
    );
    for (const { file, beside } of files) await rename(beside, file);
  } catch (cause) {
    if (!signal.aborted)
      throw storeTrouble(folder, cause instanceof StoreError ? (cause.cause ?? cause) : cause);
  } finally {
    for (const { beside } of files) await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** The folder beside a store in which a run leaves what it read, until the store is written. */
export const workFolder = (path: string): string => `${path}.work`;

/** What runs that were killed left of the stores that they were writing. The lock is ours, so nobody writes them. */
async function removeLeftovers(path: string): Promise<void> {
  const ours = (name: string): boolean =>
    name.startsWith(`${basename(path)}.`) && /^\d+\.tmp(\.wal)?$/.test(name.slice(basename(path).length + 1));
  for (const name of (await readdir(dirname(path))).filter(ours)) await rm(join(dirname(path), name));
}

/**
 * Makes ready for a run that will write a store: clears what killed runs left, and gives the work folder.
 * @param isKept what an earlier run left in the work folder stays, to be gone on from
 * @throws {StoreError} if the folder of the store does not exist or may not be written to, or has no room
 */
export async function openWorkFolder(path: string, isKept: boolean): Promise<string> {
  const folder = workFolder(path);
  try {
    await access(dirname(path) || '.');
    await removeLeftovers(path);
    await putLeftLogIn(path);
    if (!isKept) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw storeTrouble(path, cause);
  }
  return folder;
}
