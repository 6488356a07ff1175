/**
 * What stands for a lexicon where it is asked whether something that was kept still holds.
 * Not here: what is kept (`compile-knowledge.ts`, `example-runner.ts`).
 */
import type { Remembering } from '../rules/remembering.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';

/** Stands for what a lexicon says, whatever comments and layout its files have. */
export function lexiconDigest(lexicon: LexiconFile, memory: Remembering): string {
  return memory.digest([JSON.stringify(lexicon)]);
}
