/**
 * The sections of lexicon files that say how request lines are read: groups of service families with their habits,
 * families with the words that name them, qualifiers, and the small words of such lines.
 * They are sections of the one lexicon (see `lexicon.ts`); regions, sides, units and drugs come from there.
 * Not here: how a line is taken apart (see `requests/`).
 */
import * as z from 'zod';
import { phrases, snake } from './lexicon-names.js';
import { LINE_CUES } from './lexicon-terms.js';
import { LATERALITIES } from './service.js';

/** Habits that families share. */
const serviceGroupSchema = z.strictObject({
  meaning: z.string(),
  /**
   * Its services are about a body region. own: only about one said with it. ahead: also about one that the next service
   * of the list names, `MRI and x-ray of the knee`. both: also about that of a service of this group before it,
   * `lumbar MRI and x-ray`. Left out: what a line says of regions is not about it.
   */
  sited: z.enum(['own', 'ahead', 'both']).optional(),
  /** The only regions that it can be about; others on the line say where the complaint is. */
  regions: z.array(snake).optional(),
  /** One service for each region, for each side of a joint. */
  split: z.array(z.enum(['region', 'side'])).optional(),
  /** What bare figures count. */
  unit: snake.optional(),
  /** `2x6` is twice a week for six weeks. */
  'weekly-grid': z.literal(true).optional(),
  /** Asked for by strength and number of pieces; how often is how it is taken, and multiplies nothing. */
  dosed: z.literal(true).optional(),
  /** A naming in the singular, and no number beside it, asks for one. */
  single: z.literal(true).optional(),
  /** A length of time alone is how much is asked for: `30 days`. */
  'counts-time': z.literal(true).optional(),
  /**
   * What several namings of one family on a line are: `one` service (the default, unless they differ in region, side,
   * levels or quantity), one service over all their `levels`, or one service `each`.
   */
  namings: z.enum(['one', 'levels', 'each']).optional(),
  /**
   * Whose parent is the service that it serves. named: where the line says what it is for. on-the-line: also where the
   * line just names another service.
   */
  parent: z.enum(['named', 'on-the-line']).optional(),
  /** What goes with another service on the line goes with services of this group. */
  hosts: z.literal(true).optional(),
  /** What qualifiers that say what a service serves call its services: `post-operative` serves `surgery`. */
  'called-as': snake.optional(),
});

/** A group as authors write it; habits that are left out its services do not have. */
export type ServiceGroupEntry = z.infer<typeof serviceGroupSchema>;

/** A family of services: the unit by which rules say what they are for. */
const familySchema = z.strictObject({
  /** What people call it in a sentence, in the singular: `medial branch block`. */
  name: z.string().min(1).optional(),
  meaning: z.string(),
  group: snake,
  /** Left out where only drugs, becoming, or a procedure's region lead to the family. */
  phrases: phrases.optional(),
  /** Procedure codes (CPT, HCPCS) with the region that each is for, null where it says none. */
  codes: z.record(z.string().regex(/^(?:\d{5}|\d{4}[A-Z]|[A-Z]\d{4})$/), snake.nullable()).optional(),
  /** Region where the line names none. */
  region: snake.optional(),
  /** As in groups, for this family. */
  regions: z.array(snake).optional(),
  /** Regions that mean others here: electrodiagnostics of the `neck` test the arms. */
  'reads-as': z.record(snake, snake).optional(),
  /** As in groups, for this family. */
  single: z.literal(true).optional(),
  /** Families that are part of this one when they are named beside it for the same region. */
  absorbs: z.array(snake).optional(),
  /** Drugs that a line joins as ingredients are one service of this family. */
  'is-mixture': z.literal(true).optional(),
  /** Family that a qualifier turns this one into: therapy called `post-operative`. */
  becomes: z.record(snake, snake).optional(),
  /** What it goes with where the line says nothing of it: days in hospital serve a `surgery` of the letter. */
  serves: snake.optional(),
});

/** Words whose family depends on the body region: `arthroscopy`, `fusion`, `brace`. */
const procedureSchema = z.strictObject({
  phrases,
  'by-region': z.record(snake, snake),
  /** Family for any other region, or none. */
  otherwise: snake,
  /** Qualifiers that the words say of what is of no family of its own: an arthroscopy of the hip is an operation. */
  says: z.record(snake, snake).optional(),
  /** A heading when the line names another service besides. */
  'gives-way': z.literal(true).optional(),
});

/** Words that name several services at once: `electrodiagnostic studies`. */
const pairedServicesSchema = z.strictObject({ phrases, families: z.array(snake).min(2) });

/** A qualifier: a flag, a choice, or the number or date in its phrase. Exactly one of the first four keys. */
const qualifierSchema = z.strictObject({
  flag: phrases.optional(),
  choice: z.record(snake, phrases).optional(),
  number: phrases.optional(),
  date: phrases.optional(),
  /** Said once, it holds for every service of the line. */
  'whole-line': z.literal(true).optional(),
  /** What the service goes with when the line says no more than this: `post-operative` serves a `surgery`. */
  serves: snake.optional(),
  /**
   * Only services that are called so, or go with one that is, have it: a CT `to assess fusion` is no operation. What
   * has it, and goes with nothing, is called so, whatever its family.
   */
  'only-of': snake.optional(),
  /** What goes with others of the letter has it from them, unless its own line says it: therapy after an operation. */
  'from-hosts': z.literal(true).optional(),
});

/** A qualifier as authors write it. */
export type QualifierEntry = z.infer<typeof qualifierSchema>;

/** The sections by name, for the schema of lexicon files. All may be left out. */
export const serviceSections = {
  'service-groups': z.record(snake, serviceGroupSchema).optional(),
  families: z.record(snake, familySchema).optional(),
  procedures: z.record(snake, procedureSchema).optional(),
  'paired-services': z.record(snake, pairedServicesSchema).optional(),
  qualifiers: z.record(snake, qualifierSchema).optional(),
  'line-cues': z.partialRecord(z.enum(LINE_CUES), phrases).optional(),
  /** How often: `2/week: [twice a week]`. */
  'line-frequencies': z
    .record(z.string().regex(/^\d+(?:\.\d+)?\/(?:day|week|month|year)$/), phrases)
    .optional(),
  /** What is counted on request lines, besides the units of the lexicon. */
  'line-units': z.record(snake, phrases).optional(),
  /** Words of request lines for regions and sides, besides and before those of the lexicon. */
  'line-regions': z.record(snake, phrases).optional(),
  'line-sides': z.record(z.enum(LATERALITIES), phrases).optional(),
  /** Exact plurals that mean both sides of a body where no side is said. */
  'line-plurals': z.array(z.string()).optional(),
};
