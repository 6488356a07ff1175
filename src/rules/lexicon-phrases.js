import { PatternError, parsePattern, setsOf } from '../language/patterns.js';
import { PhraseIndex } from '../language/phrase-index.js';
import { WordTable } from '../language/words.js';
import { nodeAt } from './yaml-file.js';
/** Sections whose phrases share a layer of the index: within one, a phrase may stand for one thing only. */
const LAYERS = [['concepts'], ['cues'], ['regions', 'sides', 'units'], ['dosing'], ['drugs']];
/** Adds a problem, at the phrase, for each that is not well formed, cannot match, or is another entry's. */
export function checkPhrases(lexicon, places) {
    const index = new PhraseIndex(new WordTable(lexicon['irregular-forms']), LAYERS.length);
    for (const [name, members] of Object.entries(lexicon['word-sets'] ?? {})) {
        const place = places.get('word-sets')?.get(name);
        const isWell = members.every((member, i) => reportPatternError(() => parsePattern(member), member, place && nodeAt(place.node, i), place));
        if (isWell)
            index.addSet(name, members);
    }
    LAYERS.forEach((sections, layer) => {
        for (const section of sections) {
            for (const [name, phrases] of phrasesOf(lexicon, section)) {
                const place = places.get(section)?.get(name);
                const owner = { section, name };
                phrases.forEach((phrase, i) => {
                    const list = place && (nodeAt(place.node, 'phrases') ?? place.node);
                    addPhrase(index, phrase, layer, owner, place, list && nodeAt(list, i));
                });
            }
        }
    });
}
function phrasesOf(lexicon, section) {
    const entries = Object.entries(lexicon[section] ?? {});
    return entries.map(([name, entry]) => [name, Array.isArray(entry) ? entry : entry.phrases]);
}
function addPhrase(index, phrase, layer, owner, place, node) {
    reportPatternError(() => {
        const missing = setsOf(parsePattern(phrase)).find((name) => !index.hasSet(name));
        if (missing !== undefined)
            throw new PatternError(`there is no word set \`${missing}\``, 0);
        const other = index.add(phrase, layer, owner);
        if (other)
            place?.problems.add('duplicate-phrase', node ?? place.node, `\`${phrase}\` is a phrase of \`${other.name}\` in \`${other.section}\` already`);
    }, phrase, node, place);
}
function reportPatternError(run, phrase, node, place) {
    try {
        run();
        return true;
    }
    catch (error) {
        if (!(error instanceof PatternError))
            throw error;
        place?.problems.add('unmatchable-phrase', node ?? place.node, `\`${phrase}\` can never match: ${error.message}`);
        return false;
    }
}
