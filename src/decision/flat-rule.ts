/**
 * A rule's trees as one list of nodes, members before their groups, so that statuses are plain arrays by position.
 * Also the plain Kleene fold over that list: used to try out many what-ifs fast, and to check the engine.
 */
import type { CriterionStatus } from '../vocabulary/decision.js';
import type { Criterion, CriterionTest, Rule } from '../vocabulary/rule.js';
import { testInWords } from './fact-test.js';
import { groupStatus } from './three-values.js';

/** A test or group by its place in the list; a shared criterion has a node in every place that uses it. */
export interface FlatNode {
  readonly criterion: Criterion;
  /** Positions of the members; empty for a test. */
  readonly members: readonly number[];
  /** Its number among the tests; null for a group. */
  readonly test: number | null;
  /** A test in words; empty for a group. */
  readonly words: string;
}

/** A rule as one list; null for the parts that it does not have. */
export interface FlatRule {
  readonly rule: Rule;
  readonly nodes: readonly FlatNode[];
  /** Positions of the roots. */
  readonly addresses: number | null;
  readonly criteria: number;
  readonly exclusions: number | null;
  readonly limits: number | null;
  /** The tests in the order of the list, and the position of each. */
  readonly tests: readonly CriterionTest[];
  readonly testPositions: readonly number[];
}

/** The criteria of a rule in one list, members before the groups that they belong to. */
export function flattenRule(rule: Rule): FlatRule {
  const nodes: FlatNode[] = [];
  const tests: CriterionTest[] = [];
  const testPositions: number[] = [];
  const add = (criterion: Criterion): number => {
    const members = criterion.kind === 'test' ? [] : criterion.members.map(add);
    const test = criterion.kind === 'test' ? tests.push(criterion) - 1 : null;
    const words = criterion.kind === 'test' ? testInWords(criterion.fact, criterion.test) : '';
    const position = nodes.push({ criterion, members, test, words }) - 1;
    if (test !== null) testPositions.push(position);
    return position;
  };
  const addresses = rule.addresses && add(rule.addresses);
  const criteria = add(rule.criteria);
  const exclusions = rule.exclusions && add(rule.exclusions);
  const limits = rule.limits && add(rule.limits);
  return { rule, nodes, addresses, criteria, exclusions, limits, tests, testPositions };
}

/** The status of every node from those of the tests, in the order of `flat.tests`. */
export function foldStatuses(flat: FlatRule, tests: readonly CriterionStatus[]): CriterionStatus[] {
  const statuses: CriterionStatus[] = [];
  for (const { criterion, members, test } of flat.nodes) {
    if (criterion.kind === 'test') statuses.push(tests[test ?? -1] ?? 'undetermined');
    else {
      const below = members.map((position) => statuses[position] ?? 'undetermined');
      statuses.push(groupStatus(criterion.kind, criterion.count, below));
    }
  }
  return statuses;
}

/** The status of a part; `whenMissing` for a part that the rule does not have. */
export function partStatus(
  statuses: readonly CriterionStatus[],
  position: number | null,
  whenMissing: CriterionStatus,
): CriterionStatus {
  return position === null ? whenMissing : (statuses[position] ?? 'undetermined');
}
