/**
 * The JSON Schemas of machine-readable output, made from the schemas that the output is checked against.
 */
import * as z from 'zod';
import { compareReportSchema } from './compare/compare-schema.js';
import { impactReportSchema } from './impact-schema.js';
import { OUTPUT_SCHEMAS, type ReportName } from './output-schema.js';
import { queryReportSchema } from './query-schema.js';
import {
  coverageReportSchema,
  lintReportSchema,
  mutationReportSchema,
  testReportSchema,
} from './rules-schema.js';
import { showReportSchema } from './show-schema.js';

/** The schema of one record (one line of NDJSON) of a command, as text that ends with a line end. */
export function jsonSchemaText(name: ReportName): string {
  return schemaText(`One record of \`necessity ${name} --format ndjson\``, OUTPUT_SCHEMAS[name]);
}

/** What prints one document, by the name of its schema file: the command, and what the document is. */
export const DOCUMENT_SCHEMAS = {
  compare: ['compare --format json', compareReportSchema],
  query: ['query --format json', queryReportSchema],
  'rules-coverage': ['rules coverage --format json', coverageReportSchema],
  'rules-impact': ['rules impact --format json', impactReportSchema],
  'rules-lint': ['rules lint --format json', lintReportSchema],
  'rules-mutation': ['rules coverage --mutate --format json', mutationReportSchema],
  'rules-show': ['rules show --format json', showReportSchema],
  'rules-test': ['rules test --format json', testReportSchema],
} as const satisfies Readonly<Record<string, readonly [string, z.ZodType]>>;
/** The name of a file under `schemas/`, without `.schema.json`. */
export type DocumentName = keyof typeof DOCUMENT_SCHEMAS;

/** The schema of the one document that a command prints. */
export function documentSchemaText(name: DocumentName): string {
  const [command, schema] = DOCUMENT_SCHEMAS[name];
  return schemaText(`The document that \`necessity ${command}\` prints`, schema);
}

function schemaText(title: string, of: z.ZodType): string {
  const schema = z.toJSONSchema(of, { target: 'draft-2020-12', io: 'output' });
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}
