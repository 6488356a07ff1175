/** The verdicts on stored cases are what `decide` comes to, by the engine and with its whole trace. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CriterionResult, type Verdict, verdictOf } from '../../src/corpus/verdict.js';
import { decide } from '../../src/decision/decide.js';
import { exampleFacts } from '../../src/decision/hold-example.js';
import { Settler } from '../../src/decision/settle.js';
import { isExampleFile } from '../../src/rules/example-names.js';
import { loadExamples } from '../../src/rules/load-examples.js';
import { loadRules } from '../../src/rules/load-rules.js';
import type { Decision, TestNode, TraceNode } from '../../src/vocabulary/decision.js';
import type { FactReading } from '../../src/vocabulary/fact.js';
import { anyRule } from '../helpers/arbitrary-rules.js';
import { readNames } from '../helpers/lexicon.js';
import { readRuleFiles } from '../helpers/rule-files.js';
import { reading, service } from '../helpers/rules.js';

const NAMES = readNames();

const DATE = '2015-10-05';

function testsIn(node: TraceNode | null): readonly TestNode[] {
  if (node === null) return [];
  return node.kind === 'test' ? [node] : node.children.flatMap(testsIn);
}

/** The same out of a trace. */
function verdictOfTrace({ decision, rule, decidedBy, undocumented, reason, rules }: Decision): Verdict {
  const governing = rules.find((one) => one.rule === rule);
  const judging = [governing?.criteria, governing?.exclusions, governing?.limits].flatMap((part) =>
    testsIn(part ?? null),
  );
  const resultOf = ({ id, reading: { fact }, status, assumed }: TestNode): CriterionResult => ({
    criterion: id,
    fact,
    status,
    assumed,
  });
  return {
    decision,
    rule,
    guideline: governing?.citation.source ?? null,
    tier: governing?.tier ?? null,
    decidedBy,
    undocumented,
    reason,
    decidingFacts: judging.filter(({ id }) => decidedBy.includes(id)).map((one) => one.reading.fact),
    criteria: [...testsIn(governing?.addresses ?? null), ...judging].map(resultOf),
  };
}

describe('a verdict', () => {
  const anyAnswer = fc.constantFrom<FactReading['status']>('present', 'absent', 'uncertain', 'not-documented');

  test('is that of the decision, for any rules of one tier or of two, and any facts', async () => {
    const tiers = fc.constantFrom(1, 2);
    const answers = fc.array(anyAnswer, { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(anyRule(), anyRule(), tiers, answers, async (rule, other, tier, said) => {
        const rules = { rules: [rule, { ...other, id: 'other-rule', tier }] };
        const facts = {
          ask: (fact: string) => reading(fact, said[Number(fact.slice(1))] ?? 'not-documented'),
        };
        const decision = await decide(service(), facts, DATE, rules);
        expect(verdictOf(new Settler(rules).settle(service(), facts, DATE))).toEqual(verdictOfTrace(decision));
      }),
      { numRuns: 200 },
    );
  });

  test('is that of the decision on every example of the library', async () => {
    const files = readRuleFiles();
    const isExample = ({ file }: { readonly file: string }): boolean => isExampleFile(file);
    const { rules } = loadRules(
      files.filter((one) => !isExample(one)),
      NAMES,
    );
    const settler = new Settler(rules);
    // There are thousands: they are held as text, and what reports on the tests is let in between.
    const differing: unknown[] = [];
    for (const { examples } of loadExamples(files.filter(isExample), NAMES).files) {
      await new Promise((done) => setImmediate(done));
      for (const { service: asked, readings, date } of examples) {
        const facts = exampleFacts(readings);
        const expected = verdictOfTrace(await decide(asked, facts, date, rules));
        const settled = verdictOf(settler.settle(asked, facts, date));
        if (JSON.stringify(settled) !== JSON.stringify(expected)) differing.push({ settled, expected });
      }
    }
    expect(differing).toEqual([]);
  });
});
