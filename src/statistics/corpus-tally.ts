/**
 * Everything that is counted over a corpus, row by row: memory depends on the number of services, guidelines and
 * years, not on the number of letters. The order of the letters does not matter.
 * Not here: how figures are shown (`report/`); issues that are alike (`twins.ts`).
 */
import type { Finding } from '../vocabulary/decision.js';
import type { IssueRow } from '../vocabulary/issue-row.js';
import { categoryCounts, errorsAvoided, majorityCounts } from './baselines.js';
import { CLASSES, OUTCOMES } from './confusion.js';
import { categoryOf, DIMENSIONS, type Dimension, partsOf } from './dimensions.js';
import { Keyed } from './keyed.js';
import { type Cause, OpenIssues } from './open-issues.js';
import { type LetterWeights, letterWeights } from './resampling.js';
import { agreementEstimate, Slice, type SliceFigures } from './slice.js';
import type { Estimate } from './wilson.js';

/** What a way of predicting that reads no letter reaches on the same compared issues. */
export interface Baseline {
  readonly agreement: Estimate;
  /** Share of the baseline's errors that the predictions avoid; negative if they make more. */
  readonly errorsAvoided: number | null;
}

/** A criterion that settled decisions, with how many issues it settled and how those compare with the letters. */
export interface Decider {
  readonly rule: string;
  readonly criterion: string;
  /** Issues with a service that it was among the deciding criteria of; each counts once. */
  readonly issues: number;
  /** Of these, the issues whose prediction is the determination. */
  readonly agree: number;
  /** And those whose prediction is another; what is neither is not compared. */
  readonly disagree: number;
}

/** All figures of a corpus. An issue counts once in `overall`, and in `by` once in every part that it belongs to. */
export interface CorpusStatistics {
  /** Letters with at least one issue. */
  readonly letters: number;
  readonly overall: SliceFigures;
  readonly baselines: { readonly majority: Baseline; readonly perCategory: Baseline };
  readonly by: Readonly<Record<Dimension, readonly ({ readonly name: string } & SliceFigures)[]>>;
  /** Issues for which nothing is predicted. */
  readonly undetermined: number;
  /** What they wait for: see `OpenIssues`. */
  readonly causes: readonly Cause[];
  /** What decided, the criteria that settled most issues first. */
  readonly deciders: readonly Decider[];
  /** Commonest first; codes that no letter has are not listed. */
  readonly findings: readonly { readonly code: Finding['code']; readonly count: number }[];
}

/** Values of a dimension that are kept apart; each takes some 18 kB. */
const MOST_PARTS = 500;

/** Counts issues as they come and gives the figures at any time; see `CorpusStatistics`. */
export class CorpusTally {
  #letters = 0;
  #letter: string | null = null;
  #weights: LetterWeights = new Uint32Array();
  readonly #all = new Slice();
  readonly #parts = new Map(DIMENSIONS.map((one) => [one, new Keyed(() => new Slice(), MOST_PARTS)]));
  readonly #categories = new Keyed(() => ({ known: zeros(), compared: zeros() }));
  readonly #open = new OpenIssues();
  readonly #deciders = new Keyed(() => ({ issues: 0, agree: 0, disagree: 0 }));
  readonly #findings = new Keyed(() => ({ count: 0 }));

  /** Counts an issue. Rows of a letter come one after the other. */
  add(row: IssueRow): void {
    if (row.document !== this.#letter) {
      this.#letter = row.document;
      this.#weights = letterWeights(row.document);
      this.#letters += 1;
    }
    this.#all.add(row, this.#weights);
    for (const [dimension, slices] of this.#parts) {
      for (const part of partsOf(row, dimension)) slices.of(part).add(row, this.#weights);
    }
    this.#open.add(row);
    this.#addCategory(row);
    this.#addDeciders(row);
    for (const { code } of row.findings) this.#findings.of(code).count += 1;
  }

  /** The figures of what was counted so far; counting may go on. */
  statistics(): CorpusStatistics {
    const categories = [...this.#categories.values()];
    return {
      letters: this.#letters,
      overall: this.#all.figures(),
      baselines: {
        majority: this.#baseline(majorityCounts(categories)),
        perCategory: this.#baseline(categoryCounts(categories)),
      },
      by: Object.fromEntries(DIMENSIONS.map((one) => [one, this.#by(one)])) as CorpusStatistics['by'],
      undetermined: this.#open.undetermined,
      causes: this.#open.causes(),
      deciders: this.#deciders
        .entries()
        .map(([key, counts]) => {
          const [rule = '', criterion = ''] = key.split('\t');
          return { rule, criterion, ...counts };
        })
        .sort((a, b) => b.issues - a.issues),
      findings: this.#findings
        .entries()
        .map(([code, { count }]) => ({ code: code as Finding['code'], count }))
        .sort((a, b) => b.count - a.count),
    };
  }

  #addCategory(row: IssueRow): void {
    const { actual, predicted } = row;
    if (actual === null) return;
    const { known, compared } = this.#categories.of(categoryOf(row));
    const k = OUTCOMES.indexOf(actual);
    known[k] = (known[k] ?? 0) + 1;
    if (predicted !== 'undetermined') compared[k] = (compared[k] ?? 0) + 1;
  }

  #addDeciders(row: IssueRow): void {
    const keys = row.services.flatMap(({ rule, decidedBy }) =>
      rule === null ? [] : decidedBy.map((criterion) => `${rule}\t${criterion}`),
    );
    for (const key of new Set(keys)) {
      const count = this.#deciders.of(key);
      count.issues += 1;
      if (row.agreement === 'agree') count.agree += 1;
      if (row.agreement === 'disagree') count.disagree += 1;
    }
  }

  #baseline(square: readonly number[]): Baseline {
    return {
      agreement: agreementEstimate(square),
      errorsAvoided: errorsAvoided(this.#all.square, square),
    };
  }

  /** Years in order, all others by size. */
  #by(dimension: Dimension): readonly ({ readonly name: string } & SliceFigures)[] {
    const entries = this.#parts.get(dimension)?.entries() ?? [];
    const list = entries.map(([name, slice]) => ({ name, ...slice.figures() }));
    return dimension === 'year' ? list : list.sort((a, b) => b.issues - a.issues);
  }
}

function zeros(): number[] {
  return new Array<number>(CLASSES).fill(0);
}
