/**
 * The smallest changes of what the case says that would turn a decision: one fact, or two where no one fact does.
 * A changed fact changes every test on it. What-ifs are folded, not run through the engine: there are many.
 */
import type { CriterionStatus, DecisionValue, TurningPoint } from '../vocabulary/decision.js';
import type { CriterionTest } from '../vocabulary/rule.js';
import { testReading } from './fact-test.js';
import type { HeldRule } from './held-rule.js';
import { type OtherReading, otherReadings } from './other-readings.js';
import { verdictIf } from './verdict.js';

/** More what-ifs than any real rule needs; keeps a huge rule from taking long. */
const MOST_PAIRS = 20_000;
const MOST_SHOWN = 12;

/** How the rules that govern together come to one decision. */
export type Combine = (decisions: readonly DecisionValue[]) => DecisionValue;

/** One fact read otherwise, and the tests whose status that changes. */
interface Change {
  readonly fact: string;
  readonly criterion: string;
  readonly to: string;
  /** The test whose words `to` are, and those that change, by their order among the tests on the fact. */
  readonly test: number;
  readonly changed: readonly number[];
  readonly effects: readonly {
    readonly rule: number;
    readonly test: number;
    readonly status: CriterionStatus;
  }[];
}

/** A test on a fact, as it stands. */
interface Site {
  readonly rule: number;
  readonly test: number;
  readonly criterion: CriterionTest;
  readonly now: CriterionStatus;
}

/**
 * The changes that would turn what some rules come to together.
 * @param held the rules that govern together; usually one
 * @returns in the order of the rule file, each turning to a settled decision other than the present one
 */
export function turningPoints(held: readonly HeldRule[], combine: Combine): readonly TurningPoint[] {
  const present = combine(held.map((one) => one.decision));
  const changes = possibleChanges(held);
  const turned = (...tried: readonly Change[]): DecisionValue | null => {
    const decision = decideWith(held, tried, combine);
    return decision === present || decision === 'undetermined' ? null : decision;
  };
  const single = changes.flatMap((change) => {
    const decision = turned(change);
    return decision === null ? [] : [{ decision, change }];
  });
  if (single.length > 0) {
    const least = single.filter(({ decision, change }) =>
      single.every((other) => other.decision !== decision || !isWithin(other.change, change)),
    );
    return least.slice(0, MOST_SHOWN).map(({ decision, change }) => pointOf(decision, change));
  }
  return pairsThatTurn(changes, turned);
}

function pairsThatTurn(
  changes: readonly Change[],
  turned: (...tried: readonly Change[]) => DecisionValue | null,
): readonly TurningPoint[] {
  const found: TurningPoint[] = [];
  let pairs = 0;
  for (const [i, first] of changes.entries()) {
    for (const second of changes.slice(i + 1)) {
      if (second.fact === first.fact) continue;
      if (++pairs > MOST_PAIRS || found.length >= MOST_SHOWN) return found;
      const decision = turned(first, second);
      if (decision !== null) found.push(pointOf(decision, first, second));
    }
  }
  return found;
}

function pointOf(decision: DecisionValue, ...changes: readonly Change[]): TurningPoint {
  return { decision, changes: changes.map(({ fact, criterion, to }) => ({ fact, criterion, to })) };
}

/** Whether one change of a fact does less than another of the same fact: `at most 6` where `at most 4` turns it as well. */
function isWithin(one: Change, other: Change): boolean {
  if (one.fact !== other.fact || one.changed.length >= other.changed.length) return false;
  return one.changed.every((site) => other.changed.includes(site));
}

function decideWith(held: readonly HeldRule[], changes: readonly Change[], combine: Combine): DecisionValue {
  const decisions = held.map((one, rule) => {
    const statuses = [...one.testStatuses];
    for (const { effects } of changes) {
      for (const effect of effects) if (effect.rule === rule) statuses[effect.test] = effect.status;
    }
    return verdictIf(one.flat, statuses);
  });
  return combine(decisions);
}

/** Every change that makes a difference to some test, each difference once, in the order of the files. */
function possibleChanges(held: readonly HeldRule[]): readonly Change[] {
  const sites = new Map<string, Site[]>();
  held.forEach(({ flat, testStatuses }, rule) => {
    flat.tests.forEach((criterion, test) => {
      const site = { rule, test, criterion, now: testStatuses[test] ?? 'undetermined' };
      const known = sites.get(criterion.fact);
      if (known) known.push(site);
      else sites.set(criterion.fact, [site]);
    });
  });
  return [...sites].flatMap(([fact, places]) => changesOf(fact, places));
}

/** The ways in which one fact can be read otherwise, one for each row of statuses, told in words of a test that changes. */
function changesOf(fact: string, places: readonly Site[]): readonly Change[] {
  const tests = places.map((site) => site.criterion);
  const rows = new Map<string, Change>();
  for (const other of otherReadings(fact, tests)) {
    const statuses = tests.map((test) => statusWith(test, other));
    const changed = places.flatMap((site, i) => (site.now === statuses[i] ? [] : [i]));
    if (changed.length === 0) continue;
    const known = rows.get(statuses.join());
    if (known !== undefined && (known.changed.includes(known.test) || !changed.includes(other.test)))
      continue;
    const effects = places.map(({ rule, test }, i) => ({
      rule,
      test,
      status: statuses[i] ?? 'undetermined',
    }));
    const criterion = tests[changed.includes(other.test) ? other.test : (changed[0] ?? 0)]?.id ?? '';
    rows.set(statuses.join(), { fact, criterion, to: other.to, test: other.test, changed, effects });
  }
  return [...rows.values()];
}

function statusWith(criterion: CriterionTest, other: OtherReading): CriterionStatus {
  return testReading(criterion, other.reading).status;
}
