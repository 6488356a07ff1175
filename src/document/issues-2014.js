import { findHeads } from './issue-heads.js';
import { findLabels } from './issue-labels.js';
import { trimmed } from './issue-parts.js';
const ORDER = ['claimsAdministrator', 'reviewer', 'rationale'];
/** @param opensWithRequest true when the part is known to begin with a request line */
export function readLabelledIssues(view, part, opensWithRequest) {
    const labels = findLabels(view.text, part.start, part.end);
    const heads = findHeads(view, part, labels, opensWithRequest);
    const issues = [];
    let next = 0;
    for (const [index, head] of heads.entries()) {
        const end = heads[index + 1]?.start ?? part.end;
        while ((labels[next]?.start ?? end) < head.end)
            next++;
        const own = [];
        for (; next < labels.length && labels[next].start < end; next++)
            own.push(labels[next]);
        issues.push(partsOf(view.text, head, own, end));
    }
    return { issues, shape: shapeOf(view.text, labels, issues) };
}
/** From 2015 on guidelines stand under labels proper; without any, outcomes are told as values, not in a sentence. */
function shapeOf(text, labels, issues) {
    const guidelines = labels.filter((label) => label.part !== 'rationale');
    if (guidelines.length > 0)
        return guidelines.some((label) => label.isProper) ? '2015' : '2014';
    const outcome = issues[0]?.outcome;
    return outcome && /^(?:is|are|was|were) /i.test(text.slice(outcome.start, outcome.end)) ? '2014' : '2015';
}
/** Gives each part the text from its label to the next; a label that comes again, or out of order, is prose. */
function partsOf(text, head, labels, end) {
    const opening = [];
    for (const label of labels) {
        const last = opening.at(-1);
        if (!last || ORDER.indexOf(label.part) > ORDER.indexOf(last.part))
            opening.push(label);
    }
    const spanOf = (part) => {
        const index = opening.findIndex((label) => label.part === part);
        if (index < 0)
            return null;
        return trimmed(text, opening[index].end, opening[index + 1]?.start ?? end);
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
function withoutStop(text, span) {
    return span && text[span.start] === '.' ? trimmed(text, span.start + 1, span.end) : span;
}
