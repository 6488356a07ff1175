import { trimmed } from './issue-parts.js';
/** Parts a letter. Text before the first heading is front matter. */
export function splitSections(view, headings) {
    const sections = mergeRepeats(sectionsOf(view.text, meaningful(headings)));
    const summaries = sections.filter((section) => section.kind === 'summary');
    const own = ofFirstLetter(sections, summaries);
    const spans = (...kinds) => own.filter((section) => kinds.includes(section.kind));
    const issues = spans('issues');
    const first = summaries[0];
    return {
        summary: first ? trimmed(view.text, first.start, first.end) : null,
        summaryHeadings: summaries.map((section) => section.heading),
        issues: issues.length > 0 ? { start: issues[0].start, end: issues.at(-1).end } : null,
        lists: spans('list'),
        blocks: spans('items'),
        fronts: spans('front'),
    };
}
/** Leaves out blocks of the 2013 shape that stand in the summary, where utilization review is quoted. */
function meaningful(headings) {
    const documents = headings.findIndex((heading) => heading.kind === 'documents');
    const summary = headings.findIndex((heading) => heading.kind === 'summary');
    return headings.filter((heading, index) => !(heading.kind === 'items' && summary >= 0 && index > summary && index < documents));
}
function sectionsOf(text, headings) {
    const opening = {
        kind: 'front',
        heading: { start: 0, end: 0 },
        start: 0,
        end: headings[0]?.start ?? text.length,
    };
    const sections = headings.map((heading, index) => {
        const end = headings[index + 1]?.start ?? text.length;
        // Entries of lists and blocks are read with their opening words.
        const isEntry = heading.kind === 'list' || heading.kind === 'items';
        return {
            kind: heading.kind,
            heading: { start: heading.start, end: heading.end },
            start: isEntry ? heading.start : Math.min(heading.end, end),
            end,
        };
    });
    return [opening, ...sections];
}
/**
 * Joins sections of one kind that follow each other. A summary heading right below another, or marked as continued,
 * opens no summary of its own; any other does.
 */
function mergeRepeats(sections) {
    const merged = [];
    for (const section of sections) {
        const last = merged.at(-1);
        if (!last || last.kind !== section.kind || section.kind === 'front')
            merged.push(section);
        else if (section.kind !== 'summary')
            merged[merged.length - 1] = { ...last, end: section.end };
        else if (last.end - last.start <= 2)
            merged[merged.length - 1] = section;
        else
            merged.push(section);
    }
    return merged;
}
/** The sections up to the second summary's letter, where a file holds several letters. */
function ofFirstLetter(sections, summaries) {
    const [first, second] = summaries;
    if (!first || !second)
        return sections;
    const firstIssues = sections.find((section) => section.kind === 'issues');
    const isReversed = firstIssues !== undefined && firstIssues.start < first.start;
    const limit = isReversed ? first.end : second.heading.start;
    const own = sections.filter((section) => section.start < limit);
    // Two summaries in a row, then issues: still one letter.
    return own.some(({ kind }) => kind === 'issues' || kind === 'list' || kind === 'items') ? own : sections;
}
