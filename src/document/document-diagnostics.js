/**
 * What is wrong with a letter as a whole: parts that are missing, or there twice. One root cause, one message.
 */
import { diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
/** The diagnostics of a letter, sorted by place. */
export function documentDiagnostics(view, sections, summary, issues) {
    const file = view.source.name;
    if (summary === null &&
        sections.issues === null &&
        issues.length === 0 &&
        sections.summaryHeadings.length === 0) {
        const help = 'a determination has a heading such as `CLINICAL CASE SUMMARY` and one such as `IMR ISSUES, DECISIONS AND RATIONALES`';
        return [
            diagnostic('not-a-determination', file, null, 'the text has neither a case summary nor issues', {
                help,
            }),
        ];
    }
    return sortDiagnostics([
        ...summaryDiagnostics(view, sections, summary),
        ...(issues.length === 0 ? [noIssues(view, sections)] : []),
        ...issues
            .filter((issue) => issue.determination.outcome === null)
            .map((issue) => withoutOutcome(file, issue)),
    ]);
}
function summaryDiagnostics(view, sections, summary) {
    const file = view.source.name;
    const [first, second] = sections.summaryHeadings.map((heading) => view.span(heading.start, heading.end));
    if (first === undefined) {
        if (summary !== null)
            return [];
        return [
            diagnostic('no-case-summary', file, null, 'no case summary was found, so nothing can be predicted'),
        ];
    }
    const list = [];
    if (summary === null) {
        list.push(diagnostic('no-case-summary', file, first, 'the case summary is empty, so nothing can be predicted'));
    }
    if (second !== undefined) {
        const related = [{ file, span: first, message: 'the summary that is used' }];
        const help = 'keep one letter per file';
        list.push(diagnostic('several-case-summaries', file, second, 'the text has more than one case summary; the first is used', { help, related }));
    }
    return list;
}
function noIssues(view, sections) {
    const { issues } = sections;
    const message = issues
        ? 'no disputed issue was found below the issues heading'
        : 'the letter has no disputed issues, or breaks off before them';
    // The last word of the letter, or of the heading, is where the issues would follow.
    const end = issues ? issues.start : view.text.length;
    return diagnostic('no-issues', view.source.name, view.span(view.text.lastIndexOf(' ', end - 2) + 1, end), message);
}
function withoutOutcome(file, issue) {
    const { start, end } = issue.request;
    const help = 'its prediction cannot be compared';
    return diagnostic('issue-without-outcome', file, { start, end }, `issue ${issue.number} states no outcome`, { help });
}
