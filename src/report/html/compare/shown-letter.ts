/**
 * A letter that a page shows: as it was taken apart, and what was made of it.
 */
import type { ImrDocument } from '../../../document/imr-document.js';
import type { LetterResult } from '../../../vocabulary/letter-result.js';

/** Both halves are of the same letter: places of the result are places of the document's source. */
export interface ShownLetter {
  readonly document: ImrDocument;
  readonly result: LetterResult;
}
