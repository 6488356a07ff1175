/**
 * Reads the issues of the shape of 2013: a list of requests with outcomes before the case summary, and blocks
 * `1) Regarding the request for X:` with guidelines and rationale after it.
 * In: the clean view and the parts of the letter that may hold either. Out: the parts of each issue.
 */

import { formPattern } from '../language/form-pattern.js';
import type { CleanView } from '../text/clean-view.js';
import type { Span } from '../text/source-text.js';
import type { LetterLayout } from '../vocabulary/letter-layout.js';
import { type IssueParts, trimmed } from './issue-parts.js';
import { type OutcomeMark, sentenceOutcomes } from './outcome.js';
import { type RequestForm, trimRequest } from './request-line.js';
import { LONGEST_REQUEST } from './sentence-ends.js';

interface Entry {
  readonly number: number | null;
  readonly request: Span;
  readonly outcome: OutcomeMark | null;
}

interface Block {
  readonly number: number | null;
  /** Where the request words begin. */
  readonly start: number;
  readonly end: number;
}

/** What lists and blocks are found with; the first two are global, for `matchAll` alone. */
export interface ListForm {
  /** `1) MAXIMUS Federal Services, Inc. has determined the retrospective request for`. */
  readonly entry: RegExp;
  /** `1) Regarding the request for`. */
  readonly block: RegExp;
  readonly rationale: RegExp;
  /** The title of the guidelines of a block, which says nothing of them. */
  readonly guidelines: RegExp;
  readonly reviewer: RegExp;
  readonly requests: RequestForm;
}

/** How lists and blocks look in letters of a layout. The groups: number, words before the request, `request for`. */
export function listForm({ listed }: LetterLayout, requests: RequestForm): ListForm {
  const request = `((?:[a-z]+ )?)(${formPattern(listed.request)} )`;
  return {
    entry: new RegExp(`(?:(\\d{1,2}) ?[).] ?)?${formPattern(listed.entry)} ${request}`, 'gi'),
    block: new RegExp(`(\\d{1,2}) ?[).] ?${formPattern(listed.block)} ${request}`, 'gi'),
    rationale: new RegExp(`${formPattern(listed.rationale)} ?:`, 'i'),
    guidelines: new RegExp(`${formPattern(listed.guidelines)} ?:?`, 'i'),
    reviewer: new RegExp(`${formPattern(listed.reviewer)}\\b`, 'i'),
    requests,
  };
}

/** The issues of a letter of 2013; empty if it has neither list nor blocks. */
export function readListedIssues(
  view: CleanView,
  lists: readonly Span[],
  blocks: readonly Span[],
  form: ListForm,
): IssueParts[] {
  const { text } = view;
  const entries = lists.flatMap((span) => readEntries(view, span, form));
  const found = blocks.flatMap((span) => readBlocks(text, span, form));
  if (entries.length === 0) return found.flatMap((block) => withoutEntry(view, block, form));
  const byNumber = new Map(found.map((block) => [block.number, block]));
  return entries.map((entry, index) => {
    const block = byNumber.get(entry.number) ?? (entries.length === found.length ? found[index] : undefined);
    const none = { claimsAdministrator: null, reviewer: null, rationale: null };
    const { request, outcome } = entry;
    return {
      start: request.start,
      request,
      outcome,
      ...(block ? partsOf(text, block, request, form) : none),
    };
  });
}

function readEntries(view: CleanView, span: Span, form: ListForm): Entry[] {
  const { text } = view;
  const matches = [...text.slice(span.start, span.end).matchAll(form.entry)];
  return matches.flatMap((match, index): Entry[] => {
    const start = span.start + match.index + match[0].length;
    const end = Math.min(
      span.start + (matches[index + 1]?.index ?? span.end - span.start),
      start + LONGEST_REQUEST,
    );
    const outcome = sentenceOutcomes(text, start, end, form.requests.outcomes)[0] ?? null;
    const request = trimRequest(
      view,
      start - lengthFromQualifier(match),
      outcome?.from ?? end,
      form.requests,
    );
    return request.end > request.start ? [{ number: numberOf(match[1]), request, outcome }] : [];
  });
}

function readBlocks(text: string, span: Span, form: ListForm): Block[] {
  const matches = [...text.slice(span.start, span.end).matchAll(form.block)];
  return matches.map((match, index) => ({
    number: numberOf(match[1]),
    start: span.start + match.index + match[0].length - lengthFromQualifier(match),
    end: span.start + (matches[index + 1]?.index ?? span.end - span.start),
  }));
}

/** A word before `request for` says something of the request, `retrospective request for`: how far before the request it begins. */
function lengthFromQualifier(match: RegExpMatchArray): number {
  const [, , qualifier = '', request = ''] = match;
  return qualifier === '' ? 0 : qualifier.length + request.length;
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** A block whose list is lost: its heading gives the request, and nothing gives the outcome. */
function withoutEntry(view: CleanView, block: Block, form: ListForm): IssueParts[] {
  const end = headingEnd(view.text, block, null);
  const request = trimRequest(view, block.start, end, form.requests);
  if (request.end <= request.start) return [];
  return [{ start: request.start, request, outcome: null, ...partsOf(view.text, block, request, form) }];
}

/** Where the heading of a block ends: after the words of its request, or else at its first colon. */
function headingEnd(text: string, block: Block, request: string | null): number {
  const start = text.slice(block.start, block.start + (request?.length ?? 0));
  if (request !== null && start.toLowerCase() === request.toLowerCase()) return block.start + start.length;
  const limit = Math.min(block.end, block.start + LONGEST_REQUEST);
  const heading = text.slice(block.start, limit);
  // A colon of the request itself stands before a small letter, a digit or no space: `ratio 2:1`, `DOS: 7/14/15`.
  const colon = /:(?= [A-Z]|$)/.exec(heading)?.index ?? heading.indexOf(':');
  return colon < 0 ? limit : block.start + colon;
}

function partsOf(
  text: string,
  block: Block,
  request: Span,
  form: ListForm,
): Omit<IssueParts, 'start' | 'request' | 'outcome'> {
  const start = headingEnd(text, block, text.slice(request.start, request.end));
  const body = text.slice(start, block.end);
  const rationale = form.rationale.exec(body);
  const title = form.guidelines.exec(body);
  if (!rationale && !title) {
    return { claimsAdministrator: null, reviewer: null, rationale: trimmed(text, start, block.end) };
  }
  const from = start + (title ? title.index + title[0].length : 0);
  const to = rationale ? start + rationale.index : block.end;
  const reviewer = form.reviewer.exec(text.slice(from, to));
  const split = reviewer ? from + reviewer.index : to;
  return {
    claimsAdministrator: trimmed(text, from, split),
    reviewer: trimmed(text, split, to),
    rationale: rationale && trimmed(text, start + rationale.index + rationale[0].length, block.end),
  };
}
