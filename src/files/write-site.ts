/**
 * The files of a site -> a folder, whole or not at all: written beside, then renamed into place.
 * A folder that holds anything which was not written here is left alone. Also reads the search engine that goes along.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire as requireFrom } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { systemWords } from './write-beside.js';

/** By this file a folder is known as our own. */
const MARK = '.necessity-site';
const MARK_TEXT = 'Written by necessity; the whole folder is replaced when it is written again.\n';

/**
 * Writes a site; a folder that an earlier run wrote is replaced as a whole.
 * @param files paths are those below the folder
 * @returns why it could not be written; null if it was
 */
export async function writeSite(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<Diagnostic | null> {
  const target = resolve(folder);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const refusal = await whyNotOurs(folder);
    if (refusal !== null) return refusal;
    await mkdir(beside, { recursive: true });
    await writeFile(join(beside, MARK), MARK_TEXT);
    for (const { path, text } of files) await writeFile(join(beside, path), text);
    await rm(target, { recursive: true, force: true });
    await rename(beside, target);
    return null;
  } catch (cause) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    return diagnostic('unwritable-folder', folder, null, systemWords(cause));
  }
}

async function whyNotOurs(folder: string): Promise<Diagnostic | null> {
  const held = await readdir(folder).catch((cause: NodeJS.ErrnoException): string[] => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  if (held.length === 0 || held.includes(MARK)) return null;
  const message = `the folder holds files that this program did not write, such as \`${held.sort()[0]}\``;
  return diagnostic('unwritable-folder', folder, null, message, {
    help: 'name an empty or new folder: everything in it is replaced',
  });
}

/** The search engine in the form that a page can run. */
export async function readSearchLibrary(): Promise<string> {
  const main = requireFrom(import.meta.url).resolve('minisearch');
  const text = await readFile(join(dirname(main), '../umd/index.js'), 'utf8');
  return text.replace(/^\/\/# sourceMappingURL=.*$/m, '');
}
