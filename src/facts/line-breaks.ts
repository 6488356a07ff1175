/**
 * Ends a sentence where a line of the source does: one that ends so far short of the width of the lines that the next
 * word had room on it, as in a list of findings or drugs, or under a heading. A short heading in capitals gets its colon.
 * In: a clean view and its units. Out: the units, with breaks. Not here: items that marks open (see `list-breaks.ts`).
 * A wrapped line of prose ends near the width; the last one of a paragraph mostly with a full stop, which ends it anyway.
 */
import { insertedUnit, type Unit, UnitKind } from '../language/unit.js';
import type { CleanView } from '../text/clean-view.js';
import { does } from './small-words.js';

/** A next word that reaches no further than this share of the width had room. */
const ROOM = 0.8;
/** A heading in capitals has at most this many units. */
const LONGEST_HEADING = 4;

/** What begins a line of its own; and marks that lines end with which go on. */
const OPENS_LINE = /^[A-Z0-9(]/;
const GOES_ON = /[,:;&/(+-]$/;

/** A line that is not blank: its span in the source without outer white space. */
interface Line {
  readonly start: number;
  readonly end: number;
}

/** The units with a break wherever a line ends early, and a colon for each heading in capitals. */
export function withLineBreaks(view: CleanView, units: readonly Unit[]): readonly Unit[] {
  const lines = linesOf(view);
  const width = widthOf(lines);
  const ends = new Set<number>();
  for (let i = 1; i < lines.length; i++) {
    const next = lines[i] as Line;
    if (!endsEarly(lines[i - 1] as Line, next, width, view.source.text)) continue;
    const at = unitAt(view, units, next.start);
    const last = units[at - 1];
    if (last && last.kind !== UnitKind.Break && !does(last, 'line-goes-on')) ends.add(at);
  }
  if (ends.size === 0) return units;
  const starts = new Set(lines.map(({ start }) => start));
  return units.flatMap((unit, i) => {
    if (!ends.has(i)) return [unit];
    const isHeading = headingBefore(view, units, i, starts);
    return [
      ...(isHeading ? [insertedUnit(UnitKind.Mark, unit.start, ':')] : []),
      insertedUnit(UnitKind.Break, unit.start, ''),
      unit,
    ];
  });
}

/** How wide lines are: but for one in ten, that a longer line among wrapped ones does not make them all end early. */
function widthOf(lines: readonly Line[]): number {
  const widths = lines.map(({ start, end }) => end - start).sort((a, b) => a - b);
  return widths[Math.ceil(0.9 * widths.length) - 1] ?? 0;
}

function linesOf(view: CleanView): readonly Line[] {
  const from = view.toSource(0);
  const text = view.source.text.slice(from, view.toSource(view.text.length));
  const lines: Line[] = [];
  for (const found of text.matchAll(/[^\r\n\f]+/g)) {
    const line = found[0].trimEnd();
    const start = from + found.index + (line.length - line.trimStart().length);
    if (start < from + found.index + line.length)
      lines.push({ start, end: from + found.index + line.length });
  }
  return lines;
}

function endsEarly(line: Line, next: Line, width: number, text: string): boolean {
  const following = text.slice(next.start, next.end);
  if (!OPENS_LINE.test(following)) return false;
  const word = following.search(/\s/);
  const taken = line.end - line.start + 1 + (word < 0 ? following.length : word);
  return taken <= width * ROOM && !GOES_ON.test(text.slice(line.start, line.end));
}

/** Index of the first unit that begins at a source offset or after it. */
function unitAt(view: CleanView, units: readonly Unit[], offset: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.toSource((units[middle] as Unit).start) < offset) low = middle + 1;
    else high = middle;
  }
  return low < units.length ? low : -1;
}

/** True if the line that ends before a unit is a few words in capitals: `PRIOR CARE`. */
function headingBefore(
  view: CleanView,
  units: readonly Unit[],
  at: number,
  starts: ReadonlySet<number>,
): boolean {
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_HEADING); i--) {
    const unit = units[i] as Unit;
    const word = view.text.slice(unit.start, unit.end);
    if (unit.kind !== UnitKind.Word || word !== word.toUpperCase()) return false;
    if (starts.has(view.toSource(unit.start))) return at - i > 1 || word.length > 2;
  }
  return false;
}
