/**
 * A part of a corpus (one service family, one year, or all): its counts, and the figures that they give.
 * Rows come one at a time.
 */
import type { IssueRow } from '../vocabulary/issue-row.js';
import { majorityCounts } from './baselines.js';
import {
  actualOf,
  balancedAccuracy,
  CELLS,
  CLASSES,
  type Counts,
  cellOf,
  correctOf,
  f1,
  kappa,
  macroF1,
  mcc,
  OUTCOMES,
  predictedOf,
  totalOf,
} from './confusion.js';
import { type LetterWeights, Replicates } from './resampling.js';
import { type Estimate, proportion } from './wilson.js';

/** One class of outcomes: of those predicted, of those determined, and both. */
export interface ClassFigures {
  readonly outcome: (typeof OUTCOMES)[number];
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly f1: Estimate;
}

/**
 * The figures of a part. All estimates but `coverage` and `overturned` are of the issues that have both an outcome
 * and a prediction.
 */
export interface SliceFigures {
  /** All issues, with and without an outcome or a prediction. */
  readonly issues: number;
  /** Issues whose letter states an outcome. */
  readonly known: number;
  /** Share of the issues with an outcome for which one was predicted. */
  readonly coverage: Estimate;
  readonly agreement: Estimate;
  readonly balancedAccuracy: Estimate;
  readonly macroF1: Estimate;
  readonly mcc: Estimate;
  readonly kappa: Estimate;
  /** Agreement of always predicting the commonest outcome of the slice's other issues. */
  readonly majority: Estimate;
  /** Share of the known outcomes that overturn, wholly or in part. */
  readonly overturned: Estimate;
  readonly classes: readonly ClassFigures[];
  /** By actual outcome (the classes, then none stated): the predicted classes, then undetermined. */
  readonly confusion: readonly (readonly number[])[];
  /** Issues with a finding beside `outcome-disagrees`. */
  readonly withFindings: number;
}

const WIDE = CLASSES + 1;

/** The counts of a part; some 18 kB whatever its size, most of it for the intervals. */
export class Slice {
  /** The compared issues by actual, then predicted outcome: see `Counts`. */
  readonly square = new Uint32Array(CELLS);
  readonly #table = new Uint32Array(WIDE * WIDE);
  readonly #replicates = new Replicates();
  #withFindings = 0;

  /** Counts an issue. @param weights those of its letter: see `letterWeights` */
  add(row: IssueRow, weights: LetterWeights): void {
    const { actual, predicted } = row;
    const down = actual === null ? CLASSES : OUTCOMES.indexOf(actual);
    const across = predicted === 'undetermined' ? CLASSES : OUTCOMES.indexOf(predicted);
    increase(this.#table, down * WIDE + across);
    if (row.findings.some((finding) => finding.code !== 'outcome-disagrees')) this.#withFindings += 1;
    if (actual === null || predicted === 'undetermined') return;
    const cell = cellOf(actual, predicted);
    increase(this.square, cell);
    this.#replicates.add(weights, cell);
  }

  /** Issues with an outcome, by class. */
  known(): number[] {
    return OUTCOMES.map((_, k) => this.#row(k).reduce((sum, count) => sum + count, 0));
  }

  /** Issues with an outcome for which one was predicted, by class. */
  compared(): number[] {
    return OUTCOMES.map((_, k) => actualOf(this.square, k));
  }

  /** The figures of what was counted so far. */
  figures(): SliceFigures {
    const { square } = this;
    const known = this.known();
    const knownTotal = sum(known);
    const compared = totalOf(square);
    const by = (measure: typeof kappa): Estimate => this.#replicates.estimate(measure, square);
    const majority = majorityCounts([{ known, compared: this.compared() }]);
    return {
      issues: sum(this.#table),
      known: knownTotal,
      coverage: proportion(compared, knownTotal),
      agreement: agreementEstimate(square),
      balancedAccuracy: by(balancedAccuracy),
      macroF1: by(macroF1),
      mcc: by(mcc),
      kappa: by(kappa),
      majority: agreementEstimate(majority),
      overturned: proportion(knownTotal - (known[0] ?? 0), knownTotal),
      classes: OUTCOMES.map((outcome, k) => ({
        outcome,
        precision: proportion(square[k * CLASSES + k] ?? 0, predictedOf(square, k)),
        recall: proportion(square[k * CLASSES + k] ?? 0, actualOf(square, k)),
        f1: by((counts) => f1(counts, k)),
      })),
      confusion: Array.from({ length: WIDE }, (_, row) => this.#row(row)),
      withFindings: this.#withFindings,
    };
  }

  #row(row: number): number[] {
    return [...this.#table.subarray(row * WIDE, (row + 1) * WIDE)];
  }
}

/** The agreement of a square of counts with its interval; of predictions as of what stands for them as a baseline. */
export function agreementEstimate(square: Counts): Estimate {
  return proportion(correctOf(square), totalOf(square));
}

const sum = (counts: Iterable<number>): number => {
  let total = 0;
  for (const count of counts) total += count;
  return total;
};

function increase(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
