/**
 * A text as it was read, and places in it.
 * Offsets are UTF-16 units from 0, lines and columns start at 1. A line ends at `\n`, `\r\n` or `\r`.
 * Texts that came from a PDF also know at which offset each page begins.
 * Not here: decoding bytes (`decode.ts`), mending the text (`clean-view.ts`).
 */

/** Half-open range of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people: 1-based line and column, and the page when the source has pages. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly page?: number;
}

/** Words of a text together with their place. INVARIANT: `text` is the source at `[start, end)`. */
export interface Quote extends Span, Point {
  readonly text: string;
}

/** A whole text. Immutable; line starts are looked for when the first place is asked for. */
export class SourceText {
  readonly name: string;
  readonly text: string;
  readonly #pageStarts: readonly number[];
  #lineStarts: readonly number[] | undefined;

  /**
   * @param name what people know the text by: a path, a record id
   * @param pageStarts ascending offsets at which pages begin; empty for texts without pages
   */
  constructor(name: string, text: string, pageStarts: readonly number[] = []) {
    this.name = name;
    this.text = text;
    this.#pageStarts = pageStarts;
  }

  /** Line, column (and page) of an offset; offsets past the end give the end. On a page, lines are counted from its top. */
  point(offset: number): Point {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.#lineOf(at);
    const column = at - (this.#starts()[line] ?? 0) + 1;
    if (this.#pageStarts.length === 0) return { line: line + 1, column };
    const page = Math.max(0, lastAtOrBefore(this.#pageStarts, at));
    const top = this.#lineOf(this.#pageStarts[page] ?? 0);
    return { line: line - top + 1, column, page: page + 1 };
  }

  /** The offset of a place, the other way round: `offsetOf(point(n))` is `n`; places past the end give the end. */
  offsetOf(point: Point): number {
    const top = point.page === undefined ? 0 : this.#lineOf(this.#pageStarts[point.page - 1] ?? 0);
    const start = this.#starts()[top + point.line - 1];
    if (start === undefined) return this.text.length;
    return Math.min(Math.max(start + point.column - 1, 0), this.text.length);
  }

  /** The words at a span, with their place. */
  quote(span: Span): Quote {
    return {
      text: this.text.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      ...this.point(span.start),
    };
  }

  #starts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }

  /** Index of the line that holds an offset. */
  #lineOf(offset: number): number {
    return lastAtOrBefore(this.#starts(), offset);
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    const isFeedNext = carriage < 0 || (feed >= 0 && feed <= carriage + 1);
    const start = (isFeedNext ? feed : carriage) + 1;
    starts.push(start);
    // Only what lies behind is looked for again, so that each character is looked at once.
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start);
  }
  return starts;
}

/** Index of the last entry that is not above `value`, or -1. */
function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
