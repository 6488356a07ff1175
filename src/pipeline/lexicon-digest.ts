import type { Remembering } from '../rules/remembering.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';

/** Stands for what a lexicon says, whatever comments and layout its files have. */
export function lexiconDigest(lexicon: LexiconFile, memory: Remembering): string {
  return memory.digest([JSON.stringify(lexicon)]);
}
