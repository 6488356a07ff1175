import { foldStatuses } from './flat-rule.js';
import { partStatuses, verdictOf } from './verdict.js';
/** Names in the order of the file, each once. */
export function undocumentedFacts(held) {
    const { flat } = held;
    const relaxed = held.testStatuses.map((status, i) => held.readings[i]?.status === 'not-documented' || held.tested[i]?.assumed === 'not-documented'
        ? 'undetermined'
        : status);
    const statuses = foldStatuses(flat, relaxed);
    if (verdictOf(flat, statuses) !== 'undetermined')
        return [];
    const open = openTests(flat, statuses);
    return [
        ...new Set(flat.testPositions.flatMap((position, i) => (open.has(position) ? [flat.tests[i]?.fact ?? ''] : []))),
    ];
}
/** Positions of the undetermined tests with nothing but undetermined groups above them. */
function openTests(flat, statuses) {
    const parts = partStatuses(flat, statuses);
    const open = new Set();
    const walk = (position) => {
        if (statuses[position] !== 'undetermined')
            return;
        open.add(position);
        for (const member of flat.nodes[position]?.members ?? [])
            walk(member);
    };
    if (flat.rule.decision !== flat.rule.otherwise && parts.criteria === 'undetermined')
        walk(flat.criteria);
    if (flat.exclusions !== null)
        walk(flat.exclusions);
    if (flat.limits !== null)
        walk(flat.limits);
    return open;
}
