/**
 * Where a sentence of the letter's layout begins, found backwards from a place: the request line of an issue stands
 * right after the last sentence of the rationale before it.
 * In: a clean view and offsets of it. Not here: sentences of a summary, which `facts/` reads.
 */
import type { CleanView } from '../text/clean-view.js';

/** A request line is shorter than this; a search for its beginning looks no further back. */
export const LONGEST_REQUEST = 1000;

/** Words whose full stop ends no sentence: titles, counts and places in a book. Units end sentences often enough. */
const ABBREVIATION = /(?:^|[^A-Za-z])(?:[A-Za-z]|[A-Za-z]\.[A-Za-z]|No|Nos|Qty|Dr|Drs|Mr|Mrs|Ms|St|vs|approx|Inc|Vol|Fig|Sec|pp|etc)$/;
/** A number alone before its full stop numbers what follows: `2. Lumbar …`. */
const NUMBERING = /(?:^|[.!?:)"'] ?)\d{1,2}$/;

/** True for the first character of a line of the source, and for the first of the text. */
export function isLineStart(view: CleanView, offset: number): boolean {
  if (offset <= 0) return true;
  const { text } = view.source;
  for (let i = view.toSource(offset) - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 12) return true;
    if (code > 32) return false;
  }
  return true;
}

/**
 * The start of the sentence that ends at `end`, not before `floor`. Full stops inside parentheses end nothing.
 * @returns `floor` when no sentence ends between the two
 */
export function sentenceStart(view: CleanView, floor: number, end: number): number {
  const { text } = view;
  let depth = 0;
  for (let i = end - 1; i > floor; i--) {
    const character = text[i];
    if (character === ')') depth++;
    else if (character === '(') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === '.' || character === '!' || character === '?')) {
      const next = startAfter(text, i);
      if (next < end && endsSentence(view, floor, i, next)) return next;
    }
  }
  return floor;
}

/** Offset of what follows a full stop, closing quotes, parentheses and a space. */
function startAfter(text: string, stop: number): number {
  let next = stop + 1;
  while (next < text.length && /["')\]]/.test(text[next] as string)) next++;
  return text[next] === ' ' ? next + 1 : next;
}

function endsSentence(view: CleanView, floor: number, stop: number, next: number): boolean {
  const { text } = view;
  if (!/[A-Z0-9"(;]/.test(text[next] ?? '')) return false;
  const before = text.slice(Math.max(floor, stop - 12), stop);
  // `necessary.One (1) CT scan`: glued, as opposed to `7.5 mg` and `b.i.d.`
  if (text[next - 1] !== ' ' && next === stop + 1 && !(/[a-z]{3}$/.test(before) && /[A-Z]/.test(text[next] ?? ''))) return false;
  if (NUMBERING.test(before)) return false;
  return !ABBREVIATION.test(before) || isLineStart(view, next);
}
