/**
 * Files of a rules folder as people name them on a command line, and as the folder knows them; and writing them back.
 */
import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { unreadableFile } from './letter-input.js';
import { unwritableFile, writeWhole } from './write-beside.js';

/** A rules folder: where it is, and what it is called in messages. */
export interface RuleFolderPlace {
  readonly folder: string;
  readonly name: string;
}

/**
 * The name of a file, or of a folder below, as the rules folder knows it.
 * @param path as given: from where the command runs, or as messages name it
 */
export async function ruleFileName(
  path: string,
  { folder, name }: RuleFolderPlace,
): Promise<string | Diagnostic> {
  try {
    const root = await realpath(folder);
    const inside = await existing(
      path,
      join(folder, path.startsWith(`${name}/`) ? path.slice(name.length + 1) : path),
    );
    const below = relative(root, inside).split(sep).join('/');
    if (below === '') return name;
    if (!below.startsWith('..')) return `${name}/${below}`;
    const help = 'name the folder that holds it with `--rules`';
    return diagnostic('unreadable-file', path, null, `it is not in the rules folder \`${name}\``, { help });
  } catch (cause) {
    return unreadableFile(path, cause);
  }
}

/** The first of two paths that is there. */
async function existing(path: string, other: string): Promise<string> {
  try {
    await stat(path);
    return await realpath(path);
  } catch (cause) {
    return await realpath(other).catch(() => {
      throw cause;
    });
  }
}

/** Writes a file of a rules folder; a problem if it cannot be written. */
export async function writeRuleFile(
  file: string,
  text: string,
  { folder, name }: RuleFolderPlace,
): Promise<Diagnostic | null> {
  try {
    await writeWhole(join(folder, file.slice(name.length + 1)), text);
    return null;
  } catch (cause) {
    return unwritableFile(file, cause);
  }
}
