/**
 * The parts that machine-readable output is made of, as schemas: places, quotes, services, facts, traces.
 * Not here: whole records (`output-schema.ts`).
 */
import * as z from 'zod';
import { FINDING_CODES } from '../vocabulary/decision.js';
import { READING_STATUSES } from '../vocabulary/fact.js';
import { LATERALITIES } from '../vocabulary/service.js';

const offset = z.int().min(0);
const ordinal = z.int().min(1);

/** Words of the letter, exactly as they stand there between `start` and `end` (UTF-16 units from 0). */
export const quoteSchema = z
  .strictObject({
    text: z.string(),
    start: offset,
    end: offset,
    line: ordinal,
    column: ordinal,
    page: ordinal.optional(),
  })
  .meta({ id: 'Quote' });

/** What a rule or a service comes to. */
export const decisionValueSchema = z.enum(['medically-necessary', 'not-medically-necessary', 'undetermined']);
/** What a criterion comes to; silence may be any of these, as the rule says. */
export const criterionStatusSchema = z.enum(['met', 'not-met', 'undetermined']);
/** What becomes of the denial: it stands, falls, or falls for some of the services. */
export const outcomeSchema = z.enum(['upheld', 'overturned', 'overturned-in-part']);
/** Prediction and determination; not comparable where either is missing. */
export const agreementSchema = z.enum(['agree', 'disagree', 'not-comparable']);
/** What is documented of a fact; a gap that the letter states is `not-documented` with evidence. */
export const factStatusSchema = z.enum(READING_STATUSES);
const lateralitySchema = z.enum(LATERALITIES);

/** A number, a range `[low, high]`, a choice or ISO date, or a list. */
export const factValueSchema = z.union([
  z.number(),
  z.tuple([z.number(), z.number()]),
  z.string(),
  z.boolean(),
  z.array(z.string()),
]);

/** Where a guideline says it; section and pages are null where the rule does not say. */
export const citationSchema = z
  .strictObject({
    source: z.string(),
    edition: z.string(),
    section: z.string().nullable(),
    pages: z.string().nullable(),
  })
  .meta({ id: 'Citation' });

/** Where a node of a rule stands in its file. */
export const rulePlaceSchema = z
  .strictObject({
    file: z.string(),
    span: z.strictObject({ start: offset, end: offset }),
    line: ordinal,
    column: ordinal,
  })
  .meta({ id: 'RulePlace' });

/**
 * A service that is asked for; null and empty for what the request does not say. `words` is the part of the request
 * that names it.
 */
export const serviceFields = {
  family: z.string(),
  region: z.string().nullable(),
  laterality: lateralitySchema.nullable(),
  levels: z.array(z.string()),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  frequency: z.string().nullable(),
  durationWeeks: z.number().nullable(),
  drug: z.string().nullable(),
  strengthMg: z.number().nullable(),
  ingredients: z.array(z.string()),
  modifiers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  parent: z.string().nullable(),
  words: quoteSchema,
};

/**
 * One statement of the case summary. `evidence` is what it rests on, `cues` the words that made its status what it
 * is.
 */
export const factFields = {
  fact: z.string(),
  status: factStatusSchema,
  value: factValueSchema.nullable(),
  region: z.string().nullable(),
  laterality: lateralitySchema.nullable(),
  levels: z.array(z.string()),
  /** ISO, may be a year or a month. */
  date: z.string().nullable(),
  service: z.string().nullable(),
  evidence: z.array(quoteSchema).min(1),
  cues: z.array(quoteSchema),
};

/** What in a letter does not hold together; the quotes are the words on both sides. */
export const findingSchema = z
  .strictObject({
    code: z.enum(FINDING_CODES),
    message: z.string(),
    hint: z.string().nullable(),
    quotes: z.array(quoteSchema),
  })
  .meta({ id: 'Finding' });

/** A smallest set of changes in the documentation that brings the decision about. */
export const turningPointSchema = z
  .strictObject({
    decision: decisionValueSchema,
    changes: z.array(z.strictObject({ fact: z.string(), criterion: z.string(), to: z.string() })),
  })
  .meta({ id: 'TurningPoint' });
