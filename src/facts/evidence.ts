/**
 * Which words of the text a statement rests on: from the first to the last of the mention, its cues, its date and its
 * place, as one quote that people can read.
 */
import type { Unit, UnitRange } from '../language/unit.js';
import type { Span } from '../text/source-text.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import type { CueMatch } from './sentence.js';
import type { Statement } from './statements.js';

/** A quote longer than this points at nothing in particular. */
export const LONGEST_QUOTE = 300;

/** True if another event stands between a mention and the word that says that it was done: that word is quoted with the other. */
function isBeyondEvent(cue: CueMatch, { sentence, from }: Mention): boolean {
  const saysDone =
    cue.entry.meaning === 'done' || cue.entry.meaning === 'historical' || cue.entry.meaning === 'current';
  return (
    saysDone &&
    sentence.concepts.some(
      ({ entry, from: start, to }) => entry.kind === 'event' && start >= cue.to && to <= from,
    )
  );
}

/** From the first to the last word that the statement rests on; the mention alone when that would be too long to read. */
export function evidenceSpan(mention: Mention, statement: Statement, scan: Scan): Span {
  let { from, to } = mention;
  const takeIn = (words: UnitRange | null | undefined): void => {
    if (!words) return;
    from = Math.min(from, words.from);
    to = Math.max(to, words.to);
  };
  for (const cue of mention.cues)
    if (cue.entry.direction !== 'section' && !isBeyondEvent(cue, mention)) takeIn(cue);
  takeIn(statement.units);
  takeIn(mention.dateWords);
  for (const words of placeAfter(mention)) takeIn(words);
  const span = quoteSpan(from, to, scan);
  return span.end - span.start <= LONGEST_QUOTE ? span : quoteSpan(mention.from, mention.to, scan);
}

/** How far after a test's result the words of its place may stand. */
const NEAR_PLACE = 8;

/** Side, region and level said after the result of a test: `decreased over the left calf`. */
function placeAfter({ concept, sentence, cues, to, zone }: Mention): readonly UnitRange[] {
  if (concept.kind !== 'test') return [];
  const from = Math.max(to, ...cues.map((cue) => cue.to));
  return sentence.attributes.filter(
    (one) => one.from >= from && one.to <= Math.min(zone.to, from + NEAR_PLACE) && one.entry.type !== 'unit',
  );
}

/** The source span of a half-open range of units. */
export function quoteSpan(from: number, to: number, scan: Scan): Span {
  const first = scan.units[from] as Unit;
  const last = scan.units[Math.max(from, to - 1)] as Unit;
  return scan.view.span(first.start, last.end);
}
