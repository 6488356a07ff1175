/** The knowledge of the project's own rules folder, loaded once per test file. */
import { readFileSync } from 'node:fs';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import { buildKnowledge } from '../../src/pipeline/build-knowledge.js';
import { checkLetter } from '../../src/pipeline/check-letter.js';
import { SourceText } from '../../src/text/source-text.js';
let loaded;
export function ownKnowledge() {
    loaded ??= load();
    return loaded;
}
async function load() {
    const { knowledge, problems } = buildKnowledge(await readRuleFolder('rules', 'rules'));
    if (knowledge === null)
        throw new Error(problems.map((one) => `${one.file}: ${one.message}`).join('\n'));
    return knowledge;
}
export async function check(text, name = 'letter.txt') {
    return checkLetter(new SourceText(name, text), await ownKnowledge());
}
export const SEEDS = ['000_5475c45083a012bb', '004_6db3e1a2cc4d5657'];
export const seedText = (seed) => readFileSync(`seeds/${seed}.txt`, 'utf8');
