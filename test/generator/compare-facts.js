import { STATEMENTS } from '../../bench/generator/templates.js';
export const NO_DIFFERENCE = { missing: [], extra: [] };
const INCIDENTAL = new Set(STATEMENTS['incidental-facts']);
const CHECKED = new Set(['age_years', 'sex', 'injury_date', 'ur_date'].concat(Object.values(STATEMENTS.statements).flatMap(({ readings }) => readings.flatMap(({ facts }) => facts.map(({ fact }) => fact)))));
export function differenceOf(known, found) {
    const checked = found.filter(({ fact }) => CHECKED.has(fact) && !INCIDENTAL.has(fact));
    return {
        missing: unique(known.filter((one) => !found.some((other) => isSame(one, other))).map(lineOf)),
        extra: unique(checked.filter((one) => !known.some((other) => isSame(other, one))).map(lineOf)),
    };
}
function isSame(known, found) {
    return (known.fact === found.fact &&
        known.status === found.status &&
        JSON.stringify(known.value) === JSON.stringify(found.value) &&
        known.region === found.region &&
        known.laterality === found.laterality &&
        (known.levels === undefined || known.levels.join() === found.levels.join()) &&
        (known.date === undefined || known.date === found.date));
}
function lineOf({ fact, status, value, region, laterality, levels, date }) {
    const parts = [fact, status, JSON.stringify(value), region, laterality, levels?.join(), date];
    return parts.map((part) => part ?? '-').join(' ');
}
function unique(lines) {
    return [...new Set(lines)].sort();
}
