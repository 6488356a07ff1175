/**
 * Are the examples of a rule able to tell it from small changes of it? A mutant is killed when an example goes red.
 * The score is the share of killed mutants among those that some example could kill.
 */

import { flattenRule } from '../decision/flat-rule.js';
import { decidersOfHeld, endOfHeld, readingsOf } from '../decision/fold-example.js';
import { foldRule } from '../decision/held-rule.js';
import type { RuleMutation } from '../vocabulary/coverage.js';
import { areExpectedDeciders } from '../vocabulary/example-run.js';
import type { FactReading } from '../vocabulary/fact.js';
import type { Rule, RuleExample } from '../vocabulary/rule.js';
import { findKiller } from './find-killer.js';
import { type Mutant, mutantsOf } from './mutate-rule.js';

/** An example that reaches the criteria of its rule. */
export interface Case {
  readonly example: RuleExample;
  readonly ask: (fact: string) => FactReading;
}

/** The small changes of a rule that its examples do not notice, each with an example that would. */
export function mutateRule(rule: Rule, examples: readonly RuleExample[]): RuleMutation {
  const cases = casesOf(rule, examples);
  const mutants = mutantsOf(rule);
  const alive = mutants.filter((mutant) => !isKilled(mutant, cases));
  const survivors = alive.map(({ mutation, rule: changed, facts }) => ({
    mutation,
    killer: findKiller(rule, changed, facts, cases),
  }));
  return { rule: rule.id, file: rule.place.file, killed: mutants.length - alive.length, survivors };
}

/** The examples of a rule as cases to hold it against; those without facts of their own are left out. */
export function casesOf(rule: Rule, examples: readonly RuleExample[]): readonly Case[] {
  return examples.flatMap((example) => {
    const readings = readingsOf(rule, example);
    return typeof readings === 'string' ? [] : [{ example, ask: (fact: string) => readings.ask(fact) }];
  });
}

/** True if an expectation of an example fails on the mutant. */
function isKilled({ rule }: Mutant, cases: readonly Case[]): boolean {
  const flat = flattenRule(rule);
  return cases.some(({ example, ask }) => {
    const held = foldRule(flat, ask);
    if (endOfHeld(held) !== example.expect) return true;
    return example.decidedBy !== null && !areExpectedDeciders(example, decidersOfHeld(held));
  });
}
