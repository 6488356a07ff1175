/**
 * The part of a document that a prediction may see: the case summary, what was asked, and the UR date of the front
 * matter. No determination passes through here.
 */
import type { ImrDocument, PredictionInput } from './imr-document.js';

/** The UR date counts only where it stands before the summary: nothing behind the summary may change a prediction. */
export function predictionInput(document: ImrDocument): PredictionInput {
  const { source, summary, issues, header } = document;
  const { urDate } = header;
  const isBefore = urDate !== null && (summary === null || urDate.quote.end <= summary.start);
  return {
    source,
    summary,
    requests: issues.map((issue) => issue.request),
    headerUrDate: isBefore ? urDate.value : null,
  };
}
