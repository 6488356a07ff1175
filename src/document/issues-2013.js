import { trimmed } from './issue-parts.js';
import { sentenceOutcomes } from './outcome.js';
import { trimRequest } from './request-line.js';
import { LONGEST_REQUEST } from './sentence-ends.js';
/** `1) MAXIMUS Federal Services, Inc. has determined the retrospective request for`. */
const ENTRY = /(?:(\d{1,2}) ?[).] ?)?(?:MAXIMUS Federal Services,? ?Inc\.? )has determined (?:that )?(?:the |a )?((?:[a-z]+ )?)requests? for /gi;
/** `1) Regarding the request for`. */
const BLOCK = /(\d{1,2}) ?[).] ?Regarding the ((?:[a-z]+ )?)requests? for /gi;
const RATIONALE = /Rationale for the Decision ?:/i;
/** The title of the guidelines of a block, which says nothing of them. */
const GUIDELINES_TITLE = /(?:Section of the |The )?Medical Treatment (?:Guidelines|Utilization Schedule) Relied Upon by the (?:Expert|Physician) Reviewer(?: to Make His\/Her Decision)? ?:?/i;
const REVIEWER = /The (?:Expert|Physician) Reviewer (?:found|based|relied|did|used|determined|cited)\b/i;
/** The issues of a letter of 2013; empty if it has neither list nor blocks. */
export function readListedIssues(view, lists, blocks) {
    const { text } = view;
    const entries = lists.flatMap((span) => readEntries(view, span));
    const found = blocks.flatMap((span) => readBlocks(text, span));
    if (entries.length === 0)
        return found.flatMap((block) => withoutEntry(view, block));
    const byNumber = new Map(found.map((block) => [block.number, block]));
    return entries.map((entry, index) => {
        const block = byNumber.get(entry.number) ?? (entries.length === found.length ? found[index] : undefined);
        const none = { claimsAdministrator: null, reviewer: null, rationale: null };
        const { request, outcome } = entry;
        return { start: request.start, request, outcome, ...(block ? partsOf(text, block, request) : none) };
    });
}
function readEntries(view, span) {
    const { text } = view;
    const matches = [...text.slice(span.start, span.end).matchAll(ENTRY)];
    return matches.flatMap((match, index) => {
        const qualifier = match[2] ?? '';
        const start = span.start + match.index + match[0].length;
        const end = Math.min(span.start + (matches[index + 1]?.index ?? span.end - span.start), start + LONGEST_REQUEST);
        const outcome = sentenceOutcomes(text, start, end)[0] ?? null;
        const request = trimRequest(view, startWithQualifier(match[0], qualifier, start), outcome?.from ?? end);
        return request.end > request.start ? [{ number: numberOf(match[1]), request, outcome }] : [];
    });
}
function readBlocks(text, span) {
    const matches = [...text.slice(span.start, span.end).matchAll(BLOCK)];
    return matches.map((match, index) => ({
        number: numberOf(match[1]),
        start: startWithQualifier(match[0], match[2] ?? '', span.start + match.index + match[0].length),
        end: span.start + (matches[index + 1]?.index ?? span.end - span.start),
    }));
}
/** A word before `request for` says something of the request: `retrospective request for`. */
function startWithQualifier(lead, qualifier, start) {
    return qualifier.trim() === ''
        ? start
        : start - (lead.length - lead.toLowerCase().lastIndexOf(`${qualifier}request`.toLowerCase()));
}
function numberOf(digits) {
    return digits === undefined ? null : Number(digits);
}
/** A block whose list is lost: its heading gives the request, and nothing gives the outcome. */
function withoutEntry(view, block) {
    const end = headingEnd(view.text, block, null);
    const request = trimRequest(view, block.start, end);
    if (request.end <= request.start)
        return [];
    return [{ start: request.start, request, outcome: null, ...partsOf(view.text, block, request) }];
}
/** Where the heading of a block ends: after the words of its request, or else at its first colon. */
function headingEnd(text, block, request) {
    const start = text.slice(block.start, block.start + (request?.length ?? 0));
    if (request !== null && start.toLowerCase() === request.toLowerCase())
        return block.start + start.length;
    const limit = Math.min(block.end, block.start + LONGEST_REQUEST);
    const heading = text.slice(block.start, limit);
    // A colon of the request itself stands before a small letter, a digit or no space: `ratio 2:1`, `DOS: 7/14/15`.
    const colon = /:(?= [A-Z]|$)/.exec(heading)?.index ?? heading.indexOf(':');
    return colon < 0 ? limit : block.start + colon;
}
function partsOf(text, block, request) {
    const start = headingEnd(text, block, text.slice(request.start, request.end));
    const body = text.slice(start, block.end);
    const rationale = RATIONALE.exec(body);
    const title = GUIDELINES_TITLE.exec(body);
    if (!rationale && !title) {
        return { claimsAdministrator: null, reviewer: null, rationale: trimmed(text, start, block.end) };
    }
    const from = start + (title ? title.index + title[0].length : 0);
    const to = rationale ? start + rationale.index : block.end;
    const reviewer = REVIEWER.exec(text.slice(from, to));
    const split = reviewer ? from + reviewer.index : to;
    return {
        claimsAdministrator: trimmed(text, from, split),
        reviewer: trimmed(text, split, to),
        rationale: rationale && trimmed(text, start + rationale.index + rationale[0].length, block.end),
    };
}
