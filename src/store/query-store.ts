/**
 * Any question to a store, read-only: the names of the columns, then the rows as plain values that JSON can hold.
 */
import { openDatabase } from './database.js';
import { StoreError, storeTrouble } from './store-error.js';
import { readMeta } from './store-meta.js';

/** The answer to a question: rows come as they are taken, and only while the store is open. */
export interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: AsyncGenerator<readonly JsonValue[]>;
}

/** What JSON can hold. Numbers that are too large to be exact are texts. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * Asks a store. The question can change nothing and reach nothing else.
 * @param use takes the answer; the store is closed when it is done
 * @throws {StoreError} if the store cannot be read, or the question is no SQL that it understands
 */
export async function queryStore(
  path: string,
  sql: string,
  use: (answer: QueryRows) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(path, 'read');
  try {
    const connection = await database.connect();
    await readMeta(connection, path);
    // What a question may not do: reach files or the network by way of the database.
    await connection.run('SET enable_external_access = false; SET lock_configuration = true');
    const result = await connection.stream(sql).catch((cause: unknown) => {
      throw new StoreError(
        path,
        wordsOf(cause),
        'docs/store.md lists the tables; `necessity query --list` the named queries',
      );
    });
    const columns = result.columnNames();
    async function* rows(): AsyncGenerator<readonly JsonValue[]> {
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        for (const row of chunk.getRows()) yield row.map(plain);
      }
    }
    await use({ columns, rows: rows() });
    connection.closeSync();
  } catch (cause) {
    throw storeTrouble(path, cause);
  } finally {
    database.close();
  }
}

function wordsOf(cause: unknown): string {
  const words = cause instanceof Error ? cause.message : String(cause);
  return words
    .replace(/\s+/g, ' ')
    .replace(/ LINE \d+:.*$/, '')
    .replace(/^Failed to extract statements: /, '')
    .replace(/\.$/, '');
}

/** Lists, structs and large numbers of the database as plain values. */
function plain(value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && 'items' in value && Array.isArray(value.items))
    return value.items.map(plain);
  if (typeof value === 'object' && 'entries' in value && typeof value.entries === 'object') {
    const entries = Object.entries(value.entries as Record<string, unknown>);
    return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]));
  }
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
