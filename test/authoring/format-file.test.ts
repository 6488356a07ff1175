import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FileKind, formatFile } from '../../src/authoring/format-file.js';
import { isExampleFile } from '../../src/rules/example-names.js';
import { loadExamples } from '../../src/rules/load-examples.js';
import { loadRules } from '../../src/rules/load-rules.js';
import { readNames } from '../helpers/lexicon.js';
import { readRuleFiles } from '../helpers/rule-files.js';

const NAMES = readNames();

function formatted(kind: FileKind, text: string): string {
  const result = formatFile(kind, 'rules/a.yaml', text);
  if ('problems' in result) throw new Error(result.problems.map((one) => one.message).join('\n'));
  return result.text;
}

const HEAD = `id: a
title: a rule
applies-to: { service: mri }
`;

describe('a rule file in one style', () => {
  it('has its keys in the order of the language, unknown ones last', () => {
    const text = `otherwise: undetermined
zebra: 1
decision: medically-necessary
criteria:
  all:
    - because: why
      is: present
      fact: smoker
      id: b
  because: all of it
effective: { until: 2016-01-01, from: 2015-01-01 }
citation: { edition: "2004", source: "Some: Guide" }
applies-to: {region: knee, service: mri}
title: 'a rule'
id: a
`;
    expect(formatted('rule', text)).toBe(`id: a
title: a rule
applies-to: { service: mri, region: knee }
citation: { source: 'Some: Guide', edition: '2004' }
effective: { from: 2015-01-01, until: 2016-01-01 }
criteria:
  because: all of it
  all:
    - id: b
      fact: smoker
      is: present
      because: why
decision: medically-necessary
otherwise: undetermined
zebra: 1
`);
  });

  it('keeps comments with what they are about, and blank lines', () => {
    const text = `# the head

id: a
# of the criteria
criteria:
  # of the fact
  fact: smoker # beside

  id: b
title: a rule   # after the title
# the end
`;
    expect(formatted('rule', text)).toBe(`# the head

id: a
title: a rule # after the title
# of the criteria
criteria:
  id: b
  # of the fact
  fact: smoker # beside

# the end
`);
  });

  it.each([
    ['double quotes that are not needed', `${HEAD}notes: "plain words"\n`, `${HEAD}notes: plain words\n`],
    ['quotes that are needed', `${HEAD}notes: "a: b # c"\n`, `${HEAD}notes: 'a: b # c'\n`],
    ['text that looks like a number', `${HEAD}notes: "2004"\n`, `${HEAD}notes: '2004'\n`],
    ['text that looks like nothing', `${HEAD}notes: "null"\n`, `${HEAD}notes: 'null'\n`],
    [
      'deep indents',
      `${HEAD}criteria:\n        not:\n             fact: x\n`,
      `${HEAD}criteria:\n  not:\n    fact: x\n`,
    ],
    ['lists flush with their key', `${HEAD}limits:\n- fact: x\n`, `${HEAD}limits:\n  - fact: x\n`],
    ['Windows line ends', `${HEAD}notes: x\n`.replaceAll('\n', '\r\n'), `${HEAD}notes: x\n`],
    ['a missing line end', `${HEAD}notes: x`, `${HEAD}notes: x\n`],
    ['text of several lines', `${HEAD}notes: |\n  one\n  two\n`, `${HEAD}notes: |\n  one\n  two\n`],
  ])('puts right %s', (_what, before, after) => {
    expect(formatted('rule', before)).toBe(after);
  });

  it('opens braces that do not fit on a line, from the outside in', () => {
    const long = 'x'.repeat(90);
    const text = `${HEAD}criteria: { all: [{ id: ${long}, fact: smoker }, { id: b, fact: ${long} }] }\n`;
    expect(formatted('rule', text)).toBe(
      `${HEAD}criteria:\n  all:\n    - { id: ${long}, fact: smoker }\n    - { id: b, fact: ${long} }\n`,
    );
  });

  it('is not made of a file that is no YAML', () => {
    expect(formatFile('rule', 'rules/a.yaml', 'id: [')).toMatchObject({
      problems: [{ code: 'yaml-syntax' }],
    });
    expect(formatFile('rule', 'rules/a.yaml', '')).toMatchObject({ problems: [{ code: 'yaml-syntax' }] });
    expect(formatFile('rule', 'rules/a.yaml', 'a: &x 1\nb: *x\n')).toHaveProperty('problems');
  });
});

describe('other files', () => {
  it('of examples keep the order of facts and services', () => {
    const text = `examples:
  - expect: met
    facts: {b: present, a: absent}
    service: {region: knee, family: mri}
    name: one
`;
    expect(formatted('examples', text)).toBe(`examples:
  - name: one
    service: { region: knee, family: mri }
    facts: { b: present, a: absent }
    expect: met
`);
  });

  it('of the lexicon lose nothing but white space at the ends of lines', () => {
    expect(formatted('lexicon', 'b: { x: [ "1" ] }  \r\na: 1\t\n\n\n')).toBe('b: { x: [ "1" ] }\na: 1\n');
  });
});

describe('the law of formatting', () => {
  const files = readRuleFiles();

  it('every file of the project means the same afterwards, and formatting it again changes nothing', () => {
    const after = files.map(({ file, text }) => {
      const kind = isExampleFile(file) ? 'examples' : 'rule';
      const once = formatted(kind, text);
      expect(formatted(kind, once)).toBe(once);
      return { file, text: once };
    });
    const meaning = (list: typeof files): unknown => [
      loadRules(
        list.filter(({ file }) => !isExampleFile(file)),
        NAMES,
      ),
      loadExamples(
        list.filter(({ file }) => isExampleFile(file)),
        NAMES,
      ),
    ];
    expect(withoutPlaces(meaning(after))).toEqual(withoutPlaces(meaning(files)));
  }, 60_000);

  const word = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'no',
      '1',
      '1.0',
      'true',
      '~',
      '- a',
      'a: b',
      "it's",
      '#',
      'a #b',
      '[',
      '2015-01-01',
      ' x ',
      'x\ny',
    ),
  );
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      word,
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('id', 'fact', 'all', 'not', 'because', 'x', 'criteria'), tie('value')),
    ),
  })).value;

  it('holds for any content, in JSON as well', () => {
    fc.assert(
      fc.property(fc.constantFrom<FileKind>('rule', 'examples'), value, (kind, inside) => {
        const text = JSON.stringify({ criteria: inside, examples: [inside] });
        const once = formatted(kind, text);
        expect(formatted(kind, once)).toBe(once);
        expect(toJson(once)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });
});

function toJson(text: string): unknown {
  return parse(text, { version: '1.2', schema: 'core' });
}

/** Places move when a file is formatted; everything else must not. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) =>
      ['place', 'factPlaces', 'span'].includes(key) ? undefined : inner,
    ),
  );
}
