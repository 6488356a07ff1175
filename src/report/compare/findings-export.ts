/**
 * Findings as a file for other programs: CSV for tables, SARIF for editors and code hosts, JSON for the rest.
 * In pieces, so that a corpus of any size can be written; SARIF hosts refuse large files, so that one is bounded.
 */
import { stringify } from 'csv-stringify/sync';
import type { FoundFinding } from '../../corpus/corpus-comparison.js';
import type { Quote } from '../../text/source-text.js';
import { type SarifPlace, type SarifResult, sarifLog } from '../sarif.js';
import { FINDING_MEANINGS } from './finding-meanings.js';

/** The forms that findings can be written in, each the ending of its files. */
export const EXPORT_KINDS = ['csv', 'sarif', 'json'] as const;
/** One of `EXPORT_KINDS`. */
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What a file is to be, by its ending; null if that is none of them. */
export function exportKindOf(path: string): ExportKind | null {
  return EXPORT_KINDS.find((kind) => path.toLowerCase().endsWith(`.${kind}`)) ?? null;
}

/**
 * A file in pieces: `start`, then `next` for each finding, then `end` once; each gives the text to append, which may
 * be empty.
 */
export interface FindingsExport {
  readonly start: string;
  next(found: FoundFinding): string;
  end(): string;
}

/** Results that the largest host takes in one run. */
export const MOST_SARIF = 25_000;

/**
 * CSV and JSON hold every finding and whether it was accepted; SARIF 2.1.0 holds new ones alone, `MOST_SARIF` at
 * most.
 * @param version of this program, which SARIF names
 */
export function findingsExport(kind: ExportKind, version: string): FindingsExport {
  switch (kind) {
    case 'csv':
      return { start: stringify([COLUMNS]), next: (found) => stringify([csvRow(found)]), end: () => '' };
    case 'json':
      return jsonExport();
    case 'sarif':
      return sarifExport(version);
  }
}

const COLUMNS = [
  'document',
  'issue',
  'code',
  'message',
  'hint',
  'request',
  'predicted',
  'actual',
  'accepted',
  'line',
  'column',
  'words',
  'against_line',
  'against_column',
  'against_words',
] as const;

function csvRow({ row, finding, isAccepted }: FoundFinding): readonly (string | number)[] {
  const [first, second] = finding.quotes;
  const cells = [
    row.document,
    row.issue,
    finding.code,
    finding.message,
    finding.hint ?? '',
    row.request,
    row.predicted,
    row.actual ?? '',
    isAccepted ? 'yes' : 'no',
    ...quoteCells(first),
    ...quoteCells(second),
  ];
  return cells.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell));
}

function quoteCells(quote: Quote | undefined): readonly (string | number)[] {
  return quote === undefined ? ['', '', ''] : [quote.line, quote.column, oneLine(quote.text)];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A spreadsheet would run what begins like a formula (OWASP, CSV injection); letters may hold anything. */
function plainCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function jsonExport(): FindingsExport {
  let isFirst = true;
  return {
    start: '[',
    next: ({ row, finding, isAccepted }) => {
      const { document, issue, request, predicted, actual } = row;
      const record = { document, issue, ...finding, request, predicted, actual, accepted: isAccepted };
      const text = `${isFirst ? '\n' : ',\n'}${JSON.stringify(record)}`;
      isFirst = false;
      return text;
    },
    end: () => '\n]\n',
  };
}

function sarifExport(version: string): FindingsExport {
  const results: SarifResult[] = [];
  const rules = Object.entries(FINDING_MEANINGS).map(([id, description]) => ({ id, description }));
  return {
    start: '',
    next: (found) => {
      if (!found.isAccepted && results.length < MOST_SARIF) results.push(sarifResult(found));
      return '';
    },
    end: () => `${JSON.stringify(sarifLog(version, rules, results), null, 2)}\n`,
  };
}

function sarifResult({ row, finding }: FoundFinding): SarifResult {
  const [first, ...rest] = finding.quotes;
  return {
    code: finding.code,
    level: finding.code === 'outcome-disagrees' ? 'note' : 'warning',
    message: `issue ${row.issue}: ${finding.message}`,
    place: placeOf(row.document, first),
    related: rest.map((quote) => ({ ...placeOf(row.document, quote), message: oneLine(quote.text) })),
  };
}

function placeOf(file: string, quote: Quote | undefined): SarifPlace {
  return { file, region: quote === undefined ? null : { line: quote.line, column: quote.column } };
}
