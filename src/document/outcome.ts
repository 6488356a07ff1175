/**
 * The words in which letters state an outcome, and what they mean: `Upheld`, `Overturned in part`,
 * `is not medically necessary and appropriate`.
 * In: clean text. Out: outcomes with their place. Not here: which issue an outcome belongs to.
 */
import { formPattern } from '../language/form-pattern.js';
import type { Outcome } from '../vocabulary/decision.js';
import type { LetterLayout } from '../vocabulary/letter-layout.js';

/** An outcome statement in clean text; offsets are those of the text. */
export interface OutcomeMark {
  readonly outcome: Outcome;
  /** Where the statement begins, lead-in included: the colon of `: Upheld`, the space of ` is not …`. */
  readonly from: number;
  /** The outcome words themselves. */
  readonly start: number;
  readonly end: number;
}

/** What outcomes are found and read with; the global ones are for `matchAll` alone. */
export interface OutcomeForm {
  /** A value at the very end of a heading, with or without a colon before it; its lead-in, then its words. */
  readonly atEnd: RegExp;
  /** `is not medically necessary and appropriate`, anywhere in prose or at the end of a heading. Global. */
  readonly sentence: RegExp;
  /** A colon and a value that no sentence goes on from: `spine: Upheld Claims`. Global. */
  readonly afterColon: RegExp;
  /** Prose that a colon value may follow without being a request: `the final decision: Upheld`. */
  readonly proseBefore: RegExp;
  readonly upheld: RegExp;
  readonly overturned: RegExp;
  readonly partly: RegExp;
  readonly necessary: RegExp;
  /** Any statement of an outcome inside a request line. Global. */
  readonly anywhere: RegExp;
  /** True for the words of a sentence, `is not …`, not of a value. */
  readonly opensSentence: RegExp;
}

const asWritten = (phrases: readonly string[]): string => formPattern(phrases, 'as-written');

/** How outcomes look in letters of a layout. */
export function outcomeForm({ outcomes }: LetterLayout): OutcomeForm {
  const { 'other-words': other } = outcomes;
  const upheld = asWritten([...outcomes.upheld, ...other.upheld]);
  const overturned = asWritten([...outcomes.overturned, ...other.overturned]);
  const modified = asWritten(other.modified);
  const value = `(?:${upheld}|${overturned}|${modified})`;
  const partly = asWritten(outcomes.partly);
  const necessary = asWritten(outcomes.necessary);
  const not = asWritten(outcomes.not);
  const be = asWritten(outcomes.be);
  // `: Upheld`, `: Overturned in part`, `: Partially overturned, partially upheld`, `: Not medically necessary`.
  const words =
    `(?:${partly} ${value}(?:[,/]? ?(?:and )?${partly} ${value})?|` +
    `${value}(?: ?(?:/|,|and) ?${value})?(?: ?,? ?\\(?${partly}\\)?)?|(?:${not} )?(?:${partly} )?${necessary})`;
  const leads = asWritten(outcomes.leads);
  return {
    atEnd: new RegExp(`( ?[:;.,(-]? ?(?:${leads} ?:? ?)?)\\b(${words}) ?[.;)]? ?\\.?$`, 'i'),
    sentence: new RegExp(`[ :] ?(${be}(?: [a-z]+){0,2} ?(?:${partly} )?${necessary}(?: ${partly})?)`, 'gi'),
    afterColon: new RegExp(`: ?(?:${leads} ?: ?)?\\b(${words})\\b(?! ?[.,;:])`, 'gi'),
    proseBefore: new RegExp(`\\b${asWritten(outcomes['prose-before'])}$`, 'i'),
    upheld: new RegExp(`${upheld}|${not}[a-z ]*${necessary}`, 'i'),
    overturned: new RegExp(overturned, 'i'),
    partly: new RegExp(`${partly}|${modified}`, 'i'),
    necessary: new RegExp(necessary, 'i'),
    anywhere: new RegExp(
      `${necessary}|\\b${asWritten([...outcomes.upheld, ...outcomes.overturned])}\\b`,
      'gi',
    ),
    opensSentence: new RegExp(`^${be} `, 'i'),
  };
}

/** Longest outcome statement with its lead-in; the search for one at the end of a text looks no further back. */
const REACH = 140;

/** What outcome words say; null for words that say none. */
export function readOutcome(words: string, form: OutcomeForm): Outcome | null {
  const isUpheld = form.upheld.test(words);
  const isOverturned = form.overturned.test(words);
  if (form.partly.test(words) || (isUpheld && isOverturned)) return 'overturned-in-part';
  if (isUpheld) return 'upheld';
  return isOverturned || form.necessary.test(words) ? 'overturned' : null;
}

/** The outcome statement that ends right at `end`, if there is one after `floor`. */
export function outcomeEndingAt(
  text: string,
  floor: number,
  end: number,
  form: OutcomeForm,
): OutcomeMark | null {
  const from = Math.max(floor, end - REACH);
  const tail = text.slice(from, end).trimEnd();
  const sentence = lastSentenceOutcome(tail, from, form);
  if (sentence) return sentence;
  const match = form.atEnd.exec(tail);
  if (!match) return null;
  const [, lead = '', words = ''] = match;
  const start = from + match.index + lead.length;
  return markOf(words, from + match.index, start, form);
}

/** The sentence outcome that nothing but a full stop follows. */
function lastSentenceOutcome(tail: string, base: number, form: OutcomeForm): OutcomeMark | null {
  const last = sentenceOutcomes(tail, 0, tail.length, form).at(-1);
  if (!last || !/^ ?[.:;]?$/.test(tail.slice(last.end))) return null;
  return { ...last, from: base + last.from, start: base + last.start, end: base + last.end };
}

/** Every `is [not] medically necessary …` between two offsets, in text order. */
export function sentenceOutcomes(text: string, from: number, to: number, form: OutcomeForm): OutcomeMark[] {
  return allMarks(form.sentence, text, from, to, form);
}

/** Every capital value after a colon that heads an issue, between two offsets, in text order. */
export function colonOutcomes(text: string, from: number, to: number, form: OutcomeForm): OutcomeMark[] {
  return allMarks(form.afterColon, text, from, to, form).filter((mark) => {
    if (!/^[A-Z]/.test(text.slice(mark.start, mark.start + 1))) return false;
    if (/^ ?[a-z]/.test(text.slice(mark.end, mark.end + 2))) return false;
    return !form.proseBefore.test(text.slice(Math.max(from, mark.from - 20), mark.from).trimEnd());
  });
}

function allMarks(pattern: RegExp, text: string, from: number, to: number, form: OutcomeForm): OutcomeMark[] {
  const part = text.slice(from, to);
  const marks: OutcomeMark[] = [];
  for (const match of part.matchAll(pattern)) {
    const words = match[1] ?? '';
    const start = from + match.index + match[0].indexOf(words);
    const mark = markOf(words, from + match.index, start, form);
    if (mark) marks.push(mark);
  }
  return marks;
}

function markOf(words: string, from: number, start: number, form: OutcomeForm): OutcomeMark | null {
  const outcome = readOutcome(words, form);
  return outcome && { outcome, from, start, end: start + words.length };
}
