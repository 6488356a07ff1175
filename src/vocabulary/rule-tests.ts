/**
 * The trees of a rule, and the tests in them.
 */
import type { Criterion, CriterionTest, Rule } from './rule.js';

/** In the order of the file. */
export function partsOf(rule: Rule): readonly Criterion[] {
  return [rule.addresses, rule.criteria, rule.exclusions, rule.limits].filter((part) => part !== null);
}

/** Every test of a rule in the order of the file, shared ones once. */
export function testsOf(rule: Rule): readonly CriterionTest[] {
  const tests = new Set<CriterionTest>();
  const seen = new Set<Criterion>();
  const walk = (criterion: Criterion): void => {
    if (seen.has(criterion)) return;
    seen.add(criterion);
    if (criterion.kind === 'test') tests.add(criterion);
    else criterion.members.forEach(walk);
  };
  partsOf(rule).forEach(walk);
  return [...tests];
}
