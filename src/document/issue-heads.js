import { colonOutcomes, outcomeEndingAt, sentenceOutcomes } from './outcome.js';
import { isPronoun, numberBefore, requestEndingAt, trimRequest } from './request-line.js';
/** Words left over where a letter breaks off before the first outcome count as a request up to this length. */
const LONGEST_STUB = 300;
/**
 * Finds the heads of an issues part.
 * @param opensWithRequest true when the part is known to begin with a request line
 */
export function findHeads(view, part, labels, opensWithRequest) {
    const heads = [];
    let floor = part.start;
    for (const candidate of candidatesOf(view.text, part, labels)) {
        const headEnd = heads.at(-1)?.end ?? part.start;
        const isFirst = heads.length === 0;
        if (candidate.at <= floor && !isFirst)
            continue;
        const label = lastLabelBefore(labels, candidate.at);
        const inRationale = label !== null && label.start >= headEnd && label.part === 'rationale';
        const start = Math.max(floor, label?.end ?? 0);
        const request = readRequest(view, start, candidate.at, isFirst && opensWithRequest);
        // No request reaches back over an outcome, accepted or not; so nothing is searched twice.
        if (candidate.outcome !== null)
            floor = candidate.end;
        if (!isHead(view, candidate, request, { isFirst, inRationale, expected: heads.length + 1 }))
            continue;
        const numbered = headStart(view.text, request, start);
        heads.push({ request, outcome: candidate.outcome, start: numbered, end: candidate.end });
        floor = candidate.end;
    }
    if (heads.length === 0 && labels.length === 0 && opensWithRequest)
        return stub(view, part);
    return heads;
}
/** Every colon value, every sentence outcome, and every label that may follow a head, in text order. */
function candidatesOf(text, part, labels) {
    const candidates = [];
    const followed = new Set();
    const addMark = (outcome, isColon) => {
        const label = labelAfter(text, labels, outcome.end);
        if (label)
            followed.add(label);
        candidates.push({ at: outcome.from, end: outcome.end, outcome, label, isColon });
    };
    for (const mark of colonOutcomes(text, part.start, part.end))
        addMark(mark, true);
    for (const mark of sentenceOutcomes(text, part.start, part.end))
        addMark(mark, false);
    for (const label of labels) {
        if (label.part === 'rationale' || followed.has(label))
            continue;
        const outcome = outcomeEndingAt(text, part.start, label.start);
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
function readRequest(view, floor, at, isWhole) {
    const whole = isWhole ? trimRequest(view, floor, at) : null;
    // A part that opens with prose all the same is longer than any request.
    return whole && whole.end - whole.start <= LONGEST_STUB * 2 ? whole : requestEndingAt(view, floor, at);
}
function isHead(view, candidate, request, context) {
    const words = view.text.slice(request.start, request.end);
    if (words === '' || isPronoun(words))
        return false;
    if (candidate.isColon)
        return candidate.outcome !== null;
    if (context.isFirst)
        return true;
    const isNumbered = numberBefore(view, request.start) === context.expected;
    if (candidate.label === null)
        return isNumbered && candidate.outcome !== null;
    if (!context.inRationale)
        return false;
    if (isNumbered || candidate.label.isProper)
        return true;
    return candidate.outcome !== null && candidate.label.part === 'claimsAdministrator';
}
function headStart(text, request, floor) {
    const number = /(?:(?:issue|item|request|#) ?)?#? ?\d{1,2} ?[.):-] ?$/i.exec(text.slice(Math.max(floor, request.start - 14), request.start));
    return request.start - (number?.[0].length ?? 0);
}
/** The label that follows an outcome with nothing but marks between. */
function labelAfter(text, labels, end) {
    const next = labels[firstIndexFrom(labels, end)];
    return next && /^[ .;:,]*$/.test(text.slice(end, Math.min(next.start, end + 4))) && next.start <= end + 4
        ? next
        : null;
}
function lastLabelBefore(labels, at) {
    return labels[firstIndexFrom(labels, at) - 1] ?? null;
}
/** Index of the first label that starts at or after an offset. */
function firstIndexFrom(labels, at) {
    let low = 0;
    let high = labels.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((labels[middle]?.start ?? 0) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** The request of a letter that breaks off before its first outcome. */
function stub(view, part) {
    const request = trimRequest(view, part.start, part.end);
    const length = request.end - request.start;
    if (length === 0 || length > LONGEST_STUB)
        return [];
    return [{ request, outcome: null, start: request.start, end: part.end }];
}
