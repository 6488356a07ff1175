/**
 * What a last word answers in the entry of a table: a `no` or `never` after a mark denies what stands before it, as
 * `none` does (`Spasm: no.`), and a `none`, `never` or `no` without a mark gets its colon (`acupuncture none, therapy 10
 * visits`; `Hoffmann no, gait normal`). A question with its answer is one sentence (`Any incontinence? A: No.`).
 * In: units. Out: units, with those words in the place of others. A `no` that goes on (`Plan: no surgery`) is left.
 */
import { insertedUnit, plays, readAs, type Unit, UnitKind } from './unit.js';

const BEFORE_ANSWER = /^[:=-]$/;

/**
 * The units with one word for each answer of one word that ends its entry, and with questions and their answers made one.
 * @param none the word as which all that deny are read
 */
export function withAnswers(read: readonly Unit[], none: string): readonly Unit[] {
  const units = withReplies(read, none);
  if (!units.some((_, i) => isAnswer(units, i))) return units;
  return units.flatMap((unit, i) => {
    if (!isAnswer(units, i)) return [unit];
    const answer = unit.word === none ? unit : readAs(unit, none);
    const isMarked = units[i - 1]?.kind !== UnitKind.Word;
    return isMarked ? [answer] : [insertedUnit(UnitKind.Mark, unit.start, ':'), answer];
  });
}

/** `Any trouble holding urine? A: None.` as `Any trouble holding urine: none`; what `Yes` answers loses its question mark. */
function withReplies(units: readonly Unit[], none: string): readonly Unit[] {
  if (!units.some((_, i) => replyTo(units, i) !== undefined)) return units;
  const joined: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    const at = replyTo(units, i);
    const reply = at === undefined ? undefined : units[at];
    if (at === undefined || !reply) joined.push(unit);
    else {
      if (plays(reply, 'reply-no'))
        joined.push(insertedUnit(UnitKind.Mark, unit.start, ':'), readAs(reply, none));
      i = at;
    }
  }
  return joined;
}

/** Where the one word stands that answers the question whose mark is at a place; undefined if none does. */
function replyTo(units: readonly Unit[], mark: number): number | undefined {
  if (units[mark]?.word !== '?') return undefined;
  const isLabelled =
    plays(units[mark + 1], 'answer-label') && BEFORE_ANSWER.test(units[mark + 2]?.word ?? '');
  const at = mark + (isLabelled ? 3 : 1);
  const isReply = plays(units[at], 'reply-no') || plays(units[at], 'reply-yes');
  return isReply && endsEntry(units[at + 1]) ? at : undefined;
}

function endsEntry(next: Unit | undefined): boolean {
  return next === undefined || next.kind === UnitKind.Break || next.word === ',';
}

function isAnswer(units: readonly Unit[], at: number): boolean {
  if (!plays(units[at], 'answer-no')) return false;
  const before = units[at - 1];
  // `he had none`, `the results were none`: the object or the rest of a sentence.
  const isAlone =
    before?.kind === UnitKind.Word ? !plays(before, 'before-object') : BEFORE_ANSWER.test(before?.word ?? '');
  return isAlone && endsEntry(units[at + 1]);
}
