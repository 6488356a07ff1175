/**
 * A `no` that ends the entry of a table denies what stands before it, as `none` does: `Spasm: no.`
 * In: units. Out: units, with that word in the place of the other. A `no` that goes on (`Plan: no surgery`) is left.
 */
import { type Unit, UnitKind } from '../language/unit.js';

const MARKS: ReadonlySet<string> = new Set([':', '-', '=']);

/** The units with `none` for each `no` between a mark and the end of its entry. */
export function withAnswers(units: readonly Unit[]): readonly Unit[] {
  return units.map((unit, i) => {
    if (unit.word !== 'no' || unit.kind !== UnitKind.Word || !isMark(units[i - 1], MARKS)) return unit;
    const next = units[i + 1];
    return next === undefined || next.kind === UnitKind.Break || next.word === ','
      ? { ...unit, word: 'none', written: 'none' }
      : unit;
  });
}

function isMark(unit: Unit | undefined, marks: ReadonlySet<string>): boolean {
  return unit?.kind === UnitKind.Mark && marks.has(unit.word);
}
