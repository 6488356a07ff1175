/** All concepts of a lexicon by name: those it defines, and one for each drug. */
export function allConcepts(lexicon) {
    const drugs = Object.entries(lexicon.drugs ?? {}).map(([name, drug]) => [
        name,
        { kind: 'event', phrases: drug.phrases, is: [drug.class, ...(drug.is ?? [])] },
    ]);
    return { ...lexicon.concepts, ...Object.fromEntries(drugs) };
}
