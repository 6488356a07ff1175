import { testInWords } from './fact-test.js';
import { groupStatus } from './three-values.js';
export function flattenRule(rule) {
    const nodes = [];
    const tests = [];
    const testPositions = [];
    const add = (criterion) => {
        const members = criterion.kind === 'test' ? [] : criterion.members.map(add);
        const test = criterion.kind === 'test' ? tests.push(criterion) - 1 : null;
        const words = criterion.kind === 'test' ? testInWords(criterion.fact, criterion.test) : '';
        const position = nodes.push({ criterion, members, test, words }) - 1;
        if (test !== null)
            testPositions.push(position);
        return position;
    };
    const addresses = rule.addresses && add(rule.addresses);
    const criteria = add(rule.criteria);
    const exclusions = rule.exclusions && add(rule.exclusions);
    const limits = rule.limits && add(rule.limits);
    return { rule, nodes, addresses, criteria, exclusions, limits, tests, testPositions };
}
/** The status of every node from those of the tests, in the order of `flat.tests`. */
export function foldStatuses(flat, tests) {
    const statuses = [];
    for (const { criterion, members, test } of flat.nodes) {
        if (criterion.kind === 'test')
            statuses.push(tests[test ?? -1] ?? 'undetermined');
        else {
            const below = members.map((position) => statuses[position] ?? 'undetermined');
            statuses.push(groupStatus(criterion.kind, criterion.count, below));
        }
    }
    return statuses;
}
/** The status of a part; `whenMissing` for a part that the rule does not have. */
export function partStatus(statuses, position, whenMissing) {
    return position === null ? whenMissing : (statuses[position] ?? 'undetermined');
}
