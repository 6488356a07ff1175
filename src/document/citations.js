import { describeSource } from './citation-source.js';
/** `Decision based on Non-MTUS Citation`, `Decision based on MTUS`. */
const FORMAL = /Decision based on (Non ?-? ?MTUS(?: Citations?)?|MTUS)\b[ :]*/gi;
/** `based its decision on the`, `relied upon the`. */
const INFORMAL = /(?:based (?:its|his ?\/ ?her|his|her|their|the) (?:decision|determination) (?:up)?on|relied (?:up)?on|cited|utilized) (?:the )?/gi;
/** The reviewer took over what the claims administrator used. */
const SAME = /found (?:that )?the guidelines? used by the Claims Administrator/i;
const DENIES_MTUS = /did not base (?:their|its|his ?\/ ?her) (?:decision|determination) on the MTUS|no section of the MTUS|not (?:a )?part of the MTUS|MTUS (?:does|did) not|MTUS (?:is|was) silent/i;
/** Where the next source of a list of MTUS chapters begins: `Summary, and Low Back Complaints 2004, Section(s):`. */
const SECTIONS = /,? ?Sections?(?: ?\(s\))? ?: ?/gi;
/** A full stop that ends a sentence: not that of `No. 5`, of an initial, or of `version 20.0`. */
const SENTENCE_END = /(?<=[A-Za-z0-9)\]]{2}|[)\]"])\.(?= [A-Z])|\.$/;
/**
 * Reads a citation block.
 * @param administrator the block of the claims administrator, when this one may refer to it
 */
export function readCitations(view, span, administrator) {
    const text = view.text.slice(span.start, span.end);
    const quote = view.source.quote(view.span(span.start, span.end));
    const own = citedSpans(text).map(({ kind, start, end }) => {
        const words = text.slice(start, end);
        const description = describeSource(words);
        if (description === null)
            return null;
        const isOwnMtus = kind ?? (isMtusWording(words) ? 'mtus' : 'non-mtus');
        return {
            kind: isOwnMtus,
            ...description,
            quote: view.source.quote(view.span(span.start + start, span.start + end)),
        };
    });
    const sources = own.filter((source) => source !== null);
    if (sources.length === 0 && administrator && SAME.test(text)) {
        return { basedOnMtus: administrator.basedOnMtus, sources: administrator.sources, quote };
    }
    return { basedOnMtus: basedOnMtus(text, sources), sources, quote };
}
/** MTUS where any source is; not where the block says so or every source is another; else unsaid. */
function basedOnMtus(text, sources) {
    if (sources.some((source) => source.kind === 'mtus'))
        return true;
    return sources.length > 0 || DENIES_MTUS.test(text) ? false : null;
}
/** How citations of 2013 and 2014 show that a source is part of the schedule when they do not open with `MTUS`. */
function isMtusWording(words) {
    if (/Non ?-? ?MTUS|not (?:a )?part of (?:the )?MTUS/i.test(words))
        return false;
    return /\bMTUS\b|Medical Treatment (?:Guidelines|Utilization Schedule)|Postsurgical Treatment Guidelines|Complaints Chapter|Complaints \(/i.test(words);
}
function citedSpans(text) {
    const formal = [...text.matchAll(FORMAL)];
    if (formal.length > 0) {
        return formal.flatMap((match, index) => {
            const start = match.index + match[0].length;
            const end = formal[index + 1]?.index ?? text.length;
            if (/^non/i.test(match[1] ?? ''))
                return [{ kind: 'non-mtus', start, end: endOfSource(text, start, end) }];
            return chaptersOf(text, start, end).map((span) => ({ kind: 'mtus', ...span }));
        });
    }
    return [...text.matchAll(INFORMAL)].map((match, index, all) => {
        const start = match.index + match[0].length;
        return { kind: null, start, end: endOfSource(text, start, all[index + 1]?.index ?? text.length) };
    });
}
/** End of the sentence that a source stands in. */
function endOfSource(text, start, limit) {
    const stop = text.slice(start, limit).search(SENTENCE_END);
    return stop < 0 ? limit : start + stop;
}
/** The chapters that one `Decision based on MTUS` names, each with its sections. */
function chaptersOf(text, start, limit) {
    const end = endOfSource(text, start, limit);
    const marks = [...text.slice(start, end).matchAll(SECTIONS)].map((match) => start + match.index);
    const chapters = [];
    let from = start;
    for (const [index, mark] of marks.entries()) {
        const next = marks[index + 1];
        if (next === undefined)
            break;
        const between = text.slice(mark, next);
        const joint = /, and |; |\. /.exec(between);
        if (!joint)
            continue;
        chapters.push({ start: from, end: mark + joint.index });
        from = mark + joint.index + joint[0].length;
    }
    return [...chapters, { start: from, end }];
}
