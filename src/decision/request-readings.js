const PREFIX = 'req_';
/** The facts that every service answers; any other `req_…` is looked up among its qualifiers. */
const ATTRIBUTES = {
    req_regions: (service) => (service.region === null ? null : [service.region]),
    req_laterality: (service) => service.laterality,
    req_levels: (service) => (service.levels.length === 0 ? null : service.levels),
    req_level_count: (service) => levelCount(service.levels),
    req_quantity: (service) => service.quantity,
    req_frequency: (service) => (service.frequency === null ? null : frequencyNumber(service.frequency)),
    req_duration_weeks: (service) => service.durationWeeks,
    req_parent_service: (service) => service.parent,
    req_drug: (service) => service.drug,
    req_strength_mg: (service) => service.strengthMg,
    req_ingredients: (service) => (service.ingredients.length === 0 ? null : service.ingredients),
};
export function isRequestFact(fact) {
    return fact.startsWith(PREFIX);
}
/** The reading of a `req_…` fact; not documented where the request line does not say. */
export function readRequest(fact, service) {
    const attribute = Object.hasOwn(ATTRIBUTES, fact) ? ATTRIBUTES[fact] : undefined;
    const key = fact.slice(PREFIX.length);
    const modifier = Object.hasOwn(service.modifiers, key) ? service.modifiers[key] : undefined;
    const value = attribute ? attribute(service) : (modifier ?? null);
    if (value === null)
        return { fact, status: 'not-documented', value: null, gap: false, because: '', facts: [] };
    const status = value === false ? 'absent' : 'present';
    const plain = typeof value === 'boolean' ? null : value;
    return {
        fact,
        status,
        value: plain,
        gap: false,
        because: '',
        facts: [stated(fact, status, plain, service)],
    };
}
function stated(fact, status, value, service) {
    return {
        fact,
        status,
        value,
        region: service.region,
        laterality: service.laterality,
        levels: service.levels,
        date: null,
        service: service.family,
        evidence: [service.words],
        cues: [],
    };
}
/** Joints that levels name: `L4-5` is one joint; the nerves `L3`, `L4`, `L5` serve the two joints between them. */
function levelCount(levels) {
    if (levels.length === 0)
        return null;
    const joints = levels.filter((level) => level.includes('-')).length;
    return joints > 0 ? joints : Math.max(1, levels.length - 1);
}
/** The number of `3/week`. */
function frequencyNumber(frequency) {
    const number = Number.parseFloat(frequency);
    return Number.isFinite(number) ? number : null;
}
