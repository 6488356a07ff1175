/**
 * What a last word answers in the entry of a table: a `no` or `never` after a mark denies what stands before it, as
 * `none` does (`Spasm: no.`), and a `none`, `never` or `no` without a mark gets its colon (`acupuncture none, therapy 10
 * visits`; `Hoffmann no, gait normal`). A question with its answer is one sentence (`Any incontinence? A: No.`).
 * In: units. Out: units, with those words in the place of others. A `no` that goes on (`Plan: no surgery`) is left.
 */
import { insertedUnit, readAs, type Unit, UnitKind } from './unit.js';

const BEFORE_ANSWER = /^[:=-]$/;
const AFTER_MARK = /^(?:no|never)$/;
const WITHOUT_MARK = /^(?:none|never|no)$/;
/** After these an answer is the object or the rest of a sentence: `he had none`, `the results were none`. */
const GOES_ON =
  /^(?:and|or|but|of|with|had|has|have|is|was|are|were|be|been|to|almost|that|than|say|says|said|answer|answers|answered|replied)$/;

/** What says that an answer follows: `A: none`. */
const ANSWER_LABEL = /^(?:a|ans|answer|reply|response)$/;
const REPLY_NO = /^(?:no|none|never|denied|denies|negative|nope)$/;
const REPLY_YES = /^(?:yes|yeah|positive)$/;

/** The units with `none` for each answer of one word that ends its entry, and with questions and their answers made one. */
export function withAnswers(read: readonly Unit[]): readonly Unit[] {
  const units = withReplies(read);
  if (!units.some((_, i) => isAnswer(units, i))) return units;
  return units.flatMap((unit, i) => {
    if (!isAnswer(units, i)) return [unit];
    const none = unit.word === 'none' ? unit : readAs(unit, 'none');
    const isMarked = units[i - 1]?.kind !== UnitKind.Word;
    return isMarked ? [none] : [insertedUnit(UnitKind.Mark, unit.start, ':'), none];
  });
}

/** `Any trouble holding urine? A: None.` as `Any trouble holding urine: none`; what `Yes` answers loses its question mark. */
function withReplies(units: readonly Unit[]): readonly Unit[] {
  if (!units.some((_, i) => replyTo(units, i) !== undefined)) return units;
  const joined: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    const at = replyTo(units, i);
    const reply = at === undefined ? undefined : units[at];
    if (at === undefined || !reply) joined.push(unit);
    else {
      if (REPLY_NO.test(reply.word))
        joined.push(insertedUnit(UnitKind.Mark, unit.start, ':'), readAs(reply, 'none'));
      i = at;
    }
  }
  return joined;
}

/** Where the one word stands that answers the question whose mark is at a place; undefined if none does. */
function replyTo(units: readonly Unit[], mark: number): number | undefined {
  if (units[mark]?.word !== '?') return undefined;
  const isLabelled =
    ANSWER_LABEL.test(units[mark + 1]?.word ?? '') && BEFORE_ANSWER.test(units[mark + 2]?.word ?? '');
  const at = mark + (isLabelled ? 3 : 1);
  const word = units[at]?.word ?? '';
  return (REPLY_NO.test(word) || REPLY_YES.test(word)) && endsEntry(units[at + 1]) ? at : undefined;
}

function endsEntry(next: Unit | undefined): boolean {
  return next === undefined || next.kind === UnitKind.Break || next.word === ',';
}

function isAnswer(units: readonly Unit[], at: number): boolean {
  const word = units[at]?.word ?? '';
  const before = units[at - 1];
  const isOne =
    before?.kind === UnitKind.Word
      ? WITHOUT_MARK.test(word) && !GOES_ON.test(before.word)
      : AFTER_MARK.test(word) && BEFORE_ANSWER.test(before?.word ?? '');
  if (!isOne) return false;
  return endsEntry(units[at + 1]);
}
