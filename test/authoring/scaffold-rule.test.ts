import { beforeAll, describe, expect, test } from 'vitest';
import { formatFile } from '../../src/authoring/format-file.js';
import { type ScaffoldRequest, scaffoldRule } from '../../src/authoring/scaffold-rule.js';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import { checkFolder } from '../../src/pipeline/check-folder.js';
import type { CheckedRules } from '../../src/pipeline/compile-knowledge.js';
import { lexiconNames } from '../../src/rules/lexicon-names.js';
import { loadExamples } from '../../src/rules/load-examples.js';
import { loadRules } from '../../src/rules/load-rules.js';
import { runExamples } from '../helpers/run-examples.js';

let checked: CheckedRules;

beforeAll(async () => {
  const folder = checkFolder({ ...readRuleFolder('rules', 'rules'), examples: [] });
  if (folder.checked === null) throw new Error('the rules have errors');
  checked = folder.checked;
}, 60_000);

const make = (request: Partial<ScaffoldRequest>) =>
  scaffoldRule(
    { family: 'mri', region: null, source: null, id: null, ...request },
    checked.lexicon,
    checked.rules.rules,
  );

describe('a new rule', () => {
  test('for any service of the lexicon has no error, does what its examples say, and is in style', async () => {
    const names = lexiconNames(checked.lexicon);
    for (const family of names.families) {
      const { id, rule, examples } = make({ family, id: 'new-rule' });
      const rules = loadRules([{ file: `rules/${id}.yaml`, text: rule }], names);
      const loaded = loadExamples([{ file: `rules/${id}.examples.yaml`, text: examples }], names);
      expect([family, rules.problems, loaded.problems]).toEqual([family, [], []]);
      expect(await runExamples(rules.rules, loaded.files)).toEqual([]);
      expect(formatFile('rule', 'a', rule)).toEqual({ text: rule });
      expect(formatFile('examples', 'a', examples)).toEqual({ text: examples });
    }
  }, 60_000);

  test('of a source that is cited already is like its neighbours', () => {
    const { id, folder, rule } = make({ region: 'knee', source: 'ODG Knee' });
    expect(id).toBe('odg-knee-mri');
    expect(folder).toBe('rules/odg-2015/knee');
    expect(rule).toMatch(/source: ODG Knee, edition: '2015'/);
    expect(rule).toMatch(/^tier: 2$/m);
  });

  test.each([
    ['Some: "Guideline" #1', 'some-guideline-1-mri'],
    ['日本', 'rule-mri'],
    ["it's", 'it-s-mri'],
  ])('of the new source %s has an id made from it, and the source as it is given', (source, id) => {
    const made = make({ source });
    expect(made.id).toBe(id);
    expect(made.folder).toBeNull();
    const { rules } = loadRules(
      [{ file: `${id}.yaml`, text: made.rule }],
      lexiconNames(checked.lexicon),
    ).rules;
    expect(rules[0]?.citation.source).toBe(source);
  });
});
