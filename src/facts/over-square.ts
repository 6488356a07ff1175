/**
 * A number that a phrase gives in two parts, the one over the square of the other: a weight over a squared height.
 * In: the units of a phrase, and what one of each unit of measure comes to. Out: the quotient, to one decimal.
 */
import { type Unit, UnitKind } from '../language/unit.js';
import type { OverSquare } from '../vocabulary/lexicon.js';
import { does } from './small-words.js';

/** The word that leads to a number: `weight 250`, `weight is 250`, `wt: 250`. */
function leaderOf(i: number, units: readonly Unit[]): string {
  const isWord =
    units[i - 1]?.word === ':' || does(units[i - 1], 'auxiliary') || does(units[i - 1], 'partitive');
  return units[isWord ? i - 2 : i - 1]?.word ?? '';
}

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
    above += unit.value * (measures.of[word] ?? measures['of-led-by']?.[leaderOf(i, units)] ?? 0);
    // `5 feet 3`: what follows without a measure of its own goes on with the one before.
    const measure = measures.by[word] ?? (i === openTo && !(word in measures.of) ? measures.bare : 0);
    below += unit.value * (measure ?? 0);
    openTo = word in measures.by ? at + 1 : -1;
  }
  return above > 0 && below > 0 ? Math.round((above / below ** 2) * 10) / 10 : null;
}
