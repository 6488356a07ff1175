/** Cases of letters as examples: those of the seeds load and pass, and nothing that identifies a person comes along. */
import { beforeAll, describe, expect, test } from 'vitest';
import { holdExample } from '../../src/decision/hold-example.js';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import { blurred, blurredText } from '../../src/pipeline/blurred-text.js';
import type { CheckedLetter } from '../../src/pipeline/check-letter.js';
import type { Knowledge } from '../../src/pipeline/knowledge.js';
import { letterExample } from '../../src/pipeline/letter-example.js';
import { lexiconNames } from '../../src/rules/lexicon-names.js';
import { loadExamples } from '../../src/rules/load-examples.js';
import { exampleText } from '../../src/rules/write-example.js';
import type { LexiconNames, Rule } from '../../src/vocabulary/rule.js';
import { check, ownKnowledge, SEEDS, seedText } from '../helpers/knowledge.js';
import { loadLexicon } from '../helpers/load-lexicon.js';
import { UNIT_DATA } from '../helpers/unit-data.js';

let knowledge: Knowledge;
let names: LexiconNames;
let letters: readonly CheckedLetter[] = [];

beforeAll(async () => {
  knowledge = await ownKnowledge();
  names = lexiconNames(loadLexicon(readRuleFolder('rules', 'rules').lexicon).lexicon);
  letters = await Promise.all(SEEDS.map((seed) => check(seedText(seed))));
}, 60_000);

const ruleOf = (id: string | null): Rule => {
  const rule = knowledge.rules.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};

describe('each issue of the seeds', () => {
  test('becomes an example that loads, passes, and comes to what was predicted', async () => {
    let count = 0;
    for (const { result, document } of letters) {
      for (const decision of result.issues.flatMap((issue) => issue.decisions)) {
        const rule = ruleOf(decision.rule);
        const made = await letterExample(decision, result.facts, rule, knowledge);
        if (typeof made === 'string') throw new Error(made);
        const { text } = blurredText(
          document.source,
          document.summary ?? { start: 0, end: 0 },
          made.readings,
          decision.service,
          knowledge,
        );
        const yaml = `examples:\n${exampleText({ ...made.example, text: text === '' ? null : text }, 2)}`;
        const { files, problems } = loadExamples([{ file: `${rule.id}.examples.yaml`, text: yaml }], names);
        expect(problems).toEqual([]);
        const [example] = files[0]?.examples ?? [];
        if (example === undefined) throw new Error('no example');
        const { end, decidedBy } = await holdExample(rule, example);
        expect([end, decidedBy]).toEqual([example.expect, example.decidedBy]);
        expect(end === 'met' ? rule.decision : rule.otherwise).toBe(decision.decision);
        expect(decidedBy).toEqual(decision.decidedBy);
        count += 1;
      }
    }
    expect(count).toBeGreaterThanOrEqual(3);
  });

  test('leaves out days, ages and numbers of the letter, also with its sentences', async () => {
    for (const { result, document } of letters) {
      for (const decision of result.issues.flatMap((issue) => issue.decisions)) {
        const made = await letterExample(decision, result.facts, ruleOf(decision.rule), knowledge);
        if (typeof made === 'string' || document.summary === null) throw new Error('no example');
        const { source, summary } = document;
        const { text } = blurredText(source, summary, made.readings, decision.service, knowledge);
        const written = exampleText({ ...made.example, text });
        expect(written.replace(/^ +date: .*$/m, '')).not.toMatch(/CM\d|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{5,}/);
        expect(written.match(/\d{4}-\d{2}-\d{2}/g) ?? []).toSatisfy((days: readonly string[]) =>
          days.every((day) => day.endsWith('-01')),
        );
      }
    }
  });
});

describe('a case that a rule has no say on', () => {
  test.each([
    ['odg-lumbar-mri', 'the rule `odg-lumbar-mri` is not for what was requested'],
    ['mtus-2016-opioid', 'the rule `mtus-2016-opioid` is not for what was requested'],
  ])('says so: %s', async (id, wanted) => {
    const { result } = letters[0] as CheckedLetter;
    const decision = result.issues[1]?.decisions[0];
    if (decision === undefined) throw new Error('no decision');
    expect(await letterExample(decision, result.facts, ruleOf(id), knowledge)).toBe(wanted);
  });

  test('says when the rule was not in force', async () => {
    const { result } = letters[0] as CheckedLetter;
    const decision = result.issues[1]?.decisions[0];
    if (decision === undefined) throw new Error('no decision');
    const early = { ...decision, date: '1999-05-05' };
    expect(await letterExample(early, result.facts, ruleOf('odg-lumbar-ct'), knowledge)).toBe(
      'the rule `odg-lumbar-ct` was not in force on 1999-05-05',
    );
  });
});

describe('blurring', () => {
  test.each([
    ['Seen on 10-05-2015 and September 3, 2014.', 'Seen on 2015 and 2014.'],
    ['A 47 year old man, a 5-year-old child.', 'A 40 year old man, a 5-year-old child.'],
    ['A 52-year-old woman and a 103 yo man.', 'A 50-year-old woman and a 100 yo man.'],
    ['Dr. Smith saw Ms. Mary Jones-Lee there.', 'Dr N saw Ms N there.'],
    ['Case CM15-0191223, claim 00123456.', 'Case N, claim N.'],
    ['Pain is 7/10, strength 4/5 at L4-5.', 'Pain is 7/10, strength 4/5 at L4-5.'],
    ['', ''],
  ])('%s', (text, wanted) => expect(blurred(text, UNIT_DATA)).toBe(wanted));
});
