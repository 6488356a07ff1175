export const UNIT_DATA = {
    numbers: new Map([
        ['one', 1],
        ['two', 2],
        ['five', 5],
        ['eight', 8],
        ['twelve', 12],
        ['twenty', 20],
        ['thirty', 30],
        ['hundred', 100],
    ]),
    abbreviations: new Set(['dr', 'vs', 'approx']),
    columns: [
        { letter: 'C', count: 7 },
        { letter: 'T', count: 12 },
        { letter: 'L', count: 5 },
        { letter: 'S', count: 2 },
    ],
};
