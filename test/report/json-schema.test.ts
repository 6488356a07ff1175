import { expect, test } from 'vitest';
import { compareSchemaText, jsonSchemaText } from '../../src/report/json-schema.js';

// `npm run schemas` writes the files anew.
test.each(['check', 'explain', 'facts'] as const)('the published schema of `%s` is current', async (name) => {
  await expect(jsonSchemaText(name)).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
});

test('the published schema of `compare` is current', async () => {
  await expect(compareSchemaText()).toMatchFileSnapshot('../../schemas/compare.schema.json');
});
