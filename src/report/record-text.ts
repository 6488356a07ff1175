/**
 * Records -> the text of a report: a record a line (`ndjson`), or one JSON document with records and totals (`json`).
 * In pieces, so that a run of any length can be printed as it goes.
 */
import * as z from 'zod';
import { OUTPUT_SCHEMAS, type OutputRecord, type ReportName } from './output-schema.js';
import type { Totals } from './totals.js';

export type RecordFormat = 'json' | 'ndjson';

const totalsSchema = z
  .strictObject({
    letters: z.int(),
    issues: z.int(),
    agreements: z.strictObject({ agree: z.int(), disagree: z.int(), 'not-comparable': z.int() }),
    undetermined: z.int(),
    findings: z.int(),
    findingsInLetters: z.int(),
    unread: z.int(),
  })
  .meta({ id: 'Totals' });

/** The whole document that `--format json` prints for a command. */
export function reportSchema(name: ReportName) {
  return z.strictObject({
    report: z.literal(name),
    records: z.array(OUTPUT_SCHEMAS[name]),
    totals: totalsSchema,
  });
}

export function recordsStart(format: RecordFormat, name: ReportName): string {
  return format === 'json' ? `{"report":${JSON.stringify(name)},"records":[` : '';
}

export function recordText(format: RecordFormat, record: OutputRecord, isFirst: boolean): string {
  const text = JSON.stringify(record);
  if (format === 'ndjson') return `${text}\n`;
  return `${isFirst ? '\n' : ',\n'}${text}`;
}

export function recordsEnd(format: RecordFormat, totals: Totals): string {
  return format === 'json' ? `\n],"totals":${JSON.stringify(totals)}}\n` : '';
}
