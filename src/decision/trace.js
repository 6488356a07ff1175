export const NOT_PASSED_OVER = { passedOver: null, passedOverBecause: null };
export function traceRule(held, { passedOver, passedOverBecause }) {
    const { flat, decision } = held;
    const part = (position) => position === null ? null : traceNode(held, position);
    const { id: rule, title, tier, citation, place } = held.rule;
    const addresses = part(flat.addresses);
    const criteria = part(flat.criteria);
    const exclusions = part(flat.exclusions);
    const limits = part(flat.limits);
    // Written out, not spread: this runs for every rule of every service, and spreading takes most of the time.
    return {
        rule,
        title,
        tier,
        citation,
        place,
        passedOver,
        passedOverBecause,
        decision,
        addresses,
        criteria,
        exclusions,
        limits,
    };
}
/** The trace of a rule that was not in force: nothing of it was tested. */
export function traceUntested(rule, because) {
    return {
        rule: rule.id,
        title: rule.title,
        tier: rule.tier,
        citation: rule.citation,
        place: rule.place,
        passedOver: 'not-in-force',
        passedOverBecause: because,
        decision: 'undetermined',
        addresses: null,
        criteria: null,
        exclusions: null,
        limits: null,
    };
}
function traceNode(held, position) {
    const node = held.flat.nodes[position];
    const status = held.statuses[position];
    if (node === undefined || status === undefined)
        throw new Error(`rule \`${held.rule.id}\` has no node ${position}`);
    const { criterion, members, test, words } = node;
    if (criterion.kind !== 'test') {
        const { kind, id, because, count, place } = criterion;
        const children = members.map((member) => traceNode(held, member));
        return { kind, id, status, because, count, children, citation: null, place };
    }
    const reading = held.readings[test ?? -1];
    if (reading === undefined)
        throw new Error(`criterion \`${criterion.id}\` of rule \`${held.rule.id}\` was not read`);
    return {
        kind: 'test',
        id: criterion.id,
        status,
        because: criterion.because,
        test: words,
        reading,
        assumed: held.tested[test ?? -1]?.assumed ?? null,
        citation: criterion.citation,
        place: criterion.place,
    };
}
