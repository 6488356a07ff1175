/**
 * Cuts a reviewer's outcome off a request line that still carries it, so that nothing of it is read:
 * `Physical therapy x 12: Upheld`.
 */
import { formPattern } from '../language/form-pattern.js';
import type { Quote, SourceText, Span } from '../text/source-text.js';
import type { LetterLayout } from '../vocabulary/letter-layout.js';

const LONGEST_OUTCOME = 48;

/** What finds `: Upheld`, ` - Overturned.` at the end of a line; nothing where a lexicon says no words for outcomes. */
export function outcomeTail(layout: LetterLayout | undefined): RegExp {
  if (layout === undefined) return /(?!)/;
  const { upheld, overturned, partly } = layout.outcomes;
  const value = formPattern([...upheld, ...overturned], 'as-written');
  return new RegExp(`[:\\s.,;-]{0,8}\\b${value}(?: ${formPattern(partly, 'as-written')})?[.\\s]{0,8}$`, 'i');
}

/** The span of the request without an outcome at its end. @param tail as of `outcomeTail` */
export function withoutOutcome(request: Quote, source: SourceText, tail: RegExp): Span {
  const from = Math.max(request.start, request.end - LONGEST_OUTCOME);
  const match = tail.exec(source.text.slice(from, request.end));
  return { start: request.start, end: match ? from + match.index : request.end };
}
