import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli', import.meta.url));

test('the build keeps compiled code for single letters, and for the threads of long runs', () => {
  const kept = readdirSync(CLI).filter((name) => name.endsWith('.code'));
  expect(kept.length).toBeGreaterThanOrEqual(2);
  const bundle = statSync(join(CLI, 'whole.cjs')).size;
  for (const name of kept) expect(statSync(join(CLI, name)).size).toBeGreaterThan(bundle / 4);
});
