/**
 * A rules folder -> its texts, sorted by path: the lexicon (everything under `lexicon/`), the examples, the rules.
 * Not here: what the texts say (`rules/`).
 */
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { TextFile } from '../rules/load-rules.js';
import { unreadableFile } from './letter-input.js';

export interface RuleTexts {
  readonly lexicon: readonly TextFile[];
  readonly rules: readonly TextFile[];
  readonly examples: readonly TextFile[];
  readonly problems: readonly Diagnostic[];
}

const YAML_NAME = /\.ya?ml$/i;
const EXAMPLES_NAME = /\.examples\.ya?ml$/i;
const LEXICON_FOLDER = 'lexicon/';

/** @param name what the folder is called in messages and traces; files are known as `name/path-below` */
export async function readRuleFolder(folder: string, name: string): Promise<RuleTexts> {
  let paths: string[];
  try {
    paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).sort();
  } catch (cause) {
    return { lexicon: [], rules: [], examples: [], problems: [unreadableFile(name, cause)] };
  }
  const problems: Diagnostic[] = [];
  const parts: Record<'lexicon' | 'rules' | 'examples', TextFile[]> = {
    lexicon: [],
    rules: [],
    examples: [],
  };
  for (const path of paths.filter((one) => YAML_NAME.test(one))) {
    const text = await readText(join(folder, path), `${name}/${path}`);
    if ('text' in text) parts[partOf(path)].push(text);
    else problems.push(text);
  }
  if (parts.lexicon.length === 0 && problems.length === 0) {
    const help = 'a rules folder has its vocabulary in `lexicon/*.yaml`, beside the rules';
    problems.push(diagnostic('no-documents', name, null, 'the folder holds no lexicon', { help }));
  }
  return { ...parts, problems };
}

/**
 * The texts after some files have changed: only those are read.
 * @param paths of what was written, made or removed, relative to the folder
 */
export async function rereadRuleFiles(
  folder: string,
  name: string,
  before: RuleTexts,
  paths: readonly string[],
): Promise<RuleTexts> {
  const problems: Diagnostic[] = [];
  const parts = { lexicon: [...before.lexicon], rules: [...before.rules], examples: [...before.examples] };
  for (const path of paths.filter((one) => YAML_NAME.test(one))) {
    const file = `${name}/${path}`;
    const part = partOf(path);
    parts[part] = parts[part].filter((one) => one.file !== file);
    if (!(await isThere(join(folder, path)))) continue;
    const text = await readText(join(folder, path), file);
    if ('text' in text) parts[part].push(text);
    else problems.push(text);
  }
  for (const list of Object.values(parts)) list.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { ...parts, problems };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function partOf(path: string): 'lexicon' | 'rules' | 'examples' {
  if (path.startsWith(LEXICON_FOLDER)) return 'lexicon';
  return EXAMPLES_NAME.test(path) ? 'examples' : 'rules';
}

async function readText(path: string, file: string): Promise<TextFile | Diagnostic> {
  try {
    const bytes = await readFile(path);
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) return unreadableFile(file, cause);
    return diagnostic('unreadable-file', file, null, 'the file is not valid UTF-8');
  }
}
