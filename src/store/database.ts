/**
 * A DuckDB file: opening it, and reading from it row by row in constant memory. The database is large, so it is
 * loaded with the first store.
 */
import { open } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { storeTrouble } from './store-error.js';

/** An open database file. Several connections may be at work at once; close them before it. */
export interface Database {
  readonly path: string;
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/** A way into one table, for many rows. */
export type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

/**
 * Values of the columns of a query, in their order; those that JavaScript has no type for as the driver gives them.
 */
export type Row = readonly unknown[];

const MEMORY_LIMIT = '1GB';
const MAGIC = 'DUCK';
const MAGIC_AT = 8;

/** True for a database file, whatever it is called. */
export async function isStoreFile(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(MAGIC.length);
      await file.read(bytes, 0, MAGIC.length, MAGIC_AT);
      return bytes.toString('latin1') === MAGIC;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/**
 * Opens a database file; one that is to be written is made where there is none.
 * @param temporary folder for what does not fit into memory; left out, the database chooses
 * @throws {StoreError} if it cannot be opened
 */
export async function openDatabase(
  path: string,
  mode: 'read' | 'write',
  temporary?: string,
): Promise<Database> {
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
  let instance: DuckDBInstance;
  try {
    instance = await Instance.create(path, {
      access_mode: mode === 'read' ? 'READ_ONLY' : 'READ_WRITE',
      memory_limit: MEMORY_LIMIT,
      ...(temporary === undefined ? {} : { temp_directory: temporary }),
    });
  } catch (cause) {
    throw storeTrouble(path, cause);
  }
  return { path, connect: () => instance.connect(), close: () => instance.closeSync() };
}

/** The rows of a query as plain JavaScript values, a few thousand in memory at a time. */
export async function* rowsOf(connection: DuckDBConnection, sql: string): AsyncGenerator<Row> {
  for await (const rows of rowChunksOf(connection, sql)) yield* rows;
}

/** As `rowsOf`, a few thousand rows at a time. */
export async function* rowChunksOf(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<readonly Row[]> {
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk.getRows();
  }
}

/** The first row of a query. */
export async function firstRow(connection: DuckDBConnection, sql: string): Promise<Row | undefined> {
  return (await connection.runAndReadAll(sql)).getRows()[0];
}

/** A text as a literal of SQL, quotes doubled. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
