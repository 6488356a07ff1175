import { describe, expect, it } from 'vitest';
import { exampleDiagnostics, loadExamples } from '../../src/rules/load-examples.js';
import { TEST_NAMES } from '../helpers/fact-definitions.js';
import { ruleSet, test } from '../helpers/rules.js';
import { runExamples } from '../helpers/run-examples.js';

const FILE = 'rules/a-rule.examples.yaml';
const load = (text: string) => loadExamples([{ file: FILE, text }], TEST_NAMES);
const example = (more: string, facts = '{}'): string =>
  `examples:\n  - { name: one, service: { family: mri, region: lumbar_spine }, facts: ${facts}, ${more} }\n`;

describe('an example', () => {
  it('may state facts in short', () => {
    const facts =
      '{ smoker: present, bmi: 31, symptom_trend: worsening, conservative_care_weeks: { status: uncertain, value: [4, 6] } }';
    const { files, problems } = load(example('expect: met', facts));
    expect(problems).toEqual([]);
    expect(files[0]?.examples[0]?.readings).toMatchObject([
      { fact: 'smoker', status: 'present', value: null },
      { fact: 'bmi', status: 'present', value: 31 },
      { fact: 'symptom_trend', status: 'present', value: 'worsening' },
      { fact: 'conservative_care_weeks', status: 'uncertain', value: [4, 6] },
    ]);
  });

  it.each([
    [
      'unknown-fact',
      'the example states `smokes`, which the lexicon does not define',
      example('expect: met', '{ smokes: present }'),
    ],
    [
      'forbidden-fact',
      '`req_quantity` is read from the service: state it there',
      example('expect: met', '{ req_quantity: 3 }'),
    ],
    [
      'wrong-type',
      '`smoker` is a finding: give one of `present`, `absent`, `uncertain`, `not-documented`',
      example('expect: met', '{ smoker: 3 }'),
    ],
    [
      'wrong-type',
      '`pain_phase` is a choice: give a status, or one of `acute`, `subacute`, `chronic`',
      example('expect: met', '{ pain_phase: old }'),
    ],
    [
      'unknown-value',
      '`expect` of the example must be one of `met`, `not-met`, `undetermined`, `silent`',
      example('expect: meet'),
    ],
    [
      'unknown-service',
      'the example asks for the service `mir`, which the lexicon does not define',
      example('expect: met').replace('mri', 'mir'),
    ],
    [
      'unknown-region',
      'the example asks for the region `lumbar`, which the lexicon does not define',
      example('expect: met').replace('lumbar_spine', 'lumbar'),
    ],
    ['unknown-key', 'the file has no key `example`', 'example: []\n'],
    ['wrong-type', '`examples` of the file must be a list', 'examples: 1\n'],
  ])('with a problem: %s: %s', (code, message, text) => {
    expect(load(text).problems.map((one) => [one.code, one.message])).toEqual([[code, message]]);
  });
});

describe('running examples', () => {
  const rules = ruleSet({ parts: `criteria: ${test('smoking', 'smoker')}` });
  const run = async (text: string) => exampleDiagnostics(await runExamples(rules, load(text).files));

  it('says what a failing example expected and what it got, and which kinds are missing', async () => {
    const text = example('expect: not-met, decided-by: [smoking]', '{ smoker: present }');
    expect((await run(text)).map((one) => [one.code, one.message])).toEqual([
      [
        'failing-example',
        'the example `one` expects not-met, but the rule comes to met, decided by `smoking`',
      ],
      ['missing-examples', 'the rule `a-rule` has no example that is met, none that is undetermined'],
    ]);
  });

  it('compares what decided', async () => {
    const text = example('expect: met, decided-by: [drinking]', '{ smoker: present }');
    expect((await run(text))[0]?.message).toBe(
      'the example `one` expects to be decided by `drinking`, but it is decided by `smoking`',
    );
  });

  it('asks for examples where there are none', async () => {
    expect(exampleDiagnostics(await runExamples(rules, []))).toMatchObject([
      {
        code: 'missing-examples',
        message: 'the rule `a-rule` has no examples',
        help: 'write `a-rule.examples.yaml` beside it',
      },
    ]);
  });
});
