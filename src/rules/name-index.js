export function indexNames(names) {
    return {
        facts: new Map(names.facts.map((fact) => [fact.name, fact])),
        families: new Set(names.families),
        regions: new Set(names.regions),
    };
}
