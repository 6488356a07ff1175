const VALUE = '(?:up ?held|uphold|over ?turn(?:ed)?|affirmed|reversed|modified)';
const PARTLY = '(?:partial(?:ly)?|partly|in part)';
const NECESSARY = 'medically ?necessary(?: and(?: ?/ ?or)? ?appropriate)?';
/** What may stand between the request and the value: `: `, ` - `, `: Decision: `, `. UR denial `. */
const LEAD = ' ?[:;.,(-]? ?(?:(?:the )?(?:IMR |UR )?(?:decision|determination|outcome|denial)(?: is)? ?:? ?)?';
/** `: Upheld`, `: Overturned in part`, `: Partially overturned, partially upheld`, `: Not medically necessary`. */
const VALUE_WORDS = `(?:${PARTLY} ${VALUE}(?:[,/]? ?(?:and )?${PARTLY} ${VALUE})?|${VALUE}(?: ?(?:/|,|and) ?${VALUE})?(?: ?,? ?\\(?${PARTLY}\\)?)?|(?:not )?(?:partially )?${NECESSARY})`;
/** A value at the very end of a heading, with or without a colon before it. */
const VALUE_AT_END = new RegExp(`(${LEAD})\\b(${VALUE_WORDS}) ?[.;)]? ?\\.?$`, 'i');
/** `is not medically necessary and appropriate` anywhere in prose or at the end of a heading. */
const SENTENCE = new RegExp(`[ :] ?((?:is|are|was|were)(?: [a-z]+){0,2} ?(?:${PARTLY} )?${NECESSARY}(?: in part)?)`, 'gi');
/** A colon and a value that no sentence goes on from: `spine: Upheld Claims`. */
const COLON_VALUE = new RegExp(`: ?(?:Decision ?: ?)?\\b(${VALUE_WORDS})\\b(?! ?[.,;:])`, 'gi');
/** Prose that a colon value may follow without being a request: `the final decision: Upheld`. */
const PROSE_BEFORE = /\b(?:decision|determination|outcome|conclusion|denial|is|are|was|were|as|follows|rationale|guidelines?)$/i;
/** Longest outcome statement with its lead-in; the search for one at the end of a text looks no further back. */
const REACH = 140;
/** What outcome words say; null for words that say none. */
export function readOutcome(words) {
    const text = words.toLowerCase().replaceAll(' ', '');
    const isUpheld = /upheld|uphold|affirmed|notmedicallynecessary|not[a-z]*medicallynecessary/.test(text);
    const isOverturned = /overturn|reversed/.test(text);
    if (/partial|partly|inpart|modified/.test(text) || (isUpheld && isOverturned))
        return 'overturned-in-part';
    if (isUpheld)
        return 'upheld';
    return isOverturned || text.includes('medicallynecessary') ? 'overturned' : null;
}
/** The outcome statement that ends right at `end`, if there is one after `floor`. */
export function outcomeEndingAt(text, floor, end) {
    const from = Math.max(floor, end - REACH);
    const tail = text.slice(from, end).trimEnd();
    const sentence = lastSentenceOutcome(tail, from);
    if (sentence)
        return sentence;
    const match = VALUE_AT_END.exec(tail);
    if (!match)
        return null;
    const [, lead = '', words = ''] = match;
    const start = from + match.index + lead.length;
    return markOf(words, from + match.index, start);
}
/** The sentence outcome that nothing but a full stop follows. */
function lastSentenceOutcome(tail, base) {
    const last = sentenceOutcomes(tail, 0, tail.length).at(-1);
    if (!last || !/^ ?[.:;]?$/.test(tail.slice(last.end)))
        return null;
    return { ...last, from: base + last.from, start: base + last.start, end: base + last.end };
}
/** Every `is [not] medically necessary …` between two offsets, in text order. */
export function sentenceOutcomes(text, from, to) {
    return allMarks(SENTENCE, text, from, to);
}
/** Every capital value after a colon that heads an issue, between two offsets, in text order. */
export function colonOutcomes(text, from, to) {
    return allMarks(COLON_VALUE, text, from, to).filter((mark) => {
        if (!/^[A-Z]/.test(text.slice(mark.start, mark.start + 1)))
            return false;
        if (/^ ?[a-z]/.test(text.slice(mark.end, mark.end + 2)))
            return false;
        return !PROSE_BEFORE.test(text.slice(Math.max(from, mark.from - 20), mark.from).trimEnd());
    });
}
function allMarks(pattern, text, from, to) {
    const part = text.slice(from, to);
    const marks = [];
    for (const match of part.matchAll(pattern)) {
        const words = match[1] ?? '';
        const start = from + match.index + match[0].indexOf(words);
        const mark = markOf(words, from + match.index, start);
        if (mark)
            marks.push(mark);
    }
    return marks;
}
function markOf(words, from, start) {
    const outcome = readOutcome(words);
    return outcome && { outcome, from, start, end: start + words.length };
}
