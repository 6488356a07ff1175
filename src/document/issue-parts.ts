/**
 * The parts of one issue, as spans of the clean view of the whole letter. Readers of each shape give these;
 * `parse-document.ts` turns them into issues with quotes of the source.
 */
import type { Span } from '../text/source-text.js';
import type { OutcomeMark } from './outcome.js';

/** One issue as its letter has it; what a part is about is read later. */
export interface IssueParts {
  /** Where the issue begins, numbering included. */
  readonly start: number;
  readonly request: Span;
  readonly outcome: OutcomeMark | null;
  /** What each party says it relied on; null where the letter has no such words. */
  readonly claimsAdministrator: Span | null;
  readonly reviewer: Span | null;
  readonly rationale: Span | null;
}

/** A span without the spaces and stray colons at its ends; null if nothing is left. */
export function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && (text[start] === ' ' || text[start] === ':')) start++;
  while (end > start && text[end - 1] === ' ') end--;
  return start < end ? { start, end } : null;
}
