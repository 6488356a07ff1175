/**
 * What `necessity rules impact --format json` prints, as a schema; the JSON Schema under `schemas/` is made from it.
 */
import * as z from 'zod';
import { UNDETERMINED_REASONS } from '../vocabulary/decision.js';
import type { ImpactHead } from './impact-text.js';
import { agreementSchema, decisionValueSchema, outcomeSchema, serviceFields } from './output-parts.js';

const count = z.int().min(0);
const names = z.array(z.string());
const predictedSchema = z.union([outcomeSchema, z.literal('undetermined')]);

const judgedServiceSchema = z
  .strictObject({
    service: z.strictObject(serviceFields),
    decision: decisionValueSchema,
    rule: z.string().nullable(),
    decidedBy: names,
    reason: z.enum(UNDETERMINED_REASONS).nullable(),
  })
  .meta({ id: 'JudgedService' });

const changeSchema = z
  .strictObject({
    document: z.string(),
    issue: z.int().min(1),
    request: z.string(),
    actual: outcomeSchema.nullable(),
    before: predictedSchema,
    after: predictedSchema,
    agreementBefore: agreementSchema,
    agreementAfter: agreementSchema,
    servicesBefore: z.array(judgedServiceSchema),
    servicesAfter: z.array(judgedServiceSchema),
  })
  .meta({ id: 'IssueChange' });

/** A proportion with the ends of its 95 % interval; null where nothing was counted. */
const shareSchema = z
  .strictObject({
    part: count,
    whole: count,
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'Share' });

const figuresSchema = z
  .strictObject({ predicted: shareSchema, agreeing: shareSchema, agreeingOfAll: shareSchema })
  .meta({ id: 'AgreementFigures' });

const impactSchema = z.strictObject({
  letters: count,
  issues: count,
  /** Issues whose outcome is another, in the order of the letters. */
  flips: z.array(changeSchema),
  /** Issues of the same outcome that something else decides now. */
  shifts: z.array(changeSchema),
  directions: z.array(z.strictObject({ before: predictedSchema, after: predictedSchema, count })),
  before: figuresSchema,
  after: figuresSchema,
  better: count,
  worse: count,
  /** Of McNemar's exact test. */
  p: z.number().min(0).max(1),
  rules: z.array(z.strictObject({ rule: z.string(), decidedBefore: count, decidedAfter: count })),
});

const headFields = {
  before: z.string(),
  after: z.string(),
  /** Ids of rules. */
  changed: names,
  added: names,
  removed: names,
  hasOtherLexicon: z.boolean(),
};
const headSchema = z.strictObject(headFields) satisfies z.ZodType<ImpactHead>;

/** The whole document. What its counts mean is told beside the type `Impact`. */
export const impactReportSchema = z.strictObject({
  report: z.literal('impact'),
  ...headSchema.shape,
  impact: impactSchema,
});
