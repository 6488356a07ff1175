/**
 * The shape of lexicon files (`rules/lexicon/*.yaml`): every word, concept, cue and fact that extraction knows.
 * A file holds any of the sections below; all files together make one lexicon. Strict: unknown keys are errors.
 * Not here: the closed lists of terms that entries choose from (see `lexicon-terms.ts`), reading YAML (see `rules/`),
 * compiling phrases (see `language/`), meaning of the mechanisms (see `facts/`).
 */
import * as z from 'zod';
import { claimsSchema } from './claims-lexicon.js';
import { letterLayoutSchema } from './letter-layout.js';
import { phrases, snake } from './lexicon-names.js';
import {
  CONCEPT_KINDS,
  CONCEPT_ROLES,
  COUNTING_ROLES,
  CUE_MEANINGS,
  DOSING_MEANINGS,
  FACT_TYPES,
  RESULT_MEANINGS,
  SMALL_WORD_ROLES,
} from './lexicon-terms.js';
import { LATERALITIES } from './service.js';
import { serviceSections } from './service-lexicon.js';

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

/** A concept: an idea of the lexicon, with all phrases that name it. */
const conceptSchema = z.strictObject({
  /**
   * finding: is or is not so (numbness). test: says nothing without a result (straight leg raise).
   * event: done, planned, refused or not done (MRI, surgery, therapy, drug). quantity: carries a number in its phrase.
   * marker: words that only serve other readings, such as the date of a note.
   */
  kind: z.enum(CONCEPT_KINDS),
  phrases,
  /** Body region that the concept itself implies; with `only-of` the one that it is about where no other is said. */
  region: snake.optional(),
  /** The only regions it can be about: others said near it are not its own, but what it is about is taken from before. */
  'only-of': z.array(snake).optional(),
  /** Its words may at the same time be part of another concept's: `chronic low back and leg pain` is chronic and goes into the leg. */
  beside: z.literal(true).optional(),
  /** Talk about the case (`there is no`, `has never had`): found apart from all other concepts, so that it takes no words from them. */
  apart: z.literal(true).optional(),
  /** Regions in its phrase are said in passing (`radiates to the foot`): the next sentences are not about them. */
  'in-passing': z.literal(true).optional(),
  /** What its words, in which a pronoun stands for it, can be told of (`it helps` of a drug): nothing is said where the event named last is none of these. */
  'told-of': z.array(snake).min(1).optional(),
  laterality: z.enum(LATERALITIES).optional(),
  /** For tests: what a result word says, where it differs from the usual (`absent: positive` for a reflex). */
  results: z
    .partialRecord(z.enum(RESULT_MEANINGS), z.enum(['positive', 'negative', 'equivocal', 'none']))
    .optional(),
  /** For tests graded by plus signs: the grade that is normal (`2` for a reflex of 2+); less is decreased, more increased. */
  'normal-grade': z.number().optional(),
  /** Wider concepts that a mention of this one is a mention of, too. */
  is: z.array(snake).optional(),
  /** What it does in reading beside what facts make of it. */
  roles: z.array(z.enum(CONCEPT_ROLES)).min(1).optional(),
  /** Service family that the concept, and all that are it, stands for: statements of scope `service` near it are about that family. */
  family: snake.optional(),
  notes: z.string().optional(),
});

/** A concept as authors write it, without its name, which is its key. */
export type Concept = z.infer<typeof conceptSchema>;

/** A cue: phrases that change the assertion of the concepts around them (ConText, Harkema 2009). */
const cueSchema = z.strictObject({
  meaning: z.enum(CUE_MEANINGS),
  /** Which way from the cue its scope runs. A heading's runs on over the sentences of its section. `stop` and `pseudo` have none. */
  direction: z.enum(['forward', 'backward', 'both', 'section', 'none']),
  /** How many words the scope reaches at most; it also ends at the sentence's end and at stop cues. */
  reach: z.number().int().positive().optional(),
  /** For stop cues: the meanings whose scopes end here; all if left out. */
  ends: z.array(z.enum(CUE_MEANINGS)).optional(),
  /** The last words of its phrases are the first of what it speaks about: `without pain or numbness` denies the numbness. */
  'runs-on': z.literal(true).optional(),
  /** Its words go on with what another cue of this meaning began, in their sentence or the one before: `UR denied it. They noted no deficit`. */
  'goes-on': z.literal(true).optional(),
  phrases,
  notes: z.string().optional(),
});

/** A cue as authors write it; nothing refers to it by its name. */
export type CueEntry = z.infer<typeof cueSchema>;

/**
 * What one of each measure comes to, by its words: of the amount above, of one without a measure by the word before it, of
 * that whose square is below, of a number after it without a measure.
 */
const overSquareSchema = z.strictObject({
  of: z.record(z.string(), z.number().positive()),
  'of-led-by': z.record(z.string(), z.number().positive()).optional(),
  by: z.record(z.string(), z.number().positive()),
  bare: z.number().positive().optional(),
});

/** Factors by the word of each measure: of the amount that is divided, and of the one that is squared. */
export type OverSquare = z.infer<typeof overSquareSchema>;

/** One way in which a fact follows from mentions. Exactly one of the first group of keys. */
const sourceSchema = z.strictObject({
  finding: oneOrMore(snake).optional(),
  test: oneOrMore(snake).optional(),
  event: oneOrMore(snake).optional(),
  /** The number in the phrase of a quantity concept. */
  number: oneOrMore(snake).optional(),
  /** A count of units (visits, sessions) said of an event. */
  count: oneOrMore(snake).optional(),
  /** How long an event lasted or has been going on. */
  duration: oneOrMore(snake).optional(),
  /** Percentage, or length, of relief after an event. */
  relief: oneOrMore(snake).optional(),
  /** Treatments that are told to have brought nothing, in their sentence or in the next. */
  failure: oneOrMore(snake).optional(),
  /** The date said with a concept. */
  date: oneOrMore(snake).optional(),
  /** Values by concept. */
  choice: z.record(snake, z.string()).optional(),
  /** Items by concept; the mentions of a sentence make one list. */
  list: z.record(snake, z.string()).optional(),
  /** Spinal levels said with a concept, as a list. */
  levels: oneOrMore(snake).optional(),
  /** What the directions after a drug say; `part` names what of it. */
  'drug-line': oneOrMore(snake).optional(),
  /** How long a drug has been taken: `since 2012`, `for over a year`. */
  'taken-for': oneOrMore(snake).optional(),

  /** For `drug-line`. `morphine-dose` sums the daily doses of all drugs taken now in mg of morphine by mouth. */
  part: z.enum(['name', 'strength', 'days-supply', 'morphine-dose']).optional(),
  /** Of affirmed mentions of drugs, only those that are taken at present: no history, trial or failure. */
  'taken-now': z.literal(true).optional(),

  /** Only mentions that have one of these: a course, a response, a state of an event. */
  when: oneOrMore(z.enum(CUE_MEANINGS)).optional(),
  /** Only in sentences that also mention one of these concepts. */
  with: oneOrMore(snake).optional(),
  /** Only in sentences that mention none of these concepts. */
  without: oneOrMore(snake).optional(),
  /** Only for mentions about one of these regions. */
  region: oneOrMore(snake).optional(),
  /** Not for mentions about one of these regions. */
  elsewhere: oneOrMore(snake).optional(),
  /** The status that an affirmed mention gives, and the reverse for a denied one. */
  gives: z.enum(['present', 'absent', 'uncertain', 'gap']).optional(),
  /** Count a mention that is only possible or suspected as present: facts that are about suspicion. */
  suspicion: z.literal(true).optional(),
  /** What numbers are given in, or what is counted: `week`, `visit`; words in other units of time are converted. */
  unit: z.string().optional(),
  /** Utilization review may be who says it: an operation that it certified is authorized. */
  'by-review': z.literal(true).optional(),
  /** Drop denied mentions. */
  'only-affirmed': z.literal(true).optional(),
  /** Drop all but mentions that are denied, or said not to be documented: a treatment that was not had is no visit. */
  'only-denied': z.literal(true).optional(),
  /** A denial answers the question as well as an affirmation: side effects that are denied were asked about. */
  'denied-too': z.literal(true).optional(),
  /** Only numbers within these bounds, both included. */
  between: z.tuple([z.number(), z.number()]).optional(),
  /** Take the last number of the phrase, not the first: `from 9 to 5`. */
  last: z.literal(true).optional(),
  /** Only the concept itself, none of those that are it. */
  exactly: z.literal(true).optional(),
  /** Only where the last of two figures in the phrase is more than the first, or less: `from 4/10 to 8/10`. */
  change: z.enum(['rise', 'fall']).optional(),
  /** For `count`: the sum of the courses that a sentence tells one after the other; nothing where it tells of one only. */
  'all-courses': z.literal(true).optional(),
  /** For `number`: the whole years since the day, or year, in the phrase: `born in 1961`. */
  'years-since': z.literal(true).optional(),
  /** For `number`: the statement is that the number is below this one (or, of a ratio, below its base): present or absent, without value. */
  below: z.number().optional(),
  /** For `number`: the phrase gives two amounts, and the number is the one over the square of the other. */
  'over-square': overSquareSchema.optional(),
  /** For `test`: count how many tests, each a concept of its own, were positive on one date and side. */
  tally: z.literal(true).optional(),
  /** Also count what is planned or hypothetical. */
  'even-if-planned': z.literal(true).optional(),
  /** Drop all but what is planned, asked for, refused or hypothetical: what came of its plan is no plan any more. */
  'only-planned': z.literal(true).optional(),
  /** For `finding`, `test` and `event`: the value of the fact that every mention gives. */
  value: z.union([z.string(), z.number()]).optional(),
});

/** A source of a fact as authors write it; `fact-sources.ts` tells which mechanism it is. */
export type FactSource = z.infer<typeof sourceSchema>;

/** Facts that are computed from other facts. */
const derivationSchema = z.strictObject({
  /** Present if any is present; absent if all that speak are absent. `name=value` tests a choice, `name=absent` turns a fact round. */
  any: z.array(z.string()).optional(),
  /** Present if all are present. */
  all: z.array(z.string()).optional(),
  /** Months from the newest date of the first fact to the second: to its value if it is a date, else to its newest date. */
  'months-between': z.tuple([snake, snake]).optional(),
  'weeks-between': z.tuple([snake, snake]).optional(),
  /** The sum of numbers; `req_quantity` is how many the request asks for. Open as long as one of them is silent. */
  'sum-of': z.array(snake).min(2).optional(),
  /** Where no length was said: the weeks that so many visits take at the least, at the most that are usual in a week. */
  'weeks-of': z.strictObject({ visits: snake, 'most-a-week': z.number().positive() }).optional(),
  /** What the first fact says on a day after the newest of the second: visits since an operation. */
  since: z.tuple([snake, snake]).optional(),
  /** Present if a fact of the first group and one of the second are present at a common spinal level, absent if only at others. */
  'matching-levels': z.tuple([z.array(snake), z.array(snake)]).optional(),
  /** Present if the first number is below the second, absent if it is not; open as long as one of them is silent. */
  'less-than': z.tuple([snake, snake]).optional(),
  /** What another fact says, where nothing says this one outright. */
  'same-as': snake.optional(),
  /** A list: the values of another fact of which the latest statement is that they are so. */
  'values-of': snake.optional(),
  /** A choice: what this qualifier of the request says, before whatever the letter says: the operation that therapy is to follow. */
  requested: snake.optional(),
});

/** How a fact is computed from others, as authors write it: one of the keys. */
export type Derivation = z.infer<typeof derivationSchema>;

/** A fact: its type and meaning, which statements about it win, and where they come from. */
const factSchema = z.strictObject({
  type: z.enum(FACT_TYPES),
  meaning: z.string(),
  unit: z.string().optional(),
  values: z.array(z.string()).optional(),
  /** What the fact is about: the whole case, a body region, or the service or drug that a sentence names. */
  scope: z.enum(['case', 'region', 'service']),
  /**
   * Findings of nerve roots: said of a limb, they are about the part of the spine that supplies it; `whole-limbs`: not if
   * said of a joint. `in-limb`: studies of nerves are of the limb, where they are told of the spine, too.
   */
  nerve: z.union([z.literal(true), z.literal('whole-limbs'), z.literal('in-limb')]).optional(),
  /**
   * latest: the latest dated statement wins (exams). any: one present statement is enough (history). highest: the
   * largest number. first: what the letter says first. most: what it says most often, as the sex that its pronouns give.
   */
  weigh: z.enum(['latest', 'any', 'highest', 'first', 'most']),
  /** For `latest`: the fact is about several signs, one of which is enough: that another is absent contradicts nothing. */
  signs: z.literal('several').optional(),
  /** Of the spine and without a side, the fact is absent on both sides, as limbs are examined in pairs: strength, reflexes. */
  'absent-on': z.literal('both-sides').optional(),
  /** Told of spinal levels, it is about services at one of these only: a fusion says nothing of the level above. */
  'at-levels': z.literal(true).optional(),
  /** A condition of the limb, whatever part of it was named: that of a foot answers for a block at the spine that supplies it. */
  'whole-limb': z.literal(true).optional(),
  /** Where the region comes from: `sentence` takes none over from the sentences before; then it is about the whole case. */
  'region-from': z.literal('sentence').optional(),
  /** False for what rules may not read. */
  'for-rules': z.boolean().optional(),
  from: z.array(sourceSchema).optional(),
  derive: derivationSchema.optional(),
});

/**
 * A fact as authors write it. Where it has both `from` and `derive`, what is said outright mostly goes before what
 * follows (`facts/fact-base.ts`).
 */
export type FactEntry = z.infer<typeof factSchema>;

/** A drug by its generic name: an event concept with the words that name it, and what dose arithmetic needs. */
const drugSchema = z.strictObject({
  phrases,
  /** Class concept; the id of the service family where there is one. */
  class: snake,
  /** Further classes it belongs to. */
  is: z.array(snake).optional(),
  /** Active ingredients of what is sold as a mixture. */
  ingredients: z.array(snake).optional(),
  /** Milligrams of morphine by mouth per milligram (patches: per microgram an hour); by daily dose where it is not linear. */
  'morphine-factor': z
    .union([z.number(), z.array(z.strictObject({ 'up-to-mg': z.number(), factor: z.number() })).min(1)])
    .optional(),
  /** Units a day whatever the directions say: a patch counts as one, however often it is changed. */
  'units-per-day': z.number().positive().optional(),
  /** Strength meant by the name alone. */
  'strength-mg': z.number().positive().optional(),
  notes: z.string().optional(),
});

/** A drug as authors write it; as a concept it is seen through `drug-concepts.ts`. */
export type DrugEntry = z.infer<typeof drugSchema>;

/** A piece of the directions for a drug, with the amount that it gives. */
const dosingSchema = z.strictObject({
  gives: z.enum(DOSING_MEANINGS),
  /** The amount that the phrase means; without it, the number in the phrase. */
  value: z.number().positive().optional(),
  phrases,
});

/** A body region with the words that name it, and how it lies to others. */
const regionSchema = z.strictObject({
  /** What people call it in a sentence: `cervical spine`. */
  name: z.string().min(1).optional(),
  meaning: z.string(),
  phrases,
  /** Regions that a question about this one takes in. */
  includes: z.array(snake).optional(),
  /** The part of the spine whose roots supply this region: nerve findings here are about it. */
  'supplied-by': snake.optional(),
  /** Phrases that name it on one side: `LLE`. */
  left: phrases.optional(),
  right: phrases.optional(),
  /** Phrases that name it on both sides: `legs`, `BLE`. */
  both: phrases.optional(),
});

/** How letters name the treatment schedule that the law presumes correct (Cal. Labor Code 4604.5). */
const treatmentScheduleSchema = z.strictObject({
  names: phrases,
  /** Its documents, which are cited without its name, too. */
  documents: phrases,
  /** The last word of the titles of its chapters. */
  chapters: phrases,
});

/** The names of the schedule as authors write them. */
export type TreatmentSchedule = z.infer<typeof treatmentScheduleSchema>;

/** One lexicon file, or the lexicon that all of them make. Any section may be left out. */
export const lexiconFileSchema = z.strictObject({
  concepts: z.record(snake, conceptSchema).optional(),
  drugs: z.record(snake, drugSchema).optional(),
  /** The language of directions for drugs, by a name of its own per entry. */
  dosing: z.record(z.string(), dosingSchema).optional(),
  cues: z.record(z.string(), cueSchema).optional(),
  facts: z.record(snake, factSchema).optional(),
  regions: z.record(snake, regionSchema).optional(),
  /** Words that only look like a region or side: `the pain came back`, `the right dose`. */
  'no-attributes': phrases.optional(),
  /** Words that only look like a drug: `morphine equivalent`. */
  'no-drugs': phrases.optional(),
  sides: z.record(z.enum(LATERALITIES), phrases).optional(),
  /** Sets of words that stand for one another in phrases, written `<name>` there. */
  'word-sets': z.record(z.string().regex(/^[a-z][a-z-]*$/), phrases).optional(),
  /** Units of counts and durations: `visit`, `week`. */
  units: z.record(snake, phrases).optional(),
  'level-columns': z
    .array(
      z.strictObject({
        letter: z.string().length(1),
        count: z.number().int(),
        /** Where the column has one root more than vertebrae: the neck has eight. */
        roots: z.number().int().optional(),
        region: snake,
      }),
    )
    .optional(),
  'number-words': z.record(z.string(), z.number()).optional(),
  abbreviations: z.array(z.string()).optional(),
  /** Those that end a sentence all the same where a word with a capital letter follows. */
  'closing-abbreviations': z.array(z.string()).optional(),
  /** What the steps of the medical evidence search sequence are, in order: what the tiers of rules mean. */
  'evidence-sequence': z.array(z.string().min(1)).optional(),
  /** Facts that give the day that chooses the edition of a guideline, in the order in which they are asked. */
  'edition-dates': z.array(snake).optional(),
  'treatment-schedule': treatmentScheduleSchema.optional(),
  /** The words of headings and labels of letters; without them no letter can be taken apart. */
  'letter-form': letterLayoutSchema.optional(),
  claims: claimsSchema.optional(),
  ...serviceSections,
  /** Words and marks, in lower case, by what they do in a summary between others. */
  'small-words': z.partialRecord(z.enum(SMALL_WORD_ROLES), z.array(z.string().min(1)).min(1)).optional(),
  /** Words that count, with what they count. */
  'counting-words': z
    .partialRecord(z.enum(COUNTING_ROLES), z.record(z.string(), z.number().positive()))
    .optional(),
  /** Irregular forms by the word they belong to: `feel: [felt]`. */
  'irregular-forms': z.record(z.string(), z.array(z.string())).optional(),
});

/** The checked lexicon as data, before any phrase is compiled. */
export type LexiconFile = z.infer<typeof lexiconFileSchema>;
