/**
 * What a store says of itself: which program, lexicon and rules it was made with, and which blocks of input it holds.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, sqlText } from './database.js';
import { STORE_VERSION } from './schema.js';
import { StoreError } from './store-error.js';

/** What results depend on besides the letters; lexicon and rules as hashes. */
export interface StoreMeta {
  /** Of the program: other versions may read letters otherwise. */
  readonly program: string;
  readonly lexicon: string;
  readonly rules: string;
}

const KEYS = ['program', 'lexicon', 'rules'] as const;

/** What an open store says of itself. @throws {StoreError} if the file is no store, or a store of another version */
export async function readMeta(connection: DuckDBConnection, path: string): Promise<StoreMeta> {
  const found = new Map<string, string>();
  try {
    for await (const [key, value] of rowsOf(connection, 'SELECT key, value FROM meta')) {
      found.set(String(key), String(value));
    }
  } catch (cause) {
    throw new StoreError(path, 'the file is a database, but no store', 'name another file', cause);
  }
  const version = Number(found.get('version'));
  if (version !== STORE_VERSION) {
    const message = `the store is of version ${version}, this program reads and writes version ${STORE_VERSION}`;
    throw new StoreError(path, message, 'move it away; the next run makes it anew from the letters');
  }
  const [program = '', lexicon = '', rules = ''] = KEYS.map((key) => found.get(key));
  return { program, lexicon, rules };
}

/** Leaves out what is not given. */
export async function writeMeta(connection: DuckDBConnection, meta: Partial<StoreMeta>): Promise<void> {
  const entries = [['version', String(STORE_VERSION)], ...Object.entries(meta)] as const;
  for (const [key = '', value = ''] of entries) {
    await connection.run(`INSERT OR REPLACE INTO meta VALUES (${sqlText(key)}, ${sqlText(value)})`);
  }
}

/** A block of input in a store. */
export interface StoredBlock {
  /** Hash of what is to be read and of the state of its files; see `files/read-block.ts`. */
  readonly key: string;
  readonly letters: number;
  /** False only where a stream goes on in a further block. */
  readonly isLast: boolean;
}

/** The blocks of a store in the order of the input. */
export async function readBlocks(connection: DuckDBConnection): Promise<readonly StoredBlock[]> {
  const blocks: StoredBlock[] = [];
  const sql = 'SELECT key, letters, is_last FROM blocks ORDER BY ordinal';
  for await (const [key, letters, isLast] of rowsOf(connection, sql)) {
    blocks.push({ key: String(key), letters: Number(letters), isLast: isLast === true });
  }
  return blocks;
}

/** Hashes of the texts that a store holds facts of, sorted. */
export async function readHashes(connection: DuckDBConnection): Promise<readonly string[]> {
  const hashes: string[] = [];
  const sql = 'SELECT DISTINCT hash FROM letters WHERE hash IS NOT NULL ORDER BY hash';
  for await (const [hash] of rowsOf(connection, sql)) hashes.push(String(hash));
  return hashes;
}
