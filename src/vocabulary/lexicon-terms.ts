/**
 * The terms that entries of lexicon files choose from: closed lists, each term a mechanism of extraction.
 * Not here: the shape of the files (see `lexicon.ts`), which reading letters with a checked lexicon can do without.
 */

/** What a mention of a concept is, and so how its assertion is read. */
export const CONCEPT_KINDS = ['finding', 'test', 'event', 'quantity', 'marker'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** Meanings of the words in which the result of a test is given. */
export const RESULT_MEANINGS = [
  'positive',
  'negative',
  'normal',
  'abnormal',
  'decreased',
  'increased',
  'absent',
  'equivocal',
  'grade',
] as const;
export type ResultMeaning = (typeof RESULT_MEANINGS)[number];

/** Meanings of cue words. The first group is ConText's; results bind to tests, states to events. */
export const CUE_MEANINGS = [
  'negated',
  'possible',
  'hypothetical',
  'historical',
  'other-person',
  'gap',
  'documented',
  'reported-by-ur',
  ...RESULT_MEANINGS,
  'done',
  'planned',
  'requested',
  'refused',
  'not-done',
  'stopped',
  'current',
  'new',
  'worsening',
  'unchanged',
  'improved',
  'helped',
  'failed',
  'stop',
  'pseudo',
] as const;
/** Meanings that work without a scope: ends of scopes, words that only look like cues, results (bound to tests). */
export const CUES_WITHOUT_SCOPE = ['stop', 'pseudo', ...RESULT_MEANINGS] as const;
export type CueMeaning = (typeof CUE_MEANINGS)[number];

/** True for stop cues inside sentences: their phrases may be those of other cues as well. Headings are read before others. */
export function isPlainStop(cue: { readonly meaning: CueMeaning; readonly direction: string }): boolean {
  return cue.meaning === 'stop' && cue.direction !== 'section';
}

/** What the values of a fact are. */
export const FACT_TYPES = ['finding', 'number', 'date', 'choice', 'list'] as const;

/** What a piece of directions says: `1 tab`, `q6h`, `#120`. */
export const DOSING_MEANINGS = [
  'strength-mg',
  'units-per-dose',
  'doses-per-day',
  'hours-between',
  'doses-per-week',
  'quantity',
] as const;
export type DosingMeaning = (typeof DOSING_MEANINGS)[number];

/** Roles of small words in request lines. */
export const LINE_CUES = [
  'and',
  'list',
  'end',
  'purpose',
  'neutral',
  'each',
  'times',
  'times-weekly',
  'per',
  'count-before',
  'count-after',
  'refills',
  'not-counted',
  'not-a-length',
  'lent',
  'milligrams',
  'strength',
  'compound',
  'service-head',
  'small',
] as const;
export type LineCue = (typeof LINE_CUES)[number];
