/**
 * A part of a letter with marks that lead to what rests on them. Marks may overlap: the text is cut at every end of
 * one, so that each piece knows all that lie on it. Line ends of the letter become spaces: it is to be read.
 */
import type { SourceText, Span } from '../../../text/source-text.js';
import { html, type Markup } from '../markup.js';

/** A place of the letter that something of the page rests on. */
export interface Mark extends Span {
  readonly kind: 'evidence' | 'finding' | 'cue';
  /** Id of this place, for links back; empty for cues. */
  readonly id: string;
  /** Where it leads, and the sign of that: the number of a criterion, `F1` for a finding. */
  readonly target: string;
  readonly sign: string;
  readonly title: string;
}

/**
 * @param span the part that is shown, in the offsets of the source
 * @param all marks of the letter; those that do not lie within the part whole are left out
 */
export function markedText(source: SourceText, span: Span, all: readonly Mark[]): Markup {
  const marks = all.filter(
    (mark) => mark.start >= span.start && mark.end <= span.end && mark.start < mark.end,
  );
  const ends = new Set([span.start, span.end, ...marks.flatMap((mark) => [mark.start, mark.end])]);
  const cuts = [...ends].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? span.start;
    const on = marks.filter((mark) => mark.start <= start && end <= mark.end);
    return pieceOf(source.text.slice(start, end).replace(/\s+/g, ' '), start, end, on);
  });
  return html`${pieces}`;
}

function pieceOf(text: string, start: number, end: number, on: readonly Mark[]): Markup {
  const links = on.filter((mark) => mark.kind !== 'cue');
  const isCue = on.length > links.length;
  const words = isCue ? html`<span class="cue">${text}</span>` : html`${text}`;
  const [first, ...more] = links;
  if (first === undefined) return words;
  const anchors = links.filter((mark) => mark.start === start && mark !== first);
  const ending = more.filter((mark) => mark.end === end);
  return html`${anchors.map((mark) => html`<span id="${mark.id}" tabindex="-1"></span>`)}${linkTo(first, words, first.start === start, first.end === end)}${ending.map((mark) => linkTo(mark, null, false, true))}`;
}

function linkTo(mark: Mark, words: Markup | null, isStart: boolean, isEnd: boolean): Markup {
  const id = isStart ? html` id="${mark.id}"` : null;
  const sign = isEnd ? html`<sup>${mark.sign}</sup>` : null;
  return html`<a class="${mark.kind}"${id} href="#${mark.target}" title="${mark.title}">${words}${sign}</a>`;
}
