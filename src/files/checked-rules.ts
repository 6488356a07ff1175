/**
 * Rules that were checked once, kept in a file beside the program with their phrases read, so that a run need not do
 * it again.
 * The file holds a digest of the texts it was made from: after any change of a text it no longer counts.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CheckedRules, ReadPhrases } from '../pipeline/compile-knowledge.js';
import type { RuleTexts } from './read-rule-folder.js';
import { writeWhole } from './write-beside.js';

/** Plain data. */
export interface KeptRules {
  readonly checked: CheckedRules;
  readonly phrases: ReadPhrases;
}

/**
 * What the texts and the program that checks them come to; the names of the files count, too, as places name them.
 * @param program version of the program, and anything else that checking depends on
 */
export function digestOf(texts: RuleTexts, program: string): string {
  const hash = createHash('sha256').update(program);
  for (const { file, text } of [...texts.lexicon, ...texts.rules]) hash.update(`\0${file}\0${text}`);
  return hash.digest('hex');
}

/** The rules kept in a file; null if there is no such file, or it was made from other texts. */
export async function readCheckedRules(path: string, digest: string): Promise<KeptRules | null> {
  try {
    const kept = JSON.parse(await readFile(path, 'utf8')) as KeptRules & { readonly digest: string };
    return kept.digest === digest ? kept : null;
  } catch {
    return null;
  }
}

export function keepCheckedRules(path: string, digest: string, kept: KeptRules): Promise<void> {
  return writeWhole(path, JSON.stringify({ digest, ...kept }));
}
