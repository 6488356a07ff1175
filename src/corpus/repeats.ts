/**
 * Issues that a corpus has more than once: the same services in letters whose summaries are nearly the same. Only the
 * first of them is counted, so that templated text does not make a figure look surer than it is.
 */
import { NearDuplicates } from '../similarity/near-duplicates.js';
import { wideHash } from '../statistics/hash.js';
import type { IssueRow } from '../vocabulary/issue-row.js';

/** Letters with one summary, in their order. */
export interface RepeatGroup {
  readonly first: string;
  readonly letters: number;
}

/** How much of a corpus repeats itself; counts of letters that have a signature. */
export interface RepeatFigures {
  /** Letters whose summary nearly repeats an earlier one. */
  readonly letters: number;
  /** Their issues that ask again for what an earlier letter of the group asked for: not counted. */
  readonly issues: number;
  /** The largest groups. */
  readonly groups: readonly RepeatGroup[];
}

const MOST_SHOWN = 20;

/** Remembers every letter that has a signature, in some hundred bytes; letters come in the order of the input. */
export class Repeats {
  readonly #groups = new NearDuplicates();
  readonly #firsts: string[] = [];
  readonly #sizes = new Map<number, number>();
  /** Hashes of what was counted: a million of them are alike by chance in one case of some thousands. */
  readonly #counted = new Set<number>();
  #letters = 0;
  #issues = 0;

  /** The rows of a letter that are to be counted. @param signature of its summary; null if it is too short to tell */
  keep(rows: readonly IssueRow[], signature: Uint32Array | null): readonly IssueRow[] {
    if (signature === null || rows.length === 0) return rows;
    const group = this.#groups.add(signature);
    if (group === this.#firsts.length) this.#firsts.push(rows[0]?.document ?? '');
    else {
      this.#letters += 1;
      this.#sizes.set(group, (this.#sizes.get(group) ?? 1) + 1);
    }
    const kept = rows.filter((row) => this.#isNew(group, row));
    this.#issues += rows.length - kept.length;
    return kept;
  }

  /** The groups of two letters or more, the largest first, then those that began first. */
  figures(): RepeatFigures {
    const groups = [...this.#sizes].sort(([a, m], [b, n]) => n - m || a - b).slice(0, MOST_SHOWN);
    return {
      letters: this.#letters,
      issues: this.#issues,
      groups: groups.map(([group, letters]) => ({ first: this.#firsts[group] ?? '', letters })),
    };
  }

  #isNew(group: number, row: IssueRow): boolean {
    const services = row.services.map(({ family, region, laterality, levels }) =>
      [family, region, laterality, ...levels].join(' '),
    );
    // An issue with no service that is known is told by its words.
    const asked = services.length > 0 ? services.sort().join('\n') : row.request.toLowerCase();
    const key = wideHash(`${group}\t${asked}`);
    if (this.#counted.has(key)) return false;
    this.#counted.add(key);
    return true;
  }
}
