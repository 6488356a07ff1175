import { assertionOf } from './assertion.js';
import { dateAt, dateNear, dateRightAfter, furtherDates, isListedWith, joinSides, levelsIn, regionsOf, sideBefore, sideOf, zoneAfter, zoneBefore } from './attributes.js';
import { bindResults } from './results.js';
import { scopesOf, sectionsOf } from './scopes.js';
import { isStudy, isStudyFinding, levelsOfFinding, resultOfStudy, studyAfter } from './studies.js';
/** Concepts that carry the date of the note that follows; named by the lexicon. */
const NOTE_DATE = 'note_date';
/** Concept of the words that repeat an event without its name; named by the lexicon. */
const SAME_AGAIN = 'same_again';
const FARTHEST_ANTECEDENT = 60;
/** How far after a number its own date may stand: `7/10 on 5/7/2013`. */
const NEAR_DATE = 3;
/**
 * The mentions of a scanned text.
 * @param reference ISO date from which `two years ago` counts back; null leaves such dates unknown
 */
export function findMentions(scan, lexicon, reference) {
    const context = { lexicon, units: scan.units, reference, noteDate: null, regions: null, recent: [], study: null, studyHere: null, lastEvent: null };
    const sections = sectionsOf(scan.sentences, scan.units);
    return scan.sentences.flatMap((sentence, i) => mentionsOf(sentence, sections[i] ?? null, context));
}
function mentionsOf(sentence, section, context) {
    if (sentence.concepts.length === 0) {
        rememberRegions(sentence, context);
        return [];
    }
    const cued = { sentence, scopes: scopesOf(sentence, section), units: context.units };
    const results = bindResults(sentence, context.units);
    const mentions = [];
    context.studyHere = null;
    for (const match of sentence.concepts) {
        if (match.entry.names.has(NOTE_DATE))
            readNoteDate(match, sentence, mentions, context);
        const bound = results.get(match) ?? [];
        if (bound.length > 0)
            for (const one of bound)
                mentions.push(testMention(cued, match, one, context));
        else
            mentions.push(...plainMentions(cued, match, context));
    }
    rememberRegions(sentence, context);
    context.study = studyAfter(context.study, sentence, context.units);
    return shareInLists(mentions, context);
}
/** A mention without a result of its own; an event on several dates (`MRIs of 5-1-12 and 6-3-14`) gives one for each. */
function plainMentions(cued, match, context) {
    const { sentence } = cued;
    const mention = withAntecedent(describe(cued, match, zoneAfter(sentence, match), context), context);
    if (mention.concept.kind !== 'event')
        return [mention];
    context.lastEvent = mention;
    const further = mention.date === null ? [] : furtherDates(mention.zone, mention.date, context.units, sentence.to);
    const all = [mention, ...further.map((date) => ({ ...mention, date }))];
    if (isStudy(match.entry) && mention.polarity === 'affirmed' && mention.time !== 'future') {
        context.study = { names: match.entry.names, date: mention.date, regions: mention.regions, levels: [] };
        context.studyHere = context.study;
    }
    return all;
}
/** `the second was on 9/20/2011`: an event that is named only as one more of those spoken of before. */
function withAntecedent(mention, context) {
    const { lastEvent } = context;
    if (!mention.concept.names.has(SAME_AGAIN) || !lastEvent || mention.from - lastEvent.to > FARTHEST_ANTECEDENT)
        return mention;
    const { concept, regions } = lastEvent;
    return {
        ...mention,
        concept,
        regions: mention.regions ?? regions,
        laterality: mention.laterality ?? lastEvent.laterality,
        levels: mention.levels.length > 0 ? mention.levels : lastEvent.levels,
    };
}
/**
 * The date of a note holds for what follows. At the end of a clause it is instead the date of what stands before it:
 * `reflexes were absent on the exam of 3/13/13, present on …`.
 */
function readNoteDate(match, sentence, mentions, context) {
    const date = dateWithin(match, context);
    if (date === null)
        return;
    const before = mentions[mentions.length - 1];
    const endsClause = match.to >= sentence.to || /^[,)]$/.test(context.units[match.to]?.word ?? '');
    if (!endsClause || !before || before.concept.kind === 'marker' || context.units.slice(before.to, match.from).some((unit) => unit.word === ',')) {
        context.noteDate = date;
        return;
    }
    for (let i = mentions.length - 1; i >= 0; i--) {
        const mention = mentions[i];
        const next = mentions[i + 1]?.from ?? match.from;
        if (mention.concept.kind === 'event' || context.units.slice(mention.to, next).some((unit) => unit.word === ','))
            return;
        mentions[i] = { ...mention, date, noteDate: date };
    }
}
/** What the next sentences are about if they do not say: the last region of this one. */
function rememberRegions(sentence, context) {
    const region = lastRegion(sentence, context);
    if (region === undefined)
        return;
    context.regions = [region];
    context.recent = [region, ...context.recent.filter((one) => one !== region)];
}
/** The last region that a sentence names and not only in passing, else that of its last concept or level. */
function lastRegion(sentence, { units, lexicon }) {
    const isPassing = (at) => sentence.concepts.some(({ entry, from, to }) => entry.isInPassing && from <= at && at < to);
    const named = sentence.attributes.findLast((one) => one.entry.type === 'region' && !isPassing(one.from));
    const own = sentence.concepts.findLast(({ entry }) => entry.region !== null && !entry.isInPassing);
    const [level] = levelsIn(sentence, units).slice(-1);
    return named?.entry.value ?? own?.entry.region ?? lexicon.regionOfColumn.get(level?.[0] ?? '');
}
/** The regions that a concept can be about, of those said near it; if it can be about none of them, the last one it can be about. */
function ownRegions(entry, regions, { lexicon, recent }) {
    const { onlyOf } = entry;
    if (onlyOf === null || regions === null)
        return regions;
    const possible = regions.map((region) => (onlyOf.has(region) ? region : lexicon.suppliedBy.get(region))).filter((region) => region !== undefined && onlyOf.has(region));
    if (regions.some((region) => onlyOf.has(region)))
        return regions.filter((region) => onlyOf.has(region));
    const before = recent.find((region) => onlyOf.has(region));
    return before !== undefined ? [before] : possible.length > 0 ? [...new Set(possible)] : null;
}
/** The date right after a number. */
function dateAfter(sentence, match, context) {
    for (let i = match.to; i < Math.min(sentence.to, match.to + NEAR_DATE); i++) {
        const date = dateAt(i, context.units, context.reference);
        if (date)
            return { date, at: i };
    }
    return null;
}
function dateWithin(match, context) {
    for (let i = match.from; i < match.to; i++) {
        const date = dateAt(i, context.units, context.reference);
        if (date)
            return date;
    }
    return null;
}
function testMention(cued, match, bound, context) {
    const { sentence } = cued;
    const { cue } = bound;
    // Sides and levels of this result stand between it and the next result, or between the test and its result.
    const after = cue.from >= match.to ? { from: cue.to, to: Math.max(cue.to, Math.min(bound.until, cue.to + 14)) } : zoneAfter(sentence, match);
    const around = { from: Math.min(match.to, cue.from), to: Math.max(cue.to, after.to) };
    const own = sideBefore(sentence, cue.from) ?? sidesIn(sentence, after) ?? (cue.from >= match.to ? sidesIn(sentence, { from: match.to, to: cue.from }) : null);
    const beforeCue = own === null && cue.from < match.from ? sideOf(sentence, match, { from: cue.from, to: match.from }, context.units) : null;
    const mention = describe(cued, match, around, context);
    return {
        ...mention,
        polarity: polarityOf(bound.result, isFlipped(cued.scopes, match, cue)),
        laterality: own ?? beforeCue ?? mention.laterality,
        levels: levelsIn({ from: match.from, to: around.to }, context.units),
        cues: [cue],
    };
}
/** A negation right before the result word, but not one that speaks about something else before: `not positive`. */
function isFlipped(scopes, match, result) {
    const earliest = Math.min(match.to, result.from - 3);
    return scopes.some(({ meaning, cue, to }) => meaning === 'negated' && cue.from >= earliest && cue.to <= result.from && result.from - cue.to <= 2 && result.from < to);
}
function polarityOf(result, isFlipped) {
    if (result === 'equivocal')
        return 'possible';
    return (result === 'positive') !== isFlipped ? 'affirmed' : 'denied';
}
function sidesIn(sentence, zone) {
    return joinSides(sentence.attributes.filter((one) => one.entry.type === 'side' && one.from >= zone.from && one.to <= zone.to));
}
function describe(cued, match, after, context) {
    const { sentence } = cued;
    const { units, lexicon, reference } = context;
    const { entry } = match;
    const { settledBy, ...assertion } = assertionOf(cued, entry.kind, match.from, match.to);
    const near = entry.kind === 'event' || entry.kind === 'marker' ? dateNear(sentence, match, units, reference, context.noteDate) : entry.kind === 'quantity' ? dateAfter(sentence, match, context) : null;
    const isFinding = isStudyFinding(entry);
    const { study } = context;
    const result = isStudy(entry) ? resultOfStudy(sentence, match, units) : null;
    const cues = [settledBy, result].filter((cue) => cue !== null);
    // What a study found at `L5-S1` says of what it was, however far on in its sentence.
    const reach = isStudy(entry) ? { from: after.from, to: nextStudy(sentence, match) } : after;
    const regions = regionsOf(sentence, match, after, units, lexicon, reach);
    return {
        ...assertion,
        said: result ? new Set([...assertion.said, result.entry.meaning]) : assertion.said,
        concept: entry,
        sentence,
        from: match.from,
        to: match.to,
        regionsHere: regions,
        regions: ownRegions(entry, regions ?? (isFinding ? study?.regions : null) ?? context.regions, context),
        laterality: sideOf(sentence, match, after, units),
        levels: isFinding ? levelsOfFinding(sentence, match, units, study) : levelsIn({ from: zoneBefore(sentence, match).from, to: after.to }, units),
        date: near?.date ?? (entry.kind === 'event' ? null : (dateRightAfter(match, sentence, units, reference) ?? (isFinding && study ? study.date : context.noteDate))),
        noteDate: context.noteDate,
        study: isFinding ? study : context.studyHere,
        cues,
        zone: { from: after.from, to: Math.max(after.to, near ? near.at + 1 : after.to) },
    };
}
/** Where the next study of a sentence begins, or the sentence ends. */
function nextStudy(sentence, match) {
    return sentence.concepts.find((other) => other.from >= match.to && isStudy(other.entry))?.from ?? sentence.to;
}
/** Members of a list share region, side and levels: `numbness and tingling in both legs`, `left leg pain and weakness`. */
function shareInLists(mentions, context) {
    const share = (to, from) => {
        if (!from)
            return to;
        const laterality = to.laterality ?? from.laterality;
        const levels = to.levels.length > 0 ? to.levels : from.levels;
        return { ...to, laterality, levels };
    };
    const listed = (a, b) => a !== undefined && b !== undefined && isListedWith({ entry: a.concept, layer: 0, from: a.from, to: a.to }, { entry: b.concept, layer: 0, from: b.from, to: b.to }, context.units);
    const shared = [...mentions];
    for (let i = shared.length - 2; i >= 0; i--)
        if (listed(shared[i], shared[i + 1]))
            shared[i] = share(shared[i], shared[i + 1]);
    for (let i = 1; i < shared.length; i++)
        if (listed(shared[i - 1], shared[i]))
            shared[i] = share(shared[i], shared[i - 1]);
    return shared;
}
