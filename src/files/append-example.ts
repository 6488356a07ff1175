/**
 * One more example at the end of the examples file of a rule on the disk. The file is checked before it is replaced,
 * so that an example never breaks the file that it is put into.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { lexiconNames } from '../rules/lexicon-names.js';
import { withExample } from '../rules/write-example.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import type { Rule, RuleExample } from '../vocabulary/rule.js';
import { unreadableFile } from './letter-input.js';
import { unwritableFile, writeWhole } from './write-beside.js';

/**
 * Adds an example to the file beside its rule, which is made where there is none.
 * @param folder of the rules on the disk
 * @param name what places of rules call that folder
 * @returns the path of the file that has the example now, or why it is as it was
 */
export async function appendExample(
  { folder, name }: { readonly folder: string; readonly name: string },
  rule: Rule,
  example: RuleExample,
  lexicon: LexiconFile,
): Promise<{ readonly file: string } | { readonly problem: Diagnostic }> {
  const below = rule.place.file.slice(name.length + 1);
  const path = join(folder, below.replace(/\.ya?ml$/, '.examples.yaml'));
  let text: string | null;
  try {
    text = await textOrNull(path);
  } catch (cause) {
    return { problem: unreadableFile(path, cause) };
  }
  const file = { file: path, text: text ?? '' };
  const added = withExample(file, text === null, example, lexiconNames(lexicon));
  if ('problem' in added) return { problem: diagnostic('unwritable-file', path, null, added.problem) };
  try {
    await writeWhole(path, added.text);
    return { file: path };
  } catch (cause) {
    return { problem: unwritableFile(path, cause) };
  }
}

/** The text of a file; null where there is none. */
async function textOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
}
