/**
 * The JSON Schemas of machine-readable output, made from the schemas that the output is checked against.
 */
import * as z from 'zod';
import { compareReportSchema } from './compare/compare-schema.js';
import { OUTPUT_SCHEMAS, type ReportName } from './output-schema.js';

/** The schema of one record (one line of NDJSON) of a command, as text that ends with a line end. */
export function jsonSchemaText(name: ReportName): string {
  const schema = z.toJSONSchema(OUTPUT_SCHEMAS[name], { target: 'draft-2020-12', io: 'output' });
  const title = `One record of \`necessity ${name} --format ndjson\``;
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}

/** The schema of the one document that a comparison prints. */
export function compareSchemaText(): string {
  const schema = z.toJSONSchema(compareReportSchema, { target: 'draft-2020-12', io: 'output' });
  const title = 'The document that `necessity compare --format json` prints';
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}
