/**
 * An example that would tell a changed rule from the rule: one of the existing ones with one or two facts said
 * otherwise, of which one is a fact that the change is about. What it finds is what its author has to write down.
 */

import { type FlatRule, flattenRule } from '../decision/flat-rule.js';
import { endOfHeld } from '../decision/fold-example.js';
import { foldRule } from '../decision/held-rule.js';
import { otherReadings } from '../decision/other-readings.js';
import { isAlwaysStated } from '../decision/request-readings.js';
import type { Killer } from '../vocabulary/coverage.js';
import { type FactReading, silentOn } from '../vocabulary/fact.js';
import type { CriterionTest, Rule } from '../vocabulary/rule.js';

/** More than rules of a usual size need; keeps a huge one from taking long. */
const MOST_TRIED = 5000;

interface Base {
  readonly example: { readonly name: string };
  readonly ask: (fact: string) => FactReading;
}

interface Change {
  readonly fact: string;
  readonly to: string;
  readonly reading: FactReading;
}

/** The first that is found, with the fewest changes; null where two changes are not enough. */
export function findKiller(
  rule: Rule,
  mutant: Rule,
  facts: readonly string[],
  bases: readonly Base[],
): Killer | null {
  const [flat, changed] = [flattenRule(rule), flattenRule(mutant)];
  const changes = changesOf([...flat.tests, ...changed.tests]);
  const own = changes.filter(({ fact }) => facts.includes(fact));
  let tried = 0;
  for (const combination of combinations(bases, own, changes)) {
    if (++tried > MOST_TRIED) return null;
    const killer = killerOf(flat, changed, combination.base, combination.changes);
    if (killer !== null) return killer;
  }
  return null;
}

/** Every base with one change, then with two. */
function* combinations(
  bases: readonly Base[],
  own: readonly Change[],
  all: readonly Change[],
): Generator<{ readonly base: Base; readonly changes: readonly Change[] }> {
  for (const base of bases) for (const change of own) yield { base, changes: [change] };
  for (const base of bases) {
    for (const first of own) {
      for (const second of all) if (second.fact !== first.fact) yield { base, changes: [first, second] };
    }
  }
}

function killerOf(flat: FlatRule, changed: FlatRule, base: Base, tried: readonly Change[]): Killer | null {
  const ask = (fact: string): FactReading =>
    tried.find((change) => change.fact === fact)?.reading ?? base.ask(fact);
  const end = endOfHeld(foldRule(flat, ask));
  const mutantEnd = endOfHeld(foldRule(changed, ask));
  if (end === mutantEnd) return null;
  return { from: base.example.name, changes: tried.map(({ fact, to }) => ({ fact, to })), end, mutantEnd };
}

/** Every reading of every fact that some test could tell from another, and silence and doubt. */
function changesOf(tests: readonly CriterionTest[]): readonly Change[] {
  const byFact = new Map<string, CriterionTest[]>();
  for (const test of tests) byFact.set(test.fact, [...(byFact.get(test.fact) ?? []), test]);
  return [...byFact].flatMap(([fact, own]) => {
    const silent = silentOn(fact);
    const other = otherReadings(fact, own).map(({ reading }) => ({ fact, to: saidAs(reading), reading }));
    const unsaid = [
      { fact, to: 'not documented', reading: silent },
      { fact, to: 'uncertain', reading: { ...silent, status: 'uncertain' as const } },
    ];
    const all = [...other, ...(isAlwaysStated(fact) ? [] : unsaid)];
    return all.filter((one, i) => all.findIndex(({ to }) => to === one.to) === i);
  });
}

/** As an example would give it: `present`, `6`, `[opioid]`. */
function saidAs({ status, value }: FactReading): string {
  if (value === null) return status;
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}
