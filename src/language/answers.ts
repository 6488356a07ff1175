/**
 * A `no` that ends the entry of a table denies what stands before it, as `none` does: `Spasm: no.`
 * In: units. Out: units, with that word in the place of the other. A `no` that goes on (`Plan: no surgery`) is left.
 */
import { readAs, type Unit, UnitKind } from './unit.js';

const BEFORE_ANSWER = /^[:=-]$/;

/** The units with `none` for each `no` between a mark and the end of its entry. */
export function withAnswers(units: readonly Unit[]): readonly Unit[] {
  return units.map((unit, i) => (isAnswer(units, i) ? readAs(unit, 'none') : unit));
}

function isAnswer(units: readonly Unit[], at: number): boolean {
  if (units[at]?.word !== 'no' || !BEFORE_ANSWER.test(units[at - 1]?.word ?? '')) return false;
  const next = units[at + 1];
  return next === undefined || next.kind === UnitKind.Break || next.word === ',';
}
