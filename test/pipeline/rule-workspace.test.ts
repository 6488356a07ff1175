import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mutantsOf } from '../../src/coverage/mutate-rule.js';
import { openKeptChecks } from '../../src/files/kept-checks.js';
import { type RuleTexts, readRuleFolder } from '../../src/files/read-rule-folder.js';
import { checkFolder } from '../../src/pipeline/check-folder.js';
import { ExampleRunner } from '../../src/pipeline/example-runner.js';
import { RuleWorkspace } from '../../src/pipeline/rule-workspace.js';
import type { Remembering } from '../../src/rules/remembering.js';

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
  const runIn = async (workspace: RuleWorkspace, runner: ExampleRunner, state: RuleTexts, options = {}) => {
    const { checked, examples } = workspace.check(state);
    if (checked === null) throw new Error('not checked');
    return runner.run(checked, examples, state, options);
  };
  const withText = (sentence: string): RuleTexts =>
    change('examples', (text) => text.replace(/ {4}expect: /, `    text: ${sentence}\n    expect: `));
  const inLexicon = (state: RuleTexts, edit: (text: string) => string): RuleTexts => ({
    ...state,
    lexicon: state.lexicon.map((one) => ({ ...one, text: edit(one.text) })),
  });
  const withRemark = (state: RuleTexts): RuleTexts => inLexicon(state, (text) => `${text}# more\n`);
  const withPhrases = (state: RuleTexts, phrases: readonly string[]): RuleTexts =>
    inLexicon(state, (text) => text.replace('phrases: [weakness]', `phrases: [${phrases.join(', ')}]`));
  /** Phrases that a text about weakness does not have. */
  const withWord = (state: RuleTexts): RuleTexts => withPhrases(state, ['weakness', 'paresis']);
  /** One that it has. */
  const withLongerWord = (state: RuleTexts): RuleTexts => withPhrases(state, ['leg weakness', 'weakness']);

  test('are run only where rule or examples changed', async () => {
    const workspace = new RuleWorkspace();
    const runner = new ExampleRunner();
    const run = async (state: RuleTexts) =>
      (await runIn(workspace, runner, state)).map(({ isNew, problems }) => [isNew, problems.length]);
    expect(await run(texts)).toEqual([[true, 0]]);
    expect(await run(texts)).toEqual([[false, 0]]);
    expect(await run(change('rules', (text) => text.replace('at-least: 6', 'at-least: 4')))).toEqual([
      [true, 2],
    ]);
    expect(await run({ ...texts, examples: [] })).toEqual([[true, 1]]);
    expect(RULE).toBe(texts.rules[0]?.file);
  });

  test('are run again when other phrases are found in their texts, and only then', async () => {
    const workspace = new RuleWorkspace();
    const runner = new ExampleRunner(workspace);
    const stated = withText('He has leg weakness.');
    const isNew = async (state: RuleTexts) => (await runIn(workspace, runner, state))[0]?.isNew;
    expect(await isNew(texts)).toBe(true);
    expect(await isNew(withWord(texts))).toBe(false);
    expect(await isNew(stated)).toBe(true);
    expect(await isNew(withRemark(stated))).toBe(false);
    expect(await isNew(withWord(stated))).toBe(false);
    expect(await isNew(withLongerWord(stated))).toBe(true);
    expect(await isNew(withWord(stated))).toBe(true);
  });

  test('come to the same as those that are run anew, whatever phrases the lexicon had before', async () => {
    const workspace = new RuleWorkspace();
    const runner = new ExampleRunner(workspace);
    const stated = withText('He has leg weakness and no paresis.');
    const phrase = fc.constantFrom('weakness', 'paresis', 'leg *2 paresis', 'has', 'no paresis', 'palsy');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(phrase, { minLength: 1, maxLength: 4 }), async (phrases) => {
        const state = withPhrases(stated, phrases);
        const again = await runIn(workspace, runner, state);
        const anew = await runIn(new RuleWorkspace(), new ExampleRunner(), state);
        expect(again.map((one) => ({ ...one, isNew: true }))).toEqual(anew);
      }),
      { numRuns: 40 },
    );
  });

  test('have traces where they fail, and all of them where all are asked for', async () => {
    const workspace = new RuleWorkspace();
    const failing = change('rules', (text) => text.replace('at-least: 6', 'at-least: 4'));
    const runner = new ExampleRunner(workspace);
    const [some] = await runIn(workspace, runner, failing);
    const [all] = await runIn(workspace, runner, failing, { traces: 'all' });
    expect(some?.runs.map(({ trace }) => trace !== null)).toEqual(
      some?.runs.map(({ failure }) => failure !== null),
    );
    expect(all?.runs.some(({ failure }) => failure === null)).toBe(true);
    expect(all?.runs.every(({ trace }) => trace !== null)).toBe(true);
  });

  test('of other rules than those asked for are left alone', async () => {
    const workspace = new RuleWorkspace();
    expect(await runIn(workspace, new ExampleRunner(), texts, { only: new Set(['another']) })).toEqual([]);
  });

  describe('from what an earlier run of the program kept', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'kept-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    /** One run of the program: what it reports, and what it had to make. */
    const runProgram = async (state: RuleTexts, options = {}) => {
      const kept = await openKeptChecks(folder, 'rules', '1');
      const made: string[] = [];
      const counting: Remembering = {
        ...kept,
        keep: (key, digest, value) => {
          made.push(key);
          kept.keep(key, digest, value);
        },
      };
      const workspace = new RuleWorkspace(counting);
      const reports = await runIn(workspace, new ExampleRunner(workspace), state, options);
      await kept.save([...state.lexicon, ...state.rules, ...state.examples].map((one) => one.file));
      return { reports, made };
    };
    const runAnew = (state: RuleTexts, options = {}) => {
      const workspace = new RuleWorkspace();
      return runIn(workspace, new ExampleRunner(), state, options);
    };

    const states = (): readonly (readonly [string, RuleTexts])[] => [
      ['as they pass', texts],
      ['that fail', change('rules', (text) => text.replace('at-least: 6', 'at-least: 4'))],
      ['with a text that is read as stated', withText('He has leg weakness.')],
      ['with a text that is read otherwise', withText('He has no leg weakness.')],
      ['that are not there', { ...texts, examples: [] }],
    ];

    test.each(['failing', 'all'] as const)('are the same, with traces of %s', async (traces) => {
      for (const [, state] of states()) {
        const anew = await runAnew(state, { traces });
        expect((await runProgram(state, { traces })).reports).toEqual(anew);
        const again = await runProgram(state, { traces });
        expect(again.reports).toEqual(anew);
        expect(again.made).toEqual([]);
      }
    });

    test('are made anew where the rule, the examples, or the words of a text changed', async () => {
      const stated = withText('He has leg weakness.');
      await runProgram(stated);
      const made = async (state: RuleTexts) => (await runProgram(state)).made;
      const KEY = `${RULE}#examples`;
      const TEXTS = `${RULE}#texts`;
      const PHRASES = `${stated.examples[0]?.file}#phrases`;
      const more = (part: 'rules' | 'examples'): RuleTexts => ({
        ...stated,
        [part]: stated[part].map((one) => ({ ...one, text: `${one.text}# more\n` })),
      });
      expect(await made(more('rules'))).toEqual([RULE, KEY, TEXTS]);
      expect(await made(stated)).toContain(KEY);
      expect(await made(more('examples'))).toContain(KEY);
      await runProgram(stated);
      expect(await made(withRemark(stated))).toEqual(['lexicon']);
      expect(await made(withWord(stated))).toEqual(['lexicon', 'summary-phrases', PHRASES]);
      const longer = ['lexicon', 'summary-phrases', PHRASES, TEXTS];
      expect(await made(withLongerWord(stated))).toEqual(longer);
      await runProgram(texts);
      expect(await made(withWord(texts))).toEqual(['lexicon']);
    });
  });
});

describe('a rule that was kept', () => {
  test('has its shared criteria in one piece again', () => {
    const rule = `
id: low-back-scan
title: Scan
applies-to: { service: scan, region: lumbar_spine }
citation: { source: Guide, edition: '2015', section: Scans }
tier: 1
effective: { from: 2013-01-01 }
define:
  weak: { id: weak, fact: weakness_found, is: present, because: of weakness }
criteria: { any: [{ all: [{ use: weak }, { id: b, fact: weakness_found, is: absent, because: b }] }, { use: weak }] }
decision: medically-necessary
otherwise: not-medically-necessary
`;
    const state = change('rules', () => rule);
    const kept = new Map<string, string>();
    const memory: Remembering = {
      digest: (all) => all.join(),
      known: (key, digest) => {
        const text = kept.get(key + digest);
        return text === undefined ? undefined : JSON.parse(text);
      },
      keep: (key, digest, value) => kept.set(key + digest, JSON.stringify(value)),
    };
    const read = () => new RuleWorkspace(memory).check(state).parts?.rules.rules[0];
    const [first, again] = [read(), read()];
    expect(again).toEqual(first);
    if (again === undefined || again.criteria.kind === 'test') throw new Error('no group');
    const [group, shared] = again.criteria.members;
    if (group === undefined || group.kind === 'test') throw new Error('no group');
    expect(group.members[0]).toBe(shared);
    expect(group.members[1]).not.toBe(shared);
    expect(mutantsOf(again).length).toBe(first && mutantsOf(first).length);
  });
});
