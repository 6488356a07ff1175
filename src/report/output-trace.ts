/**
 * Traces in machine-readable output: the tree of a rule with the status and the reading of each test.
 */
import * as z from 'zod';
import {
  citationSchema,
  criterionStatusSchema,
  decisionValueSchema,
  factFields,
  factStatusSchema,
  factValueSchema,
  rulePlaceSchema,
} from './output-parts.js';

const readingSchema = z
  .strictObject({
    fact: z.string(),
    status: factStatusSchema,
    value: factValueSchema.nullable(),
    gap: z.boolean(),
    because: z.string(),
    facts: z.array(z.strictObject(factFields)),
  })
  .meta({ id: 'FactReading' });

const testNodeSchema = z
  .strictObject({
    kind: z.literal('test'),
    id: z.string(),
    status: criterionStatusSchema,
    because: z.string(),
    test: z.string(),
    reading: readingSchema,
    assumed: z.enum(['not-documented', 'uncertain']).nullable(),
    citation: citationSchema.nullable(),
    place: rulePlaceSchema,
  })
  .meta({ id: 'TestNode' });

const groupNodeSchema = z
  .strictObject({
    kind: z.enum(['all', 'any', 'not', 'at-least']),
    id: z.string().nullable(),
    status: criterionStatusSchema,
    because: z.string().nullable(),
    count: z.int().nullable(),
    get children() {
      return z.array(z.union([testNodeSchema, groupNodeSchema]));
    },
    place: rulePlaceSchema,
  })
  .meta({ id: 'GroupNode' });

const traceNodeSchema = z.union([testNodeSchema, groupNodeSchema]);
/** A test, or a group with the nodes below it. */
export type OutputTraceNode = z.infer<typeof traceNodeSchema>;

/**
 * One rule for a service: its four trees, null where the rule has none or was not asked, and why it was passed over,
 * if it was.
 */
export const ruleTraceSchema = z
  .strictObject({
    rule: z.string(),
    title: z.string(),
    tier: z.number(),
    citation: citationSchema,
    place: rulePlaceSchema,
    passedOver: z.enum(['not-in-force', 'silent', 'lower-tier']).nullable(),
    passedOverBecause: z.string().nullable(),
    decision: decisionValueSchema,
    addresses: traceNodeSchema.nullable(),
    criteria: traceNodeSchema.nullable(),
    exclusions: traceNodeSchema.nullable(),
    limits: traceNodeSchema.nullable(),
  })
  .meta({ id: 'RuleTrace' });
/** A trace that the schema accepts. */
export type OutputRuleTrace = z.infer<typeof ruleTraceSchema>;
