/**
 * What the product says of letters: the records of `facts` and `check` in NDJSON, as far as they are scored.
 * In: text, a record a line. Out: the records by letter. Read leniently, so that outputs of any version can be scored.
 */
import * as z from 'zod';
import type { OutputQuote } from './quotes.js';
import { listOf, orNull, textOrEmpty, word } from './schema-parts.js';

const offset = z
  .unknown()
  .optional()
  .transform((value) => (Number.isInteger(value) ? (value as number) : null));
const quoteSchema: z.ZodType<OutputQuote> = z.object({
  text: textOrEmpty,
  start: offset,
  end: offset,
});

const factSchema = z.object({
  document: z.string(),
  fact: z.string(),
  status: orNull(z.string()),
  value: z.unknown().optional(),
  region: orNull(z.string()),
  laterality: orNull(z.string()),
  levels: listOf(word),
  date: orNull(word),
  evidence: listOf(quoteSchema),
});
export type OutputFact = z.infer<typeof factSchema>;

const serviceSchema = z.object({
  family: orNull(z.string()),
  region: orNull(z.string()),
  laterality: orNull(z.string()),
  levels: listOf(word),
  quantity: orNull(z.number()),
  decidedBy: listOf(z.string()),
});
export type OutputService = z.infer<typeof serviceSchema>;

const findingSchema = z.object({
  code: z.string(),
  message: textOrEmpty,
  quotes: listOf(quoteSchema),
});
export type OutputFinding = z.infer<typeof findingSchema>;

const issueSchema = z.object({
  document: z.string(),
  issue: orNull(z.number()),
  request: orNull(z.string()),
  services: listOf(serviceSchema),
  predicted: orNull(z.string()),
  actual: orNull(z.string()),
  findings: listOf(findingSchema),
});
export type OutputIssue = z.infer<typeof issueSchema>;

/** Records by the name of their letter; `unread` names the letters that came as an error. */
export interface Output<Row> {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly unread: readonly string[];
}

/** Raised for a line that is no record; the message says which and why. */
export class OutputError extends Error {}

/** @throws {OutputError} */
export function parseFacts(file: string, ndjson: string): Output<OutputFact> {
  return collect(parseLines(file, ndjson), factSchema);
}

/** @throws {OutputError} */
export function parseChecks(file: string, ndjson: string): Output<OutputIssue> {
  return collect(parseLines(file, ndjson), issueSchema);
}

/** The name that a letter's labels go by: `letters/a-1.txt` is `a-1`. */
export function letterName(document: string): string {
  return document.replace(/^.*\//s, '').replace(/\.(txt|pdf|json)$/, '');
}

interface Line {
  readonly place: string;
  readonly record: unknown;
}

const errorSchema = z.object({ document: z.string(), error: z.looseObject({}) });

function parseLines(file: string, ndjson: string): Line[] {
  return ndjson.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const place = `${file}:${i + 1}`;
    try {
      return [{ place, record: JSON.parse(line) as unknown }];
    } catch (cause) {
      throw new OutputError(`${place}: the line is not JSON`, { cause });
    }
  });
}

function collect<Row extends { readonly document: string }>(
  lines: readonly Line[],
  schema: z.ZodType<Row>,
): Output<Row> {
  const rows = new Map<string, Row[]>();
  const unread: string[] = [];
  for (const { place, record } of lines) {
    const error = errorSchema.safeParse(record);
    if (error.success) {
      unread.push(letterName(error.data.document));
      continue;
    }
    const read = schema.safeParse(record);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new OutputError(`${place}: \`${issue?.path.join('.')}\`: ${issue?.message}`);
    }
    const name = letterName(read.data.document);
    const known = rows.get(name);
    if (known) known.push(read.data);
    else rows.set(name, [read.data]);
  }
  return { rows, unread };
}
