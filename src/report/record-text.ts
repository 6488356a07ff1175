/**
 * Records -> the text of a report: a record a line (`ndjson`), or one JSON document with records and totals (`json`).
 * In pieces, so that a run of any length can be printed as it goes.
 */
import type { OutputRecord, ReportName } from './output-schema.js';
import type { Totals } from './totals.js';

export type RecordFormat = 'json' | 'ndjson';

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
