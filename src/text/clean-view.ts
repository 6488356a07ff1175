/**
 * A part of a text made readable: runs of white space become one space, page breaks vanish, ligatures and
 * typographic quotes and dashes become plain, a word or date cut at its hyphen by a line end is joined again.
 * Every offset of the view maps back to the source.
 * Not here: how the view is made (`view-builder.ts`); what the text means.
 */
import type { SourceText, Span } from './source-text.js';
import { buildView, type Runs } from './view-builder.js';

/** The readable text of a span. Offsets of the view are UTF-16 units, as those of the source. */
export class CleanView {
  readonly source: SourceText;
  readonly text: string;
  readonly #runs: Runs;

  private constructor(source: SourceText, text: string, runs: Runs) {
    this.source = source;
    this.text = text;
    this.#runs = runs;
  }

  /** The clean view of a span of a source (the whole source if none is given). */
  static of(source: SourceText, span: Span = { start: 0, end: source.text.length }): CleanView {
    // A slice of its own, so that a search for the next odd place never runs past the span.
    const { text, runs } = buildView(source.text.slice(span.start, span.end), span.start);
    return new CleanView(source, text, runs);
  }

  /** The source offset of the character at a view offset. */
  toSource(offset: number): number {
    const { views, sources, end } = this.#runs;
    if (offset >= this.text.length) return end;
    const at = Math.max(offset, 0);
    let low = 0;
    let high = views.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((views[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    const source = sources[low - 1] ?? end;
    return source < 0 ? ~source : source + at - (views[low - 1] ?? 0);
  }

  /** The source span of a view span: ends right after the last character that the view shows. */
  span(start: number, end: number): Span {
    const raw = this.source.text;
    let from = this.toSource(start);
    // A surrogate pair or a ligature stands for one place in the source; never cut it.
    if (isLowSurrogate(raw.charCodeAt(from)) && isHighSurrogate(raw.charCodeAt(from - 1))) from--;
    if (end <= start) return { start: from, end: from };
    let stop = this.toSource(end - 1) + 1;
    if (isHighSurrogate(raw.charCodeAt(stop - 1)) && isLowSurrogate(raw.charCodeAt(stop))) stop++;
    return { start: from, end: stop };
  }
}

function isHighSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xd800;
}

function isLowSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}
