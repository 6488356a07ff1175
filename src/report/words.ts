/**
 * The fixed words of results as people read them, and how places and values are written.
 * Every status keeps its word, so that nothing is told by colour alone.
 */
import type { Paint, Style } from '../diagnostics/ansi.js';
import type { Point } from '../text/source-text.js';
import type { Agreement, Citation, CriterionStatus, DecisionValue } from '../vocabulary/decision.js';
import type { FactStatus, FactValue, ReadingStatus } from '../vocabulary/fact.js';
import type { Names } from '../vocabulary/names.js';
import { plainWords } from './wrap.js';

/** What a lexicon says of the ids that results hold: the meaning of a fact where it has one, names of services. */
export interface LexiconWords {
  readonly meaningOf: (fact: string) => string | null;
  readonly names: Names;
}

/** How text is laid out. */
export interface TextStyle extends LexiconWords {
  readonly width: number;
  readonly paint: Paint;
}

/** What a decision is called. */
export const DECISION_WORDS: Readonly<Record<DecisionValue, string>> = {
  'medically-necessary': 'medically necessary',
  'not-medically-necessary': 'not medically necessary',
  undetermined: 'undetermined',
};

/** What the status of a criterion is called, in every text and page. */
export const CRITERION_WORDS: Readonly<Record<CriterionStatus, string>> = {
  met: 'met',
  'not-met': 'not met',
  undetermined: 'undetermined',
};

/** The colour beside the word. */
export const CRITERION_STYLES: Readonly<Record<CriterionStatus, Style>> = {
  met: 'cyan',
  'not-met': 'red',
  undetermined: 'yellow',
};

/** Whether prediction and determination agree; the one to look at stands out without colour, too. */
export const AGREEMENT_WORDS: Readonly<Record<Agreement, string>> = {
  agree: 'agree',
  disagree: 'DISAGREE',
  'not-comparable': 'not comparable',
};

/** The colour beside the word; null where nothing needs a look. */
export const AGREEMENT_STYLES: Readonly<Record<Agreement, Style | null>> = {
  agree: null,
  disagree: 'red',
  'not-comparable': 'yellow',
};

/** What output calls the status of a fact: a gap is not documented, with the words that say so. */
export function statusWord(status: FactStatus): ReadingStatus {
  return status === 'gap' ? 'not-documented' : status;
}

/** `letter.txt:12:5`, with the page where there is one: `letter.pdf:12:5 (page 3)`. */
export function placeText(document: string, { line, column, page }: Point): string {
  return `${plainWords(document)}:${line}:${column}${page === undefined ? '' : ` (page ${page})`}`;
}

/** `MTUS Low Back Complaints 2004, Special Studies, p. 303`. */
export function citationText({ source, edition, section, pages }: Citation): string {
  const parts = [`${source} ${edition}`];
  if (section !== null) parts.push(section);
  if (pages !== null) parts.push(`p. ${pages}`);
  return parts.join(', ');
}

/** `8`, `2 to 4` for a range, `mri, ct` for a list; empty for no value */
export function valueText(value: FactValue | null): string {
  if (value === null) return '';
  if (!Array.isArray(value)) return String(value);
  const [first, second] = value;
  const isRange = value.length === 2 && typeof first === 'number' && typeof second === 'number';
  return isRange ? `${first} to ${second}` : value.join(', ');
}

/** `1 letter`, `2 letters`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
