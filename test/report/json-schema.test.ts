import { describe, expect, test } from 'vitest';
import {
  DOCUMENT_SCHEMAS,
  type DocumentName,
  documentSchemaText,
  jsonSchemaText,
} from '../../src/report/json-schema.js';
import { queryReportSchema } from '../../src/report/query-schema.js';

describe('published schemas are current', () => {
  // `npm run schemas` writes the files anew.
  test.each(['check', 'explain', 'facts'] as const)('of the records of `%s`', async (name) => {
    await expect(jsonSchemaText(name)).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
  });

  test.each(Object.keys(DOCUMENT_SCHEMAS) as DocumentName[])('of the document of `%s`', async (name) => {
    await expect(documentSchemaText(name)).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
  });
});

test('rows of a query are records of anything that JSON can say', () => {
  const rows = [{ n: 1, list: ['a', null], of: { key: true } }, {}];
  expect(queryReportSchema.parse(rows)).toEqual(rows);
  for (const bad of [{}, [1], [{ n: undefined }], [[1]]])
    expect(queryReportSchema.safeParse(bad).success).toBe(false);
});
