/**
 * A lexicon made ready for extraction: one index of all phrases, and tables of what they stand for.
 * In: the merged sections of all lexicon files, already checked. Out: an immutable `CompiledLexicon`.
 * Not here: reading and checking files (see `rules/`).
 */
import { PhraseIndex } from '../language/phrase-index.js';
import { WordTable } from '../language/words.js';
import { allConcepts } from '../vocabulary/drug-concepts.js';
import { planFacts } from './fact-plan.js';
/** Layers of the phrase index: phrases of different layers may overlap. */
export const CONCEPT_LAYER = 0;
export const CUE_LAYER = 1;
export const ATTRIBUTE_LAYER = 2;
export const DOSING_LAYER = 3;
/** Names of drugs are found inside the phrases of other concepts, too: `stopped ibuprofen for stomach pain`. */
export const DRUG_LAYER = 4;
/** Concepts whose words may be part of other phrases. */
export const BESIDE_LAYER = 5;
const LAYERS = 6;
const WHOLE_SENTENCE = 1000;
/** Compiles a checked lexicon. @throws {PatternError} if a phrase is not well formed: the check was left out */
export function compileLexicon(lexicon) {
    const words = new WordTable(lexicon['irregular-forms']);
    const index = new PhraseIndex(words, LAYERS);
    for (const [name, members] of Object.entries(lexicon['word-sets'] ?? {}))
        index.addSet(name, members);
    const addAll = (phrases, layer, entry) => {
        for (const phrase of phrases)
            index.add(phrase, layer, entry);
    };
    const concepts = allConcepts(lexicon);
    for (const [name, concept] of Object.entries(concepts)) {
        addAll(concept.phrases, lexicon.drugs?.[name] ? DRUG_LAYER : concept.beside ? BESIDE_LAYER : CONCEPT_LAYER, compileConcept(name, concepts));
    }
    for (const [name, cue] of Object.entries(lexicon.cues ?? {})) {
        const { meaning, direction, reach = WHOLE_SENTENCE } = cue;
        addAll(cue.phrases, CUE_LAYER, { type: 'cue', name, meaning, direction, reach, ends: cue.ends ? new Set(cue.ends) : null });
    }
    for (const { gives, value = null, scale = 1, phrases } of Object.values(lexicon.dosing ?? {})) {
        addAll(phrases, DOSING_LAYER, { type: 'dosing', gives, value, scale });
    }
    for (const [value, region] of Object.entries(lexicon.regions ?? {}))
        addAll(region.phrases, ATTRIBUTE_LAYER, { type: 'region', value });
    for (const [value, phrases] of Object.entries(lexicon.sides ?? {}))
        addAll(phrases ?? [], ATTRIBUTE_LAYER, { type: 'side', value });
    for (const [value, phrases] of Object.entries(lexicon.units ?? {}))
        addAll(phrases, ATTRIBUTE_LAYER, { type: 'unit', value });
    addAll(lexicon['no-attributes'] ?? [], ATTRIBUTE_LAYER, { type: 'none', value: '' });
    const columns = lexicon['level-columns'] ?? [];
    const facts = new Map(Object.entries(lexicon.facts ?? {}));
    return {
        index,
        units: {
            numbers: new Map(Object.entries(lexicon['number-words'] ?? {})),
            abbreviations: new Set(lexicon.abbreviations ?? []),
            columns,
        },
        regionOfColumn: new Map(columns.map((column) => [column.letter, column.region])),
        includedRegions: new Map(Object.entries(lexicon.regions ?? {}).map(([name, region]) => [name, region.includes ?? []])),
        suppliedBy: new Map(Object.entries(lexicon.regions ?? {}).flatMap(([name, region]) => (region['supplied-by'] ? [[name, region['supplied-by']]] : []))),
        facts,
        plan: planFacts(facts),
        drugs: new Map(Object.entries(lexicon.drugs ?? {})),
        claims: { facts: new Set(lexicon.claims?.facts), byRegion: new Set(lexicon.claims?.['by-region']) },
    };
}
function compileConcept(name, all) {
    const concept = all[name];
    const names = new Set();
    const collect = (one) => {
        if (names.has(one))
            return;
        names.add(one);
        for (const wider of all[one]?.is ?? [])
            collect(wider);
    };
    collect(name);
    return {
        type: 'concept',
        name,
        kind: concept.kind,
        isBeside: concept.beside === true,
        region: concept.region ?? null,
        onlyOf: concept['only-of'] ? new Set(concept['only-of']) : null,
        isInPassing: concept['in-passing'] ?? false,
        laterality: concept.laterality ?? null,
        names,
        family: [...names].map((one) => all[one]?.family).find((family) => family !== undefined) ?? null,
        results: concept.results ?? {},
        normalGrade: concept['normal-grade'] ?? null,
    };
}
