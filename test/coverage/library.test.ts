/** What the examples of this project's rules show of them, and that coverage folds to what the engine decides. */
import { describe, expect, test } from 'vitest';
import { coverRule } from '../../src/coverage/rule-coverage.js';
import { mutateRule } from '../../src/coverage/run-mutants.js';
import { flattenRule } from '../../src/decision/flat-rule.js';
import { decidersOfHeld, endOfHeld, readingsOf } from '../../src/decision/fold-example.js';
import { foldRule } from '../../src/decision/held-rule.js';
import { holdExample } from '../../src/decision/hold-example.js';
import { mutationCounts, mutationPercent } from '../../src/report/mutation-text.js';
import { isExampleFile } from '../../src/rules/example-names.js';
import { loadExamples } from '../../src/rules/load-examples.js';
import { loadRules } from '../../src/rules/load-rules.js';
import type { RuleExample } from '../../src/vocabulary/rule.js';
import { readNames } from '../helpers/lexicon.js';
import { readRuleFiles } from '../helpers/rule-files.js';

const NAMES = readNames();

/** Changes of the rules that their examples notice, at least. */
const MUTATION_FLOOR = 85;

const files = readRuleFiles();
const { rules } = loadRules(
  files.filter(({ file }) => !isExampleFile(file)),
  NAMES,
).rules;
const loaded = loadExamples(
  files.filter(({ file }) => isExampleFile(file)),
  NAMES,
);
const byRule = new Map(loaded.files.map((file) => [file.rule, file.examples]));
const examplesOf = (id: string): readonly RuleExample[] => byRule.get(id) ?? [];

describe('the examples of the library', () => {
  test('make every rule fire, and show every branch of every criterion', () => {
    const missing = rules.flatMap((rule) =>
      coverRule(rule, examplesOf(rule.id)).criteria.flatMap(({ id, place, missing: branches }) =>
        branches.map((branch) => `${place.file}:${place.line} ${id ?? 'a group'}: ${branch}`),
      ),
    );
    expect(missing).toEqual([]);
    const silent = rules.filter((rule) => !examplesOf(rule.id).some((example) => example.expect === 'met'));
    expect(silent.map((rule) => rule.id)).toEqual([]);
  });

  test('notice most small changes of the rules', () => {
    const results = rules.map((rule) => mutateRule(rule, examplesOf(rule.id)));
    expect(mutationPercent(mutationCounts(results))).toBeGreaterThan(MUTATION_FLOOR);
  }, 60_000);

  test('come to the same by the plain fold as by the engine', async () => {
    for (const rule of rules) {
      const flat = flattenRule(rule);
      for (const example of examplesOf(rule.id)) {
        const run = await holdExample(rule, example);
        const readings = readingsOf(rule, example);
        if (typeof readings === 'string') {
          expect(run.end).toBe(readings);
          continue;
        }
        const held = foldRule(flat, (fact) => readings.ask(fact));
        expect([endOfHeld(held), decidersOfHeld(held)]).toEqual([run.end, run.decidedBy]);
      }
    }
  }, 60_000);
});
