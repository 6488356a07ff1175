/**
 * What `necessity rules show --format json` prints, as a schema; the JSON Schema under `schemas/` is made from it.
 */
import * as z from 'zod';
import { citationSchema, criterionStatusSchema, decisionValueSchema } from './output-parts.js';
import type { RuleView } from './rule-view.js';

const count = z.int().min(0);
const namedSchema = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'Named' });

const criterionUseSchema = z
  .strictObject({ decided: count, met: count, notMet: count, undetermined: count })
  .meta({ id: 'CriterionUse' });

const criterionSchema = z
  .strictObject({
    kind: z.enum(['test', 'all', 'any', 'not', 'at-least']),
    id: z.string().nullable(),
    because: z.string().nullable(),
    asks: z.string(),
    fact: z.string().nullable(),
    /** What silence counts as, as a sentence. */
    silence: z.string().nullable(),
    confidence: z.enum(['verified', 'domain-knowledge']).nullable(),
    citation: citationSchema.nullable(),
    get members() {
      return z.array(criterionSchema);
    },
    /** Counts over letters; null without `--corpus`. */
    use: criterionUseSchema.nullable(),
  })
  .meta({ id: 'Criterion' });

const exampleSchema = z
  .strictObject({
    name: z.string(),
    service: z.string(),
    date: z.string().nullable(),
    facts: z.array(z.strictObject({ fact: z.string(), said: z.string() })),
    text: z.string().nullable(),
    expect: z.union([criterionStatusSchema, z.literal('silent')]),
    decidedBy: z.array(z.string()).nullable(),
  })
  .meta({ id: 'ShownExample' });

const useSchema = z
  .strictObject({
    letters: count,
    services: count,
    governed: count,
    silent: count,
    outranked: count,
    notInForce: count,
    decisions: z.record(decisionValueSchema, count),
  })
  .meta({ id: 'RuleUse' });

const ruleViewSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  line: z.int().min(1),
  families: z.array(namedSchema),
  /** Null: any region, and requests that name none. */
  regions: z.array(namedSchema).nullable(),
  qualifiers: z.array(z.string()),
  citation: citationSchema,
  tier: z.int().min(1).max(4),
  effective: z.strictObject({ from: z.string(), until: z.string().nullable() }),
  decision: decisionValueSchema,
  otherwise: decisionValueSchema,
  addresses: criterionSchema.nullable(),
  criteria: criterionSchema,
  exclusions: criterionSchema.nullable(),
  limits: criterionSchema.nullable(),
  confidence: z.strictObject({ verified: count, tests: count }),
  notes: z.string().nullable(),
  examples: z.array(exampleSchema),
  /** Null without `--corpus`. */
  use: useSchema.nullable(),
}) satisfies z.ZodType<RuleView>;

/** The whole document: one rule, its keys beside `report`. */
export const showReportSchema = z.strictObject({
  report: z.literal('show'),
  ...ruleViewSchema.shape,
});
