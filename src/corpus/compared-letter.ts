/**
 * What the comparison of a corpus takes of one letter: rows to count, and a signature that tells templated text.
 * Plain data, so that it can come from another thread or out of a store.
 */
import type { CheckedLetter } from '../pipeline/check-letter.js';
import { textSignature } from '../similarity/signature.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import { issueRows } from './checked-rows.js';

export interface ComparedLetter {
  readonly document: string;
  readonly rows: readonly IssueRow[];
  /** Of the case summary; null where it is too short to tell, or nobody asks. */
  readonly signature: Uint32Array | null;
}

export function comparedLetter(checked: CheckedLetter): ComparedLetter {
  const { source, summary } = checked.document;
  return {
    document: checked.result.document,
    rows: issueRows(checked),
    signature: summary && textSignature(source.text.slice(summary.start, summary.end)),
  };
}
