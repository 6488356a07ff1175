/**
 * What a last word answers in the entry of a table: a `no` or `never` after a mark denies what stands before it, as
 * `none` does (`Spasm: no.`), and a `none`, `never` or `no` without a mark gets its colon (`acupuncture none, therapy 10
 * visits`; `Hoffmann no, gait normal`).
 * In: units. Out: units, with those words in the place of others. A `no` that goes on (`Plan: no surgery`) is left.
 */
import { insertedUnit, readAs, type Unit, UnitKind } from './unit.js';

const BEFORE_ANSWER = /^[:=-]$/;
const AFTER_MARK = /^(?:no|never)$/;
const WITHOUT_MARK = /^(?:none|never|no)$/;
/** After these an answer is the object or the rest of a sentence: `he had none`, `the results were none`. */
const GOES_ON =
  /^(?:and|or|but|of|with|had|has|have|is|was|are|were|be|been|to|almost|that|than|say|says|said|answer|answers|answered|replied)$/;

/** The units with `none` for each answer of one word that ends its entry. */
export function withAnswers(units: readonly Unit[]): readonly Unit[] {
  if (!units.some((_, i) => isAnswer(units, i))) return units;
  return units.flatMap((unit, i) => {
    if (!isAnswer(units, i)) return [unit];
    const none = unit.word === 'none' ? unit : readAs(unit, 'none');
    const isMarked = units[i - 1]?.kind !== UnitKind.Word;
    return isMarked ? [none] : [insertedUnit(UnitKind.Mark, unit.start, ':'), none];
  });
}

function isAnswer(units: readonly Unit[], at: number): boolean {
  const word = units[at]?.word ?? '';
  const before = units[at - 1];
  const isOne =
    before?.kind === UnitKind.Word
      ? WITHOUT_MARK.test(word) && !GOES_ON.test(before.word)
      : AFTER_MARK.test(word) && BEFORE_ANSWER.test(before?.word ?? '');
  if (!isOne) return false;
  const next = units[at + 1];
  return next === undefined || next.kind === UnitKind.Break || next.word === ',';
}
