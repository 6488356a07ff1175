/**
 * The terms that entries of lexicon files choose from: closed lists, each term a mechanism of extraction.
 * Not here: the shape of the files (see `lexicon.ts`), which reading letters with a checked lexicon can do without.
 */

/** What a mention of a concept is, and so how its assertion is read. */
export const CONCEPT_KINDS = ['finding', 'test', 'event', 'quantity', 'marker'] as const;

/** One of `CONCEPT_KINDS`; the schema of concepts says what each means for reading (see `lexicon.ts`). */
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/**
 * What a concept does in reading beside what facts make of it. All that is the concept (see `is`) does it as well: every
 * `MRI` is a study.
 */
export const CONCEPT_ROLES = [
  // Dates of notes: of the note that follows; of one that this note tells of; of this one, wherever it is said; of what
  // follows only where a sentence begins with it.
  'note-date',
  'earlier-note-date',
  'day-of-writing',
  'heading-date',
  // A study; what only a study finds; words for the study before; a heading of what is no part of a report.
  'study',
  'study-finding',
  'study-again',
  'own-opinion',
  // A lesion that a study shows on one side; what it does there to what is near it.
  'lesion',
  'done-by-lesion',
  // Done on one day, so that no number of visits is told of it; an operation, of which several may be one.
  'one-day',
  'operation',
  // Offers something that may be refused; refuses what was offered before.
  'offer',
  'refusal',
  // Names what was done before once more, without its name; opens what was done: `status post`.
  'repeat',
  'opens-event',
  // Less of a drug than before; less of it after a treatment; a solution, whose percentage is its strength; less pain by a drug.
  'taper',
  'less-drug',
  'solution',
  'drop-by-drug',
  // A time up to now, in which and not for how long: `over the past 14 months`.
  'in-which-time',
  // Of rationales: about guidelines, about the case, about what was never done, about what was done.
  'guideline-talk',
  'case-talk',
  'past-talk',
  'past-event',
  // What was not done again; something of a certain kind, not the thing: `no MRI that would show compression`.
  'renewed',
  'restricted',
  // Not of late: `no recent MRI`; what is named is all that there was: `only six visits`.
  'of-late',
  'said-to-be-all',
  // How much or how long is not told, not whether there was any: `no mention of how many visits`.
  'asks-amount',
  // By another examiner; of some day; later, or only as felt: what one sentence finds so, another may find otherwise.
  'another-hand',
  'another-day',
  'another-view',
  // Names the part that a result is of, as a muscle: `quadriceps strength is normal` denies no weakness elsewhere.
  'names-part',
  // Opens the clause that restricts: what stands in that clause is not restricted itself.
  'opens-restriction',
  // What it would have been done for, which restricts nothing: `none was done to confirm it`.
  'tells-purpose',
  // Criteria are not met; how the reviewer concludes.
  'unmet',
  'concludes-necessary',
  'concludes-unnecessary',
  // Of decisions of utilization review: granted; ends the list of what was denied.
  'granted',
  'denials-end',
] as const;

/** One of `CONCEPT_ROLES`, explained there; a concept may have several or none. */
export type ConceptRole = (typeof CONCEPT_ROLES)[number];

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

/**
 * One of `RESULT_MEANINGS`: what the words say, not what it means for the test; `absent` is positive of a reflex (see
 * `results` of concepts).
 */
export type ResultMeaning = (typeof RESULT_MEANINGS)[number];

/**
 * Meanings of cue words. The first group is ConText's; results bind to tests, states to events. What is `denied` is not so,
 * or, of a treatment or study, was asked for and not allowed.
 */
export const CUE_MEANINGS = [
  'negated',
  'denied',
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
  // `no increase in`: what follows is as it was; an increase is denied.
  'no-more',
] as const;
/** Meanings that work without a scope: ends of scopes, words that only look like cues, results (bound to tests). */
export const CUES_WITHOUT_SCOPE = ['stop', 'pseudo', 'no-more', ...RESULT_MEANINGS] as const;

/** One of `CUE_MEANINGS`: what a cue says about all that its scope holds. */
export type CueMeaning = (typeof CUE_MEANINGS)[number];

/** True for stop cues inside sentences: their phrases may be those of other cues as well. Headings are read before others. */
export function isPlainStop(cue: { readonly meaning: CueMeaning; readonly direction: string }): boolean {
  return cue.meaning === 'stop' && cue.direction !== 'section';
}

/** The unit of the lexicon that treatments are counted by where no other is asked for. */
export const COUNTED = 'visit';

/** What the values of a fact are. */
export const FACT_TYPES = ['finding', 'number', 'date', 'choice', 'list'] as const;

/** One of `FACT_TYPES`; a finding has no value. Which tests fit which type, `OPERATORS` of `rule.ts` says. */
export type FactType = (typeof FACT_TYPES)[number];

/** What a piece of directions says: `1 tab`, `q6h`, `#120`. */
export const DOSING_MEANINGS = [
  'strength-mg',
  'units-per-dose',
  'doses-per-day',
  'hours-between',
  'doses-per-week',
  'units-per-month',
  'quantity',
] as const;

/** One of `DOSING_MEANINGS`; the unit stands in the name, and `quantity` counts pieces. */
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
  'before-time',
  'lent',
  'milligrams',
  'strength',
  'compound',
  'service-head',
  'small',
] as const;

/** One of `LINE_CUES`; the lexicon gives the words of each (`line-cues`). */
export type LineCue = (typeof LINE_CUES)[number];

/**
 * What small words and marks do in a summary. Most may stand between two things that belong together; each pair of
 * things has a role of its own.
 */
export const SMALL_WORD_ROLES = [
  // Between a mention and its side, region or level; between the members of a list that share them.
  'close',
  'list',
  'or',
  // Between the regions that one mention goes into; before a place; between a finding and its level, and its levels.
  'between-places',
  'place',
  'to-level',
  'severity',
  'between-levels',
  // Before the study that showed it; between a test and its result; between a result and its side.
  'to-source',
  'to-test',
  'to-side',
  // Before the result of one side that another is held against.
  'against',
  // After an entry of a list; between a grade and the word that it is even.
  'ends-entry',
  'to-even',
  // Between relief and what gave it; between ingredients.
  'to-cause',
  'between-ingredients',
  // Of how long a drug was taken.
  'before-length',
  'around-length',
  'begun',
  'use',
  'to-drug',
  // Of dates: the ends of a period, between a date and what happened then, before a date.
  'period-start',
  'period-end',
  'to-event',
  'when',
  // Beside what was measured before a treatment, and after it; before the day until which its effect lasted.
  'earlier',
  'later',
  'until',
  // Verbs that make a sentence.
  'auxiliary',
  'singular-verb',
  'telling-verb',
  'denies-verb',
  // Before what is meant by the words before.
  'opens-examples',
  'relative',
  'subordinate',
  // Stands for a thing that was named before.
  'stands-for',
  // After a noun, of which kind it is, and the same after `that`; what makes a verb passive.
  'restricts',
  'restricts-it',
  'passive',
  'clause-verb',
  'finite',
  // After a bare number of visits; before that of a first course; of a course on top of another; between the two; of visits that are still to come.
  'ends-count',
  'given-by',
  'at-first',
  'more',
  'renewed',
  'then',
  'left-over',
  // At the end of a line that goes on in the next one, wherever that begins.
  'line-goes-on',
  // Words of grammar: what joins, articles, what parts a whole, what leads from where to where.
  'and',
  'definite',
  'indefinite',
  'partitive',
  'from',
  'to',
  'by',
  'on',
  'since',
  'lasting',
  // Between a finding and a result after it that is not its own.
  'parts-result',
  // Inside numbers: halves, what they are of, what multiplies and measures, shares, scores.
  'half',
  'half-of',
  'multiple',
  'measure',
  'percent',
  'out',
  'over',
  'possible',
  'counted',
  'couple',
  // Between a number and its measure of time: `eight good months`.
  'before-time',
  'joins-range',
  // Between levels of the spine.
  'through-level',
  'beside-through-level',
  'end-of-spine',
  'on-level',
  // Inside dates.
  'of-month',
  'ordinal',
  // Of times: the day of the note; so long ago; after a length that says when, or what lies between.
  'today',
  'day-of-note',
  'same',
  'ago',
  'says-when',
  'says-between',
  // Of rates: so many times, each week, weekly; what rates count; between a rate and its length.
  'times',
  'rate-times',
  'each',
  'periodic',
  'weekly',
  'rate-count',
  'to-rate-length',
  // Right before a drug, to whose right is how long it was taken.
  'taken',
  // Answers of one word, and what they do not stand after; replies to questions and their label.
  'answer-no',
  'before-object',
  'answer-label',
  'reply-no',
  'reply-yes',
] as const;

/** One of `SMALL_WORD_ROLES`; the same word may have several. */
export type SmallWordRole = (typeof SMALL_WORD_ROLES)[number];

/** What words count: how often (`twice`), what part of a hundred (`a third`), which month of the year (`Sept`). */
export const COUNTING_ROLES = ['often', 'part', 'month'] as const;

/** One of `COUNTING_ROLES`; the lexicon gives the words of each with their numbers (`counting-words`). */
export type CountingRole = (typeof COUNTING_ROLES)[number];
