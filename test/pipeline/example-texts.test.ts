import { beforeAll, describe, expect, it } from 'vitest';
import { runExampleTexts } from '../../src/pipeline/example-texts.js';
import type { Knowledge } from '../../src/pipeline/knowledge.js';
import { isExampleFile } from '../../src/rules/example-names.js';
import { exampleDiagnostics, loadExamples } from '../../src/rules/load-examples.js';
import { TEST_NAMES } from '../helpers/fact-definitions.js';
import { ownKnowledge } from '../helpers/knowledge.js';
import { readNames } from '../helpers/lexicon.js';
import { readRuleFiles } from '../helpers/rule-files.js';
import { ruleSet, test } from '../helpers/rules.js';

const rules = ruleSet({
  parts: `criteria:
  all:
    - ${test('leg-signs', 'objective_radiculopathy', 'is: present, when-not-documented: not-met')}
    - ${test('care', 'conservative_care_weeks', 'at-least: 4, unit: weeks')}`,
});
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = { ...(await ownKnowledge()), rules };
});

/** What is wrong with one example, as messages. */
async function problemsOf(fields: readonly string[]): Promise<string[]> {
  const lines = ['examples:', '  - name: one', '    service: { family: mri, region: lumbar_spine }'];
  const text = [...lines, ...fields.map((field) => `    ${field}`), ''].join('\n');
  const { files, problems } = loadExamples([{ file: 'rules/a-rule.examples.yaml', text }], TEST_NAMES);
  expect(problems).toEqual([]);
  return exampleDiagnostics(await runExampleTexts(knowledge, files)).map(({ message }) => message);
}

const SIGNS = 'Sensation is decreased over the left L5 dermatome.';

describe('the text of an example', () => {
  it.each([
    ['may be left out', ['facts: { objective_radiculopathy: absent }', 'expect: met']],
    [
      'is read as its facts',
      ['facts: { objective_radiculopathy: present }', `text: ${SIGNS}`, 'expect: undetermined'],
    ],
    [
      'is read for its numbers',
      [
        'facts: { objective_radiculopathy: present, conservative_care_weeks: 6 }',
        `text: ${SIGNS} He has had six weeks of physical therapy.`,
        'expect: met',
        'decided-by: [leg-signs, care]',
      ],
    ],
    [
      'may list more than the example names',
      [
        'facts: { conservative_care_list: [physical_therapy] }',
        'text: He tried physical therapy and acupuncture.',
        'expect: not-met',
      ],
    ],
  ])('%s', async (_, fields) => {
    expect(await problemsOf(fields)).toEqual([]);
  });

  it.each([
    [
      'is silent on a fact',
      ['facts: { objective_radiculopathy: present }', 'text: He has low back pain.', 'expect: undetermined'],
      'reads `objective_radiculopathy` as not documented, where the example states present',
    ],
    [
      'says another status, with its words',
      ['facts: { smoker: present }', 'text: He does not smoke.', 'expect: not-met'],
      'reads `smoker` as absent (`does not smoke`), where the example states present',
    ],
    [
      'says another number',
      [
        'facts: { conservative_care_weeks: 6 }',
        'text: He has had five weeks of physical therapy.',
        'expect: not-met',
      ],
      'reads `conservative_care_weeks` as present, 5 (`had five weeks of physical therapy`), where the example states present, 6',
    ],
    [
      'speaks of another region than the service',
      [
        'facts: { objective_radiculopathy: present }',
        'text: Sensation is decreased over the left C6 dermatome.',
        'expect: undetermined',
      ],
      'reads `objective_radiculopathy` as not documented, where the example states present',
    ],
    [
      'says what the example leaves out, so that the decision is another',
      [
        'facts: { objective_radiculopathy: present }',
        `text: ${SIGNS} He has had six weeks of physical therapy.`,
        'expect: undetermined',
      ],
      'expects undetermined, but the rule comes to met, decided by `leg-signs`, `care`',
    ],
    [
      'is decided by others',
      [
        'facts: {}',
        'text: He has had two weeks of physical therapy.',
        'expect: not-met',
        'decided-by: [leg-signs]',
      ],
      'expects to be decided by `leg-signs`, but it is decided by `care`',
    ],
  ])('fails where it %s', async (_, fields, message) => {
    expect(await problemsOf(fields)).toEqual([`the text of the example \`one\` ${message}`]);
  });

  it('is not told for what the stated facts come to as well: that is told for the example', async () => {
    const fields = ['facts: { objective_radiculopathy: present }', `text: ${SIGNS}`, 'expect: met'];
    expect(await problemsOf(fields)).toEqual([]);
  });

  it('is told with its own place', async () => {
    const text =
      'examples:\n  - name: one\n    service: { family: mri }\n    facts: { smoker: present }\n    text: He runs.\n    expect: not-met\n';
    const { files } = loadExamples([{ file: 'rules/a-rule.examples.yaml', text }], TEST_NAMES);
    const [problem] = await runExampleTexts(knowledge, files);
    expect(problem?.place).toMatchObject({ line: 5, column: 11 });
    expect(problem?.code).toBe('failing-text');
  });
});

it('every text in the library is read as its facts and decided as expected', async () => {
  const files = readRuleFiles().filter(({ file }) => isExampleFile(file));
  const own = await ownKnowledge();
  const problems = await runExampleTexts(own, loadExamples(files, readNames()).files);
  expect(exampleDiagnostics(problems).map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
}, 60_000);
