/**
 * Letters through the product's own pipeline -> the records that `facts` and `check` would print of them.
 */
import { fileURLToPath } from 'node:url';
import {
  checkFolder,
  checkLetter,
  checkRecord,
  compileKnowledge,
  type Diagnostic,
  factRecord,
  formatDiagnostics,
  type Knowledge,
  type LetterInput,
  type RuleTexts,
  readLetters,
  readRuleFolder,
} from '../../src/index.js';
import type { Outputs } from './cases.js';
import { letterName, type OutputFact, type OutputIssue } from './output.js';
import { InputError } from './read-inputs.js';

const OWN_RULES = fileURLToPath(new URL('../../rules', import.meta.url));

/** @param folder of rules and lexicon; the product's own if left out. @throws {InputError} */
export async function loadKnowledge(folder = OWN_RULES): Promise<Knowledge> {
  const texts = readRuleFolder(folder, 'rules');
  if (texts.problems.length > 0) throw new InputError(problemText(texts.problems, texts));
  const { checked, problems } = checkFolder({ ...texts, examples: [] });
  if (checked === null) throw new InputError(problemText(problems, texts));
  return compileKnowledge(checked);
}

/** What the product says of each letter; one that fails or lacks a part is among the unread. */
export async function runProduct(paths: readonly string[], knowledge: Knowledge): Promise<Outputs> {
  const facts = new Map<string, readonly OutputFact[]>();
  const issues = new Map<string, readonly OutputIssue[]>();
  const unread: string[] = [];
  for await (const input of readLetters(paths, noStandardInput())) {
    const name = letterName(input.document);
    const checked = await check(input, knowledge);
    if (checked === null || hasError([...input.problems, ...checked.diagnostics])) unread.push(name);
    if (checked === null) continue;
    const { result } = checked;
    facts.set(
      name,
      result.facts.map((fact) => factRecord(result.document, fact)),
    );
    issues.set(
      name,
      result.issues.map((issue) => checkRecord(result, issue)),
    );
  }
  return { facts: { rows: facts, unread }, checks: { rows: issues, unread } };
}

/** Null for a letter that cannot be read or checked. */
async function check({ source }: LetterInput, knowledge: Knowledge) {
  if (source === null) return null;
  try {
    return await checkLetter(source, knowledge);
  } catch {
    return null;
  }
}

function hasError(problems: readonly Diagnostic[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function problemText(problems: readonly Diagnostic[], texts: RuleTexts): string {
  const files = [...texts.lexicon, ...texts.rules, ...texts.examples];
  const textOf = (file: string): string | undefined => files.find((one) => one.file === file)?.text;
  return formatDiagnostics(problems, textOf, { color: false });
}

async function* noStandardInput(): AsyncGenerator<Buffer> {}
