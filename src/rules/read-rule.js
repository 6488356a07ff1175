/**
 * One parsed rule file -> a checked rule. All problems of the file are found in one run.
 * Not here: criteria (`read-criterion.ts`); what holds between files (`load-rules.ts`).
 */
import { isMap, isScalar, isSeq } from 'yaml';
import { RuleSchema } from '../vocabulary/rule.js';
import { isSmallEnough, readCriterion } from './read-criterion.js';
import { checkMapping } from './schema-check.js';
import { nearest } from './suggest.js';
import { keyNodeAt, keysOf, nodeAt } from './yaml-file.js';
const NO_CITATION = { source: '', edition: '', section: null, pages: null };
/** Reads one rule; null when the file has a problem, which is then in the list. */
export function readRule(yaml, names, problems) {
    const root = yaml.root;
    const header = checkMapping(yaml, root, RuleSchema, 'the rule', problems);
    if (!isMap(root))
        return null;
    checkId(yaml, problems);
    const families = readNames(yaml, 'service', names.families, problems);
    const regions = readNames(yaml, 'region', names.regions, problems);
    const modifiers = readModifiers(nodeAt(nodeAt(root, 'applies-to'), 'modifiers'), problems);
    checkDates(yaml, header, problems);
    const reading = startReading(yaml, names, problems, header ? citationOf(header) : NO_CITATION);
    for (const name of reading.definitions.keys())
        expandDefinition(name, reading);
    const addresses = readTree('addresses', reading);
    const criteria = readTree('criteria', reading);
    const exclusions = readList('exclusions', 'any', reading);
    const limits = readList('limits', 'all', reading);
    if (header === null || problems.found.length > 0 || !criteria)
        return null;
    return {
        id: header.id,
        title: header.title,
        families: families ?? [],
        regions,
        modifiers,
        citation: citationOf(header),
        tier: header.tier,
        effective: { from: header.effective.from, until: header.effective.until ?? null },
        addresses: addresses ?? null,
        criteria,
        exclusions: exclusions ?? null,
        limits: limits ?? null,
        decision: header.decision,
        otherwise: header.otherwise,
        notes: header.notes ?? null,
        place: yaml.place(nodeAt(root, 'id') ?? root),
    };
}
function citationOf(header) {
    const { source, edition, section, pages } = header.citation;
    return { source, edition, section: section ?? null, pages: pages ?? null };
}
function startReading(yaml, names, problems, citation) {
    const define = nodeAt(yaml.root, 'define');
    const definitions = new Map();
    for (const name of define ? keysOf(define) : []) {
        const node = nodeAt(define, name);
        if (node)
            definitions.set(name, node);
    }
    return { yaml, names, problems, citation, definitions, ids: new Map(), expanded: new Map(), expanding: [] };
}
/** Reads a shared criterion that nothing uses, so that its problems show as well. */
function expandDefinition(name, reading) {
    const node = reading.definitions.get(name);
    if (node === undefined || reading.expanded.has(name))
        return;
    reading.expanding.push(name);
    const criterion = readCriterion(node, reading);
    reading.expanding.pop();
    reading.expanded.set(name, criterion);
}
/** The tree at a key: undefined when the key is not there, null when the tree has a problem. */
function readTree(key, reading) {
    const node = nodeAt(reading.yaml.root, key);
    if (node === undefined)
        return undefined;
    const criterion = readCriterion(node, reading);
    return criterion && isSmallEnough(criterion, node, reading.problems) ? criterion : null;
}
/** The criteria of a list as one group. */
function readList(key, kind, reading) {
    const { yaml, problems } = reading;
    const node = nodeAt(yaml.root, key);
    if (!isSeq(node))
        return undefined;
    if (node.items.length === 0) {
        problems.add('empty-group', keyNodeAt(yaml.root, key) ?? node, `\`${key}\` has no members`);
        return null;
    }
    const members = node.items.map((member) => readCriterion(member, reading));
    if (members.includes(null))
        return null;
    const place = yaml.place(keyNodeAt(yaml.root, key) ?? node);
    const group = { kind, id: null, because: null, count: null, members: members, place };
    return isSmallEnough(group, node, problems) ? group : null;
}
function checkId(yaml, problems) {
    const node = nodeAt(yaml.root, 'id');
    const name = (yaml.file.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/, '');
    if (!isScalar(node) || typeof node.value !== 'string' || node.value === name)
        return;
    problems.add('id-is-not-file-name', node, `the rule is called \`${node.value}\`, its file \`${name}\``);
}
/** One id or a list of ids, each known to the lexicon; null when the key is not there. */
function readNames(yaml, key, known, problems) {
    const node = nodeAt(nodeAt(yaml.root, 'applies-to'), key);
    if (node === undefined)
        return null;
    const nodes = isSeq(node) ? node.items : [node];
    if (nodes.length === 0)
        problems.add('wrong-type', node, `\`applies-to.${key}\` of the rule must not be empty`);
    return nodes.flatMap((item) => {
        const value = isScalar(item) ? item.value : undefined;
        if (typeof value !== 'string') {
            problems.add('wrong-type', item, `\`applies-to.${key}\` of the rule must be an id or a list of ids`);
            return [];
        }
        if (known.has(value))
            return [value];
        const guess = nearest(value, known);
        const word = key === 'service' ? 'service' : 'region';
        const help = guess ? `did you mean \`${guess}\`?` : undefined;
        problems.add(`unknown-${word}`, item, `the rule applies to the ${word} \`${value}\`, which the lexicon does not define`, help);
        return [];
    });
}
function readModifiers(node, problems) {
    const modifiers = [];
    if (!isMap(node))
        return {};
    for (const key of keysOf(node)) {
        const at = nodeAt(node, key);
        const value = isScalar(at) ? at.value : undefined;
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
            modifiers.push([key, value]);
        }
        else
            problems.add('wrong-type', at ?? node, `the modifier \`${key}\` must be text, a number, true or false`);
    }
    return Object.fromEntries(modifiers);
}
function checkDates(yaml, header, problems) {
    const until = header?.effective.until;
    if (header === null || until === undefined || until >= header.effective.from)
        return;
    const node = nodeAt(nodeAt(yaml.root, 'effective'), 'until') ?? yaml.root;
    problems.add('unknown-value', node, `the rule ends on \`${until}\`, before it begins`);
}
