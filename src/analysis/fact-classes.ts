/**
 * Groups what a case can say on a fact by what it does to the tests on it: one class per row of statuses.
 * Statuses are numbers here, in their order: 0 not met, 1 undetermined, 2 met; so `all` is the least, `any` the most.
 */
import { testReading } from '../decision/fact-test.js';
import type { CriterionStatus } from '../vocabulary/decision.js';
import { type FactReading, silentOn } from '../vocabulary/fact.js';
import type { CriterionTest } from '../vocabulary/rule.js';
import type { FactDomains } from './fact-domain.js';
import { representativeReadings } from './representative-readings.js';

/** 0 not met, 1 undetermined, 2 met. */
export type Level = 0 | 1 | 2;

/** Statuses as levels. */
export const LEVELS: Readonly<Record<CriterionStatus, Level>> = { 'not-met': 0, undetermined: 1, met: 2 };

/** All readings of a fact that come to the same in every test on it. */
export interface FactClass {
  /** One of the readings that belong to it, the plainest. */
  readonly reading: FactReading;
  /** One per test of the variable. */
  readonly levels: readonly Level[];
}

/** What one fact can do to the tests on it. */
export interface FactVariable {
  readonly fact: string;
  /** Positions of its tests in the list they came from. */
  readonly tests: readonly number[];
  readonly classes: readonly FactClass[];
  /** False where the fact was too much to take apart: its tests are then treated as if they had nothing to do with each other. */
  readonly isExact: boolean;
}

/** Which cases are looked at; all that can be where nothing is given. */
export interface VariableOptions {
  /** Only cases that leave nothing open. */
  readonly fullyStated?: boolean;
  /** The only readings that some facts can have, such as what was asked for when the request is known. */
  readonly given?: ReadonlyMap<string, readonly FactReading[]>;
}

/** The variables of a list of tests, in the order in which their facts appear. */
export function factVariables(
  tests: readonly CriterionTest[],
  domains: FactDomains,
  options: VariableOptions = {},
): readonly FactVariable[] {
  const byFact = new Map<string, number[]>();
  tests.forEach((test, i) => {
    const known = byFact.get(test.fact);
    if (known) known.push(i);
    else byFact.set(test.fact, [i]);
  });
  return [...byFact].flatMap(([fact, positions]) => {
    const readings = readingsFor(fact, positions, tests, domains, options);
    if (readings !== null) return [variable(fact, positions, tests, readings, true)];
    return positions.map((position) => {
      const alone = readingsFor(fact, [position], tests, domains, options) ?? [];
      return variable(fact, [position], tests, alone, false);
    });
  });
}

function readingsFor(
  fact: string,
  positions: readonly number[],
  tests: readonly CriterionTest[],
  domains: FactDomains,
  { fullyStated = false, given }: VariableOptions,
): readonly FactReading[] | null {
  const known = given?.get(fact);
  if (known) return known;
  const domain = domains.get(fact);
  if (domain === undefined) return null;
  const own = positions.flatMap((position) => tests[position]?.test ?? []);
  return representativeReadings(domain, own, fullyStated);
}

function variable(
  fact: string,
  positions: readonly number[],
  tests: readonly CriterionTest[],
  readings: readonly FactReading[],
  isExact: boolean,
): FactVariable {
  const classes = new Map<string, FactClass>();
  for (const reading of readings) {
    const levels = positions.map((position) => {
      const test = tests[position];
      return test === undefined ? 1 : LEVELS[testReading(test, reading).status];
    });
    const key = levels.join('');
    if (!classes.has(key)) classes.set(key, { reading, levels });
  }
  if (classes.size === 0) return { fact, tests: positions, classes: anyLevels(fact), isExact: false };
  return { fact, tests: positions, classes: [...classes.values()], isExact };
}

/** For one test that nothing is known of. */
function anyLevels(fact: string): readonly FactClass[] {
  const reading = silentOn(fact);
  return ([0, 1, 2] as const).map((level) => ({ reading, levels: [level] }));
}
