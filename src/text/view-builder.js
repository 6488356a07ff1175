/**
 * Makes the text of a clean view, and the runs that map it back.
 * A view is put together from runs copied whole from the source, so that plain text is passed over at one search each.
 */
/** Characters that PDFs and word processors write for plainer ones; the empty ones are not shown at all. */
const PLAIN = new Map(Object.entries({
    // The last two of each of these three are Windows-1252 bytes that someone took for Latin-1.
    "'": '\u2018\u2019\u201A\u201B\u2032\u00B4\x91\x92',
    '"': '\u201C\u201D\u201E\u2033\u00AB\u00BB\x93\x94',
    '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\x96\x97',
    ff: '\uFB00',
    fi: '\uFB01',
    fl: '\uFB02',
    ffi: '\uFB03',
    ffl: '\uFB04',
    '1/2': '\u00BD',
    '/': '\u2044',
    ' degrees': '\u00B0',
    '...': '\u2026',
    ';': '\u2022\u00B7',
    '': '\u00AD\u200B\u200C\u200D\u2060\uFEFF',
}).flatMap(([plain, odd]) => [...odd].map((character) => [character, plain])));
/** The end of plain characters with single spaces between them: `lumbar spine` up to the line end after it. */
const PLAIN_END = /[^ -~]| (?![!-~])/g;
const SOFT_HYPHEN = '\u00AD';
/** White space outside ASCII and the run of spaces from U+2000; a stray DELETE counts as well. */
const RARE_SPACES = new Set([
    0x7f, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]);
/** The readable form of `raw`, whose first character stands at `base` of the source. */
export function buildView(raw, base) {
    const builder = new ViewBuilder(raw, base);
    for (let i = 0; i < raw.length;) {
        const code = raw.charCodeAt(i);
        if (isSpace(code))
            i = readSpaces(builder, i);
        else if (code > 126)
            i = readOddCharacter(builder, i);
        else
            i = endOfPlain(raw, i);
    }
    builder.copyUntil(raw.length);
    return { text: builder.text(), runs: builder.runs() };
}
/** Builds a view of `raw`, whose first character stands at `base` of the source; offsets here are those of `raw`. */
class ViewBuilder {
    raw;
    #base;
    #pieces = [];
    #views = [];
    #sources = [];
    #length = 0;
    #last = '';
    #end = 0;
    /** Start of what is not copied yet. */
    #pending = 0;
    constructor(raw, base) {
        this.raw = raw;
        this.#base = base;
    }
    /** Copies the source up to an offset as it stands. */
    copyUntil(offset) {
        if (offset > this.#pending) {
            this.#push(this.raw.slice(this.#pending, offset), this.#base + this.#pending);
            this.#end = offset;
        }
        this.#pending = offset;
    }
    /** Shows `plain`, which may be nothing, for the source from the last copied offset up to `next`. */
    replaceUntil(next, plain) {
        if (plain !== '')
            this.#push(plain, ~(this.#base + this.#pending));
        if (plain !== '' && plain !== ' ')
            this.#end = next;
        this.#pending = next;
    }
    #push(piece, source) {
        this.#views.push(this.#length);
        this.#sources.push(source);
        this.#pieces.push(piece);
        this.#length += piece.length;
        this.#last = piece;
    }
    /** True at the start of the view and after a space: no further space is shown there. */
    isAtGap() {
        return this.#length === 0 || this.#last.endsWith(' ');
    }
    /** True for a view ending in a hyphen or slash right after a letter or digit: `10-`, `post-`, `09/`. */
    endsWithJoiner() {
        const last = this.#last.charCodeAt(this.#last.length - 1);
        if (last !== 45 && last !== 47)
            return false;
        const before = this.#last.length > 1 ? this.#last : (this.#pieces.at(-2) ?? '') + this.#last;
        return isWordCharacter(before.charCodeAt(before.length - 2));
    }
    text() {
        return this.#pieces.join('');
    }
    runs() {
        return { views: this.#views, sources: this.#sources, end: this.#base + this.#end };
    }
}
/**
 * Reads a run of white space that begins at `start`; returns the offset after it.
 * It shows as one space, except at either end of the view, and except after a hyphen that a line end cut off from
 * its word or number: there it vanishes.
 */
function readSpaces(builder, start) {
    const { raw } = builder;
    const end = raw.length;
    let next = start;
    let hasLineEnd = false;
    for (; next < end && isSpaceOrInvisible(raw.charCodeAt(next)); next++)
        hasLineEnd ||= isLineEnd(raw.charCodeAt(next));
    builder.copyUntil(start);
    const isCut = hasLineEnd && isWordCharacter(raw.charCodeAt(next)) && endsInCut(builder, start);
    builder.replaceUntil(next, next < end && !isCut && !builder.isAtGap() ? ' ' : '');
    return next;
}
/** True when a word or number breaks off before `start`, at a hyphen of either kind. */
function endsInCut(builder, start) {
    return builder.raw[start - 1] === SOFT_HYPHEN || builder.endsWithJoiner();
}
/** Reads one character that is neither plain nor white space; returns the offset after it. */
function readOddCharacter(builder, start) {
    const plain = PLAIN.get(builder.raw[start]);
    if (plain === undefined)
        return start + 1;
    builder.copyUntil(start);
    builder.replaceUntil(start + 1, builder.isAtGap() ? plain.trimStart() : plain);
    return start + 1;
}
/** Offset of the first character at or after `start` that is not copied as it stands. */
function endOfPlain(raw, start) {
    PLAIN_END.lastIndex = start;
    return PLAIN_END.test(raw) ? PLAIN_END.lastIndex - 1 : raw.length;
}
function isSpace(code) {
    if (code <= 32)
        return true;
    return code >= 0x7f && ((code >= 0x2000 && code <= 0x200a) || RARE_SPACES.has(code));
}
function isSpaceOrInvisible(code) {
    return isSpace(code) || (code > 0xa0 && PLAIN.get(String.fromCharCode(code)) === '');
}
/** Line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator. */
function isLineEnd(code) {
    return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}
function isWordCharacter(code) {
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
