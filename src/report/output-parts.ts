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

export const decisionValueSchema = z.enum(['medically-necessary', 'not-medically-necessary', 'undetermined']);
export const criterionStatusSchema = z.enum(['met', 'not-met', 'undetermined']);
export const outcomeSchema = z.enum(['upheld', 'overturned', 'overturned-in-part']);
export const agreementSchema = z.enum(['agree', 'disagree', 'not-comparable']);
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

export const findingSchema = z
  .strictObject({
    code: z.enum(FINDING_CODES),
    message: z.string(),
    hint: z.string().nullable(),
    quotes: z.array(quoteSchema),
  })
  .meta({ id: 'Finding' });

export const turningPointSchema = z
  .strictObject({
    decision: decisionValueSchema,
    changes: z.array(z.strictObject({ fact: z.string(), criterion: z.string(), to: z.string() })),
  })
  .meta({ id: 'TurningPoint' });
