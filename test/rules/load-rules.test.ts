import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LoadedRules, loadRules } from '../../src/rules/load-rules.js';
import { TEST_NAMES } from '../helpers/fact-definitions.js';
import { ruleText, test } from '../helpers/rules.js';

const FILE = 'rules/some-guideline/a-rule.yaml';
const load = (text: string, file = FILE): LoadedRules => loadRules([{ file, text }], TEST_NAMES);
const withCriteria = (criteria: string): string => ruleText({ parts: `criteria: ${criteria}` });
const GOOD = withCriteria(test('red-flag', 'red_flag_any'));

/** A text with «marks» around the place that the one problem must point at. */
function marked(text: string): { text: string; at: string; start: number } {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  const plain = text.replace(/[«»]/g, '');
  return { text: plain, at: plain.slice(start, end), start };
}

describe('a good rule file', () => {
  it('becomes a checked rule with the place of every node', () => {
    const { rules, problems } = load(GOOD);
    expect(problems).toEqual([]);
    const rule = rules.rules[0];
    expect(rule).toMatchObject({
      id: 'a-rule',
      families: ['mri'],
      regions: ['lumbar_spine'],
      tier: 1,
      citation: { source: 'Some Guideline', edition: '2004', section: null, pages: null },
      effective: { from: '2007-01-01', until: null },
      criteria: {
        kind: 'test',
        id: 'red-flag',
        whenNotDocumented: 'undetermined',
        confidence: 'domain-knowledge',
      },
    });
    const span = rule?.criteria.place.span ?? { start: 0, end: 0 };
    expect(GOOD.slice(span.start, span.end)).toBe(test('red-flag', 'red_flag_any'));
    expect(rule?.criteria.place).toMatchObject({ file: FILE, line: 7, column: 11 });
  });

  it.each([
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['carriage returns', GOOD.replace(/\n/g, '\r\n')],
    ['comments and blank lines', `# why\n\n${GOOD}\n# end\n`],
    ['one document marker', `---\n${GOOD}`],
  ])('may have %s', (_what, text) => {
    expect(load(text).problems).toEqual([]);
  });

  it('keeps `no` and dates as text', () => {
    const { rules } = load(withCriteria(test('a', 'drug_name', 'is-value: no')));
    expect(rules.rules[0]?.criteria).toMatchObject({ test: { values: ['no'] } });
  });

  it('puts shared criteria in place with their ids', () => {
    const text = ruleText({
      parts: `define:\n  flag: ${test('red-flag', 'red_flag_any')}\ncriteria: { any: [{ use: flag }, { not: { use: flag } }] }`,
    });
    const { rules, problems } = load(text);
    expect(problems).toEqual([]);
    expect(rules.rules[0]?.criteria).toMatchObject({
      members: [{ id: 'red-flag' }, { kind: 'not', members: [{ id: 'red-flag' }] }],
    });
  });

  it('reads the same whatever the order of the files', () => {
    const files = ['b', 'a'].map((id) => ({
      file: `rules/${id}.yaml`,
      text: ruleText({ id, parts: `criteria: ${test('x', 'red_flag_any')}` }),
    }));
    expect(loadRules(files, TEST_NAMES)).toEqual(loadRules([...files].reverse(), TEST_NAMES));
  });
});

/** Code, exact words, help, and a text with the place marked. */
const PROBLEMS: readonly (readonly [
  code: string,
  message: string,
  help: string | undefined,
  text: string,
])[] = [
  [
    'unknown-key',
    'the rule has no key `exclusion`',
    'did you mean `exclusions`?',
    `${GOOD}«exclusion»: []\n`,
  ],
  [
    'unknown-key',
    'criterion `a` has no key `becuase`',
    'did you mean `because`?',
    withCriteria('{ id: a, fact: red_flag_any, is: present, because: x, «becuase»: y }'),
  ],
  [
    'unknown-key',
    'a criterion has no key `al`',
    'did you mean `all`?',
    withCriteria(`{ «al»: [${test('a', 'red_flag_any')}] }`),
  ],
  [
    'unknown-key',
    '`citation` of the rule has no key `page`',
    'did you mean `pages`?',
    GOOD.replace('edition: 2004', 'edition: 2004, «page»: 3'),
  ],
  [
    'missing-key',
    'criterion `a` needs `because`',
    undefined,
    withCriteria('«{ id: a, fact: red_flag_any, is: present }»'),
  ],
  [
    'missing-key',
    'criterion `a` has no test',
    'a test is one of `is`, `at-least`, `at-most`, `more-than`, `less-than`, `equals`, `is-value`, `one-of`, `includes`, `includes-any`, `before`, `after`',
    withCriteria('«{ id: a, fact: red_flag_any, because: x }»'),
  ],
  [
    'missing-key',
    'a criterion needs `fact`, or one of `all`, `any`, `not`, `at-least`, `use`',
    undefined,
    withCriteria('«{ id: a, because: x }»'),
  ],
  [
    'missing-key',
    'the rule needs `applies-to.service`',
    undefined,
    GOOD.replace('{ service: mri, region: lumbar_spine }', '«{ region: lumbar_spine }»'),
  ],
  [
    'wrong-type',
    '`title` of the rule must be text',
    undefined,
    GOOD.replace('title: a rule', 'title: «[a]»'),
  ],
  [
    'wrong-type',
    '`effective.from` of the rule must be a day as `2015-10-05`',
    undefined,
    GOOD.replace('2007-01-01', '«2007»-99').replace('«2007»-99', '«2007-99»'),
  ],
  [
    'wrong-type',
    '`exclusions` of the rule must be a list',
    'put it in brackets: `[ … ]`',
    ruleText({ parts: `criteria: ${test('a', 'red_flag_any')}\nexclusions: «none»` }),
  ],
  [
    'wrong-type',
    'a criterion must be a mapping of keys to values',
    'write `{ id: …, fact: red_flag_any, is: present, because: … }`',
    withCriteria('{ all: [«red_flag_any»] }'),
  ],
  [
    'wrong-type',
    'a group cannot be both `all` and `any`',
    'nest one in the other',
    withCriteria(`{ all: [${test('a', 'red_flag_any')}], «any»: [] }`),
  ],
  [
    'wrong-type',
    'the group asks for 2 of only 1 members',
    undefined,
    withCriteria(`{ at-least: { count: «2», of: [${test('a', 'red_flag_any')}] } }`),
  ],
  [
    'wrong-type',
    '`at-least` of criterion `a` must be a number',
    undefined,
    withCriteria(test('a', 'conservative_care_weeks', 'at-least: «six», unit: weeks')),
  ],
  [
    'wrong-type',
    'the modifier `repeat` must be text, a number, true or false',
    undefined,
    GOOD.replace('lumbar_spine }', 'lumbar_spine, modifiers: { repeat: «[]» } }'),
  ],
  [
    'unknown-value',
    '`tier` of the rule must be one of `1`, `2`, `3`, `4`',
    undefined,
    GOOD.replace('tier: 1', 'tier: «5»'),
  ],
  [
    'unknown-value',
    '`decision` of the rule must be one of `medically-necessary`, `not-medically-necessary`',
    'did you mean `medically-necessary`?',
    GOOD.replace('decision: medically-necessary', 'decision: «medicaly-necessary»'),
  ],
  [
    'unknown-value',
    'criterion `a` asks whether `symptom_trend` is `worse`, which it never is',
    'its values are `worsening`, `stable`, `improving`',
    withCriteria(test('a', 'symptom_trend', 'is-value: «worse»')),
  ],
  [
    'unknown-value',
    'criterion `a` asks whether `pain_phase` is `cronic`, which it never is',
    'did you mean `chronic`?',
    withCriteria(test('a', 'pain_phase', 'one-of: [acute, «cronic»]')),
  ],
  [
    'unknown-value',
    'the rule ends on `2006-01-01`, before it begins',
    undefined,
    ruleText({ until: '«2006-01-01»', parts: `criteria: ${test('a', 'red_flag_any')}` }),
  ],
  [
    'unknown-fact',
    'criterion `a` tests `red_flags_any`, which the lexicon does not define',
    'did you mean `red_flag_any`? rules/FACTS.md lists every fact',
    withCriteria(test('a', '«red_flags_any»')),
  ],
  [
    'forbidden-fact',
    'criterion `a` tests `ur_decision`, which rules may not read',
    undefined,
    withCriteria(test('a', '«ur_decision»', 'is-value: certified')),
  ],
  [
    'unknown-service',
    'the rule applies to the service `mris`, which the lexicon does not define',
    'did you mean `mri`?',
    GOOD.replace('service: mri', 'service: [ct, «mris»]'),
  ],
  [
    'unknown-region',
    'the rule applies to the region `lumbar`, which the lexicon does not define',
    'did you mean `lumbar_spine`?',
    GOOD.replace('region: lumbar_spine', 'region: «lumbar»'),
  ],
  [
    'unknown-region',
    'the rule applies to the region `nowhere`, which the lexicon does not define',
    '`regions` of the lexicon lists them',
    GOOD.replace('region: lumbar_spine', 'region: «nowhere»'),
  ],
  [
    'operator-mismatch',
    'criterion `a` tests `red_flag_any` with `at-least`, which does not fit a finding',
    'a finding is tested with `is`',
    withCriteria(test('a', 'red_flag_any', '«at-least»: 3')),
  ],
  [
    'operator-mismatch',
    'criterion `a` has two tests, `at-least` and `at-most`',
    'write two criteria',
    withCriteria(test('a', 'conservative_care_weeks', 'at-least: 1, «at-most»: 3, unit: weeks')),
  ],
  [
    'unit-mismatch',
    'criterion `a` gives the unit `months`, but `conservative_care_weeks` is measured in `weeks`',
    undefined,
    withCriteria(test('a', 'conservative_care_weeks', 'at-least: 6, unit: «months»')),
  ],
  [
    'missing-unit',
    'criterion `a` gives a number without its unit: `conservative_care_weeks` is measured in `weeks`',
    'add `unit: weeks`',
    withCriteria(test('a', 'conservative_care_weeks', '«at-least»: 6')),
  ],
  [
    'unit-mismatch',
    'criterion `a` gives the unit `weeks`, but `red_flag_any` has none here',
    undefined,
    withCriteria(test('a', 'red_flag_any', 'is: present, unit: «weeks»')),
  ],
  ['empty-group', 'the `any` group has no members', undefined, withCriteria('{ «any»: [] }')],
  [
    'empty-group',
    '`limits` has no members',
    undefined,
    ruleText({ parts: `criteria: ${test('a', 'red_flag_any')}\n«limits»: []` }),
  ],
  [
    'duplicate-id',
    'line 7 has a criterion `a` already',
    undefined,
    withCriteria(
      `{ all: [${test('a', 'red_flag_any')}, { id: «a», fact: smoker, is: present, because: x }] }`,
    ),
  ],
  ['duplicate-id', 'the key `title` is given twice', undefined, `${GOOD}«title»: again\n`],
  [
    'id-is-not-file-name',
    'the rule is called `b-rule`, its file `a-rule`',
    'write `id: a-rule`, or rename the file',
    GOOD.replace('id: a-rule', 'id: «b-rule»'),
  ],
  [
    'unknown-criterion',
    '`use` names `flags`, which `define` does not have',
    'did you mean `flag`?',
    ruleText({ parts: `define: { flag: ${test('a', 'red_flag_any')} }\ncriteria: { use: «flags» }` }),
  ],
  [
    'circular-reference',
    'shared criteria need each other: `x` needs `y` needs `x`',
    undefined,
    ruleText({ parts: 'define: { x: { not: { use: y } }, y: { not: { use: «x» } } }\ncriteria: { use: x }' }),
  ],
  [
    'yaml-alias',
    'the anchor `&x` is not allowed',
    'write out at each place what is meant',
    GOOD.replace('title: a rule', 'title: &x «a rule»'),
  ],
  [
    'yaml-alias',
    'the merge key `<<` is not allowed',
    'write out at each place what is meant',
    `${GOOD}«<<»: { notes: x }\n`,
  ],
  [
    'yaml-alias',
    'the merge key `<<` is not allowed',
    'write out at each place what is meant',
    `${GOOD}«<<»: *x\n`,
  ],
];

describe('a problem', () => {
  it.each(PROBLEMS)('%s: %s', (code, message, help, source) => {
    const { text, at, start } = marked(source);
    const { rules, problems } = load(text);
    expect(problems.map((one) => [one.code, one.message, one.help])).toEqual([[code, message, help]]);
    expect(text.slice(problems[0]?.span?.start, problems[0]?.span?.end)).toBe(at);
    expect(problems[0]?.span?.start).toBe(start);
    expect(rules.rules).toEqual([]);
  });

  it.each([
    ['an empty file', '', 'the file is empty'],
    ['a file of comments', '# nothing\n', 'the file is empty'],
    ['two documents', `${GOOD}---\n${GOOD}`, 'a second document begins here'],
    ['a tag of its own', GOOD.replace('title: a', 'title: !run a'), 'tags are not part of the rule language'],
    ['another version of YAML', `%YAML 1.1\n---\n${GOOD}`, 'a `%YAML` line may only ask for version 1.2'],
    ['a tab', 'id: a\n\ttitle: b\n', 'tabs are not allowed as indentation'],
  ])('of %s is a yaml-syntax error', (_what, text, message) => {
    const first = load(text).problems[0];
    expect([first?.code, first?.message]).toEqual(['yaml-syntax', message]);
  });

  it('of an anchor is told for its aliases as well', () => {
    const { problems } = load(`a: &x [1]\nb: *x\n`);
    expect(problems.map((one) => one.message)).toEqual(['the anchor `&x` is not allowed']);
  });

  it('of a file that is not a mapping is one message', () => {
    expect(load('- 1\n').problems.map((one) => one.message)).toEqual([
      'the rule must be a mapping of keys to values',
    ]);
  });

  it('of missing parts is told once for all of them', () => {
    expect(load('id: a-rule\n').problems.map((one) => one.message)).toEqual([
      'the rule needs `title`, `applies-to`, `citation`, `tier`, `effective`, `criteria`, `decision` and `otherwise`',
    ]);
  });

  it('of the same id in two files names both', () => {
    const text = GOOD;
    const { rules, problems } = loadRules(
      [
        { file: 'rules/x/a-rule.yaml', text },
        { file: 'rules/y/a-rule.yaml', text },
      ],
      TEST_NAMES,
    );
    expect(problems).toMatchObject([
      {
        code: 'duplicate-id',
        file: 'rules/y/a-rule.yaml',
        message: '`rules/x/a-rule.yaml` has a rule `a-rule` already',
        related: [{ file: 'rules/x/a-rule.yaml' }],
      },
    ]);
    expect(rules.rules).toHaveLength(1);
  });

  it('does not hide the others: all are found in one run, in the order of the file', () => {
    const text = withCriteria(
      `{ all: [${test('a', 'red_flag')}, ${test('b', 'smoker', 'at-least: 1')}, { any: [] }] }`,
    ).replace('tier: 1', 'tier: 9');
    expect(load(text).problems.map((one) => one.code)).toEqual([
      'unknown-value',
      'unknown-fact',
      'operator-mismatch',
      'empty-group',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'of a key `%s` is an unknown key and harms nothing',
    (key) => {
      const { problems } = load(`${GOOD}${key}: { polluted: true }\n`);
      expect(problems.map((one) => one.message)).toEqual([`the rule has no key \`${key}\``]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('of shared criteria that multiply is found before they are spelled out', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `  d${i}: { all: [{ use: d${i + 1} }, { use: d${i + 1} }] }`,
    );
    const parts = `define:\n${lines.join('\n')}\n  d30: ${test('a', 'smoker')}\ncriteria: { use: d0 }`;
    expect(load(ruleText({ parts })).problems).toMatchObject([
      { code: 'too-many-criteria', message: 'the tree has more than 1000 tests' },
    ]);
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['groups', `criteria: ${'{ not: '.repeat(300)}${'}'.repeat(300)}`],
  ])('of bottomless nesting in %s is reported, not a crash', (_what, text) => {
    expect(load(text).problems.length).toBeGreaterThan(0);
  });
});

describe('any text', () => {
  it('gives rules or problems, and every problem lies inside the text', () => {
    const pieces = fc.constantFrom(
      'id: ',
      'a-rule',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ': ',
      'criteria:',
      'all:',
      '&a',
      '*a',
      '"',
      "'",
      '#',
      '|',
      'fact: smoker',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const { rules, problems } = load(text);
          expect(rules.rules.length === 0).toBe(problems.length > 0);
          for (const { span } of problems) {
            if (span !== null) expect(span.start).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  it('that is a good rule with one character changed never throws', () => {
    fc.assert(
      fc.property(fc.nat(GOOD.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, put) => {
        load(GOOD.slice(0, at) + put + GOOD.slice(at + 1));
      }),
    );
  });
});
