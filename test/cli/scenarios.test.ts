/**
 * Whole runs of the built command line (`test/scenarios/*.txt`).
 * `UPDATE_SCENARIOS=1` writes down what the runs print now; look at every line that changed.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readScenario, rewriteScenario, runScenario } from '../helpers/scenario.js';

const files = readdirSync('test/scenarios').filter((name) => name.endsWith('.txt'));

describe('scenarios', () => {
  test.concurrent.each(files)(
    '%s',
    async (file) => {
      const scenario = readScenario(file);
      const outcome = await runScenario(scenario);
      if (process.env.UPDATE_SCENARIOS) rewriteScenario(file, scenario, outcome);
      else {
        const { status, stdout, stderr } = scenario;
        expect(outcome).toEqual({ status, stdout, stderr });
      }
    },
    60_000,
  );
});
