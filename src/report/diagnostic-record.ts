/**
 * Diagnostics in machine-readable output: places as lines and columns from 1, for every report that holds some.
 * Not here: their wording for people (`diagnostics/code-frame.ts`).
 */
import * as z from 'zod';
import type { TextOf } from '../diagnostics/code-frame.js';
import {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  type RelatedPlace,
} from '../diagnostics/diagnostic.js';
import { SourceText, type Span } from '../text/source-text.js';

const ordinal = z.int().min(1);
/** Null where a problem is about a file as a whole, or the file could not be read. */
const placeFields = {
  file: z.string(),
  line: ordinal.nullable(),
  column: ordinal.nullable(),
  endLine: ordinal.nullable(),
  endColumn: ordinal.nullable(),
};

/** Another place that has to do with a problem, with a sentence on how. */
export const relatedPlaceSchema = z
  .strictObject({ ...placeFields, message: z.string() })
  .meta({ id: 'RelatedPlace' });

/** One problem; `help` and `fix` are null where there is none. */
export const diagnosticSchema = z
  .strictObject({
    ...placeFields,
    code: z.enum(Object.keys(DIAGNOSTIC_CODES) as [DiagnosticCode, ...DiagnosticCode[]]),
    severity: z.enum(['error', 'warning', 'note']),
    message: z.string(),
    help: z.string().nullable(),
    related: z.array(relatedPlaceSchema),
    /** What `--fix` would do. */
    fix: z.string().nullable(),
  })
  .meta({ id: 'Diagnostic' });
/** A record that the schema accepts. */
export type DiagnosticRecord = z.infer<typeof diagnosticSchema>;

/** Where a span begins, and the point after its end; all null where there is no place. */
export type LinesOf = Readonly<Record<'line' | 'column' | 'endLine' | 'endColumn', number | null>>;
/** Finds the lines of a span in a file by its name. */
export type PlaceOf = (file: string, span: Span | null) => LinesOf;

const NOWHERE: LinesOf = { line: null, column: null, endLine: null, endColumn: null };

/** Lines and columns of spans; the lines of a file are counted once. */
export function placesIn(textOf: TextOf): PlaceOf {
  const sources = new Map<string, SourceText | null>();
  return (file, span) => {
    if (!sources.has(file)) {
      const text = textOf(file);
      sources.set(file, text === undefined ? null : new SourceText(file, text));
    }
    const source = sources.get(file) ?? null;
    if (source === null || span === null) return NOWHERE;
    const start = source.point(span.start);
    const end = source.point(span.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}

/** @param placeOf of the files that diagnostics are about: see `placesIn` */
export function diagnosticRecord(found: Diagnostic, placeOf: PlaceOf): DiagnosticRecord {
  const { code, severity, file, span, message, help, related = [], fix } = found;
  return {
    file,
    ...placeOf(file, span),
    code,
    severity,
    message,
    help: help ?? null,
    related: related.map((one) => relatedRecord(one, placeOf)),
    fix: fix === undefined ? null : fix.title,
  };
}

/** The same for a place beside the one that a problem is at. */
export function relatedRecord(
  { file, span, message }: RelatedPlace,
  placeOf: PlaceOf,
): DiagnosticRecord['related'][number] {
  return { file, ...placeOf(file, span), message };
}
