import { expect, test } from 'vitest';
import { jsonSchemaText } from '../../src/report/json-schema.js';

// `npm run schemas` writes the files anew.
test.each(['check', 'explain', 'facts'] as const)('the published schema of `%s` is current', async (name) => {
  await expect(jsonSchemaText(name)).toMatchFileSnapshot(`../../schemas/${name}.schema.json`);
});
