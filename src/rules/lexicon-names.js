export function lexiconNames(lexicon) {
    return {
        facts: Object.entries(lexicon.facts ?? {}).map(([name, fact]) => ({
            name,
            type: fact.type,
            unit: fact.unit ?? null,
            values: fact.values ?? [],
            meaning: fact.meaning,
            forRules: fact['for-rules'] ?? true,
        })),
        families: Object.keys(lexicon.families ?? {}),
        regions: Object.keys(lexicon.regions ?? {}),
    };
}
