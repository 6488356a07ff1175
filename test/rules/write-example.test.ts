/** Examples as YAML: what is written reads back as the same example, and files keep what they hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFile } from '../../src/authoring/format-file.js';
import { loadExamples } from '../../src/rules/load-examples.js';
import { exampleText, withExample } from '../../src/rules/write-example.js';
import type { RuleExample } from '../../src/vocabulary/rule.js';
import { TEST_NAMES } from '../helpers/fact-definitions.js';
import { service } from '../helpers/rules.js';

const place = { file: 'a.examples.yaml', span: { start: 0, end: 0 }, line: 1, column: 1 };
const silent = { gap: false, because: '', facts: [] };
const EXAMPLE: RuleExample = {
  name: 'a case',
  service: service({ quantity: 2, levels: ['L4-5'], modifiers: { repeat: true } }),
  date: '2015-10-01',
  readings: [
    { fact: 'red_flag_any', status: 'present', value: null, ...silent },
    { fact: 'conservative_care_weeks', status: 'present', value: 6, ...silent },
  ],
  text: null,
  textPlace: null,
  expect: 'met',
  decidedBy: ['a', 'b'],
  decidedByPlaces: [],
  place,
  factPlaces: {},
};
const read = (text: string): readonly RuleExample[] => {
  const { files, problems } = loadExamples([{ file: 'a.examples.yaml', text }], TEST_NAMES);
  expect(problems).toEqual([]);
  return files[0]?.examples ?? [];
};
const bare = (example: RuleExample | undefined): unknown =>
  example && {
    ...example,
    place: null,
    textPlace: null,
    factPlaces: null,
    decidedByPlaces: null,
    service: { ...example.service, words: null },
  };

describe('an example', () => {
  test('is written as its neighbours are', () => {
    expect(exampleText(EXAMPLE, 2)).toBe(`  - name: a case
    service: { family: mri, region: lumbar_spine, levels: [L4-5], quantity: 2, modifiers: { repeat: true } }
    date: 2015-10-01
    facts:
      red_flag_any: present
      conservative_care_weeks: 6
    expect: met
    decided-by: [a, b]
`);
  });

  test('reads back as it was, whatever its words', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((text) => text.trim() === text);
    const status = fc.constantFrom('present', 'absent', 'uncertain', 'not-documented' as const);
    fc.assert(
      fc.property(
        word,
        fc.option(word),
        status,
        fc.integer({ min: 0, max: 99 }),
        (name, text, one, weeks) => {
          const readings = [
            { fact: 'red_flag_any', status: one, value: null, ...silent },
            { fact: 'conservative_care_weeks', status: 'uncertain', value: weeks, ...silent },
          ] as RuleExample['readings'];
          const example: RuleExample = { ...EXAMPLE, name, text, readings };
          const [back] = read(`examples:\n${exampleText(example, 2)}`);
          expect(bare(back)).toEqual(bare(example));
        },
      ),
    );
  });

  test('of nothing but silence has no facts', () => {
    expect(exampleText({ ...EXAMPLE, readings: [] })).toContain('facts: {}');
  });
});

describe('a file with one more example', () => {
  const file = (text: string) => ({ file: 'a.examples.yaml', text });

  test('keeps what it holds, comments and indentation', () => {
    const before = `# why these\nexamples:\n    - name: first # the first\n      service: { family: mri }\n      facts: {}\n      expect: met\n`;
    const added = withExample(file(before), false, EXAMPLE, TEST_NAMES);
    if ('problem' in added) throw new Error(added.problem);
    expect(added.text.startsWith(before)).toBe(true);
    expect(read(added.text).map((one) => one.name)).toEqual(['first', 'a case']);
  });

  test('is in style: nothing is left to put right', () => {
    const sentence =
      'Sensation is reduced in the left L5 dermatome, and the pain has been getting worse since. ';
    const long: RuleExample = {
      ...EXAMPLE,
      name: 'a case whose name is long enough to reach the end of the line, and goes on over it, to be sure of that',
      service: service({
        quantity: 2,
        levels: ['L3-4', 'L4-5'],
        modifiers: { repeat: true, contrast: 'without' },
      }),
      text: sentence.repeat(9).trim(),
    };
    const added = withExample(file('examples:\n'), true, long, TEST_NAMES);
    if ('problem' in added) throw new Error(added.problem);
    expect(formatFile('examples', 'a.examples.yaml', added.text)).toEqual({ text: added.text });
  });

  test('gives a name that is taken a number', () => {
    const once = withExample(file(''), true, EXAMPLE, TEST_NAMES);
    const twice = 'text' in once ? withExample(file(once.text), false, EXAMPLE, TEST_NAMES) : once;
    if ('problem' in twice) throw new Error(twice.problem);
    expect(read(twice.text).map((one) => one.name)).toEqual(['a case', 'a case (2)']);
  });

  test.each([
    ['has problems of its own', 'examples:\n  - name: broken\n'],
    ['is not YAML', 'examples: [\n'],
    ['does not end with its list', 'examples: []\n'],
  ])('is left alone if it %s', (_what, text) => {
    expect(withExample(file(text), false, EXAMPLE, TEST_NAMES)).toHaveProperty('problem');
  });
});
