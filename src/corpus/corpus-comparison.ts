/**
 * A whole corpus, letter by letter: what is counted, which findings are new, which issues are alike or repeated, and
 * which are shown. Memory depends on the bounds, not on the number of letters (but for `dedupe`, which must remember
 * every letter, in some hundred bytes).
 * Not here: reading letters, printing.
 */
import { type CorpusStatistics, CorpusTally } from '../statistics/corpus-tally.js';
import { Sample } from '../statistics/sample.js';
import { type TwinFigures, Twins } from '../statistics/twins.js';
import type { Finding } from '../vocabulary/decision.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import type { AcceptedFinding, AcceptedFindings } from './accepted-findings.js';
import { type RepeatFigures, Repeats } from './repeats.js';

/** What the comparison takes of one letter: plain data, so that it can come from another thread or out of a store. */
export interface ComparedLetter {
  readonly document: string;
  readonly rows: readonly IssueRow[];
  /** Of the case summary; null where it is too short to tell, or nobody asks. */
  readonly signature: Uint32Array | null;
}

/** What of a corpus is counted and shown. */
export interface ComparisonOptions {
  /** Count the same request in nearly the same letter once. */
  readonly dedupe: boolean;
  /** Issues and twins that are shown at most. */
  readonly samples: number;
  readonly twins: number;
  /** The codes of findings that are looked at; null for all. */
  readonly codes: ReadonlySet<string> | null;
}

/** One finding with what it belongs to. */
export interface FoundFinding {
  readonly row: IssueRow;
  readonly finding: Finding;
  readonly isAccepted: boolean;
}

/** How often one code was found, accepted ones included. */
export interface FindingFigures {
  readonly code: Finding['code'];
  readonly count: number;
  readonly accepted: number;
}

/** Everything that a comparison says of a corpus as a whole. */
export interface CorpusResult {
  readonly statistics: CorpusStatistics;
  /** Of every letter, repeated ones too; the most frequent code first. */
  readonly findings: readonly FindingFigures[];
  /** Accepted findings that are none any more. */
  readonly stale: readonly AcceptedFinding[];
  readonly twins: TwinFigures;
  /** Null unless repeated letters were looked for. */
  readonly repeats: RepeatFigures | null;
  /** Issues that are shown, of how many. */
  readonly sample: { readonly shown: readonly IssueRow[]; readonly of: number };
}

/** One run over a corpus: letters in, figures out. */
export class CorpusComparison {
  readonly #options: ComparisonOptions;
  readonly #accepted: AcceptedFindings;
  readonly #tally = new CorpusTally();
  readonly #twins = new Twins();
  readonly #repeats: Repeats | null;
  readonly #sample: Sample;
  readonly #findings = new Map<Finding['code'], { count: number; accepted: number }>();

  constructor(options: ComparisonOptions, accepted: AcceptedFindings) {
    this.#options = options;
    this.#accepted = accepted;
    this.#repeats = options.dedupe ? new Repeats() : null;
    this.#sample = new Sample(options.samples);
  }

  /** Takes a letter in, and gives its findings. Letters come in the order of the input. */
  add({ document, rows, signature }: ComparedLetter): readonly FoundFinding[] {
    this.#accepted.read(document);
    const looked = rows.map((row) => this.#withCodes(row));
    const counted = this.#repeats === null ? looked : this.#repeats.keep(looked, signature);
    for (const row of counted) {
      this.#tally.add(row);
      this.#twins.add(row);
      this.#sample.add(row);
    }
    return looked.flatMap((row) => row.findings.map((finding) => this.#found(row, finding)));
  }

  /** May be asked at any time; says what was counted so far. */
  result(): CorpusResult {
    const findings = [...this.#findings].map(([code, counts]) => ({ code, ...counts }));
    return {
      statistics: this.#tally.statistics(),
      findings: findings.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
      stale: this.#accepted.stale(),
      twins: this.#twins.figures(this.#options.twins),
      repeats: this.#repeats?.figures() ?? null,
      sample: this.#sample.rows(),
    };
  }

  #withCodes(row: IssueRow): IssueRow {
    const { codes } = this.#options;
    if (codes === null) return row;
    return { ...row, findings: row.findings.filter((finding) => codes.has(finding.code)) };
  }

  #found(row: IssueRow, finding: Finding): FoundFinding {
    const isAccepted = this.#accepted.accepts(row, finding);
    const counts = this.#findings.get(finding.code) ?? { count: 0, accepted: 0 };
    this.#findings.set(finding.code, counts);
    counts.count += 1;
    if (isAccepted) counts.accepted += 1;
    return { row, finding, isAccepted };
  }
}
