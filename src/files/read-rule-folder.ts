/**
 * A rules folder -> its texts, sorted by path: the lexicon (everything under `lexicon/`), the examples, the rules.
 * Not here: what the texts say (`rules/`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { isExampleFile } from '../rules/example-names.js';
import type { TextFile } from '../rules/load-rules.js';
import { unreadableFile } from './letter-input.js';

/** The files of a rules folder, each list sorted by path. */
export interface RuleTexts {
  readonly lexicon: readonly TextFile[];
  readonly rules: readonly TextFile[];
  readonly examples: readonly TextFile[];
  /** Files that could not be read, or that the folder has no lexicon; all others are there all the same. */
  readonly problems: readonly Diagnostic[];
}

const YAML_NAME = /\.ya?ml$/i;
const DECODER = new TextDecoder('utf-8', { fatal: true });
const MARK = Buffer.from('\uFEFF');
const LEXICON_FOLDER = 'lexicon/';

/**
 * Reads without waiting in between: hundreds of small files are read in a few milliseconds, and nothing can be done
 * before the last of them.
 * @param name what the folder is called in messages and traces; files are known as `name/path-below`
 */
export function readRuleFolder(folder: string, name: string): RuleTexts {
  let paths: string[];
  try {
    paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .sort();
  } catch (cause) {
    return { lexicon: [], rules: [], examples: [], problems: [unreadableFile(name, cause)] };
  }
  return ruleTexts(
    name,
    paths.filter((path) => YAML_NAME.test(path)).map((path) => readFile(folder, path)),
  );
}

/** A file of a rules folder: its path below the folder, and its bytes or why there are none. */
export type RuleFile = { readonly path: string } & ({ readonly bytes: Buffer } | { readonly cause: unknown });

function readFile(folder: string, path: string): RuleFile {
  try {
    return { path, bytes: readFileSync(join(folder, path)) };
  } catch (cause) {
    return { path, cause };
  }
}

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

/**
 * The texts after some files have changed: only those are read.
 * @param paths of what was written, made or removed, relative to the folder
 */
export function rereadRuleFiles(
  folder: string,
  name: string,
  before: RuleTexts,
  paths: readonly string[],
): RuleTexts {
  const problems: Diagnostic[] = [];
  const parts = { lexicon: [...before.lexicon], rules: [...before.rules], examples: [...before.examples] };
  for (const path of paths.filter((one) => YAML_NAME.test(one))) {
    const file = `${name}/${path}`;
    const part = partOf(path);
    parts[part] = parts[part].filter((one) => one.file !== file);
    if (!existsSync(join(folder, path))) continue;
    const text = readText(readFile(folder, path), file);
    if ('text' in text) parts[part].push(text);
    else problems.push(text);
  }
  for (const list of Object.values(parts)) list.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { ...parts, problems };
}

function partOf(path: string): 'lexicon' | 'rules' | 'examples' {
  if (path.startsWith(LEXICON_FOLDER)) return 'lexicon';
  return isExampleFile(path) ? 'examples' : 'rules';
}

function readText(read: RuleFile, file: string): TextFile | Diagnostic {
  if ('cause' in read) return unreadableFile(file, read.cause);
  try {
    const hasMark = read.bytes.subarray(0, MARK.length).equals(MARK);
    return { file, text: DECODER.decode(read.bytes), ...(hasMark ? { hasMark } : {}) };
  } catch {
    return diagnostic('unreadable-file', file, null, notUtf8(read.bytes), { help: 'save the file as UTF-8' });
  }
}

/** What the file is instead, or which byte is none of UTF-8. */
function notUtf8(bytes: Buffer): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'the file is UTF-16, not UTF-8';
  // What cannot be read is replaced by a sign of its own, which is wider than what it stands for.
  const before = bytes.toString('utf8').split('\uFFFD')[0] ?? '';
  const lines = before.split('\n');
  const byte = bytes[Buffer.byteLength(before)] ?? 0;
  const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
  return `the file is not valid UTF-8: in ${place} stands the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** False also where there is nothing, or it cannot be looked at. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
