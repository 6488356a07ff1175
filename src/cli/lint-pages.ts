/**
 * The pages on codes (`docs/lint/<code>.md`), which come with the program.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ADDRESS = '../../docs/lint';

/** The page on a code; null where there is none. */
export async function lintPage(code: string): Promise<string | null> {
  try {
    return await readFile(fileURLToPath(new URL(`${ADDRESS}/${code}.md`, import.meta.url)), 'utf8');
  } catch {
    return null;
  }
}
