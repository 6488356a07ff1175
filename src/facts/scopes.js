/**
 * How far a cue speaks. In: the cues of a sentence. Out: each with the units it speaks about, and why they end there.
 * A scope runs from its cue to a stop cue, to the end of the cue's reach or of the sentence. A heading speaks about its
 * whole section: on to the next heading, or to a sentence that begins anew with a stop cue (`The patient ...`).
 * Method: NegEx (Chapman 2001) and ConText (Harkema 2009), cues as data; sections as in medspaCy.
 */
import { UnitKind } from '../language/units.js';
/** A heading is at most so many units long, colon included. */
const LONGEST_HEADING = 6;
/**
 * The cues of a sentence with their scopes.
 * @param section heading of the section that the sentence stands in, if it began in an earlier sentence
 */
export function scopesOf(sentence, section = null) {
    const stops = sentence.cues.filter((cue) => cue.entry.meaning === 'stop');
    const headings = sentence.cues.filter(isHeading);
    const scopes = section ? [sectionScope(section, sentence, sentence.from, headings)] : [];
    for (const cue of sentence.cues) {
        const { direction, meaning } = cue.entry;
        if (direction === 'forward' || direction === 'both')
            scopes.push(forwardScope(cue, sentence, stops));
        if (direction === 'backward' || direction === 'both')
            scopes.push(backwardScope(cue, sentence, stops));
        if (direction === 'section' && meaning !== 'stop')
            scopes.push(sectionScope(cue, sentence, cue.to, headings));
    }
    return scopes;
}
function forwardScope(cue, sentence, stops) {
    const stop = firstOf(stops.find((one) => one.from >= cue.to && ends(one, cue)), cue.entry.meaning === 'negated' ? sentence.denials.find((one) => one.from >= cue.to) : undefined);
    const limit = stop?.from ?? sentence.to;
    const reach = cue.to + cue.entry.reach;
    return { cue, meaning: cue.entry.meaning, from: cue.to, to: Math.min(reach, limit), ...reason(reach < limit, stop) };
}
function firstOf(a, b) {
    if (!a || !b)
        return a ?? b ?? null;
    return a.from <= b.from ? a : b;
}
function backwardScope(cue, sentence, stops) {
    const stop = stops.findLast((one) => one.to <= cue.from && ends(one, cue)) ?? null;
    const limit = stop?.to ?? sentence.from;
    const reach = cue.from - cue.entry.reach;
    return { cue, meaning: cue.entry.meaning, from: Math.max(reach, limit), to: cue.from, ...reason(reach > limit, stop) };
}
/** Stop cues do not end a section: only its next heading does. */
function sectionScope(cue, sentence, from, headings) {
    const next = headings.find((one) => one.from >= from && one !== cue) ?? null;
    return { cue, meaning: cue.entry.meaning, from, to: next?.from ?? sentence.to, ...reason(false, next) };
}
function reason(isShort, stop) {
    if (isShort)
        return { endedBy: 'reach', stop: null };
    return stop ? { endedBy: 'stop-cue', stop } : { endedBy: 'sentence', stop: null };
}
function ends(stop, cue) {
    return stop.entry.ends === null || stop.entry.ends.has(cue.entry.meaning);
}
function isHeading(cue) {
    return cue.entry.direction === 'section';
}
/** The cues whose scope holds a range of units, or its end towards the cue, the nearest first. */
export function cuesOver(scopes, from, to) {
    const distance = (scope) => (scope.cue.from >= to ? scope.cue.from - to : from - scope.cue.to);
    const holds = (scope) => (scope.cue.from >= to ? to > scope.from && to <= scope.to : from >= scope.from && from < scope.to);
    return scopes.filter(holds).sort((a, b) => distance(a) - distance(b));
}
/** For each sentence the heading of an earlier one that still speaks about it, or null. */
export function sectionsOf(sentences, units) {
    let section = null;
    return sentences.map((sentence) => {
        if (section && beginsAnew(sentence, units))
            section = null;
        const inherited = section;
        const own = sentence.cues.findLast(isHeading);
        if (own)
            section = own.entry.meaning === 'stop' ? null : own;
        return inherited;
    });
}
/** A sentence that opens with a heading of any kind, or with a stop cue, is no part of the section before it. */
function beginsAnew(sentence, units) {
    const first = sentence.cues[0];
    if (first && first.from === sentence.from && first.entry.meaning === 'stop')
        return true;
    for (let i = sentence.from; i < Math.min(sentence.to, sentence.from + LONGEST_HEADING); i++) {
        const unit = units[i];
        if (unit.kind === UnitKind.Mark && unit.word === ':')
            return true;
        if (unit.kind !== UnitKind.Word)
            return false;
    }
    return false;
}
