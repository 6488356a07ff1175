/**
 * What the built command line prints for programs is what the published schemas say.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OUTPUT_SCHEMAS, reportSchema } from '../../src/report/output-schema.js';
import { runScenario, type Scenario } from '../helpers/scenario.js';

const run = async (command: string): Promise<string> => {
  const scenario: Scenario = {
    title: '',
    command,
    status: 0,
    setup: 'touch empty.txt',
    files: [],
    stdin: '',
    stdout: '',
    stderr: '',
  };
  return (await runScenario(scenario)).stdout;
};

describe.each(['check', 'explain', 'facts'] as const)('the output of `%s`', (name) => {
  const command = `necessity ${name} letters empty.txt --rules rules --quiet`;

  test('as NDJSON parses line by line, and quotes are the words of the letter', async () => {
    const lines = (await run(`${command} --format ndjson`)).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      const record = OUTPUT_SCHEMAS[name].parse(JSON.parse(line));
      for (const quote of quotesIn(record)) {
        const text = readFileSync(`test/scenarios/${record.document}`, 'utf8');
        expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        const before = text.slice(0, quote.start).split('\n');
        expect([before.length, (before.at(-1)?.length ?? 0) + 1]).toEqual([quote.line, quote.column]);
      }
    }
  }, 60_000);

  test('as JSON parses whole, and holds the same records', async () => {
    const report = reportSchema(name).parse(JSON.parse(await run(`${command} --format json`)));
    const lines = (await run(`${command} --format ndjson`)).trimEnd().split('\n');
    expect(report.records).toEqual(lines.map((line) => JSON.parse(line)));
    expect(report.totals).toMatchObject({ letters: 2, unread: 1 });
  }, 60_000);
});

interface QuoteLike {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** Every quote in a record, however deep. */
function quotesIn(value: unknown): readonly QuoteLike[] {
  if (typeof value !== 'object' || value === null) return [];
  const isQuote = 'text' in value && 'start' in value;
  return [...(isQuote ? [value as QuoteLike] : []), ...Object.values(value).flatMap(quotesIn)];
}
