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

/**
 * Stands for what a lexicon says apart from the phrases that it is found by. Two lexicons of the same definitions read
 * a text alike where their phrases find the same in it (`phrasesFound`).
 */
export function definitionsDigest(lexicon: LexiconFile, memory: Remembering): string {
  const { 'word-sets': _usedInPhrases, ...rest } = lexicon;
  const isPhrases = (key: string, value: unknown): boolean => key === 'phrases' && Array.isArray(value);
  return memory.digest([JSON.stringify(rest, (key, value) => (isPhrases(key, value) ? undefined : value))]);
}
