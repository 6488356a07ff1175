/**
 * Which issues of a corpus are shown with their explanation when not all can be: those with findings and those that
 * disagree first, then the undetermined, then the rest; within each kind a random sample that is the same in every
 * run, since what stands for chance is a hash of the issue's place (bottom-k sampling, Cohen and Kaplan 2007).
 */
import type { IssueRow } from '../vocabulary/issue-row.js';
import { hashText } from './hash.js';

interface Ranked {
  readonly row: IssueRow;
  readonly kind: number;
  readonly chance: number;
}

/**
 * Keeps the issues that are shown. Memory depends on how many those are; the order in which issues come does not
 * matter.
 */
export class Sample {
  readonly #most: number;
  #kept: Ranked[] = [];
  #size = 0;
  /** The last of those that were kept when there were too many: what comes after it is not kept either. */
  #last: Ranked | null = null;

  /** @param most issues that are shown */
  constructor(most: number) {
    this.#most = most;
  }

  /** Considers an issue; each issue of a letter once. */
  add(row: IssueRow): void {
    this.#size += 1;
    const ranked = { row, kind: kindOf(row), chance: hashText(`${row.document}\n${row.issue}`) };
    if (this.#last !== null && byRank(this.#last, ranked) < 0) return;
    this.#kept.push(ranked);
    if (this.#kept.length >= 2 * this.#most + 64) this.#cut();
  }

  /** The rows that are shown, by document and issue, and how many there were. */
  rows(): { readonly shown: readonly IssueRow[]; readonly of: number } {
    this.#cut();
    const shown = this.#kept.map(({ row }) => row).sort(byPlace);
    return { shown, of: this.#size };
  }

  #cut(): void {
    this.#kept = this.#kept.sort(byRank).slice(0, this.#most);
    if (this.#kept.length === this.#most) this.#last = this.#kept.at(-1) ?? null;
  }
}

function byRank(a: Ranked, b: Ranked): number {
  return a.kind - b.kind || a.chance - b.chance || byPlace(a.row, b.row);
}

function kindOf(row: IssueRow): number {
  if (row.findings.length > 0 || row.agreement === 'disagree') return 0;
  return row.predicted === 'undetermined' ? 1 : 2;
}

function byPlace(a: IssueRow, b: IssueRow): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.issue - b.issue;
}
