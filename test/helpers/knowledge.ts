/** The knowledge of the project's own rules folder, loaded once per test file. */
import { readFileSync } from 'node:fs';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import { checkFolder } from '../../src/pipeline/check-folder.js';
import { type CheckedLetter, checkLetter } from '../../src/pipeline/check-letter.js';
import { compileKnowledge } from '../../src/pipeline/compile-knowledge.js';
import type { Knowledge } from '../../src/pipeline/knowledge.js';
import { SourceText } from '../../src/text/source-text.js';

let loaded: Promise<Knowledge> | undefined;

export function ownKnowledge(): Promise<Knowledge> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Knowledge> {
  const { checked, problems } = checkFolder({ ...readRuleFolder('rules', 'rules'), examples: [] });
  if (checked === null) throw new Error(problems.map((one) => `${one.file}: ${one.message}`).join('\n'));
  return compileKnowledge(checked);
}

export async function check(text: string, name = 'letter.txt'): Promise<CheckedLetter> {
  return checkLetter(new SourceText(name, text), await ownKnowledge());
}

export const SEEDS = ['000_5475c45083a012bb', '004_6db3e1a2cc4d5657'] as const;
export type Seed = (typeof SEEDS)[number];

export const seedText = (seed: Seed): string => readFileSync(`seeds/${seed}.txt`, 'utf8');
