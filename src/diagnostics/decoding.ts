/**
 * Problems met while decoding, as diagnostics of the document they were met in.
 * Apart from `text/decode.ts`, because text knows nothing of diagnostics.
 */
import type { DecodeProblem } from '../text/decode.js';
import { type Diagnostic, diagnostic } from './diagnostic.js';

/** One diagnostic per problem, in the same order. */
export function decodingDiagnostics(file: string, problems: readonly DecodeProblem[]): Diagnostic[] {
  return problems.map(({ code, span, message, help }) =>
    diagnostic(code, file, span, message, help === undefined ? {} : { help }),
  );
}
