export const QUOTE = { text: 'words', start: 0, end: 5, line: 1, column: 1 };
export function fact(name, status, more = {}) {
    return {
        fact: name,
        status,
        value: null,
        region: null,
        laterality: null,
        levels: [],
        date: null,
        service: null,
        evidence: [QUOTE],
        cues: [],
        ...more,
    };
}
export function service(more = {}) {
    return {
        family: 'scan',
        region: 'back',
        laterality: null,
        levels: [],
        quantity: null,
        unit: null,
        frequency: null,
        durationWeeks: null,
        drug: null,
        strengthMg: null,
        ingredients: [],
        modifiers: {},
        parent: null,
        words: QUOTE,
        ...more,
    };
}
