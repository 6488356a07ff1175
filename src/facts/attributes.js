/**
 * What stands around a mention: body region, side, spinal levels, date, course and response to treatment.
 * Words right before a mention or after it (up to the next mention) belong to it; members of a list share them.
 * A region that a sentence does not name is taken over from the sentences before.
 */
import { before } from '../language/dates.js';
import { UnitKind } from '../language/units.js';
const BEFORE = 7;
const AFTER = 14;
const CLOSE = new Set(['and', 'of', 'the', 'in', '-', '/', ',', 'his', 'her', 'at', 'to', 'more', 'than', 'both', 'with', '&', '"', '(']);
/** The units after a mention that may describe it: up to the next mention (markers describe nothing), a given end, or a limit. */
export function zoneAfter(sentence, match, until = sentence.to) {
    const next = sentence.concepts.find((other) => other.from >= match.to && other.entry.kind !== 'marker');
    return { from: match.to, to: Math.min(until, next?.from ?? sentence.to, match.to + AFTER) };
}
/** The units right before a mention: back to the mention before it (markers left out), or a limit. */
export function zoneBefore(sentence, match) {
    const previous = sentence.concepts.findLast((other) => other.to <= match.from && other.entry.kind !== 'marker');
    return { from: Math.max(sentence.from, previous?.to ?? sentence.from, match.from - BEFORE), to: match.from };
}
/** True if a list goes on from one mention to the next, so that they share what describes them. */
export function isListedWith(earlier, later, units) {
    if (later.from - earlier.to > 4)
        return false;
    for (let i = earlier.to; i < later.from; i++)
        if (!/^(?:,|and|or|&|\/|nor|as|well|-)$/.test(units[i]?.word ?? ''))
            return false;
    return true;
}
const inside = (sentence, type, zone) => sentence.attributes.filter((match) => match.entry.type === type && match.from >= zone.from && match.to <= zone.to);
/** Attributes before a mention count only when nothing but attributes and small words stands between. */
function adjacentBefore(sentence, type, zone, units) {
    const found = [];
    let at = zone.to;
    while (at > zone.from) {
        const match = sentence.attributes.find((one) => one.to === at && one.from >= zone.from);
        if (match) {
            if (match.entry.type === type)
                found.unshift(match);
            at = match.from;
        }
        else if (units[at - 1]?.kind === UnitKind.Level || CLOSE.has(units[at - 1]?.word ?? ''))
            at--;
        else
            break;
    }
    return found;
}
/** The side that a mention is about, from the words inside it, before it and after it. */
export function sideOf(sentence, match, after, units) {
    if (match.entry.laterality)
        return match.entry.laterality;
    const within = inside(sentence, 'side', { from: match.from, to: match.to });
    if (match.entry.kind === 'quantity' && within.length === 0)
        return sideOfQuantity(sentence, match, units);
    const earlier = within.length > 0 ? within : adjacentBefore(sentence, 'side', zoneBefore(sentence, match), units);
    return joinSides(earlier.length > 0 ? earlier : inside(sentence, 'side', after));
}
/** The side of the place that a number is about. */
function sideOfQuantity(sentence, match, units) {
    const [region] = regionOfQuantity(sentence, match, units);
    if (!region)
        return null;
    return joinSides(sentence.attributes.filter((one) => one.entry.type === 'side' && (one.to === region.from || (one.from >= region.to && one.to <= match.from))));
}
/** Left and right together are bilateral. */
export function joinSides(matches) {
    const sides = new Set(matches.map((match) => match.entry.value));
    if (sides.has('bilateral') || (sides.has('left') && sides.has('right')))
        return 'bilateral';
    return sides.has('left') ? 'left' : sides.has('right') ? 'right' : null;
}
/**
 * The regions that a mention is about: its own, those in and next to it, else those of its sentence; null if none is named.
 * @param levels where a spinal level says what the mention is about
 */
export function regionsOf(sentence, match, after, units, lexicon, levels) {
    if (match.entry.region)
        return [match.entry.region];
    const named = (matches) => (matches.length > 0 ? [...new Set(matches.map((one) => one.entry.value))] : null);
    const within = named(inside(sentence, 'region', { from: match.from, to: match.to }));
    if (within)
        return within;
    const earlier = named(adjacentBefore(sentence, 'region', zoneBefore(sentence, match), units));
    if (earlier)
        return earlier;
    if (match.entry.kind === 'quantity')
        return named(regionOfQuantity(sentence, match, units));
    const later = named(firstPhrase(inside(sentence, 'region', after), units));
    if (later)
        return later;
    const [level] = levelsIn({ from: match.from, to: levels.to }, units);
    const ofLevel = level === undefined ? undefined : lexicon.regionOfColumn.get(level[0] ?? '');
    if (ofLevel)
        return [ofLevel];
    return named([lastAhead(sentence, match) ?? firstBehind(sentence, match)].filter((one) => one !== undefined));
}
/** What a number is about stands before it more often than after: `neck pain 5/10, low back pain 6/10`, but `7/10 in the neck`. */
function regionOfQuantity(sentence, match, units) {
    const behind = inside(sentence, 'region', { from: match.to, to: sentence.to });
    const next = behind[0];
    if (next && next.from - match.to <= NEAR_NUMBER && units.slice(match.to, next.from).every((unit) => PLACE_WORDS.has(unit.word)))
        return [next];
    const ahead = lastAhead(sentence, match);
    return ahead ? [ahead] : behind.slice(0, 1);
}
/** The first region after a mention, unless it is that of a later test: not the knees of `motor 5/5, reflexes 2+ at the knees`. */
function firstBehind(sentence, match) {
    const next = inside(sentence, 'region', { from: match.to, to: sentence.to })[0];
    const isOfLaterTest = sentence.concepts.some((other) => other.entry.kind === 'test' && other.from >= match.to && next !== undefined && other.from <= next.from);
    return match.entry.kind === 'test' && isOfLaterTest && sentence.cues.some((cue) => cue.from >= match.to && next !== undefined && cue.to <= next.from) ? undefined : next;
}
/** The last region before a mention that is no part of what another finding says: not the leg of `pain shooting down the leg`. */
function lastAhead(sentence, match) {
    const ahead = inside(sentence, 'region', { from: sentence.from, to: match.from });
    const isFree = (one) => !sentence.concepts.some((other) => other.entry.kind === 'finding' && other.from < one.from && one.to <= other.to);
    return ahead.findLast(isFree) ?? ahead.at(-1);
}
const NEAR_NUMBER = 4;
const PLACE_WORDS = new Set(['in', 'for', 'at', 'on', 'to', 'over', 'the', 'his', 'her', 'left', 'right', 'both', 'l', 'r']);
/** The first region and those listed with it: `the cervical and lumbar spine`. */
function firstPhrase(matches, units) {
    const phrase = [];
    for (const match of matches) {
        const previous = phrase[phrase.length - 1];
        if (previous && !units.slice(previous.to, match.from).every((unit) => CLOSE.has(unit.word) || /^(?:left|right|bilateral|or)$/.test(unit.word)))
            break;
        phrase.push(match);
    }
    return phrase;
}
/** Spinal levels in a zone, in order, without repeats. */
export function levelsIn(zone, units) {
    const levels = new Set();
    for (let i = zone.from; i < zone.to; i++)
        for (const level of units[i]?.levels ?? [])
            levels.add(level);
    return [...levels];
}
/** The side named by the words right before a unit: `left 1+`. */
export function sideBefore(sentence, at) {
    return joinSides(sentence.attributes.filter((match) => match.entry.type === 'side' && match.to === at));
}
/** A date said with a mention: after it, or before it in the same clause; `today` is the date of the note; `null` if none. */
export function dateNear(sentence, match, units, reference, noteDate) {
    const next = sentence.concepts.find((other) => other.from >= match.to && other.entry.kind !== 'finding' && other.entry.kind !== 'test' && !other.entry.isBeside);
    const stop = Math.min(next?.from ?? sentence.to, match.to + AFTER);
    for (let i = match.from; i < stop; i++) {
        const date = units[i]?.word === 'today' ? noteDate : dateAt(i, units, reference);
        if (date)
            return { date, at: i };
    }
    const previous = sentence.concepts.findLast((other) => other.to <= match.from && other.entry.kind === 'event');
    for (let i = match.from - 1; i >= Math.max(previous?.to ?? sentence.from, match.from - BEFORE); i--) {
        const date = dateAt(i, units, reference);
        if (date)
            return { date, at: i };
    }
    return null;
}
/** Words before a date that say when something was found; `since` and `until` say how long. */
const WHEN = new Set(['on', 'in', 'of', 'drawn', 'dated', '(']);
/** How far after a finding its own date may stand. */
const FARTHEST_DATE = 5;
/** The date that a finding or test has to itself: `sciatica in 2004`, `sedimentation rate drawn 6-30-15`. */
export function dateRightAfter(match, sentence, units, reference) {
    const next = sentence.concepts.find((other) => other.from >= match.to && !other.entry.isBeside)?.from ?? sentence.to;
    for (let i = match.to + 1; i < Math.min(next, match.to + FARTHEST_DATE); i++) {
        if (units[i]?.word === ',')
            return null;
        if (units[i]?.kind === UnitKind.Date && WHEN.has(units[i - 1]?.word ?? ''))
            return dateAt(i, units, reference);
    }
    return null;
}
/** The dates listed after the first one of a zone: `on 11-30-2011 and 12-28-2012`. */
export function furtherDates(zone, first, units, to) {
    const dates = [];
    let at = zone.from;
    while (at < zone.to && units[at]?.date !== first)
        at++;
    for (let i = at + 1; at < zone.to && i < to; i++) {
        const unit = units[i];
        if (unit?.kind === UnitKind.Date && unit.date !== null)
            dates.push(unit.date);
        else if (!/^(?:,|and|&)$/.test(unit?.word ?? ''))
            break;
    }
    return dates;
}
/** The date at a unit: written out, or `12 years ago` counted from a reference date. */
export function dateAt(i, units, reference) {
    const unit = units[i];
    if (!unit)
        return null;
    if (unit.kind === UnitKind.Date)
        return unit.date;
    if (reference === null || (unit.kind !== UnitKind.Number && unit.kind !== UnitKind.Range))
        return null;
    const length = /^(day|week|month|year)s?$/.exec(units[i + 1]?.word ?? '')?.[1];
    if (length === undefined || !/^(?:ago|earlier|back)$/.test(units[i + 2]?.word ?? ''))
        return null;
    return before(reference, (unit.value + unit.high) / 2, length);
}
