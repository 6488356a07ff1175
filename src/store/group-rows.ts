/**
 * Tables that are all in the order of the letters, read side by side: for each letter its rows of every table.
 */
import type { Row } from './database.js';

/** Rows of one table, handed out letter by letter. The letter's number is the first column. */
export class LetterRowsReader {
  readonly #rows: AsyncIterator<Row>;
  #ahead: Row | undefined;

  private constructor(rows: AsyncIterator<Row>, first: Row | undefined) {
    this.#rows = rows;
    this.#ahead = first;
  }

  static async over(rows: AsyncIterable<Row>): Promise<LetterRowsReader> {
    const iterator = rows[Symbol.asyncIterator]();
    const { value, done } = await iterator.next();
    return new LetterRowsReader(iterator, done ? undefined : value);
  }

  /** The rows of a letter; letters are asked for in their order. */
  async take(letter: bigint): Promise<readonly Row[]> {
    const rows: Row[] = [];
    while (this.#ahead !== undefined && (this.#ahead[0] as bigint) <= letter) {
      rows.push(this.#ahead);
      const { value, done } = await this.#rows.next();
      this.#ahead = done ? undefined : value;
    }
    return rows;
  }
}
