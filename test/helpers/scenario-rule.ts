/** The one rule of the scenarios. */
import { readFileSync } from 'node:fs';

export function readScenarioRule(): string {
  return readFileSync('test/scenarios/rules/test-guide/low-back-scan.yaml', 'utf8');
}
