/**
 * What goes between the main thread and the workers that read: which block, and what came of it. No letter's text.
 */
import type { LetterFacts } from '../corpus/letter-facts.js';
import type { UnreadRecord } from '../corpus/letter-record.js';
import type { Block } from '../files/letter-blocks.js';
import type { CheckedRules, ReadPhrases } from '../pipeline/compile-knowledge.js';
import type { IssueRow } from '../vocabulary/issue-row.js';

/** What a worker is given when it starts. */
export interface WorkerSetup {
  readonly checked: CheckedRules;
  readonly phrases: ReadPhrases;
  /** Where what is kept of letters is written, a file for each block; null where only rows are asked for. */
  readonly folder: string | null;
  /** Keys of blocks that a store holds already: they are not read. */
  readonly knownBlocks: readonly string[];
  /** Sorted hashes (see `LetterHashes`) of the letters that a store holds already: they are not judged. */
  readonly knownLetters: SharedArrayBuffer | null;
  /** Whether anybody will look for letters that repeat each other; what is kept for a store always tells. */
  readonly hasSignatures: boolean;
  /** Of standard input. */
  readonly contentHash: string | null;
}

/** A letter as statistics need it. */
export interface LetterRows extends Pick<LetterFacts, 'document' | 'problems' | 'signature'> {
  readonly rows: readonly IssueRow[];
}

/** What came of an input: its rows, or why it could not be read. A letter that was read may have errors, too. */
export type LetterOutcome = LetterRows | UnreadRecord;

/** What came of a block: the letters themselves, or only counts where a store keeps them. */
export interface BlockResult {
  readonly block: Block;
  /** Null where no key was asked for. */
  readonly key: string | null;
  /** True if a stream ends with the block. */
  readonly isLast: boolean;
  /** Inputs of the block, with those that could not be read. */
  readonly letters: number;
  /** Issues of the letters that were judged. */
  readonly issues: number;
  /** Inputs with errors. */
  readonly unread: number;
  /** In order; empty where the letters were written to a file or are in the store already. */
  readonly outcomes: readonly LetterOutcome[];
  /** Why what was read could not be kept, in the words of the system; null if it was. */
  readonly unwritten: string | null;
}
