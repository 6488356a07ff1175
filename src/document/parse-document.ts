/**
 * Takes a letter apart: text in, `ImrDocument` out, with all that is wrong with it as diagnostics.
 * Works on the clean view of the whole letter, so that double spacing, page breaks and re-wrapped lines make no
 * difference, and maps every span back. Never throws; time is linear in the length of the text.
 * Not here: what a sentence or a request means.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { CleanView } from '../text/clean-view.js';
import type { SourceText, Span } from '../text/source-text.js';
import type { CitationForm } from './citation-form.js';
import { readCitations } from './citations.js';
import { documentDiagnostics } from './document-diagnostics.js';
import { readHeader } from './header.js';
import { findHeadings } from './headings.js';
import type { CitationBlock, Determination, ImrDocument, Issue, LetterShape } from './imr-document.js';
import { type IssueParts, trimmed } from './issue-parts.js';
import { readListedIssues } from './issues-2013.js';
import { readLabelledIssues } from './issues-2014.js';
import type { LetterForm } from './letter-form.js';
import { type Sections, splitSections } from './sections.js';

/**
 * Reads one letter of any of the three shapes; what is missing is null or empty and has a diagnostic.
 * @param form how such letters are worded
 * @returns issues in the order of the letter; spans are of the source, disjoint, and never touch the summary
 */
export function parseDocument(source: SourceText, form: LetterForm): ImrDocument {
  const view = CleanView.of(source);
  const sections = splitSections(view, findHeadings(view, form.headings));
  const { shape, issues: parts, summary } = readIssues(view, sections, form);
  const issues = parts.map((part, index) => issueOf(view, part, index + 1, form.citations));
  const summarySpan = summary && view.span(summary.start, summary.end);
  const diagnostics: readonly Diagnostic[] = documentDiagnostics(view, sections, summarySpan, issues);
  return {
    source,
    shape,
    header: readHeader(view, sections.fronts, form.header, form.units),
    summary: summarySpan,
    issues,
    diagnostics,
  };
}

interface FoundIssues {
  readonly shape: LetterShape | null;
  readonly issues: readonly IssueParts[];
  readonly summary: Span | null;
}

function readIssues(view: CleanView, sections: Sections, form: LetterForm): FoundIssues {
  const { summary } = sections;
  if (sections.issues) {
    const { issues, shape } = readLabelledIssues(view, sections.issues, true, form);
    if (issues.length > 0) return { shape, issues, summary };
  }
  const listed = readListedIssues(view, sections.lists, sections.blocks, form.lists);
  if (listed.length > 0) return { shape: '2013', issues: listed, summary };
  return sections.issues ? { shape: null, issues: [], summary } : readWithoutHeading(view, sections, form);
}

/** A letter whose issues heading is lost: labels still show where issues stand, and the summary ends before them. */
function readWithoutHeading(view: CleanView, { summary }: Sections, form: LetterForm): FoundIssues {
  const part = summary ?? { start: 0, end: view.text.length };
  const { issues, shape } = readLabelledIssues(view, part, false, form);
  const first = issues[0];
  const isLabelled = first && (first.claimsAdministrator !== null || first.reviewer !== null);
  if (!isLabelled) return { shape: null, issues: [], summary };
  const before = summary && trimmed(view.text, summary.start, first.start);
  return { shape, issues, summary: before };
}

function issueOf(view: CleanView, parts: IssueParts, number: number, form: CitationForm): Issue {
  const { source } = view;
  const request = source.quote(view.span(parts.request.start, parts.request.end));
  return { number, request, determination: determinationOf(view, parts, form) };
}

function determinationOf(view: CleanView, parts: IssueParts, form: CitationForm): Determination {
  const { outcome, rationale } = parts;
  const claimsAdministrator: CitationBlock | null =
    parts.claimsAdministrator && readCitations(view, parts.claimsAdministrator, null, form);
  return {
    outcome: outcome && {
      value: outcome.outcome,
      quote: view.source.quote(view.span(outcome.start, outcome.end)),
    },
    claimsAdministrator,
    reviewer: parts.reviewer && readCitations(view, parts.reviewer, claimsAdministrator, form),
    rationale: rationale && view.span(rationale.start, rationale.end),
  };
}
