/**
 * Pages on lint codes (`docs/lint/<code>.md`): the files of their example, laid over the small rules of the scenarios,
 * and the text that linting must give.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostics } from '../../src/diagnostics/code-frame.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { checkFolder, type RuleFolder } from '../../src/pipeline/check-folder.js';
import { compileKnowledge } from '../../src/pipeline/compile-knowledge.js';
import { runExampleTexts } from '../../src/pipeline/example-texts.js';
import { isExampleFile } from '../../src/rules/example-names.js';
import { exampleDiagnostics } from '../../src/rules/load-examples.js';
import type { TextFile } from '../../src/rules/load-rules.js';
import { runExamples } from './run-examples.js';

export const PAGES = 'docs/lint';
const BASE = 'test/scenarios';

/** A file of an example: name, what is odd about its bytes, text. */
const FILE = /^`(rules\/[^`]+)`(?: \((.+)\))?\n\n```yaml\n([\s\S]*?)\n```$/gm;
const RESULT = /^```text\n([\s\S]*?)```$/m;

const MARK = 'with a byte order mark';

/** What cannot be seen on a page, by the words that say it. */
const ODD: Readonly<Record<string, (text: string) => string>> = {
  [MARK]: (text) => text,
  'with carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  'with spaces at the end of its first line': (text) => text.replace('\n', '  \n'),
  'without the end of its last line': (text) => text.replace(/\n+$/, ''),
};

export interface LintPage {
  readonly text: string;
  readonly files: readonly TextFile[];
  readonly result: string | null;
}

export function readPage(code: string): LintPage {
  const text = readFileSync(join(PAGES, `${code}.md`), 'utf8');
  const files = [...text.matchAll(FILE)].map(([, file = '', odd, yaml]) => {
    const change = odd === undefined ? (one: string) => one : ODD[odd];
    if (change === undefined) throw new Error(`${code}.md: nothing is known of \`${odd}\``);
    return { file, text: change(`${yaml}\n`), ...(odd === MARK ? { hasMark: true } : {}) };
  });
  return { text, files, result: RESULT.exec(text)?.[1] ?? null };
}

export function withResult({ text }: LintPage, result: string): string {
  return text.replace(RESULT, () => `\`\`\`text\n${result}\`\`\``);
}

/** The small rules with some files put in, or in place of others. */
export function folderWith(files: readonly TextFile[]): RuleFolder {
  const base = readdirSync(join(BASE, 'rules'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => `rules/${path}`)
    .filter((file) => !files.some((one) => one.file === file))
    .map((file) => ({ file, text: readFileSync(join(BASE, file), 'utf8') }));
  const all = [...base, ...files].sort((a, b) => (a.file < b.file ? -1 : 1));
  const inLexicon = ({ file }: TextFile): boolean => file.startsWith('rules/lexicon/');
  return {
    lexicon: all.filter(inLexicon),
    rules: all.filter((one) => !inLexicon(one) && !isExampleFile(one.file)),
    examples: all.filter((one) => !inLexicon(one) && isExampleFile(one.file)),
  };
}

/** What `rules test` finds. */
export async function failingExamples(folder: RuleFolder): Promise<readonly Diagnostic[]> {
  const { checked, examples } = checkFolder(folder);
  if (checked === null) return [];
  const failing = await runExamples(checked.rules, examples);
  return exampleDiagnostics([...failing, ...(await runExampleTexts(compileKnowledge(checked), examples))]);
}

export function tellings(diagnostics: readonly Diagnostic[], folder: RuleFolder): string {
  const texts = new Map(
    [...folder.lexicon, ...folder.rules, ...folder.examples].map((one) => [one.file, one.text]),
  );
  return `${formatDiagnostics(diagnostics, (file) => texts.get(file), { color: false })}\n`;
}
