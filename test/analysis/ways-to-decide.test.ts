import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/analysis/fact-classes.js';
import { waysTo } from '../../src/analysis/ways-to-decide.js';
import { flattenRule, foldStatuses } from '../../src/decision/flat-rule.js';
import { verdictOf } from '../../src/decision/verdict.js';
import type { DecisionValue } from '../../src/vocabulary/decision.js';
import { anyRule, anyStatus } from '../helpers/arbitrary-rules.js';

const DECISIONS: readonly DecisionValue[] = [
  'medically-necessary',
  'not-medically-necessary',
  'undetermined',
];

describe('the ways to a decision', () => {
  it('lead to it, and to a settled decision there is no other', () => {
    const statuses = fc.array(anyStatus, { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(anyRule(), statuses, (rule, given) => {
        const flat = flattenRule(rule);
        const all = foldStatuses(
          flat,
          flat.tests.map((_, i) => given[i % given.length] ?? 'met'),
        );
        const verdict = verdictOf(flat, all);
        for (const decision of DECISIONS) {
          const isOnWay = waysTo(flat, decision).some((goals) =>
            goals.every(
              ({ position, wanted }) => (wanted & (1 << LEVELS[all[position] ?? 'undetermined'])) !== 0,
            ),
          );
          if (isOnWay) expect(verdict).toBe(decision);
          else if (decision !== 'undetermined') expect(verdict).not.toBe(decision);
        }
      }),
      { numRuns: 400 },
    );
  });
});
