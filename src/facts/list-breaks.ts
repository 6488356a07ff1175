/**
 * Ends a sentence where the next item of a list begins: a line of the source that opens with a dash or an asterisk.
 * The short heading line right above such items (`Right knee`) is a sentence of its own as well.
 * A wrapped line of prose may begin with a dash by chance, so a text needs three such lines before any counts.
 * In: a clean view and its units. Out: the units, with breaks. Bullets (`•`) are semicolons in the view already.
 */
import { insertedUnit, type Unit, UnitKind } from '../language/unit.js';
import type { CleanView } from '../text/clean-view.js';
import { isLineStart } from '../text/line-start.js';

/** A text with fewer marked lines has no list. */
const FEWEST_ITEMS = 3;
/** A heading line has at most this many units. */
const LONGEST_HEADING = 5;
const ITEM_MARKS: ReadonlySet<string> = new Set(['-', '*']);

/** The units with a break for the mark of each item, and one before each heading of items. */
export function withListBreaks(view: CleanView, units: readonly Unit[]): readonly Unit[] {
  const items = new Set<number>();
  units.forEach((unit, i) => {
    if (unit.kind === UnitKind.Mark && ITEM_MARKS.has(unit.word) && isLineStart(view, unit.start))
      items.add(i);
  });
  if (items.size < FEWEST_ITEMS) return units;
  const headings = new Set([...items].map((item) => headingBefore(view, units, item)));
  return units.flatMap((unit, i) => {
    if (items.has(i)) return [{ ...unit, kind: UnitKind.Break }];
    return headings.has(i) ? [insertedUnit(UnitKind.Break, unit.start, ''), unit] : [unit];
  });
}

/** Index of the unit that begins the heading line above an item; -1 where the line above is none. */
function headingBefore(view: CleanView, units: readonly Unit[], item: number): number {
  for (let i = item - 1; i >= Math.max(0, item - LONGEST_HEADING); i--) {
    const unit = units[i] as Unit;
    if (unit.kind !== UnitKind.Word) return -1;
    if (isLineStart(view, unit.start)) return /[A-Z]/.test(view.text[unit.start] ?? '') ? i : -1;
  }
  return -1;
}
