/**
 * What `necessity rules lint`, `test` and `coverage` print with `--format json`, as schemas: one document each. The
 * JSON Schemas under `schemas/` are made from them.
 * Not here: rules as their readers want them (`show-schema.ts`), what an edit does (`impact-schema.ts`).
 */
import * as z from 'zod';
import { BRANCHES, type RuleCoverage, type RuleMutation } from '../vocabulary/coverage.js';
import { diagnosticSchema, relatedPlaceSchema } from './diagnostic-record.js';
import { criterionStatusSchema, rulePlaceSchema } from './output-parts.js';
import { ruleTraceSchema } from './output-trace.js';

const count = z.int().min(0);
const ordinal = z.int().min(1);
const percent = z.number().min(0).max(100);
const names = z.array(z.string());

/** What `rules lint` prints. */
export const lintReportSchema = z.strictObject({
  report: z.literal('lint'),
  /** What was looked at. */
  counts: z.strictObject({ rules: count, examples: count, facts: count }),
  totals: z.strictObject({ error: count, warning: count, note: count }),
  /** By file and place, notes included. */
  diagnostics: z.array(diagnosticSchema),
});

const expectedSchema = z.enum(['met', 'not-met', 'undetermined', 'silent']);
const exampleEndSchema = z.enum([...expectedSchema.options, 'out-of-force']);

const nearMissSchema = z
  .strictObject({
    /** The alternative, or its members. */
    name: z.string(),
    met: count,
    needed: count,
    failed: z.array(z.strictObject({ name: z.string(), status: criterionStatusSchema })),
  })
  .meta({ id: 'NearMiss' });

const exampleRecordSchema = z
  .strictObject({
    rule: z.string(),
    example: z.string(),
    file: z.string(),
    line: ordinal,
    column: ordinal,
    expect: expectedSchema,
    end: exampleEndSchema,
    passed: z.boolean(),
    /** What is not as expected, as the end of a sentence about the example. */
    failure: z.string().nullable(),
    decidedBy: names,
    expectedDecidedBy: names.nullable(),
    undocumented: names,
    /** How near the alternatives came, the nearest first; empty where the criteria are met. */
    nearMisses: z.array(nearMissSchema),
    /** Of failing examples: the criteria that settled it otherwise, and what the example gives. */
    places: z.array(relatedPlaceSchema).optional(),
    /** Of failing examples; null where the rule is not for the service. */
    trace: ruleTraceSchema.nullable().optional(),
  })
  .meta({ id: 'Example' });

/** What `rules test` prints: every example, passing ones too, and all that is wrong with the files. */
export const testReportSchema = z.strictObject({
  report: z.literal('test'),
  examples: z.array(exampleRecordSchema),
  problems: z.array(diagnosticSchema),
  totals: z.strictObject({ rules: count, examples: count, failed: count, problems: count }),
});
/** A document that the schema accepts. */
export type TestReport = z.infer<typeof testReportSchema>;

const ruleCoverageSchema = z
  .strictObject({
    rule: z.string(),
    file: z.string(),
    examples: count,
    criteria: z.array(
      z.strictObject({
        id: z.string().nullable(),
        place: rulePlaceSchema,
        met: count,
        notMet: count,
        undetermined: count,
        /** How often it settled the decision; null for a group. */
        decides: count.nullable(),
        /** Examples on its number; null where it compares with none. */
        limit: count.nullable(),
        missing: z.array(z.enum(BRANCHES)),
      }),
    ),
    covered: count,
    branches: count,
  })
  .meta({ id: 'RuleCoverage' }) satisfies z.ZodType<RuleCoverage>;

/** What `rules coverage` prints; `percent` is of the branches of all rules together. */
export const coverageReportSchema = z.strictObject({
  report: z.literal('coverage'),
  rules: z.array(ruleCoverageSchema),
  totals: z.strictObject({ rules: count, examples: count, covered: count, branches: count, percent }),
});

const ruleMutationSchema = z
  .strictObject({
    rule: z.string(),
    file: z.string(),
    killed: count,
    survivors: z.array(
      z.strictObject({
        mutation: z.strictObject({
          kind: z.enum(['limit', 'operator', 'drop', 'swap', 'count', 'negate', 'silence', 'values']),
          place: rulePlaceSchema,
          words: z.string(),
        }),
        /** An example that would notice it; null where none was found. */
        killer: z
          .strictObject({
            from: z.string(),
            changes: z.array(z.strictObject({ fact: z.string(), to: z.string() })),
            end: exampleEndSchema,
            mutantEnd: exampleEndSchema,
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'RuleMutation' }) satisfies z.ZodType<RuleMutation>;

/** What `rules coverage --mutate` prints; `percent` is of the mutants that some example could tell from the rule. */
export const mutationReportSchema = z.strictObject({
  report: z.literal('mutation'),
  rules: z.array(ruleMutationSchema),
  totals: z.strictObject({ killed: count, survived: count, equivalent: count, percent }),
});
