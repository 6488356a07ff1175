import type { CheckedLetter } from '../../pipeline/check-letter.js';
import type { IssueRow } from '../../vocabulary/issue-row.js';
import type { CompareReport } from '../compare/compare-schema.js';
export function comparePage(
  _r: CompareReport,
  _s: readonly IssueRow[],
  _l: ReadonlyMap<string, CheckedLetter>,
  _m: (f: string) => string | null,
): string {
  return '';
}
