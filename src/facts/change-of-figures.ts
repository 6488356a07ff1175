/**
 * Which way two figures go: the first and the last amount of a phrase, such as scores of two visits. In: units and a
 * range. Out: whether the last is more or less. Not here: what that means (sources of the lexicon say it with `change`).
 */
import { type Unit, UnitKind, type UnitRange } from '../language/unit.js';
import { isAmount } from './amounts.js';

/** `rise` in `from 4/10 to 8/10`, `fall` in `8/10, was 4/10`; null if they are the same, or not two. */
export function changeOfFigures({ from, to }: UnitRange, units: readonly Unit[]): 'rise' | 'fall' | null {
  const amounts = units.slice(from, to).filter(isAmount);
  const last = amounts.at(-1);
  // `from 4 to 8` is read as one range.
  const first = last?.kind === UnitKind.Range ? last : amounts[0];
  if (!first || !last || first.value === last.high) return null;
  return last.high > first.value ? 'rise' : 'fall';
}
