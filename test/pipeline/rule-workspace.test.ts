import { beforeAll, describe, expect, test } from 'vitest';
import { type RuleTexts, readRuleFolder } from '../../src/files/read-rule-folder.js';
import { checkFolder } from '../../src/pipeline/check-folder.js';
import { ExampleRunner } from '../../src/pipeline/example-runner.js';
import { RuleWorkspace } from '../../src/pipeline/rule-workspace.js';

let texts: RuleTexts;
const RULE = 'rules/test-guide/low-back-scan.yaml';

beforeAll(async () => {
  texts = readRuleFolder('test/scenarios/rules', 'rules');
});

const change = (part: 'rules' | 'lexicon' | 'examples', edit: (text: string) => string): RuleTexts => ({
  ...texts,
  [part]: texts[part].map(({ file, text }) => ({ file, text: edit(text) })),
});

describe('a workspace', () => {
  test('answers as a first check does, whatever it has checked before', () => {
    const workspace = new RuleWorkspace();
    const states: readonly RuleTexts[] = [
      texts,
      change('rules', (text) => text.replace('at-least: 6', 'at-least: 5')),
      change('rules', (text) => `${text}oops: 1\n`),
      change('examples', (text) => text.replace('weakness_found', 'weakness')),
      change('lexicon', (text) => text.replace('weakness_found', 'weakness')),
      change('lexicon', (text) => `${text}oops: 1\n`),
      {
        ...texts,
        rules: [...texts.rules, { file: 'rules/b/low-back-scan.yaml', text: texts.rules[0]?.text ?? '' }],
      },
      { ...texts, rules: [] },
      texts,
    ];
    for (const state of states) expect(workspace.check(state)).toEqual(checkFolder(state));
  });

  test('keeps what did not change', () => {
    const workspace = new RuleWorkspace();
    const before = workspace.check(texts);
    const after = workspace.check(change('examples', (text) => `${text}# more\n`));
    expect(after.checked?.rules.rules[0]).toBe(before.checked?.rules.rules[0]);
    expect(after.examples[0]).not.toBe(before.examples[0]);
    expect(workspace.check(texts).checked?.lexicon).toBe(before.checked?.lexicon);
  });
});

describe('examples run again', () => {
  test('are run only where rule or examples changed', async () => {
    const workspace = new RuleWorkspace();
    const runner = new ExampleRunner();
    const run = async (state: RuleTexts) => {
      const { checked, examples } = workspace.check(state);
      if (checked === null) throw new Error('not checked');
      return (await runner.run(checked, examples)).map(({ isNew, problems }) => [isNew, problems.length]);
    };
    expect(await run(texts)).toEqual([[true, 0]]);
    expect(await run(texts)).toEqual([[false, 0]]);
    expect(await run(change('rules', (text) => text.replace('at-least: 6', 'at-least: 4')))).toEqual([
      [true, 2],
    ]);
    expect(await run({ ...texts, examples: [] })).toEqual([[true, 1]]);
    expect(RULE).toBe(texts.rules[0]?.file);
  });
});
