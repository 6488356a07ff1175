/**
 * Looks for a case in which nodes of several rules come to wanted levels.
 * Facts are tried class by class, those that stand in several tests first; a branch is left as soon as sets of levels
 * (`level-sets.ts`) show that a goal is out of reach. Plain readings are tried first, so a case found says little.
 */
import type { FlatRule } from '../decision/flat-rule.js';
import type { FactReading } from '../vocabulary/fact.js';
import type { CriterionTest } from '../vocabulary/rule.js';
import { type FactVariable, factVariables, type VariableOptions } from './fact-classes.js';
import type { FactDomains } from './fact-domain.js';
import { ANY_LEVEL, groupLevels, type LevelSet } from './level-sets.js';

/** A node of a rule that must come to one of some levels. */
export interface Goal {
  readonly flat: FlatRule;
  readonly position: number;
  readonly wanted: LevelSet;
}

/** Readings by fact; what is not named is not documented. */
export type FoundCase = ReadonlyMap<string, FactReading>;

const MOST_TRIES = 4000;

/** Looks for a case that reaches all goals. @returns `none` if there is provably none, `unknown` if there was too much to try */
export function findCase(
  goals: readonly Goal[],
  domains: FactDomains,
  options: VariableOptions = {},
): FoundCase | 'none' | 'unknown' {
  return new Search(goals, domains, options).run();
}

class Search {
  readonly #goals: readonly Goal[];
  readonly #variables: readonly FactVariable[];
  /** Number in the list of all tests, by rule and number in the rule. */
  readonly #offsets = new Map<FlatRule, ReadonlyMap<number, number>>();
  readonly #sets: LevelSet[] = [];
  readonly #chosen = new Map<string, FactReading>();
  #triesLeft = MOST_TRIES;

  constructor(goals: readonly Goal[], domains: FactDomains, options: VariableOptions) {
    this.#goals = goals;
    const tests: CriterionTest[] = [];
    for (const flat of new Set(goals.map((goal) => goal.flat))) {
      const numbers = new Map<number, number>();
      for (const goal of goals.filter((one) => one.flat === flat)) {
        for (const test of testsBelow(flat, goal.position)) {
          const criterion = flat.tests[test];
          if (criterion !== undefined && !numbers.has(test)) numbers.set(test, tests.push(criterion) - 1);
        }
      }
      this.#offsets.set(flat, numbers);
    }
    const variables = factVariables(tests, domains, options);
    this.#variables = [...variables].sort((a, b) => b.tests.length - a.tests.length);
    for (const { tests: own, classes } of variables) {
      own.forEach((test, i) => {
        this.#sets[test] = classes.reduce((set, { levels }) => set | (1 << (levels[i] ?? 1)), 0);
      });
    }
  }

  run(): FoundCase | 'none' | 'unknown' {
    if (this.#try(0)) return this.#chosen;
    return this.#triesLeft < 0 ? 'unknown' : 'none';
  }

  #try(index: number): boolean {
    if (this.#triesLeft-- < 0 || !this.#inReach()) return false;
    const variable = this.#variables[index];
    if (variable === undefined) return true;
    const { fact, tests, classes } = variable;
    const before = tests.map((test) => this.#sets[test] ?? ANY_LEVEL);
    for (const { reading, levels } of classes) {
      tests.forEach((test, i) => {
        this.#sets[test] = 1 << (levels[i] ?? 1);
      });
      this.#chosen.set(fact, reading);
      if (this.#try(index + 1)) return true;
    }
    tests.forEach((test, i) => {
      this.#sets[test] = before[i] ?? ANY_LEVEL;
    });
    this.#chosen.delete(fact);
    return false;
  }

  #inReach(): boolean {
    return this.#goals.every(({ flat, position, wanted }) => (this.#setOf(flat, position) & wanted) !== 0);
  }

  #setOf(flat: FlatRule, position: number): LevelSet {
    const node = flat.nodes[position];
    if (node === undefined) return ANY_LEVEL;
    if (node.criterion.kind === 'test') {
      return this.#sets[this.#offsets.get(flat)?.get(node.test ?? -1) ?? -1] ?? ANY_LEVEL;
    }
    const below = node.members.map((member) => this.#setOf(flat, member));
    return groupLevels(node.criterion.kind, node.criterion.count, below);
  }
}

function testsBelow(flat: FlatRule, position: number): number[] {
  const node = flat.nodes[position];
  if (node === undefined) return [];
  return node.test === null ? node.members.flatMap((member) => testsBelow(flat, member)) : [node.test];
}
