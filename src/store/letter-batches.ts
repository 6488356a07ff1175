/**
 * The letters of a store with what is stored of each, in the order of the letters, a few thousand at a time. Only what
 * every judgement needs is read here; words that few of them quote are fetched for those (`disagreements.ts`).
 */
import { type Database, type Row, rowChunksOf } from './database.js';
import { LetterRowsReader } from './group-rows.js';

/** The rows of one letter, table by table, in the order of the store. */
export interface LetterBatchRow {
  /** Number of the letter, from 0, in the order of the input. */
  readonly id: number;
  /** `letter_id, document, specialty, ur_date, error_code, error_message, error_help, signature` */
  readonly head: Row;
  /** `letter_id, issue, request, outcome value, cited` */
  readonly issues: readonly Row[];
  /** `letter_id, issue, form_id, readings, words` */
  readonly services: readonly Row[];
  /** `letter_id, issue, finding` */
  readonly findings: readonly Row[];
  /** `letter_id, severity, code, message, line, column, page, help` */
  readonly problems: readonly Row[];
}

/** Whole numbers beyond these would lose digits as the program's numbers do; no store has as many letters. */
const ID = 'CAST(letter_id AS DOUBLE)';

/** What is long, and needed by few; null where it is not asked for. */
export interface LongColumns {
  readonly hasSignatures: boolean;
  /** The words of services. */
  readonly hasWords: boolean;
}

const tablesSql = ({ hasWords }: LongColumns) => ({
  issues: `SELECT ${ID}, issue, request, json_extract_string(outcome, '$.value'), cited FROM stored_issues`,
  services: `SELECT ${ID}, issue, form_id, readings, ${hasWords ? 'words' : 'NULL'} FROM stored_services`,
  findings: `SELECT ${ID}, issue, finding FROM stored_findings`,
  problems: `SELECT ${ID}, * EXCLUDE (letter_id) FROM problems`,
});
type Table = keyof ReturnType<typeof tablesSql>;

const headsSql = ({ hasSignatures }: LongColumns): string =>
  `SELECT ${ID}, document, specialty, ur_date, error_code, error_message, error_help,
  ${hasSignatures ? 'to_json(signature)' : 'NULL'} FROM letters`;

/**
 * The letters of a store. One connection for each table, so that the tables are read in step; closed at the end,
 * however it ends.
 */
export async function* letterBatches(
  database: Database,
  long: LongColumns,
): AsyncGenerator<readonly LetterBatchRow[]> {
  const tables = tablesSql(long);
  const names = Object.keys(tables) as Table[];
  const connections = await Promise.all(['heads', ...names].map(() => database.connect()));
  const [own, ...others] = connections;
  if (own === undefined) throw new Error('no connection');
  const readers = new Map(
    names.map((name, i) => [name, new LetterRowsReader(rowChunksOf(others[i] ?? own, tables[name]))]),
  );
  try {
    for await (const heads of rowChunksOf(own, headsSql(long))) {
      const last = heads.at(-1)?.[0] as number;
      const rows = new Map(
        await Promise.all(
          [...readers].map(async ([name, reader]) => [name, await reader.through(last)] as const),
        ),
      );
      yield heads.map((head): LetterBatchRow => {
        const id = head[0] as number;
        const take = (name: Table): readonly Row[] => rows.get(name)?.take(id) ?? [];
        return {
          id,
          head,
          issues: take('issues'),
          services: take('services'),
          findings: take('findings'),
          problems: take('problems'),
        };
      });
    }
  } finally {
    for (const connection of connections) connection.closeSync();
  }
}
