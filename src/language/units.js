/**
 * Joins tokens into what they mean together: words by their key, numbers (in words or digits), ranges `7-9`,
 * ratios `4/5` and `5 out of 10`, percentages, dates, spinal-level style codes `L4-5`, marks, and sentence breaks.
 * Later steps see only units, so that a phrase of the lexicon need not know how a number was written.
 * Which letters make level codes, number words and abbreviations are data, handed in.
 */
import { readDate, readYear } from './dates.js';
import { TokenKind, tokenize } from './tokens.js';
export var UnitKind;
(function (UnitKind) {
    UnitKind[UnitKind["Word"] = 1] = "Word";
    UnitKind[UnitKind["Number"] = 2] = "Number";
    UnitKind[UnitKind["Range"] = 3] = "Range";
    UnitKind[UnitKind["Ratio"] = 4] = "Ratio";
    UnitKind[UnitKind["Percent"] = 5] = "Percent";
    UnitKind[UnitKind["Date"] = 6] = "Date";
    UnitKind[UnitKind["Level"] = 7] = "Level";
    UnitKind[UnitKind["Mark"] = 8] = "Mark";
    /** End of a sentence: `.`, `;`, `?`, `!` where they end one. */
    UnitKind[UnitKind["Break"] = 9] = "Break";
})(UnitKind || (UnitKind = {}));
/** The units of a clean text, in order. */
export function readUnits(text, data) {
    const tokens = tokenize(text);
    const units = [];
    let i = 0;
    while (i < tokens.length) {
        const token = tokens[i];
        i =
            (token.kind === TokenKind.Code && (levelAt(text, tokens, i, data, units) || codeAt(text, tokens, i, units))) ||
                (token.kind === TokenKind.Number && numericAt(text, tokens, i, data, units)) ||
                (token.kind === TokenKind.Word && wordAt(text, tokens, i, data, units)) ||
                markAt(text, tokens, i, data, units);
    }
    return units;
}
function push(units, kind, start, end, more) {
    const value = more.value ?? 0;
    units.push({ kind, start, end, word: more.word ?? '', value, high: more.high ?? value, base: more.base ?? 0, date: more.date ?? null, levels: more.levels ?? NONE });
}
const NONE = [];
// ---- words and marks
function wordAt(text, tokens, i, data, units) {
    const token = tokens[i];
    const date = readDate(text, tokens, i);
    if (date) {
        push(units, UnitKind.Date, token.start, endOf(tokens, date.next), { date: date.iso });
        return date.next;
    }
    const word = text.slice(token.start, token.end).toLowerCase();
    const value = data.numbers.get(word);
    if (value !== undefined)
        return numberWordAt(text, tokens, i, value, data, units);
    push(units, UnitKind.Word, token.start, token.end, { word });
    return i + 1;
}
/** `twenty-two`, `two hundred`, and the figure that repeats it: `eight (8)`. */
function numberWordAt(text, tokens, i, first, data, units) {
    let value = first;
    let next = i + 1;
    const hyphen = mark(text, tokens, next) === '-' ? 1 : 0;
    const second = data.numbers.get(word(text, tokens, next + hyphen));
    if (value >= 20 && value < 100 && second !== undefined && second < 10) {
        value += second;
        next += hyphen + 1;
    }
    else if (second === 100 && !hyphen) {
        value *= 100;
        next++;
    }
    if (mark(text, tokens, next) === '(' && number(text, tokens, next + 1) === value && mark(text, tokens, next + 2) === ')')
        next += 3;
    return finishNumber(text, tokens, i, next, value, data, units);
}
function markAt(text, tokens, i, data, units) {
    const token = tokens[i];
    const symbol = text[token.start] ?? '';
    const ends = symbol === ';' || (symbol === '?' && !isDoubting(tokens, i)) || symbol === '!' || (symbol === '.' && isSentenceEnd(text, tokens, i, data));
    push(units, ends ? UnitKind.Break : UnitKind.Mark, token.start, token.end, { word: symbol });
    return i + 1;
}
/** `? radiculopathy`, `?radiculopathy`: a question mark that stands off from what is before it doubts what follows. */
function isDoubting(tokens, i) {
    const before = tokens[i - 1];
    return tokens[i + 1] !== undefined && (before === undefined || before.end < tokens[i].start);
}
function isSentenceEnd(text, tokens, i, data) {
    const point = tokens[i];
    const next = tokens[i + 1];
    if (!next)
        return true;
    const before = tokens[i - 1];
    const touching = before !== undefined && before.end === point.start;
    const word = before && touching ? text.slice(before.start, before.end) : '';
    if (next.start === point.end) {
        // Glued: `pain.The` ends a sentence, `p.o.` and `e.g.` do not.
        const c = text.charCodeAt(next.start);
        return (c === 34 || c === 41 || (c >= 65 && c <= 90 && word.length > 1)) && !data.abbreviations.has(word.toLowerCase());
    }
    if (data.abbreviations.has(word.toLowerCase()))
        return false;
    return !(before?.kind === TokenKind.Word && word.length === 1 && next.kind === TokenKind.Word && /^[a-z]/.test(text.slice(next.start)));
}
/** A code that is no level: `x6` is the word `x` and the number 6. */
function codeAt(text, tokens, i, units) {
    const token = tokens[i];
    push(units, UnitKind.Word, token.start, token.start + 1, { word: text.slice(token.start, token.start + 1).toLowerCase() });
    push(units, UnitKind.Number, token.start + 1, token.end, { value: Number(text.slice(token.start + 1, token.end)) });
    return i + 1;
}
// ---- numbers
function numericAt(text, tokens, i, data, units) {
    const token = tokens[i];
    const date = readDate(text, tokens, i);
    if (date) {
        push(units, UnitKind.Date, token.start, endOf(tokens, date.next), { date: date.iso });
        return date.next;
    }
    const value = number(text, tokens, i) ?? 0;
    const year = readYear(text, tokens, i);
    const after = tokens[i + 1];
    const glued = after !== undefined && after.start === token.end && !PUNCTUATION.has(mark(text, tokens, i + 1));
    const measured = after !== undefined && (glued || MEASURE.test(text.slice(after.start, after.end)));
    if (year && !measured) {
        push(units, UnitKind.Date, token.start, token.end, { date: year.iso });
        return i + 1;
    }
    return finishNumber(text, tokens, i, i + 1, value, data, units);
}
/** Marks that may touch a year: `in 2008, then`. */
const PUNCTUATION = new Set(['.', ',', ';', ':', ')', '?', '!', '"', "'"]);
/** What follows an amount and never a year. */
const MEASURE = /^(?:mg|mcg|ml|cc|units?|grams?|g|hours?|steps|%)$/i;
/** `07`, but not `0.7` */
const LEADING_ZERO = /^0\d/;
/** A number may go on as a range, a ratio or a percentage. */
function finishNumber(text, tokens, from, next, value, data, units) {
    const start = tokens[from].start;
    const upper = rangeEnd(text, tokens, next, value, data);
    const high = upper?.value ?? value;
    let end = upper?.next ?? next;
    // `07/10` is a day of the year, not a score.
    const base = LEADING_ZERO.test(text.slice(start, start + 2)) ? null : ratioBase(text, tokens, end, data);
    if (base) {
        push(units, UnitKind.Ratio, start, endOf(tokens, base.next), { value: value + base.shade, high: high + base.shade, base: base.value });
        return base.next;
    }
    if (mark(text, tokens, end) === '%' || /^(?:percent|pct)$/i.test(word(text, tokens, end))) {
        end++;
        const second = percentRangeEnd(text, tokens, end, data);
        push(units, UnitKind.Percent, start, endOf(tokens, second?.next ?? end), { value, high: second?.value ?? high });
        return second?.next ?? end;
    }
    push(units, upper ? UnitKind.Range : UnitKind.Number, start, endOf(tokens, end), { value, high });
    return end;
}
/** The upper end of `7-9`, `4 to 5`; only upward, so that `10-325` and `2-1` stay what they are. */
function rangeEnd(text, tokens, next, low, data) {
    const joiner = mark(text, tokens, next) === '-' || /^to$/i.test(word(text, tokens, next));
    if (!joiner)
        return null;
    const high = numberOrWord(text, tokens, next + 1, data);
    if (high === null || high <= low || high > low * 20 + 20 || readDate(text, tokens, next + 1))
        return null;
    return { value: high, next: next + 2 };
}
/** `50% to 60%` */
function percentRangeEnd(text, tokens, next, data) {
    const joiner = mark(text, tokens, next) === '-' || /^to$/i.test(word(text, tokens, next));
    const high = joiner ? numberOrWord(text, tokens, next + 1, data) : null;
    if (high === null || mark(text, tokens, next + 2) !== '%')
        return null;
    return { value: high, next: next + 3 };
}
/** The base of `4/5`, `8 out of 10`, `4+/5`, `7 on a scale of 10`. */
function ratioBase(text, tokens, next, data) {
    let i = next;
    let shade = 0;
    if (/^[+-]$/.test(mark(text, tokens, i)) && (mark(text, tokens, i + 1) === '/' || /^out$/i.test(word(text, tokens, i + 1)))) {
        shade = mark(text, tokens, i) === '+' ? GRADE_SHADE : -GRADE_SHADE;
        i++;
    }
    let base = null;
    if (mark(text, tokens, i) === '/')
        base = number(text, tokens, ++i);
    else if (/^out$/i.test(word(text, tokens, i)) && /^of$/i.test(word(text, tokens, i + 1))) {
        i += 2;
        if (/^(?:a|possible)$/i.test(word(text, tokens, i)))
            i++;
        base = numberOrWord(text, tokens, i, data);
    }
    return base === null ? null : { value: base, next: i + 1, shade };
}
/** What a plus or minus adds to a grade of muscle strength (Medical Research Council scale): `4+/5`. */
const GRADE_SHADE = 0.3;
// ---- levels
/** `L4-5`, `L4-L5`, `L5/S1`, `L3-S1`: pairs of neighbours stay one level, wider ranges are spelled out. */
function levelAt(text, tokens, i, data, units) {
    const first = levelIndex(text, tokens, i, data);
    if (first === null)
        return 0;
    const start = tokens[i].start;
    const levels = [];
    let from = first;
    let next = i + 1;
    for (;;) {
        const joiner = mark(text, tokens, next);
        const spelled = /^(?:to|through|thru)$/i.test(word(text, tokens, next));
        if (joiner !== '-' && joiner !== '/' && !spelled)
            break;
        const to = levelIndex(text, tokens, next + 1, data) ?? (spelled ? null : bareLevel(text, tokens, next + 1, from, data));
        if (to === null || to <= from)
            break;
        for (let k = from; k < to; k++)
            levels.push(pairName(k, data));
        from = to;
        next += 2;
    }
    if (levels.length === 0)
        levels.push(levelName(first, data));
    push(units, UnitKind.Level, start, endOf(tokens, next), { levels });
    return next;
}
/** Position in the column of a code, counted from its top over all its letters; null if it is no level. */
function levelIndex(text, tokens, i, data) {
    const token = tokens[i];
    if (token?.kind !== TokenKind.Code)
        return null;
    const letter = (text[token.start] ?? '').toUpperCase();
    const n = Number(text.slice(token.start + 1, token.end));
    let offset = 0;
    for (const column of data.columns) {
        if (column.letter === letter)
            return n >= 1 && n <= column.count ? offset + n - 1 : null;
        offset += column.count;
    }
    return null;
}
/** The `5` of `L4-5`: a plain number in the column of the level before it. */
function bareLevel(text, tokens, i, from, data) {
    const n = number(text, tokens, i);
    const token = tokens[i];
    if (n === null || token === undefined || token.end - token.start > 2)
        return null;
    let offset = 0;
    for (const column of data.columns) {
        if (from < offset + column.count)
            return n >= 1 && n <= column.count ? offset + n - 1 : null;
        offset += column.count;
    }
    return null;
}
function levelName(index, data) {
    let rest = index;
    for (const column of data.columns) {
        if (rest < column.count)
            return `${column.letter}${rest + 1}`;
        rest -= column.count;
    }
    return '';
}
function pairName(index, data) {
    const upper = levelName(index, data);
    const lower = levelName(index + 1, data);
    return upper[0] === lower[0] ? `${upper}-${lower.slice(1)}` : `${upper}-${lower}`;
}
// ---- looking at one token
function endOf(tokens, next) {
    return tokens[next - 1]?.end ?? 0;
}
function number(text, tokens, i) {
    const token = tokens[i];
    return token?.kind === TokenKind.Number ? Number(text.slice(token.start, token.end).replaceAll(',', '')) : null;
}
function numberOrWord(text, tokens, i, data) {
    return number(text, tokens, i) ?? data.numbers.get(word(text, tokens, i)) ?? null;
}
function word(text, tokens, i) {
    const token = tokens[i];
    return token?.kind === TokenKind.Word ? text.slice(token.start, token.end).toLowerCase() : '';
}
function mark(text, tokens, i) {
    const token = tokens[i];
    return token?.kind === TokenKind.Mark ? (text[token.start] ?? '') : '';
}
