/**
 * What linting found, as text for people, JSON for programs, and SARIF for editors and code hosts.
 * Not here: finding it (`pipeline/lint-folder.ts`).
 */
import { formatDiagnostics, type TextOf } from '../diagnostics/code-frame.js';
import { DIAGNOSTIC_CODES, type Diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import type { Span } from '../text/source-text.js';
import { diagnosticRecord, placesIn } from './diagnostic-record.js';
import { type SarifPlace, sarifLog } from './sarif.js';
import { counted } from './words.js';

/** How what linting found can be written; `sarif` is SARIF 2.1.0 (OASIS). */
export const LINT_FORMATS = ['text', 'json', 'sarif'] as const;
/** One of `LINT_FORMATS`. */
export type LintFormat = (typeof LINT_FORMATS)[number];

/** What linting found, and what it looked at. */
export interface LintReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: { readonly rules: number; readonly examples: number; readonly facts: number };
  /** Errors, warnings and notes, also those that `diagnostics` leaves out. */
  readonly totals: Readonly<Record<Severity, number>>;
}

/** How many there are of each severity, zero included. */
export function countSeverities(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** Every diagnostic with its line, then one line of totals. */
export function lintText(
  { diagnostics, counts, totals }: LintReport,
  textOf: TextOf,
  options: { readonly color: boolean; readonly hint: string | null },
): string {
  const told = formatDiagnostics(diagnostics, textOf, options);
  const files = [
    counted(counts.rules, 'rule'),
    counted(counts.examples, 'example'),
    counted(counts.facts, 'fact'),
  ];
  const hint = options.hint === null ? '' : ` (${options.hint})`;
  return `${told === '' ? '' : `${told}\n\n`}${files.join(', ')}: ${totalsInWords(totals)}${hint}\n`;
}

function totalsInWords({ error, warning, note }: LintReport['totals']): string {
  const parts = [
    error > 0 ? counted(error, 'error') : '',
    warning > 0 ? counted(warning, 'warning') : '',
    note > 0 ? counted(note, 'note') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}

/** One document: what was looked at, and every diagnostic with lines and columns from 1. */
export function lintJson({ diagnostics, counts, totals }: LintReport, textOf: TextOf): string {
  const placeOf = placesIn(textOf);
  const list = diagnostics.map((one) => diagnosticRecord(one, placeOf));
  return `${JSON.stringify({ report: 'lint', counts, totals, diagnostics: list }, null, 2)}\n`;
}

/** One SARIF 2.1.0 document; its rules are the codes that were found, sorted. @param version of this program */
export function lintSarif(version: string, { diagnostics }: LintReport, textOf: TextOf): string {
  const placeOf = placesIn(textOf);
  const sarifPlace = (file: string, span: Span | null, message?: string): SarifPlace => {
    const { line, column, endLine, endColumn } = placeOf(file, span);
    const region =
      line === null || column === null || endLine === null || endColumn === null
        ? null
        : { line, column, endLine, endColumn };
    return { file, region, ...(message === undefined ? {} : { message }) };
  };
  const codes = [...new Set(diagnostics.map((one) => one.code))].sort();
  const rules = codes.map((id) => ({ id, description: DIAGNOSTIC_CODES[id][1] }));
  const results = diagnostics.map(({ code, severity, file, span, message, help, related = [] }) => ({
    code,
    level: severity,
    message: help === undefined ? message : `${message}; ${help}`,
    place: sarifPlace(file, span),
    related: related.map((one) => sarifPlace(one.file, one.span, one.message)),
  }));
  return `${JSON.stringify(sarifLog(version, rules, results), null, 2)}\n`;
}
