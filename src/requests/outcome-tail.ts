/**
 * Cuts a reviewer's outcome off a request line that still carries it, so that nothing of it is read:
 * `Physical therapy x 12: Upheld`.
 */
import type { Quote, SourceText, Span } from '../text/source-text.js';

/** `: Upheld`, ` - Overturned.` at the end of a line. */
const OUTCOME = /[:\s.,;-]{0,8}\b(?:up ?held|over ?turned)(?: in part)?[.\s]{0,8}$/i;
const LONGEST_OUTCOME = 48;

/** The span of the request without an outcome at its end. */
export function withoutOutcome(request: Quote, source: SourceText): Span {
  const from = Math.max(request.start, request.end - LONGEST_OUTCOME);
  const match = OUTCOME.exec(source.text.slice(from, request.end));
  return { start: request.start, end: match ? from + match.index : request.end };
}
