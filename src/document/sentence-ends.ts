/**
 * Where a sentence of the letter's layout begins, found backwards from a place: the request line of an issue stands
 * right after the last sentence of the rationale before it.
 * In: a clean view and offsets of it. Not here: sentences of a summary, which `facts/` reads.
 */
import type { CleanView } from '../text/clean-view.js';
import { isLineStart } from '../text/line-start.js';

/** A request line is shorter than this; a search for its beginning looks no further back. */
export const LONGEST_REQUEST = 1000;

/** Words whose full stop ends no sentence: initials and titles. Units end sentences often enough. */
const ABBREVIATION = /(?:^|[^A-Za-z])(?:[A-Za-z]|[A-Za-z]\.[A-Za-z]|Dr|Drs|Mr|Mrs|Ms|St|vs|Inc)$/;
/** Words whose full stop ends no sentence where a number follows: `no. 5`, `Qty. 30`. */
const COUNT = /(?:^|[^A-Za-z])(?:nos?|qty|approx|vol|fig|sec|pp?|pgs?)$/i;
/** A number alone before its full stop, which may number what follows: `2. Lumbar …`. */
const NUMBERING = /(?:^| |[.!?:)"'])(\d{1,2})$/;

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
  const following = text[next] ?? '';
  if (!/[A-Z0-9"(;]/.test(following)) return false;
  const before = text.slice(Math.max(floor, stop - 12), stop);
  // `necessary.One (1) CT scan`: glued, as opposed to `7.5 mg` and `b.i.d.`
  const isGlued = text[next - 1] !== ' ' && next === stop + 1;
  if (isGlued && !(/[a-z]{3}$/.test(before) && /[A-Z]/.test(following))) return false;
  const number = NUMBERING.exec(before)?.[1];
  if (number !== undefined && opensSentence(view, stop - number.length)) return true;
  if (COUNT.test(before) && /\d/.test(following)) return false;
  return !ABBREVIATION.test(before) || isLineStart(view, next);
}

/** True for an offset that begins a line, or follows the end of a sentence or label: where a number may stand. */
export function opensSentence(view: CleanView, offset: number): boolean {
  return isLineStart(view, offset) || /[.!?:)"'] ?$/.test(view.text.slice(Math.max(0, offset - 2), offset));
}
