/**
 * Whether a place of a clean view begins a line of its source: the view itself shows no line ends.
 * Not here: what a line that begins so may be (a heading, an item of a list).
 */
import type { CleanView } from './clean-view.js';

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
