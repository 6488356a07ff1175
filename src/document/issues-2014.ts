/**
 * Reads the issues of the shapes of 2014 and 2015, where request, guidelines and rationale of an issue stand together.
 * In: the clean view and the part below the issues heading. Out: the parts of each issue, in the order of the letter.
 */
import type { CleanView } from '../text/clean-view.js';
import type { Span } from '../text/source-text.js';
import type { LetterShape } from './imr-document.js';
import { findHeads, type Head } from './issue-heads.js';
import { findLabels, type Label, type PartName } from './issue-labels.js';
import { type IssueParts, trimmed } from './issue-parts.js';
import type { RequestForm } from './request-line.js';

const ORDER: readonly PartName[] = ['claimsAdministrator', 'reviewer', 'rationale'];

/** What labels and request lines are found with. */
export interface LabelledForm {
  readonly labels: RegExp;
  readonly requests: RequestForm;
}

/** The issues of a part, in its order, and by which of the two shapes they were told. */
export interface LabelledIssues {
  readonly issues: readonly IssueParts[];
  readonly shape: LetterShape;
}

/** Reads the issues of a part. @param opensWithRequest true when it is known to begin with a request line */
export function readLabelledIssues(
  view: CleanView,
  part: Span,
  opensWithRequest: boolean,
  { labels: pattern, requests }: LabelledForm,
): LabelledIssues {
  const labels = findLabels(view.text, part.start, part.end, pattern);
  const heads = findHeads(view, part, labels, opensWithRequest, requests);
  const issues: IssueParts[] = [];
  let next = 0;
  for (const [index, head] of heads.entries()) {
    const end = heads[index + 1]?.start ?? part.end;
    while ((labels[next]?.start ?? end) < head.end) next++;
    const own: Label[] = [];
    for (; next < labels.length && (labels[next] as Label).start < end; next++)
      own.push(labels[next] as Label);
    issues.push(partsOf(view.text, head, own, end));
  }
  return { issues, shape: shapeOf(view.text, labels, issues, requests) };
}

/** From 2015 on guidelines stand under labels proper; without any, outcomes are told as values, not in a sentence. */
function shapeOf(
  text: string,
  labels: readonly Label[],
  issues: readonly IssueParts[],
  { outcomes }: RequestForm,
): LetterShape {
  const guidelines = labels.filter((label) => label.part !== 'rationale');
  if (guidelines.length > 0) return guidelines.some((label) => label.isProper) ? '2015' : '2014';
  const outcome = issues[0]?.outcome;
  return outcome && outcomes.opensSentence.test(text.slice(outcome.start, outcome.end)) ? '2014' : '2015';
}

/** Gives each part the text from its label to the next; a label that comes again, or out of order, is prose. */
function partsOf(text: string, head: Head, labels: readonly Label[], end: number): IssueParts {
  const opening: Label[] = [];
  for (const label of labels) {
    const last = opening.at(-1);
    if (!last || ORDER.indexOf(label.part) > ORDER.indexOf(last.part)) opening.push(label);
  }
  const spanOf = (part: PartName): Span | null => {
    const index = opening.findIndex((label) => label.part === part);
    if (index < 0) return null;
    return trimmed(text, (opening[index] as Label).end, opening[index + 1]?.start ?? end);
  };
  return {
    start: head.start,
    request: head.request,
    outcome: head.outcome,
    claimsAdministrator: spanOf('claimsAdministrator'),
    reviewer: spanOf('reviewer'),
    // Issues that follow from the one before them have a sentence of reasons and no labels.
    rationale: opening.length > 0 ? spanOf('rationale') : withoutStop(text, trimmed(text, head.end, end)),
  };
}

function withoutStop(text: string, span: Span | null): Span | null {
  return span && text[span.start] === '.' ? trimmed(text, span.start + 1, span.end) : span;
}
