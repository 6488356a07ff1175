/**
 * Diagnostics with a fix -> the texts as they should be. Where two fixes overlap the first counts; the other is told
 * again in the next round.
 */
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.js';
import type { Span } from '../text/source-text.js';
import type { TextFile } from './load-rules.js';

/** A file as it should be. */
export interface FixedFile extends TextFile {
  /** What was done, in the order of the file. */
  readonly applied: readonly Diagnostic[];
}

/** Files that change, in the order given. */
export function applyFixes(
  files: readonly TextFile[],
  diagnostics: readonly Diagnostic[],
): readonly FixedFile[] {
  return files.flatMap(({ file, text }) => {
    const own = diagnostics.filter((one) => one.file === file && one.fix !== undefined);
    const applied = withoutOverlaps(own);
    if (applied.length === 0) return [];
    const edits = applied.flatMap((one) => one.fix?.edits ?? []);
    return [{ file, text: edited(text, edits), applied }];
  });
}

function withoutOverlaps(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const taken = new Set<number>();
  return diagnostics.filter(({ fix }) => {
    const places = (fix?.edits ?? []).flatMap(({ span }) => placesOf(span));
    if (places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
  });
}

/** The offsets that an edit touches; an insertion takes the one it stands at, since two there would have no order. */
function placesOf({ start, end }: Span): number[] {
  return Array.from({ length: Math.max(1, end - start) }, (_, i) => start + i);
}

function edited(text: string, edits: Fix['edits']): string {
  let result = '';
  let at = 0;
  for (const { span, text: put } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + put;
    at = span.end;
  }
  return result + text.slice(at);
}
