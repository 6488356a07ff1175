/**
 * `necessity query "SELECT …" --store F`, or a named query: questions to what was found, without reading letters.
 */
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify';
import { NAMED_QUERIES } from '../store/named-queries.js';
import { type JsonValue, type QueryRows, queryStore } from '../store/query-store.js';
import { StoreError } from '../store/store-error.js';
import { didYouMean } from '../text/suggest.js';
import { EXIT, type ExitCode, type Finish } from './exit-codes.js';
import { openSession, type Session } from './session.js';
import { storeProblem } from './store-problem.js';

interface QueryOptions {
  readonly store?: string;
  readonly format: 'table' | 'csv' | 'json' | 'ndjson';
  readonly list?: boolean;
}

const NAMES = Object.entries(NAMED_QUERIES);
const NAME_WIDTH = Math.max(...NAMES.map(([name]) => name.length)) + 2;
const LIST = NAMES.map(([name, { about }]) => `  ${name.padEnd(NAME_WIDTH)}${about}`).join('\n');

const HELP = `
Named queries:
${LIST}

Tables: letters, issues, services, facts, criteria, findings (docs/store.md).

Examples:
  $ necessity query undetermined-reasons --store results.duckdb
  $ necessity query "SELECT year, count(*) FROM issues GROUP BY year ORDER BY year" --store results.duckdb --format csv
  $ necessity query --list

Exit status:
  0  ran
  2  the command line is wrong, or the query is
  3  the store cannot be read`;

/** A query that is wrong ends with status 2, as a wrong command line does; a store that is, with 3. */
export function addQueryCommand(program: Command, finish: Finish): void {
  program
    .command('query')
    .description('ask a store: a named query, or SQL; nothing is changed')
    .argument('[query]', 'name of a query, or SQL')
    .option('--store <file>', 'the store that `necessity compare --store` wrote')
    .addOption(
      new Option('--format <format>', 'how rows are written')
        .choices(['table', 'csv', 'json', 'ndjson'])
        .default('table'),
    )
    .option('--list', 'list the named queries')
    .addHelpText('after', HELP)
    .action(async (query: string | undefined, options: QueryOptions, command: Command) => {
      if (options.list) {
        await openSession({}).results.write(`${LIST}\n`);
        return;
      }
      if (query === undefined)
        command.error('error: name a query, or give one in SQL', { exitCode: EXIT.usage });
      if (options.store === undefined)
        command.error('error: --store FILE is needed', { exitCode: EXIT.usage });
      const unknown = unknownName(query);
      if (unknown !== null) command.error(`error: ${unknown}`, { exitCode: EXIT.usage });
      finish(await ask(query, options.store, options));
    });
}

/** What is wrong with a query that is a single word and no name; null for any other. */
function unknownName(query: string): string | null {
  if (!/^[\w-]+$/.test(query) || Object.hasOwn(NAMED_QUERIES, query)) return null;
  const advice = didYouMean(query, Object.keys(NAMED_QUERIES)) ?? '--list names them';
  return `there is no named query \`${query}\`; ${advice}`;
}

async function ask(query: string, store: string, { format }: QueryOptions): Promise<ExitCode> {
  const session = openSession({});
  const named = Object.hasOwn(NAMED_QUERIES, query) ? NAMED_QUERIES[query] : undefined;
  try {
    await queryStore(store, named?.sql ?? query, (answer) => WRITERS[format](answer, session));
    return EXIT.ok;
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    const isQuery = /^(Parser|Binder|Catalog|Invalid Input|Conversion|Permission) Error/.test(cause.message);
    await session.tell([storeProblem(cause)]);
    return isQuery ? EXIT.usage : EXIT.unread;
  }
}

type Writer = (answer: QueryRows, session: Session) => Promise<void>;

const WRITERS: Readonly<Record<QueryOptions['format'], Writer>> = {
  ndjson: async ({ columns, rows }, { results }) => {
    for await (const row of rows) await results.write(`${JSON.stringify(recordOf(columns, row))}\n`);
  },
  json: async ({ columns, rows }, { results }) => {
    let gap = '[';
    for await (const row of rows) {
      await results.write(`${gap}\n${JSON.stringify(recordOf(columns, row))}`);
      gap = ',';
    }
    await results.write(gap === '[' ? '[]\n' : '\n]\n');
  },
  csv: async ({ columns, rows }, { results }) => {
    const csv = stringify({ cast: { boolean: String } });
    const written = (async () => {
      for await (const chunk of csv) await results.write(String(chunk));
    })();
    csv.write(columns);
    for await (const row of rows) csv.write(row.map(cell));
    csv.end();
    await written;
  },
  table: async ({ columns, rows }, { results }) => {
    const cells: string[][] = [];
    let isCut = false;
    for await (const row of rows) {
      if (cells.length === MOST_ROWS) {
        isCut = true;
        break;
      }
      cells.push(row.map((value) => cut(cell(value))));
    }
    await results.write(tableText(columns, cells));
    if (isCut) await results.write(`… the first ${MOST_ROWS} rows; --format csv or ndjson gives all\n`);
  },
};

/** A table is aligned as a whole, so it is held in memory: what nobody would read is left out. */
const MOST_ROWS = 1000;
const WIDEST_CELL = 60;

function recordOf(columns: readonly string[], row: readonly JsonValue[]): Record<string, JsonValue> {
  return Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null]));
}

function cell(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= WIDEST_CELL ? line : `${line.slice(0, WIDEST_CELL - 1)}…`;
}

function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const isNumber = columns.map(
    (_name, i) => rows.length > 0 && rows.every((row) => /^-?[\d.]*$/.test(row[i] ?? '')),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => (isNumber[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[columns, ...rows].map(line).join('\n')}\n`;
}
