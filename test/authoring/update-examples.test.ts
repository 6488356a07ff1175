import { describe, expect, it } from 'vitest';
import { updateExamples } from '../../src/authoring/update-examples.js';
import { runRuleExamples } from '../../src/decision/run-examples.js';
import { loadExamples } from '../../src/rules/load-examples.js';
import { TEST_NAMES } from '../helpers/fact-definitions.js';
import { ruleSet, test as testOf } from '../helpers/rules.js';

const rules = ruleSet({
  parts: `criteria: { any: [${testOf('a', 'red_flag_any')}, ${testOf('b', 'smoker')}] }`,
});
const FILE = 'rules/a-rule.examples.yaml';

async function updated(text: string) {
  const { files, problems } = loadExamples([{ file: FILE, text }], TEST_NAMES);
  expect(problems).toEqual([]);
  const [rule] = rules.rules;
  if (rule === undefined) throw new Error('no rule');
  const { runs } = await runRuleExamples(rule, files[0]);
  return updateExamples(FILE, text, runs);
}

/** An example whose facts are given, in either style, with its expectation. */
const example = (facts: string, more: string): string =>
  `  - name: one\n    service: { family: mri, region: lumbar_spine }\n    facts: ${facts}\n${more}`;

describe('expectations written down', () => {
  it.each([
    ['    expect: met\n', '    expect: not-met\n'],
    ['    expect: "met" # why\n', '    expect: not-met # why\n'],
    ['    expect: met\n    decided-by: [a]\n', '    expect: not-met\n    decided-by: [a, b]\n'],
    ['    decided-by: [b, a]\n    expect: met\n', '    decided-by: [b, a]\n    expect: not-met\n'],
    ['    decided-by:\n      - a\n    expect: met\n', '    decided-by:\n      [a, b]\n    expect: not-met\n'],
    ['    expect: not-met\n    decided-by: [ b ]\n', '    expect: not-met\n    decided-by: [a, b]\n'],
  ])('%j becomes %j', async (before, after) => {
    const facts = '{ red_flag_any: absent, smoker: absent } # both';
    const result = await updated(`# head\nexamples:\n${example(facts, before)}`);
    expect(result.text).toBe(`# head\nexamples:\n${example(facts, after)}`);
    expect(result.changes.length).toBeGreaterThan(0);
    const again = await updated(result.text);
    expect(again).toEqual({ text: result.text, changes: [] });
  });

  it('say where and what, in the order of the file', async () => {
    const { changes } = await updated(
      `examples:\n${example('{ smoker: present }', '    decided-by: [a]\n    expect: silent\n')}`,
    );
    expect(changes).toEqual([
      {
        place: expect.objectContaining({ line: 5, column: 17 }),
        example: 'one',
        key: 'decided-by',
        from: '[a]',
        to: '[b]',
      },
      {
        place: expect.objectContaining({ line: 6, column: 13 }),
        example: 'one',
        key: 'expect',
        from: 'silent',
        to: 'met',
      },
    ]);
  });

  it('are left alone when they hold, and where no expectation could say what the rule does', async () => {
    const held = `examples:\n${example('{ smoker: present }', '    expect: met\n')}`;
    expect(await updated(held)).toEqual({ text: held, changes: [] });
    const early = `examples:\n${example('{ smoker: present }', '    date: 1999-01-01\n    expect: met\n')}`;
    expect(await updated(early)).toEqual({ text: early, changes: [] });
  });

  it('keep Windows line ends', async () => {
    const text = `examples:\n${example('{ smoker: absent, red_flag_any: absent }', '    expect: met\n')}`;
    const { text: after } = await updated(text.replaceAll('\n', '\r\n'));
    expect(after).toBe(text.replaceAll('\n', '\r\n').replace('expect: met', 'expect: not-met'));
  });
});
