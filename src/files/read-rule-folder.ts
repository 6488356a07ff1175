/**
 * A rules folder -> its texts, sorted by path: the lexicon (everything under `lexicon/`), the examples, the rules.
 * Not here: what the texts say (`rules/`).
 */
import { readdir, readFile, stat } from 'node:fs/promises';
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
  const files: RuleFile[] = [];
  for (const path of paths.filter((one) => YAML_NAME.test(one))) {
    try {
      files.push({ path, bytes: await readFile(join(folder, path)) });
    } catch (cause) {
      files.push({ path, cause });
    }
  }
  return ruleTexts(name, files);
}

/** A file of a rules folder: its path below the folder, and its bytes or why there are none. */
export type RuleFile = { readonly path: string } & ({ readonly bytes: Buffer } | { readonly cause: unknown });

/** The texts of a rules folder, wherever its files were read from. */
export function ruleTexts(name: string, files: readonly RuleFile[]): RuleTexts {
  const problems: Diagnostic[] = [];
  const parts: Record<'lexicon' | 'rules' | 'examples', TextFile[]> = {
    lexicon: [],
    rules: [],
    examples: [],
  };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!YAML_NAME.test(file.path)) continue;
    const text = readText(file, `${name}/${file.path}`);
    if ('text' in text) parts[partOf(file.path)].push(text);
    else problems.push(text);
  }
  if (parts.lexicon.length === 0 && problems.length === 0) {
    const help = 'a rules folder has its vocabulary in `lexicon/*.yaml`, beside the rules';
    problems.push(diagnostic('no-documents', name, null, 'the folder holds no lexicon', { help }));
  }
  return { ...parts, problems };
}

function partOf(path: string): 'lexicon' | 'rules' | 'examples' {
  if (path.startsWith(LEXICON_FOLDER)) return 'lexicon';
  return EXAMPLES_NAME.test(path) ? 'examples' : 'rules';
}

function readText(read: RuleFile, file: string): TextFile | Diagnostic {
  if ('cause' in read) return unreadableFile(file, read.cause);
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return diagnostic('unreadable-file', file, null, 'the file is not valid UTF-8');
  }
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
