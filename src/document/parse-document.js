import { CleanView } from '../text/clean-view.js';
import { readCitations } from './citations.js';
import { documentDiagnostics } from './document-diagnostics.js';
import { readHeader } from './header.js';
import { findHeadings } from './headings.js';
import { trimmed } from './issue-parts.js';
import { readListedIssues } from './issues-2013.js';
import { readLabelledIssues } from './issues-2014.js';
import { splitSections } from './sections.js';
/**
 * Reads one letter of any of the three shapes; what is missing is null or empty and has a diagnostic.
 * @returns issues in the order of the letter; spans are of the source, disjoint, and never touch the summary
 */
export function parseDocument(source) {
    const view = CleanView.of(source);
    const sections = splitSections(view, findHeadings(view));
    const { shape, issues: parts, summary } = readIssues(view, sections);
    const issues = parts.map((part, index) => issueOf(view, part, index + 1));
    const summarySpan = summary && view.span(summary.start, summary.end);
    const diagnostics = documentDiagnostics(view, sections, summarySpan, issues);
    const fronts = [...sections.fronts, ...sections.summaryHeadings.slice(0, 1)];
    return { source, shape, header: readHeader(view, fronts), summary: summarySpan, issues, diagnostics };
}
function readIssues(view, sections) {
    const { summary } = sections;
    if (sections.issues) {
        const { issues, shape } = readLabelledIssues(view, sections.issues, true);
        if (issues.length > 0)
            return { shape, issues, summary };
    }
    const listed = readListedIssues(view, sections.lists, sections.blocks);
    if (listed.length > 0)
        return { shape: '2013', issues: listed, summary };
    return sections.issues ? { shape: null, issues: [], summary } : readWithoutHeading(view, sections);
}
/** A letter whose issues heading is lost: labels still show where issues stand, and the summary ends before them. */
function readWithoutHeading(view, { summary }) {
    const part = summary ?? { start: 0, end: view.text.length };
    const { issues, shape } = readLabelledIssues(view, part, false);
    const first = issues[0];
    const isLabelled = first && (first.claimsAdministrator !== null || first.reviewer !== null);
    if (!isLabelled)
        return { shape: null, issues: [], summary };
    const before = summary && trimmed(view.text, summary.start, first.start);
    return { shape, issues, summary: before };
}
function issueOf(view, parts, number) {
    const { source } = view;
    const request = source.quote(view.span(parts.request.start, parts.request.end));
    return { number, request, determination: determinationOf(view, parts) };
}
function determinationOf(view, parts) {
    const { outcome, rationale } = parts;
    const claimsAdministrator = parts.claimsAdministrator && readCitations(view, parts.claimsAdministrator, null);
    return {
        outcome: outcome && {
            value: outcome.outcome,
            quote: view.source.quote(view.span(outcome.start, outcome.end)),
        },
        claimsAdministrator,
        reviewer: parts.reviewer && readCitations(view, parts.reviewer, claimsAdministrator),
        rationale: rationale && view.span(rationale.start, rationale.end),
    };
}
