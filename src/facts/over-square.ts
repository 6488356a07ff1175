/**
 * A number that a phrase gives in two parts, the one over the square of the other: a weight over a squared height.
 * In: the units of a phrase, and what one of each unit of measure comes to. Out: the quotient, to one decimal.
 */
import { type Unit, UnitKind } from '../language/unit.js';
import type { OverSquare } from '../vocabulary/lexicon.js';

/** The quotient of the amounts in a range of units; null if one of the two is not given. */
export function overSquareIn(
  from: number,
  to: number,
  units: readonly Unit[],
  measures: OverSquare,
): number | null {
  let above = 0;
  let below = 0;
  let openTo = -1;
  for (let i = from; i < to; i++) {
    const unit = units[i];
    if (unit?.kind !== UnitKind.Number) continue;
    const at = units[i + 1]?.word === '-' ? i + 2 : i + 1;
    const word = at < to ? (units[at]?.word ?? '') : '';
    above += unit.value * (measures.of[word] ?? 0);
    // `5 feet 3`: what follows without a measure of its own goes on with the one before.
    const measure = measures.by[word] ?? (i === openTo && !(word in measures.of) ? measures.bare : 0);
    below += unit.value * (measure ?? 0);
    openTo = word in measures.by ? at + 1 : -1;
  }
  return above > 0 && below > 0 ? Math.round((above / below ** 2) * 10) / 10 : null;
}
