/**
 * Intervals of figures that are no plain proportions (F1, balanced accuracy, MCC, kappa), by the bootstrap (Efron 1979)
 * over letters, since issues of one letter are not independent.
 * In one pass and constant memory: every letter counts Poisson(1) times in every replicate (Hanley and MacGibbon 2006;
 * Chamandy et al. 2012). How often is a function of the letter's name, so the replicates are the same in every run,
 * whatever the order.
 */
import { CELLS, type Counts, type Measure, totalOf } from './confusion.js';
import { hashText, mix } from './hash.js';
import type { Estimate } from './wilson.js';

/** How many times the corpus is resampled. A multiple of four: four counts share a word. */
export const REPLICATES = 400;
/** A replicate in which the figure does not exist says nothing; with fewer left than this share there is no interval. */
const LEAST_SHARE = 0.5;
const TAIL = 0.025;
/** Resamples of fewer issues are too much alike to say anything: no interval is better than a narrow one. */
const LEAST_COUNT = 10;

/** Upper ends of the counts 0, 1, 2 … of the Poisson distribution of mean 1, as 32-bit numbers. */
const POISSON = poissonEnds();

function poissonEnds(): Uint32Array {
  const ends: number[] = [];
  let chance = Math.exp(-1);
  let sum = 0;
  for (let k = 0; k < 10; k++) {
    sum += chance;
    ends.push(Math.min(0xffffffff, Math.round(sum * 2 ** 32)));
    chance /= k + 1;
  }
  return Uint32Array.from(ends);
}

/** How often a letter counts in each replicate: a byte for each, four of them in a word. */
export type LetterWeights = Uint32Array<ArrayBuffer>;

/** How often a letter counts in each replicate, packed four to a number: Poisson(1), drawn from its name. */
export function letterWeights(letter: string): LetterWeights {
  const seed = hashText(letter);
  const other = hashText(letter, 0x9e3779b9);
  const weights = new Uint8Array(REPLICATES);
  for (let i = 0; i < REPLICATES; i++) weights[i] = poisson(mix(seed ^ mix(other + i)));
  return new Uint32Array(weights.buffer);
}

const TABLE_SHIFT = 20;
const BETWEEN = 0xff;
/** The count by the first bits of a number, where they tell: chance cannot be foreseen, so a comparison costs more. */
const BY_FIRST_BITS = Uint8Array.from({ length: 2 ** (32 - TABLE_SHIFT) }, (_, bits) => {
  const count = countOf(bits * 2 ** TABLE_SHIFT);
  return count === countOf((bits + 1) * 2 ** TABLE_SHIFT - 1) ? count : BETWEEN;
});

function poisson(uniform: number): number {
  const count = BY_FIRST_BITS[uniform >>> TABLE_SHIFT] as number;
  return count === BETWEEN ? countOf(uniform) : count;
}

function countOf(uniform: number): number {
  let k = 0;
  while (k < POISSON.length && uniform >= (POISSON[k] as number)) k += 1;
  return k;
}

const WORDS = REPLICATES / 4;
/** A weight is never above the length of the table, so that the sum of so many has room in a byte. */
const MOST_IN_BYTES = Math.floor(0xff / POISSON.length);

/** The counts of every replicate. */
export class Replicates {
  /** Cell by cell, all replicates of one side by side: an issue adds to one cell of each. */
  readonly #counts = new Uint32Array(CELLS * REPLICATES);
  /** What is not in the counts yet: words of four bytes like the weights, so that one addition does for four. */
  readonly #waiting = new Uint32Array(CELLS * WORDS);
  /** Issues that wait, of each cell. */
  readonly #waits = new Uint8Array(CELLS);

  /** Counts an issue of a letter. @param cell as `cellOf` gives it */
  add(weights: LetterWeights, cell: number): void {
    const waiting = this.#waiting;
    const from = cell * WORDS;
    for (let i = 0; i < WORDS; i++) {
      waiting[from + i] = (waiting[from + i] as number) + (weights[i] as number);
    }
    const waits = (this.#waits[cell] as number) + 1;
    this.#waits[cell] = waits;
    if (waits === MOST_IN_BYTES) this.#countCell(cell);
  }

  #countCell(cell: number): void {
    const counts = this.#counts;
    const from = cell * REPLICATES;
    const waiting = new Uint8Array(this.#waiting.buffer, from, REPLICATES);
    for (let i = 0; i < REPLICATES; i++) {
      counts[from + i] = (counts[from + i] as number) + (waiting[i] as number);
    }
    waiting.fill(0);
    this.#waits[cell] = 0;
  }

  #counted(): Uint32Array {
    for (let cell = 0; cell < CELLS; cell++) if ((this.#waits[cell] as number) > 0) this.#countCell(cell);
    return this.#counts;
  }

  /** The percentile interval, widened to hold the estimate where few letters left it aside. */
  estimate(measure: Measure, counts: Counts): Estimate {
    const value = measure(counts);
    const n = totalOf(counts);
    if (value === null || n < LEAST_COUNT) return { value, low: null, high: null, n };
    const counted = this.#counted();
    const values: number[] = [];
    const replicate = new Uint32Array(CELLS);
    for (let i = 0; i < REPLICATES; i++) {
      for (let cell = 0; cell < CELLS; cell++) replicate[cell] = counted[cell * REPLICATES + i] as number;
      const one = measure(replicate);
      if (one !== null) values.push(one);
    }
    if (values.length < REPLICATES * LEAST_SHARE) return { value, low: null, high: null, n };
    values.sort((a, b) => a - b);
    const end = (share: number): number => values[Math.round(share * (values.length - 1))] as number;
    return { value, low: Math.min(value, end(TAIL)), high: Math.max(value, end(1 - TAIL)), n };
  }
}
