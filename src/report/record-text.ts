/**
 * Records -> the text of a report: a record a line (`ndjson`), or one JSON document with records and totals (`json`).
 * In pieces, so that a run of any length can be printed as it goes.
 */
import type { OutputRecord, ReportName } from './output-schema.js';
import type { Totals } from './totals.js';

/** How records are joined into a report. */
export type RecordFormat = 'json' | 'ndjson';

/** What stands before the first record. @param name the command, by which a reader knows the schema */
export function recordsStart(format: RecordFormat, name: ReportName): string {
  return format === 'json' ? `{"report":${JSON.stringify(name)},"records":[` : '';
}

/** One record, with what parts it from the one before. @param isFirst whether none was printed yet */
export function recordText(format: RecordFormat, record: OutputRecord, isFirst: boolean): string {
  const text = JSON.stringify(record);
  if (format === 'ndjson') return `${text}\n`;
  return `${isFirst ? '\n' : ',\n'}${text}`;
}

/** What stands after the last record; a line a record has no totals. */
export function recordsEnd(format: RecordFormat, totals: Totals): string {
  return format === 'json' ? `\n],"totals":${JSON.stringify(totals)}}\n` : '';
}
