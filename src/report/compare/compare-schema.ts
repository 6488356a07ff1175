/**
 * What `necessity compare --format json` prints: one document of figures over all letters. The JSON Schema under
 * `schemas/` is made from it. Every figure has its interval and the count it was made from; null where it does not
 * exist.
 */
import * as z from 'zod';
import { DIMENSIONS } from '../../statistics/dimensions.js';
import { CAUSE_KINDS } from '../../statistics/open-issues.js';
import { factStatusSchema, factValueSchema, findingSchema, outcomeSchema } from '../output-parts.js';
import { issueHeadFields } from '../output-schema.js';

const count = z.int().min(0);
const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const figure = z.number().nullable();

const estimateSchema = z
  .strictObject({
    value: figure,
    /** The ends of the 95 % interval. */
    low: figure,
    high: figure,
    n: count,
  })
  .meta({ id: 'Estimate' });

const classSchema = z.strictObject({
  outcome: outcomeSchema,
  precision: estimateSchema,
  recall: estimateSchema,
  f1: estimateSchema,
});

const figureFields = {
  issues: count,
  known: count,
  coverage: estimateSchema,
  agreement: estimateSchema,
  balancedAccuracy: estimateSchema,
  macroF1: estimateSchema,
  mcc: estimateSchema,
  kappa: estimateSchema,
  majority: estimateSchema,
  overturned: estimateSchema,
  classes: listOf(classSchema),
  /** Rows: determined upheld, overturned, overturned in part, none stated; columns: the same predicted, then undetermined. */
  confusion: listOf(listOf(count)),
  withFindings: count,
};

const sliceSchema = z.strictObject({ name: z.string(), ...figureFields }).meta({ id: 'Slice' });
const baselineSchema = z
  .strictObject({ agreement: estimateSchema, errorsAvoided: figure })
  .meta({ id: 'Baseline' });

const causeSchema = z.strictObject({
  kind: z.enum(CAUSE_KINDS),
  name: z.string(),
  issues: count,
  /** Issues that nothing else stands in the way of. */
  alone: count,
  share: z.number(),
});

const placeSchema = z.strictObject({ document: z.string(), issue: z.int().min(1) });
const factReadSchema = z.strictObject({
  fact: z.string(),
  status: factStatusSchema,
  value: factValueSchema.nullable(),
});

const twinSchema = z
  .strictObject({
    family: z.string(),
    region: z.string().nullable(),
    laterality: z.string().nullable(),
    levels: listOf(z.string()),
    rule: z.string(),
    decidedBy: listOf(z.string()),
    decidingFacts: listOf(factReadSchema),
    sides: listOf(z.strictObject({ outcome: outcomeSchema, issues: count, samples: listOf(placeSchema) })),
    /** Facts on which the first letters of the first two sides differ; null if they could not be read again. */
    differences: listOf(
      z.strictObject({
        fact: z.string(),
        region: z.string().nullable(),
        first: z.string(),
        second: z.string(),
      }),
    ).nullable(),
  })
  .meta({ id: 'TwinGroup' });

const acceptedSchema = z.strictObject({
  document: z.string(),
  issue: z.int(),
  code: z.string(),
  rules: listOf(z.string()),
  note: z.string().optional(),
});

/** The whole document. What its figures count is told beside the types of `statistics/`. */
export const compareReportSchema = z.strictObject({
  report: z.literal('compare'),
  letters: count,
  /** Inputs that could not be read, or lack what is needed to judge them. */
  unread: count,
  overall: z.strictObject(figureFields),
  baselines: z.strictObject({ majority: baselineSchema, perCategory: baselineSchema }),
  by: z.partialRecord(z.enum(DIMENSIONS), listOf(sliceSchema)),
  undetermined: count,
  causes: listOf(causeSchema),
  deciders: listOf(
    z.strictObject({ rule: z.string(), criterion: z.string(), issues: count, agree: count, disagree: count }),
  ),
  findings: listOf(z.strictObject({ code: findingSchema.shape.code, count, accepted: count })),
  stale: listOf(acceptedSchema),
  twins: z.strictObject({ unlike: count, compared: count, leftAside: count, groups: listOf(twinSchema) }),
  repeats: z
    .strictObject({
      letters: count,
      issues: count,
      groups: listOf(z.strictObject({ first: z.string(), letters: count })),
    })
    .nullable(),
  /** Issues to look at: those with findings and those that disagree first. */
  sample: z.strictObject({
    of: count,
    shown: listOf(z.strictObject({ ...issueHeadFields, findings: listOf(findingSchema.shape.code) })),
  }),
});
/** A document that the schema accepts. */
export type CompareReport = z.infer<typeof compareReportSchema>;
type ReportFigures = CompareReport['overall'];
/** A part of the corpus by its name, as statistics name it, not as people call it. */
export type ReportSlice = ReportFigures & { readonly name: string };
/** An estimate with the ends of its 95 % interval, as `Estimate` is. */
export type ReportEstimate = z.infer<typeof estimateSchema>;
/** A kind of case with unlike outcomes, as `TwinGroup` is, and what its letters differ in. */
export type ReportTwin = CompareReport['twins']['groups'][number];
