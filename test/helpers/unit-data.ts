/** Language data for tests of units and phrases: a few number words, abbreviations and level columns. */
import type { UnitData } from '../../src/language/unit.js';

export const UNIT_DATA: UnitData = {
  numbers: new Map([
    ['one', 1],
    ['two', 2],
    ['five', 5],
    ['eight', 8],
    ['twelve', 12],
    ['dozen', 12],
    ['twenty', 20],
    ['thirty', 30],
    ['hundred', 100],
  ]),
  abbreviations: new Set(['dr', 'vs', 'approx', 'lb']),
  closing: new Set(['lb']),
  columns: [
    { letter: 'C', count: 7, roots: 8 },
    { letter: 'T', count: 12 },
    { letter: 'L', count: 5 },
    { letter: 'S', count: 2 },
  ],
  roles: new Map(),
};
