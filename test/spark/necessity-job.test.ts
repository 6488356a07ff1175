/**
 * The job of docs/spark.md on a real Spark of two executor processes: the same tables as `compare --parquet`, columns,
 * types and rows, and poison records in every partition that do not fail it. Skipped where Java or PySpark is missing;
 * PYSPARK_PYTHON names the Python that has it, if it is not `python3`.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeRecords } from '../helpers/made-letters.js';
import { MAIN, runProgram } from '../helpers/run-program.js';

const RULES = resolve('test/scenarios/rules');
const JOB = resolve('spark/necessity_job.py');
const PYTHON = process.env.PYSPARK_PYTHON ?? 'python3';
const TABLES = ['letters', 'issues', 'services', 'facts', 'criteria', 'findings'] as const;
const PARTITIONS = 4;
/** Of a job on a busy machine: two executors start, and the rules are read for every partition. */
const LONG = 540_000;

/** What keeps Spark from running here; null if nothing does. */
const missing = ((): string | null => {
  const runs = (command: string, ...args: string[]): boolean => {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  if (!runs('java', '-version')) return 'Java';
  return runs(PYTHON, '-c', 'import pyspark') ? null : 'PySpark';
})();

/** One of each kind of breakage, with an id wherever one can be read, by which both ways name it. */
const POISON = [
  '{"id":"no-text"}',
  '{"id":"nul","text":"a\\u0000b"}',
  '{"id":"empty","text":"  "}',
  '{"id":"no-letter","text":"a shopping list"}',
  JSON.stringify({ id: 'huge', text: 'x'.repeat(1_100_000) }),
  'not json',
];

describe.skipIf(missing !== null)(`on Spark (skipped where there is none; missing here: ${missing})`, () => {
  let folder = '';
  let status: number | null = null;
  let said = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spark-'));
    const lines = POISON.flatMap((poison, i) => [...madeRecords(15, 15 * i), poison]);
    writeFileSync(join(folder, 'in.ndjson'), `${lines.join('\n')}\n`);
    const args = ['compare', 'in.ndjson', '--rules', RULES, '--store', 's.duckdb', '--parquet', 'expected'];
    const end = await runProgram(args, folder);
    status = end.status;
    said = (
      await promisify(execFile)(PYTHON, sparkArgs(folder), { env: sparkEnv(folder), maxBuffer: 1 << 26 })
    ).stderr;
  }, LONG);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the job runs to its end, and counts the poison records', () => {
    expect(status).toBe(3);
    expect(said).toMatch(/96 letters, \d+ of them errors/);
  });

  test.each(TABLES)('%s has the columns, types and rows of `compare --parquet`', async (table) => {
    const [spark, ours] = [
      `read_parquet('${join(folder, 'out', table, '*.parquet')}')`,
      `read_parquet('${join(folder, 'expected', `${table}.parquet`)}')`,
    ];
    const columns = (from: string): Promise<unknown> => query(`DESCRIBE SELECT * FROM ${from}`);
    expect(await columns(spark)).toEqual(await columns(ours));
    // What has no id is named by its place, which is of the partition in the one and of the file in the other.
    const rows = (from: string): Promise<unknown> =>
      query(
        table === 'letters'
          ? `SELECT * REPLACE (CASE WHEN document LIKE '%:%' THEN '' ELSE document END AS document) FROM ${from} ORDER BY ALL`
          : `SELECT * FROM ${from} ORDER BY ALL`,
      );
    const expected = (await rows(ours)) as unknown[];
    expect(await rows(spark)).toEqual(expected);
    if (table !== 'findings') expect(expected.length).toBeGreaterThan(0);
  });
});

function sparkArgs(folder: string): string[] {
  const command = `${process.execPath} ${MAIN} map --rules ${RULES}`;
  const [input, output] = [`file://${folder}/in.ndjson`, `file://${folder}/out`];
  return [JOB, input, output, '--command', command, '--partitions', String(PARTITIONS)];
}

/** On this machine alone: what `spark-submit` would be told in its options. */
function sparkEnv(folder: string): NodeJS.ProcessEnv {
  const options = [
    '--master',
    'local-cluster[2,1,1024]',
    '--driver-java-options',
    `-Djava.io.tmpdir=${folder}`,
  ];
  const local = { 'spark.ui.enabled': false, 'spark.driver.host': '127.0.0.1', 'spark.local.dir': folder };
  const conf = Object.entries(local).flatMap(([name, value]) => ['--conf', `${name}=${value}`]);
  return {
    ...process.env,
    PYSPARK_PYTHON: PYTHON,
    SPARK_LOCAL_IP: '127.0.0.1',
    SPARK_WORKER_DIR: join(folder, 'work'),
    PYSPARK_SUBMIT_ARGS: [...options, ...conf, 'pyspark-shell'].join(' '),
  };
}

async function query(sql: string): Promise<unknown> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
