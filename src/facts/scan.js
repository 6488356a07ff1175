import { readUnits, UnitKind } from '../language/units.js';
import { DRUG_LAYER } from './compiled-lexicon.js';
/** A run of words without an end of sentence is cut here, so that work within a sentence stays bounded. In units. */
const LONGEST_SENTENCE = 400;
const DENYING = new Set(['negated', 'not-done', 'refused', 'failed']);
/** Scans a clean view with a lexicon. Time is linear in the length of the text. */
export function scan(view, lexicon) {
    const units = readUnits(view.text, lexicon.units);
    const keys = lexicon.index.keysOf(units, view.text);
    const matches = lexicon.index.match(units, keys);
    return { view, units, sentences: sentencesOf(units, matches), unitWords: unitWordsOf(matches) };
}
function unitWordsOf(matches) {
    const words = new Map();
    for (const { entry, from } of matches)
        if (entry.type === 'unit')
            words.set(from, entry.value);
    return words;
}
function sentencesOf(units, matches) {
    const sentences = [];
    let from = 0;
    let next = 0;
    for (let i = 0; i <= units.length; i++) {
        const isEnd = i === units.length || units[i]?.kind === UnitKind.Break;
        if (!isEnd && i - from < LONGEST_SENTENCE)
            continue;
        const inside = [];
        while (next < matches.length && matches[next].from < (isEnd ? i + 1 : i))
            inside.push(matches[next++]);
        if (i > from)
            sentences.push(sentenceOf(from, i, inside));
        from = isEnd ? i + 1 : i;
    }
    return sentences;
}
function sentenceOf(from, to, matches) {
    const concepts = matches.filter((match) => match.entry.type === 'concept');
    const cues = matches.filter((match) => match.entry.type === 'cue');
    const attributes = matches.filter((match) => match.entry.type === 'region' || match.entry.type === 'side' || match.entry.type === 'unit');
    const dosing = matches.filter((match) => match.entry.type === 'dosing');
    const drugs = concepts.filter((one) => one.layer === DRUG_LAYER);
    // What stops or denies a drug inside a longer phrase speaks about the drug: `naproxen, which she stopped because of reflux`.
    const holdsDrug = (concept) => drugs.some((drug) => drug !== concept && concept.from <= drug.from && drug.to <= concept.to);
    const holderOf = (cue) => concepts.find((one) => one.entry.kind !== 'marker' && one.from <= cue.from && cue.to <= one.to && !holdsDrug(one));
    const denials = [];
    const free = [];
    for (const cue of cues) {
        const holder = holderOf(cue);
        if (!holder)
            free.push(cue);
        else if (DENYING.has(cue.entry.meaning))
            denials.push(holder);
    }
    return { from, to, concepts, cues: free, denials, attributes, dosing };
}
