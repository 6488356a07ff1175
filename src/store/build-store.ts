/**
 * Blocks that were read, and a store from before -> the tables of letters of a new store. What the old store holds of
 * unchanged blocks and letters is carried over; the rest is loaded from what the workers left.
 * Not here: what the rules come to (`evaluate-store.ts`).
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { CaseDictionary } from '../corpus/case-dictionary.js';
import { type Appender, firstRow, sqlText } from './database.js';
import { readDictionary, writeDictionary } from './dictionary.js';
import { CREATE_LETTER_TABLES, CREATE_RULE_TABLES, CREATE_VIEWS, SHARD_COLUMNS } from './schema.js';
import { lettersPath, readShard, type ShardCases } from './shard.js';
import { StoreError } from './store-error.js';
import { type StoredBlock, type StoreMeta, writeMeta } from './store-meta.js';

/** What a new store is to hold, and where that comes from. */
export interface StorePlan {
  /** The store as messages name it; the tables are built in a file beside it. */
  readonly path: string;
  /** Where workers left what they read. */
  readonly folder: string;
  /** In the order of the input; each key once. */
  readonly blocks: readonly (StoredBlock & { readonly isKnown: boolean })[];
  /** A store whose letters still count; null where there is none. */
  readonly previous: string | null;
  /** What letters were read with; of the rules nothing is written before they are judged. */
  readonly meta: StoreMeta;
}

/** A letter has far less. */
const MOST_LETTER_BYTES = 1 << 25;

/**
 * Fills an empty database with the letters of a plan, in the order of the input, and with tables for what rules come to.
 * @param signal once it is set, what is made is given up
 * @throws {StoreError} if letters that were to be carried over are not in the old store
 * @throws {AbortError} if the signal is set
 */
export async function buildTables(
  connection: DuckDBConnection,
  plan: StorePlan,
  signal: AbortSignal,
): Promise<void> {
  await connection.run(CREATE_LETTER_TABLES);
  await connection.run(CREATE_RULE_TABLES);
  await connection.run(CREATE_VIEWS);
  await writeMeta(connection, { program: plan.meta.program, lexicon: plan.meta.lexicon });
  await appendBlocks(connection, plan);
  await connection.run('CREATE TEMP TABLE carried (old_id BIGINT, new_id BIGINT)');
  if (plan.previous !== null) await connection.run(`ATTACH ${sqlText(plan.previous)} AS old (READ_ONLY)`);
  await stageLetters(connection, plan);
  signal.throwIfAborted();
  if (plan.previous !== null) await carryOver(connection, plan);
  await connection.run(INSERT_NEW);
  await insertServices(connection, plan, signal);
  if (plan.previous !== null) await connection.run(INSERT_CARRIED);
  await sortTables(connection, plan.previous !== null);
  if (plan.previous !== null) await connection.run('DETACH old');
}

async function appendBlocks(connection: DuckDBConnection, { blocks }: StorePlan): Promise<void> {
  const appender = await connection.createAppender('blocks');
  let base = 0;
  blocks.forEach(({ key, letters, isLast }, ordinal) => {
    appender.appendVarchar(key);
    appender.appendInteger(ordinal);
    appender.appendBigInt(BigInt(base));
    appender.appendInteger(letters);
    appender.appendBoolean(isLast);
    appender.endRow();
    base += letters;
  });
  appender.closeSync();
}

async function stageLetters(connection: DuckDBConnection, { blocks, folder }: StorePlan): Promise<void> {
  const files = blocks
    .filter((one) => !one.isKnown && one.letters > 0)
    .map(({ key }) => lettersPath(folder, key));
  const source =
    files.length === 0 ? "read_json('/dev/null', " : `read_json([${files.map(sqlText).join(', ')}], `;
  const rows = `${source} columns = ${SHARD_COLUMNS}, format = 'newline_delimited', maximum_object_size = ${MOST_LETTER_BYTES})`;
  await connection.run(
    `CREATE TEMP TABLE staged AS SELECT b.base + s.place AS letter_id, s.* FROM ${rows} s JOIN blocks b ON b.key = s.block`,
  );
}

async function carryOver(connection: DuckDBConnection, { path, blocks }: StorePlan): Promise<void> {
  await connection.run('CREATE TEMP TABLE known_blocks (key VARCHAR)');
  const appender = await connection.createAppender('known_blocks', 'main', 'temp');
  for (const { key } of blocks.filter((one) => one.isKnown)) {
    appender.appendVarchar(key);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`
    INSERT INTO carried SELECT l.letter_id, l.letter_id - o.base + n.base
      FROM old.blocks o JOIN known_blocks USING (key) JOIN blocks n USING (key)
      JOIN old.letters l ON l.letter_id >= o.base AND l.letter_id < o.base + o.letters;
    INSERT INTO carried SELECT o.letter_id, s.letter_id FROM staged s
      JOIN (SELECT min(letter_id) AS letter_id, hash FROM old.letters GROUP BY hash) o USING (hash) WHERE s.known`);
  const [missing] =
    (await firstRow(
      connection,
      'SELECT count(*) FROM staged WHERE known AND letter_id NOT IN (SELECT new_id FROM carried)',
    )) ?? [];
  if (Number(missing) > 0) {
    throw new StoreError(
      path,
      `${missing} letters that were to be carried over are missing`,
      'remove the store and run again',
    );
  }
}

/** Everything of the letters that were read anew, but for their services. */
const INSERT_NEW = `
CREATE TEMP VIEW fresh AS SELECT * FROM staged WHERE known IS NULL;
INSERT INTO letters SELECT letter_id, document, hash, year, specialty, urDate, signature, error.code, error.message, error.help
  FROM fresh;
INSERT INTO problems SELECT letter_id, p.severity, p.code, p.message, p.line, p."column", p.page, p.help
  FROM (SELECT letter_id, unnest(problems) AS p FROM fresh);
INSERT INTO facts SELECT letter_id, n - 1, f.fact, f.status, f.value, f.region, f.laterality, f.levels, f.date,
    f.service, f.evidence, f.cues
  FROM (SELECT letter_id, unnest(facts) AS f, generate_subscripts(facts, 1) AS n FROM fresh);
INSERT INTO stored_issues SELECT letter_id, i.issue, i.request, i.outcome, i.cited
  FROM (SELECT letter_id, unnest(issues) AS i FROM fresh);
INSERT INTO stored_findings SELECT letter_id, issue, unnest(found)
  FROM (SELECT letter_id, i.issue AS issue, i.findings AS found FROM (SELECT letter_id, unnest(issues) AS i FROM fresh));`;

/** Everything of the letters that the old store holds. */
const INSERT_CARRIED = `
INSERT INTO letters SELECT c.new_id, coalesce(s.document, o.document), o.hash, o.year, o.specialty, o.ur_date,
    o.signature, o.error_code, o.error_message, o.error_help
  FROM carried c JOIN old.letters o ON o.letter_id = c.old_id
  LEFT JOIN (SELECT letter_id, document FROM staged WHERE known) s ON s.letter_id = c.new_id;
${['problems', 'facts', 'stored_issues', 'stored_services', 'stored_findings']
  .map(
    (table) =>
      `INSERT INTO ${table} SELECT c.new_id, o.* EXCLUDE (letter_id) FROM carried c JOIN old.${table} o ON o.letter_id = c.old_id;`,
  )
  .join('\n')}`;

async function insertServices(
  connection: DuckDBConnection,
  plan: StorePlan,
  signal: AbortSignal,
): Promise<void> {
  const cases = plan.previous === null ? new CaseDictionary() : await readDictionary(connection, 'old');
  const appender = await connection.createAppender('stored_services');
  let base = 0;
  for (const { key, letters, isKnown } of plan.blocks) {
    if (signal.aborted) break;
    const shard = isKnown || letters === 0 ? null : await readShard(plan.folder, key);
    if (shard) appendCases(appender, shard, base, cases);
    base += letters;
  }
  appender.closeSync();
  signal.throwIfAborted();
  await writeDictionary(connection, cases);
}

function appendCases(appender: Appender, shard: ShardCases, base: number, cases: CaseDictionary): void {
  const forms = shard.forms.map((form) => cases.formNumber(form));
  const readings = shard.readings.map((reading) => cases.readingNumber(reading));
  let last = '';
  let service = 0;
  for (const one of shard.cases) {
    const place = `${one.letter} ${one.issue}`;
    service = place === last ? service + 1 : 1;
    last = place;
    appender.appendBigInt(BigInt(base + one.letter));
    appender.appendInteger(one.issue);
    appender.appendInteger(service);
    appender.appendInteger(forms[one.form] as number);
    appender.appendVarchar(JSON.stringify(one.words));
    appender.appendVarchar(one.readings.map((number) => readings[number]).join(' '));
    appender.appendVarchar(one.from.join(' '));
    appender.endRow();
  }
}

const ORDERS: Readonly<Record<string, string>> = {
  letters: 'letter_id',
  problems: 'letter_id',
  facts: 'letter_id, fact_no',
  stored_issues: 'letter_id, issue',
  stored_services: 'letter_id, issue, service',
  stored_findings: 'letter_id, issue',
};

/** Puts tables into the order of the letters, where they are not in it. */
async function sortTables(connection: DuckDBConnection, isMixed: boolean): Promise<void> {
  for (const [table, order] of Object.entries(ORDERS)) {
    const isSorted = !isMixed && (await isInOrder(connection, table));
    if (isSorted) continue;
    // Sorting is stable over the row numbers, so that what has no number of its own keeps its order.
    await connection.run(`
      CREATE TEMP TABLE sorted AS SELECT * FROM ${table} ORDER BY ${order}, rowid;
      DELETE FROM ${table};
      INSERT INTO ${table} SELECT * FROM sorted;
      DROP TABLE sorted`);
  }
}

async function isInOrder(connection: DuckDBConnection, table: string): Promise<boolean> {
  const sql = `SELECT count(*) FROM (SELECT letter_id < lag(letter_id) OVER (ORDER BY rowid) AS back FROM ${table}) WHERE back`;
  return Number((await firstRow(connection, sql))?.[0]) === 0;
}
