/**
 * Tables that are all in the order of the letters, read side by side: for each letter its rows of every table.
 * What is waited for is a few thousand rows at once, never a single row: there are millions of them.
 */
import type { Row } from './database.js';

/** The rows of one table that belong to a run of letters, handed out letter by letter. */
export class LetterRows {
  readonly #rows: readonly Row[];
  #at = 0;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  /** The rows of a letter; letters are asked for in their order. */
  take(letter: number): readonly Row[] {
    const from = this.#at;
    while (this.#at < this.#rows.length && numberOf(this.#rows[this.#at]) <= letter) this.#at += 1;
    return this.#rows.slice(from, this.#at);
  }
}

/** One table. The letter's number is the first column. */
export class LetterRowsReader {
  readonly #chunks: AsyncIterator<readonly Row[]>;
  #ahead: readonly Row[] = [];

  constructor(chunks: AsyncIterable<readonly Row[]>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** All rows up to those of a letter that were not given yet. */
  async through(letter: number): Promise<LetterRows> {
    let rows = this.#ahead;
    while (rows.length === 0 || numberOf(rows.at(-1)) <= letter) {
      const { value, done } = await this.#chunks.next();
      if (done) break;
      rows = rows.length === 0 ? value : [...rows, ...value];
    }
    const end = endOf(rows, letter);
    this.#ahead = rows.slice(end);
    return new LetterRows(rows.slice(0, end));
  }
}

/** How many rows are of letters up to one. */
function endOf(rows: readonly Row[], letter: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(rows[middle]) <= letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

const numberOf = (row: Row | undefined): number => row?.[0] as number;
