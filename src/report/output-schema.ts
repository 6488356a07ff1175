/**
 * The records of machine-readable output. What is printed is what these schemas accept, and the JSON Schemas under
 * `schemas/` are made from them. `ndjson` prints a record a line; `json` the same records in one document.
 */
import * as z from 'zod';
import { UNDETERMINED_REASONS } from '../vocabulary/decision.js';
import {
  agreementSchema,
  decisionValueSchema,
  factFields,
  findingSchema,
  outcomeSchema,
  quoteSchema,
  serviceFields,
  turningPointSchema,
} from './output-parts.js';
import { ruleTraceSchema } from './output-trace.js';

/** An input that could not be read, or a part of a letter that is missing. */
const errorRecordSchema = z
  .strictObject({
    document: z.string(),
    error: z.strictObject({
      code: z.string(),
      message: z.string(),
      line: z.int().min(1).optional(),
      column: z.int().min(1).optional(),
      page: z.int().min(1).optional(),
    }),
  })
  .meta({ id: 'ErrorRecord' });
/** A record that stands where an input could not be judged; line and column are there if a place is known. */
export type ErrorRecord = z.infer<typeof errorRecordSchema>;

const decisionFields = {
  ...serviceFields,
  decision: decisionValueSchema,
  /** Id of the rule that governs. */
  rule: z.string().nullable(),
  /** Ids of the criteria that settled it. */
  decidedBy: z.array(z.string()),
  /** Facts that further documentation could change the decision with. */
  undocumented: z.array(z.string()),
  /** Why it is undetermined, when it is. */
  reason: z.enum(UNDETERMINED_REASONS).nullable(),
  reasonText: z.string().nullable(),
};

/** Which issue, and how the two sides stand. */
export const issueHeadFields = {
  document: z.string(),
  issue: z.int().min(1),
  /** The request line on one line; as it stands in the letter in `requestQuote`. */
  request: z.string(),
  predicted: z.union([outcomeSchema, z.literal('undetermined')]),
  /** Null where the letter states no outcome. */
  actual: outcomeSchema.nullable(),
  agreement: agreementSchema,
};

const issueFields = {
  ...issueHeadFields,
  findings: z.array(findingSchema),
  /** ISO date that chose the guideline editions. */
  urDate: z.string().nullable(),
  requestQuote: quoteSchema,
};

const checkRecordSchema = z
  .strictObject({ ...issueFields, services: z.array(z.strictObject(decisionFields)) })
  .meta({ id: 'CheckRecord' });
/** A line of `check`. */
export type CheckRecord = z.infer<typeof checkRecordSchema>;

const factRecordSchema = z.strictObject({ document: z.string(), ...factFields }).meta({ id: 'FactRecord' });
/** A line of `facts`; a letter without facts has none. */
export type FactRecord = z.infer<typeof factRecordSchema>;

const citedSchema = z.strictObject({
  kind: z.enum(['schedule', 'other']),
  title: z.string(),
  year: z.string().nullable(),
  sections: z.array(z.string()),
  pages: z.string().nullable(),
  quote: quoteSchema,
});

const citationBlockSchema = z
  .strictObject({
    basedOnSchedule: z.boolean().nullable(),
    sources: z.array(citedSchema),
    quote: quoteSchema,
  })
  .meta({ id: 'CitationBlock' });

const determinationSchema = z
  .strictObject({
    outcome: z.strictObject({ value: outcomeSchema, quote: quoteSchema }).nullable(),
    claimsAdministrator: citationBlockSchema.nullable(),
    reviewer: citationBlockSchema.nullable(),
    rationale: quoteSchema.nullable(),
  })
  .meta({ id: 'Determination' });

const explainRecordSchema = z
  .strictObject({
    ...issueFields,
    services: z.array(
      z.strictObject({
        ...decisionFields,
        /** Every rule for the service with its trace, the governing one first. */
        rules: z.array(ruleTraceSchema),
        turningPoints: z.array(turningPointSchema),
      }),
    ),
    determination: determinationSchema.nullable(),
  })
  .meta({ id: 'ExplainRecord' });
/** A line of `explain`: what `check` says, with traces, turning points and the words of the determination. */
export type ExplainRecord = z.infer<typeof explainRecordSchema>;

/** Any line of output; an `ErrorRecord` is known by its key `error`. */
export type OutputRecord = CheckRecord | FactRecord | ExplainRecord | ErrorRecord;

/** The record of a line of output, by the command that prints it. */
export const OUTPUT_SCHEMAS = {
  check: z.union([checkRecordSchema, errorRecordSchema]),
  explain: z.union([explainRecordSchema, errorRecordSchema]),
  facts: z.union([factRecordSchema, errorRecordSchema]),
} as const;
/** A command that prints records. */
export type ReportName = keyof typeof OUTPUT_SCHEMAS;

const totalsSchema = z
  .strictObject({
    letters: z.int(),
    issues: z.int(),
    agreements: z.strictObject({ agree: z.int(), disagree: z.int(), 'not-comparable': z.int() }),
    undetermined: z.int(),
    findings: z.int(),
    findingsInLetters: z.int(),
    unread: z.int(),
  })
  .meta({ id: 'Totals' });

/** The whole document that `--format json` prints for a command. */
export function reportSchema(name: ReportName) {
  return z.strictObject({
    report: z.literal(name),
    records: z.array(OUTPUT_SCHEMAS[name]),
    totals: totalsSchema,
  });
}
