/**
 * Holds one mapping of a file against its schema and says in plain words, at the right place, what does not fit.
 * A schema issue's path leads to a node of the file, the node to its range; a missing key is shown at its parent.
 * Not here: which schema a mapping must meet (`read-criterion.ts`, `read-rule.ts`).
 */
import { isMap } from 'yaml';
import * as z from 'zod';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from './suggest.js';
import { keyNodeAt, nodeAt, spanOf } from './yaml-file.js';
/** Where the checks of one file put their problems. */
export class ProblemList {
    found = [];
    #file;
    constructor(file) {
        this.#file = file;
    }
    add(code, node, message, help) {
        this.found.push(diagnostic(code, this.#file, spanOf(node), message, help === undefined ? {} : { help }));
    }
}
const PLAIN_TYPES = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    array: 'a list',
    object: 'a mapping of keys to values',
    record: 'a mapping of keys to values',
    boolean: 'true or false',
};
/**
 * Checks one mapping.
 * @param what the mapping in words, for messages: `the rule`, ``criterion `red-flag` ``
 * @returns the value as the schema gives it; null when at least one problem was added
 */
export function checkMapping(yaml, node, schema, what, problems) {
    if (!isMap(node)) {
        problems.add('wrong-type', node, `${what} must be a mapping of keys to values`);
        return null;
    }
    const result = schema.safeParse(node.toJS(yaml.document));
    if (result.success)
        return result.data;
    for (const issue of result.error.issues)
        addIssue(node, schema, what, issue, problems);
    return null;
}
function addIssue(root, schema, what, issue, problems) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const { node, isMissing } = descend(root, path);
    if (issue.code === 'unrecognized_keys') {
        const known = Object.keys(objectAt(schema, path)?.shape ?? {});
        const owner = path.length === 0 ? what : `\`${pathText(path)}\` of ${what}`;
        for (const key of issue.keys) {
            problems.add('unknown-key', keyNodeAt(node, key) ?? node, `${owner} has no key \`${key}\``, keyHelp(key, known));
        }
        return;
    }
    const name = `\`${pathText(path)}\``;
    if (isMissing)
        problems.add('missing-key', node, `${what} needs ${name}`);
    else if (issue.code === 'invalid_value') {
        const values = issue.values.map(String);
        const written = scalarOf(node);
        const guess = typeof written === 'string' ? nearest(written, values) : undefined;
        const message = `${name} of ${what} must be one of ${values.map((v) => `\`${v}\``).join(', ')}`;
        problems.add('unknown-value', node, message, guess && `did you mean \`${guess}\`?`);
    }
    else
        problems.add('wrong-type', node, `${name} of ${what} ${mustBe(issue)}`);
}
/** The node that a path leads to, or the last one on the way when the rest is not there. */
function descend(root, path) {
    let node = root;
    for (const step of path) {
        const next = nodeAt(node, step);
        if (next === undefined)
            return { node: keyNodeAt(node, String(step)) ?? node, isMissing: true };
        node = next;
    }
    return { node, isMissing: false };
}
function objectAt(schema, path) {
    let at = schema;
    for (const step of path) {
        if (!(at instanceof z.ZodObject))
            return undefined;
        at = at.shape[String(step)];
        if (at instanceof z.ZodOptional)
            at = at.unwrap();
    }
    return at instanceof z.ZodObject ? at : undefined;
}
function mustBe(issue) {
    if (issue.code === 'invalid_type')
        return `must be ${PLAIN_TYPES[issue.expected] ?? issue.expected}`;
    if (issue.code === 'too_small' && issue.origin === 'array')
        return 'must not be empty';
    return issue.message;
}
/** The nearest key, or all of them where they are few enough to read. */
function keyHelp(key, known) {
    const guess = nearest(key, known);
    if (guess !== undefined)
        return `did you mean \`${guess}\`?`;
    return known.length > 0 ? `its keys are ${known.map((k) => `\`${k}\``).join(', ')}` : undefined;
}
function pathText(path) {
    return path
        .map((step) => (typeof step === 'number' ? `[${step}]` : step))
        .join('.')
        .replaceAll('.[', '[');
}
function scalarOf(node) {
    return 'value' in node ? node.value : '';
}
