import { neededCount, negate } from './three-values.js';
import { partStatuses } from './verdict.js';
/** So dear that any number of documented tests is preferred to one assumed. */
const ASSUMED_COST = 1000;
/** Ids of the tests that settle the rule's decision, in the order of the file; empty while it is undetermined. */
export function decidingCriteria(held) {
    if (held.decision === 'undetermined')
        return [];
    const { flat } = held;
    const parts = partStatuses(flat, held.statuses);
    const causes = [];
    if (held.decision === 'not-medically-necessary') {
        if (parts.exclusions === 'met' && flat.exclusions !== null)
            causes.push(cause(held, flat.exclusions, 'met'));
        if (parts.limits === 'not-met' && flat.limits !== null)
            causes.push(cause(held, flat.limits, 'not-met'));
    }
    const follows = parts.criteria === 'met' ? flat.rule.decision : flat.rule.otherwise;
    if (parts.criteria !== 'undetermined' && follows === held.decision) {
        causes.push(cause(held, flat.criteria, parts.criteria));
    }
    return inFileOrder(held, cheapest(causes, 1).ids);
}
/** The cheapest set of tests that makes a node met, or not met. */
function cause(held, position, status) {
    const node = held.flat.nodes[position];
    if (node === undefined)
        throw new Error(`rule \`${held.rule.id}\` has no node ${position}`);
    const { criterion, members } = node;
    if (criterion.kind === 'test') {
        const isAssumed = held.tested[node.test ?? -1]?.assumed !== null;
        return { ids: [criterion.id], cost: isAssumed ? ASSUMED_COST : 1 };
    }
    const wanted = criterion.kind === 'not' ? negate(status) : status;
    const causes = members
        .filter((member) => held.statuses[member] === wanted)
        .map((member) => cause(held, member, wanted));
    if (criterion.kind === 'not')
        return cheapest(causes, 1);
    const needed = neededCount(criterion.kind, criterion.count, members.length);
    return cheapest(causes, status === 'met' ? needed : members.length - needed + 1);
}
/** The union of the `count` cheapest causes; the first of equals. */
function cheapest(causes, count) {
    const chosen = [...causes].sort((a, b) => a.cost - b.cost).slice(0, count);
    return {
        ids: chosen.flatMap((one) => one.ids),
        cost: chosen.reduce((sum, one) => sum + one.cost, 0),
    };
}
function inFileOrder(held, ids) {
    const wanted = new Set(ids);
    return [...new Set(held.flat.tests.map((test) => test.id))].filter((id) => wanted.has(id));
}
