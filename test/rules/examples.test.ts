import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decision/decide.js';
import { exampleFacts } from '../../src/decision/hold-example.js';
import { isExampleFile } from '../../src/rules/example-names.js';
import { exampleDiagnostics, loadExamples } from '../../src/rules/load-examples.js';
import { loadRules } from '../../src/rules/load-rules.js';
import type { Rule } from '../../src/vocabulary/rule.js';
import { testsOf } from '../../src/vocabulary/rule-tests.js';
import { readNames } from '../helpers/lexicon.js';
import { readRuleFiles } from '../helpers/rule-files.js';
import { runExamples } from '../helpers/run-examples.js';

const NAMES = readNames();

const files = readRuleFiles();
const loaded = loadRules(
  files.filter(({ file }) => !isExampleFile(file)),
  NAMES,
);
const examples = loadExamples(
  files.filter(({ file }) => isExampleFile(file)),
  NAMES,
);

/** Diagnostics as one line each, so that a failing run says what is wrong. */
const lines = (problems: readonly { file: string; message: string }[]): string[] =>
  problems.map(({ file, message }) => `${file}: ${message}`);

describe('the rule files', () => {
  it('load without a problem', () => {
    expect(lines(loaded.problems)).toEqual([]);
    expect(lines(examples.problems)).toEqual([]);
    expect(loaded.rules.rules.length).toBeGreaterThan(0);
  });

  it('do what their examples say, and each has one that is met, not met and undetermined', async () => {
    expect(lines(exampleDiagnostics(await runExamples(loaded.rules, examples.files)))).toEqual([]);
  });

  it('have no examples without a rule', () => {
    const ids = new Set(loaded.rules.rules.map((rule) => rule.id));
    expect(examples.files.filter(({ rule }) => !ids.has(rule)).map(({ file }) => file)).toEqual([]);
  });

  it('have an example on the limit of every number', () => {
    const missing = loaded.rules.rules.flatMap((rule) => {
      const own = examples.files.find((file) => file.rule === rule.id)?.examples ?? [];
      return limitsOf(rule)
        .filter(
          ({ fact, value }) =>
            !own.some(({ readings }) => readings.some((r) => r.fact === fact && r.value === value)),
        )
        .map(({ fact, value }) => `${rule.id}: no example with ${fact} ${value}`);
    });
    expect(missing).toEqual([]);
  });

  it('decide the same in whatever order the set holds them', async () => {
    const reversed = { rules: [...loaded.rules.rules].reverse() };
    for (const { service, readings, date } of examples.files.flatMap((file) => file.examples)) {
      const decision = await decide(service, exampleFacts(readings), date, loaded.rules);
      expect(await decide(service, exampleFacts(readings), date, reversed)).toEqual(decision);
    }
  }, 60_000);

  it('never contradict each other within a tier on an example', async () => {
    const conflicts: string[] = [];
    for (const { name, service, readings, date } of examples.files.flatMap((file) => file.examples)) {
      const decision = await decide(service, exampleFacts(readings), date ?? '2015-10-05', loaded.rules);
      if (decision.reason === 'conflict') conflicts.push(`${name}: ${decision.reasonText}`);
    }
    expect(conflicts).toEqual([]);
  });
});

/** Numbers that the rule compares facts of the case with; request attributes stand in the service instead. */
function limitsOf(rule: Rule): { fact: string; value: number }[] {
  return testsOf(rule).flatMap(({ fact, test }) =>
    'value' in test && !fact.startsWith('req_') ? [{ fact, value: test.value }] : [],
  );
}
