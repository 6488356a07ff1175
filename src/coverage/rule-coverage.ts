/**
 * Which criteria of a rule, and which of their branches, its examples exercise.
 * A test has the branches met, not met and `decides` (it is among the criteria that settle the decision; one of
 * `addresses` decides where the rule would speak otherwise without it), a comparison with a number also `limit`; a
 * group has met and not met. Undetermined is counted and shown, but not asked for: an example for the whole rule is.
 */

import { type FlatRule, flattenRule, foldStatuses, partStatus } from '../decision/flat-rule.js';
import { decidersOfHeld, readingsOf } from '../decision/fold-example.js';
import { foldRule, type HeldRule } from '../decision/held-rule.js';
import { negate } from '../decision/three-values.js';
import type { Branch, CriterionCoverage, RuleCoverage } from '../vocabulary/coverage.js';
import type { Criterion, Rule, RuleExample } from '../vocabulary/rule.js';

/** Which branches of a rule its examples take. */
export function coverRule(rule: Rule, examples: readonly RuleExample[]): RuleCoverage {
  const flat = flattenRule(rule);
  const counts = new Map<Criterion, Counts>();
  for (const { criterion } of flat.nodes)
    if (isWritten(criterion, flat)) counts.set(criterion, new Counts(criterion));
  for (const example of examples) {
    const readings = readingsOf(rule, example);
    if (typeof readings === 'string') continue;
    count(
      foldRule(flat, (fact) => readings.ask(fact)),
      counts,
    );
  }
  const criteria = [...counts.values()]
    .map((one) => one.coverage())
    .sort((a, b) => a.place.span.start - b.place.span.start);
  const missing = criteria.reduce((sum, one) => sum + one.missing.length, 0);
  const branches = criteria.reduce((sum, one) => sum + branchesOf(one).length, 0);
  const file = rule.place.file;
  return { rule: rule.id, file, examples: examples.length, criteria, covered: branches - missing, branches };
}

/** The groups around exclusions and limits are made by the reader, not written by the author. */
function isWritten(criterion: Criterion, { rule }: FlatRule): boolean {
  return criterion !== rule.exclusions && criterion !== rule.limits;
}

/** What the examples show of one criterion so far. */
class Counts {
  met = 0;
  notMet = 0;
  undetermined = 0;
  decides = 0;
  limit = 0;
  readonly #criterion: Criterion;

  constructor(criterion: Criterion) {
    this.#criterion = criterion;
  }

  coverage(): CriterionCoverage {
    const { met, notMet, undetermined } = this;
    const criterion = this.#criterion;
    const isTest = criterion.kind === 'test';
    const hasLimit = isTest && 'value' in criterion.test;
    const counts = {
      id: criterion.id,
      place: criterion.place,
      met,
      notMet,
      undetermined,
      decides: isTest ? this.decides : null,
      limit: hasLimit ? this.limit : null,
    };
    return { ...counts, missing: branchesOf(counts).filter((branch) => seen(counts, branch) === 0) };
  }
}

function branchesOf({ decides, limit }: Pick<CriterionCoverage, 'decides' | 'limit'>): readonly Branch[] {
  const tests: readonly Branch[] = decides === null ? [] : ['decides'];
  const limits: readonly Branch[] = limit === null ? [] : ['limit'];
  return ['met', 'not-met', ...tests, ...limits];
}

function seen(counts: Omit<CriterionCoverage, 'missing'>, branch: Branch): number {
  if (branch === 'not-met') return counts.notMet;
  return counts[branch] ?? 0;
}

/** Adds one example; a shared criterion counts once, however often the rule uses it. */
function count(held: HeldRule, counts: ReadonlyMap<Criterion, Counts>): void {
  const deciders = new Set(decidersOfHeld(held));
  const done = new Set<Criterion>();
  held.flat.nodes.forEach(({ criterion, test }, position) => {
    const own = counts.get(criterion);
    if (own === undefined || done.has(criterion)) return;
    done.add(criterion);
    const status = held.statuses[position];
    if (status === 'met') own.met++;
    else if (status === 'not-met') own.notMet++;
    else own.undetermined++;
    if (criterion.kind !== 'test' || test === null) return;
    if (deciders.has(criterion.id) || opensRule(held, test)) own.decides++;
    if ('value' in criterion.test && held.readings[test]?.value === criterion.test.value) own.limit++;
  });
}

/** True if the rule would not speak, or would speak, were this test of `addresses` the other way. */
function opensRule({ flat, testStatuses, addresses }: HeldRule, test: number): boolean {
  if (flat.addresses === null || (flat.testPositions[test] ?? 0) > flat.addresses) return false;
  if (addresses === 'undetermined') return false;
  const other = testStatuses.map((status, i) => (i === test ? negate(status) : status));
  return partStatus(foldStatuses(flat, other), flat.addresses, 'met') !== addresses;
}
