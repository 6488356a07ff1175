/**
 * Finds the request line of an issue: the words between the end of what stands before and the outcome.
 * Numbering, bullets and everything that states an outcome are cut off, so that nothing of it leaks.
 * Not here: what the request asks for (see `requests/`).
 */
import { formPattern } from '../language/form-pattern.js';
import type { CleanView } from '../text/clean-view.js';
import { isLineStart } from '../text/line-start.js';
import type { Span } from '../text/source-text.js';
import type { LetterLayout } from '../vocabulary/letter-layout.js';
import { type OutcomeForm, outcomeForm } from './outcome.js';
import { LONGEST_REQUEST, opensSentence, sentenceStart } from './sentence-ends.js';

/** `2. `, `2) `, `Issue 2: `, `# 2) `, bullets and stray marks before a request. */
const NUMBERING =
  /^(?:(?:issue|item|request|#) ?#? ?\d{1,2} ?[.):-]? |\d{1,2} ?[.)](?: |(?=[A-Za-z(]))|[;:*,.-] ?)+/i;

/** What request lines are found with. */
export interface RequestForm {
  readonly outcomes: OutcomeForm;
  /** Words that only point back to a request: a conclusion in prose, no request line. */
  readonly backReference: RegExp;
}

/** How request lines look in letters of a layout. */
export function requestForm(layout: LetterLayout): RequestForm {
  return {
    outcomes: outcomeForm(layout),
    backReference: new RegExp(`^${formPattern(layout['back-references'])}$`, 'i'),
  };
}

/** The number that stands before a request, in a place where a sentence may begin; null if none does. */
export function numberBefore(view: CleanView, start: number): number | null {
  const from = Math.max(0, start - 6);
  const match = /(?:^|[^\d.])(\d{1,2}) ?[.)] ?$/.exec(view.text.slice(from, start));
  const digits = match?.[1] ?? '';
  if (!match || !opensSentence(view, from + match.index + match[0].indexOf(digits))) return null;
  return Number(digits);
}

/** The request line that ends at `end`, as a span of the view; it begins after the last sentence end behind `floor`. */
export function requestEndingAt(view: CleanView, floor: number, end: number, form: RequestForm): Span {
  const from = Math.max(floor, end - LONGEST_REQUEST);
  let start = sentenceStart(view, from, end);
  if (start === from && from > floor) start = lastCapitalLine(view, from, end);
  return trimRequest(view, start, end, form);
}

/** The request line that fills a span, numbering and stray marks cut off. */
export function trimRequest(view: CleanView, from: number, to: number, { outcomes }: RequestForm): Span {
  const { text } = view;
  let start = from;
  // An outcome or conclusion that a sentence before the request ends with, its full stop missing.
  for (const match of text.slice(from, to).matchAll(outcomes.anywhere))
    start = from + match.index + match[0].length;
  if (start > from) start = afterMarks(text, start, to);
  const numbering = NUMBERING.exec(text.slice(start, to).trimStart());
  start +=
    text.slice(start, to).length - text.slice(start, to).trimStart().length + (numbering?.[0].length ?? 0);
  let end = to;
  while (end > start && /[ :;,.(-]/.test(text[end - 1] as string)) end--;
  return { start: Math.min(start, end), end };
}

/** True for words that stand where a request line would, but only point back to one. */
export function isPronoun(words: string, form: RequestForm): boolean {
  return form.backReference.test(words.trim());
}

function afterMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[ .:;,]/.test(text[at] as string)) at++;
  return at;
}

/** The last line of the source that begins with a capital or digit; `floor` if there is none. */
function lastCapitalLine(view: CleanView, floor: number, end: number): number {
  for (let i = end - 1; i > floor; i--) {
    if (view.text[i - 1] === ' ' && /[A-Z0-9]/.test(view.text[i] as string) && isLineStart(view, i)) return i;
  }
  return floor;
}
