/**
 * Where each issue of an issues part begins: the request line with its outcome, in the shapes of 2014 and 2015.
 * In: the clean view, the part, its labels. Out: heads in text order, never overlapping.
 * A head is told from prose by what follows it (a label), by a value after a colon, or by its number.
 */
import type { CleanView } from '../text/clean-view.js';
import type { Span } from '../text/source-text.js';
import type { Label } from './issue-labels.js';
import { colonOutcomes, type OutcomeMark, outcomeEndingAt, sentenceOutcomes } from './outcome.js';
import { isPronoun, numberBefore, type RequestForm, requestEndingAt, trimRequest } from './request-line.js';

/** Where one issue begins; places are offsets of the clean view. */
export interface Head {
  readonly request: Span;
  /** Null where it stands elsewhere, or nowhere. */
  readonly outcome: OutcomeMark | null;
  /** Where the head begins, numbering included, and where it ends. */
  readonly start: number;
  readonly end: number;
}

/** A place where a head may end. */
interface Candidate {
  /** End of the request words: where the outcome, or else the label, begins. */
  readonly at: number;
  readonly end: number;
  readonly outcome: OutcomeMark | null;
  /** The label that follows directly. */
  readonly label: Label | null;
  /** True for the forms that need no label to be told from prose. */
  readonly isColon: boolean;
}

/** Words left over where a letter breaks off before the first outcome count as a request up to this length. */
const LONGEST_STUB = 300;

/**
 * Finds the heads of an issues part.
 * @param opensWithRequest true when the part is known to begin with a request line
 */
export function findHeads(
  view: CleanView,
  part: Span,
  labels: readonly Label[],
  opensWithRequest: boolean,
  form: RequestForm,
): Head[] {
  const heads: Head[] = [];
  let floor = part.start;
  for (const candidate of candidatesOf(view.text, part, labels, form)) {
    const headEnd = heads.at(-1)?.end ?? part.start;
    const isFirst = heads.length === 0;
    if (candidate.at <= floor && !isFirst) continue;
    const label = lastLabelBefore(labels, candidate.at);
    const inRationale = label !== null && label.start >= headEnd && label.part === 'rationale';
    const start = Math.max(floor, label?.end ?? 0);
    const request = readRequest(view, start, candidate.at, isFirst && opensWithRequest, form);
    // No request reaches back over an outcome, accepted or not; so nothing is searched twice.
    if (candidate.outcome !== null) floor = candidate.end;
    if (!isHead(view, candidate, request, { isFirst, inRationale, expected: heads.length + 1, form }))
      continue;
    const numbered = headStart(view.text, request, start);
    heads.push({ request, outcome: candidate.outcome, start: numbered, end: candidate.end });
    floor = candidate.end;
  }
  if (heads.length === 0 && labels.length === 0 && opensWithRequest) return stub(view, part, form);
  return heads;
}

/** Every colon value, every sentence outcome, and every label that may follow a head, in text order. */
function candidatesOf(
  text: string,
  part: Span,
  labels: readonly Label[],
  { outcomes }: RequestForm,
): Candidate[] {
  const candidates: Candidate[] = [];
  const followed = new Set<Label>();
  const addMark = (outcome: OutcomeMark, isColon: boolean): void => {
    const label = labelAfter(text, labels, outcome.end);
    if (label) followed.add(label);
    candidates.push({ at: outcome.from, end: outcome.end, outcome, label, isColon });
  };
  for (const mark of colonOutcomes(text, part.start, part.end, outcomes)) addMark(mark, true);
  for (const mark of sentenceOutcomes(text, part.start, part.end, outcomes)) addMark(mark, false);
  for (const label of labels) {
    if (label.part === 'rationale' || followed.has(label)) continue;
    const outcome = outcomeEndingAt(text, part.start, label.start, outcomes);
    candidates.push({
      at: outcome?.from ?? label.start,
      end: outcome?.end ?? label.start,
      outcome,
      label,
      isColon: false,
    });
  }
  return candidates.sort((a, b) => a.at - b.at || b.end - a.end);
}

function readRequest(view: CleanView, floor: number, at: number, isWhole: boolean, form: RequestForm): Span {
  const whole = isWhole ? trimRequest(view, floor, at, form) : null;
  // A part that opens with prose all the same is longer than any request.
  return whole && whole.end - whole.start <= LONGEST_STUB * 2
    ? whole
    : requestEndingAt(view, floor, at, form);
}

interface HeadContext {
  readonly isFirst: boolean;
  readonly inRationale: boolean;
  /** The number that the next issue would have. */
  readonly expected: number;
  readonly form: RequestForm;
}

function isHead(view: CleanView, candidate: Candidate, request: Span, context: HeadContext): boolean {
  const words = view.text.slice(request.start, request.end);
  if (words === '' || isPronoun(words, context.form)) return false;
  if (candidate.isColon) return candidate.outcome !== null;
  if (context.isFirst) return true;
  const isNumbered = numberBefore(view, request.start) === context.expected;
  if (candidate.label === null) return isNumbered && candidate.outcome !== null;
  if (!context.inRationale) return false;
  if (isNumbered || candidate.label.isProper) return true;
  return candidate.outcome !== null && candidate.label.part === 'claimsAdministrator';
}

function headStart(text: string, request: Span, floor: number): number {
  const number = /(?:(?:issue|item|request|#) ?)?#? ?\d{1,2} ?[.):-] ?$/i.exec(
    text.slice(Math.max(floor, request.start - 14), request.start),
  );
  return request.start - (number?.[0].length ?? 0);
}

/** The label that follows an outcome with nothing but marks between. */
function labelAfter(text: string, labels: readonly Label[], end: number): Label | null {
  const next = labels[firstIndexFrom(labels, end)];
  return next && /^[ .;:,]*$/.test(text.slice(end, Math.min(next.start, end + 4))) && next.start <= end + 4
    ? next
    : null;
}

function lastLabelBefore(labels: readonly Label[], at: number): Label | null {
  return labels[firstIndexFrom(labels, at) - 1] ?? null;
}

/** Index of the first label that starts at or after an offset. */
function firstIndexFrom(labels: readonly Label[], at: number): number {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The request of a letter that breaks off before its first outcome. */
function stub(view: CleanView, part: Span, form: RequestForm): Head[] {
  const request = trimRequest(view, part.start, part.end, form);
  const length = request.end - request.start;
  if (length === 0 || length > LONGEST_STUB) return [];
  return [{ request, outcome: null, start: request.start, end: part.end }];
}
