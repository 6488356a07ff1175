/**
 * Texts of rule files -> one checked rule set, or everything that is wrong with them.
 * Not here: the disk. The caller hands in every file; `*.examples.yaml` go to `load-examples.ts`.
 */
import { diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { indexNames } from './name-index.js';
import { readRule } from './read-rule.js';
import { ProblemList } from './schema-check.js';
import { parseYamlFile } from './yaml-file.js';
/** Reads and checks rule files; the order of the files does not matter. */
export function loadRules(files, lexicon) {
    const names = indexNames(lexicon);
    const problems = [];
    const rules = [];
    for (const { file, text } of files) {
        const parsed = parseYamlFile(file, text);
        problems.push(...parsed.problems);
        if (parsed.yaml === null)
            continue;
        const list = new ProblemList(file);
        const rule = readRule(parsed.yaml, names, list);
        problems.push(...list.found);
        if (rule !== null)
            rules.push(rule);
    }
    rules.sort(byIdThenFile);
    return { rules: { rules: withoutTwins(rules, problems) }, problems: sortDiagnostics(problems) };
}
/** Drops rules whose id another file has already, each with a problem that names both files. */
function withoutTwins(sorted, problems) {
    return sorted.filter((rule, i) => {
        const twin = sorted[i - 1];
        if (twin?.id !== rule.id)
            return true;
        const message = `\`${twin.place.file}\` has a rule \`${rule.id}\` already`;
        const related = [{ file: twin.place.file, span: twin.place.span, message: 'the other rule' }];
        problems.push(diagnostic('duplicate-id', rule.place.file, rule.place.span, message, { related }));
        return false;
    });
}
function byIdThenFile(a, b) {
    if (a.id !== b.id)
        return a.id < b.id ? -1 : 1;
    return a.place.file < b.place.file ? -1 : 1;
}
