/**
 * Texts of lexicon files -> one checked lexicon, or everything that is wrong with them.
 * Each file may hold any sections; entries of one section in several files are joined, names must be unique.
 * Not here: the disk; compiling the lexicon for extraction (`facts/compiled-lexicon.ts`).
 */
import { isMap, isScalar } from 'yaml';
import * as z from 'zod';
import { sortDiagnostics } from '../diagnostics/diagnostic.js';
import { lexiconFileSchema } from '../vocabulary/lexicon.js';
import { checkPhrases } from './lexicon-phrases.js';
import { checkReferences } from './lexicon-references.js';
import { checkMapping, ProblemList } from './schema-check.js';
import { nearest } from './suggest.js';
import { keyNodeAt, keysOf, nodeAt, parseYamlFile } from './yaml-file.js';
const SECTIONS = lexiconFileSchema.shape;
/** Reads and checks lexicon files; the order of the files does not matter. */
export function loadLexicon(files) {
    const loading = { sections: new Map(), merged: {} };
    const found = [];
    const lists = [];
    for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
        const parsed = parseYamlFile(file, text);
        found.push(...parsed.problems);
        if (parsed.yaml === null)
            continue;
        const problems = new ProblemList(file);
        lists.push(problems);
        readFile(parsed.yaml, problems, loading);
    }
    const lexicon = loading.merged;
    checkReferences(lexicon, loading.sections);
    checkPhrases(lexicon, loading.sections);
    return { lexicon, problems: sortDiagnostics([...found, ...lists.flatMap((list) => list.found)]) };
}
function readFile(yaml, problems, loading) {
    if (!isMap(yaml.root)) {
        problems.add('wrong-type', yaml.root, 'a lexicon file must be a mapping of sections');
        return;
    }
    for (const section of keysOf(yaml.root)) {
        const node = nodeAt(yaml.root, section);
        const key = keyNodeAt(yaml.root, section) ?? yaml.root;
        const schema = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
        if (schema === undefined) {
            const guess = nearest(section, Object.keys(SECTIONS));
            problems.add('unknown-key', key, `a lexicon has no section \`${section}\``, guess && `did you mean \`${guess}\`?`);
        }
        else if (node === undefined)
            problems.add('wrong-type', key, `the section \`${section}\` is empty`);
        else
            readSection(yaml, section, node, schema, problems, loading);
    }
}
function readSection(yaml, section, node, schema, problems, loading) {
    const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
    const entry = inner instanceof z.ZodRecord ? inner.valueType : null;
    if (entry instanceof z.ZodObject)
        return readEntries(yaml, section, node, entry, problems, loading);
    const whole = checkMapping(yaml, yaml.root, z.looseObject({ [section]: inner }), 'the file', problems);
    if (whole === null)
        return;
    const value = whole[section];
    const known = loading.merged[section];
    loading.merged[section] = Array.isArray(value)
        ? [...(known ?? []), ...value]
        : { ...known, ...value };
    if (!Array.isArray(value))
        for (const name of keysOf(node))
            rememberPlace(section, name, { yaml, node: nodeAt(node, name) ?? node, problems }, loading);
}
function readEntries(yaml, section, node, schema, problems, loading) {
    if (!isMap(node)) {
        problems.add('wrong-type', node, `the section \`${section}\` must be a mapping of names to entries`);
        return;
    }
    const entries = (loading.merged[section] ??= {});
    for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        const keyNode = key;
        if (!NAME.test(name))
            problems.add('wrong-type', keyNode, `the name \`${name}\` must be lower-case letters, digits, \`_\` or \`-\``);
        else if (value === null)
            problems.add('wrong-type', keyNode, `\`${name}\` is empty`);
        else if (loading.sections.get(section)?.has(name)) {
            problems.add('duplicate-id', keyNode, `\`${loading.sections.get(section)?.get(name)?.yaml.file}\` has \`${name}\` in \`${section}\` already`);
        }
        else {
            const entry = checkMapping(yaml, value, schema, `\`${name}\` in \`${section}\``, problems);
            if (entry === null)
                continue;
            entries[name] = entry;
            rememberPlace(section, name, { yaml, node: value, problems }, loading);
        }
    }
}
const NAME = /^[a-z][a-z0-9_-]*$/;
function rememberPlace(section, name, place, loading) {
    const places = loading.sections.get(section) ?? new Map();
    places.set(name, place);
    loading.sections.set(section, places);
}
