import { foldStatuses, partStatus } from './flat-rule.js';
export function partStatuses(flat, statuses) {
    return {
        criteria: partStatus(statuses, flat.criteria, 'met'),
        exclusions: partStatus(statuses, flat.exclusions, 'not-met'),
        limits: partStatus(statuses, flat.limits, 'met'),
    };
}
export function verdictOf(flat, statuses) {
    const { criteria, exclusions, limits } = partStatuses(flat, statuses);
    if (exclusions === 'met' || limits === 'not-met')
        return 'not-medically-necessary';
    const possible = new Set();
    if (exclusions === 'undetermined' || limits === 'undetermined')
        possible.add('not-medically-necessary');
    if (criteria !== 'not-met')
        possible.add(flat.rule.decision);
    if (criteria !== 'met')
        possible.add(flat.rule.otherwise);
    const [only] = possible;
    return possible.size === 1 && only !== undefined ? only : 'undetermined';
}
/** The verdict on given statuses of the tests, by the plain fold: for what-ifs. */
export function verdictIf(flat, tests) {
    return verdictOf(flat, foldStatuses(flat, tests));
}
