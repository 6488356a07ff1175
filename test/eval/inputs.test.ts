/** Labels, outputs and vocabularies: what is read from them, and what is said of bad ones. */
import { describe, expect, test } from 'vitest';
import { parseGold } from '../../bench/eval/gold.js';
import { letterName, OutputError, parseChecks, parseFacts } from '../../bench/eval/output.js';
import { lexiconVocabulary, tableVocabulary, withLabelNames } from '../../bench/eval/vocabulary.js';

const FACT = '{fact: pain, status: present, where: summary, evidence: pain';

describe('labels', () => {
  const goldOf = (yaml: string) => {
    const read = parseGold('a.gold.yaml', yaml);
    if ('problem' in read) throw new Error(read.problem);
    return read.gold;
  };

  test('that say nothing are empty lists, null and false', () => {
    expect(goldOf('{}')).toEqual({ complete: false, issues: [], facts: [], inconsistencies: [] });
    expect(goldOf(`facts: [${FACT}}]`).facts[0]).toMatchObject({ value: null, levels: [], tail: false });
  });

  test('with dates that look like numbers keep them as text; values stay numbers', () => {
    const [fact] = goldOf(`facts: [${FACT}, date: 2015, value: 2015, levels: [3]}]`).facts;
    expect(fact).toMatchObject({ date: '2015', value: 2015, levels: ['3'] });
  });

  test.each([
    ['facts: [', /a\.gold\.yaml: .+line 1/],
    ['[]', /expected object/],
    ['facts: [{fact: pain}]', /facts\.0\.status/],
    [`facts: [${FACT.replace('present', 'maybe')}}]`, /facts\.0\.status/],
    [`facts: [${FACT.replace('summary', 'elsewhere')}}]`, /facts\.0\.where/],
    ['complete: perhaps', /complete/],
    ['issues: [{request: a, services: [], outcome: denied}]', /issues\.0\.outcome/],
    ['issues: [{request: a, outcome: upheld}]', /issues\.0\.services/],
    [
      'issues: [{request: a, services: [{family: mri, quantity: many}], outcome: upheld}]',
      /services\.0\.quantity/,
    ],
    ['inconsistencies: [{type: a}]', /inconsistencies\.0\.words/],
  ])('%j are refused with the place', (yaml, problem) => {
    expect(parseGold('a.gold.yaml', yaml)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

describe('outputs', () => {
  test('are kept by letter, errors apart', () => {
    const lines = [
      { document: 'x/a.txt', fact: 'pain', status: 'present' },
      { document: 'b.pdf', error: { code: 'unreadable-file', message: 'gone' } },
      { document: 'a.txt', fact: 'pain', status: 'absent' },
    ];
    const { rows, unread } = parseFacts('f', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
    expect(rows.get('a')?.map(({ status }) => status)).toEqual(['present', 'absent']);
    expect(unread).toEqual(['b']);
  });

  test('may have keys that are not scored', () => {
    expect(parseChecks('c', '{"document":"a","new":1}').rows.get('a')).toHaveLength(1);
  });

  test.each([
    ['{"document":', /^f:1: the line is not JSON/],
    ['\n3', /^f:2: /],
    ['null', /^f:1: /],
    ['{"fact":"pain"}', /^f:1: `document`/],
    ['{"document":"a"}', /^f:1: `fact`/],
    ['{"document":"a","fact":"pain","evidence":{}}', /`evidence`/],
    ['{"document":"a","fact":"pain","evidence":["pain"]}', /`evidence\.0`/],
    ['{"document":"a","fact":"pain","levels":[null]}', /`levels\.0`/],
  ])('%j are refused with their line', (text, message) => {
    expect(() => parseFacts('f', text)).toThrow(OutputError);
    expect(() => parseFacts('f', text)).toThrow(message);
  });

  test('offsets that are no whole numbers are none', () => {
    const line = '{"document":"a","fact":"pain","evidence":[{"text":"x","start":"0","end":1.5}]}';
    expect(parseFacts('f', line).rows.get('a')?.[0]?.evidence).toEqual([
      { text: 'x', start: null, end: null },
    ]);
  });
});

test.each([
  ['letters/a.txt', 'a'],
  ['a.pdf', 'a'],
  ['a.b.txt', 'a.b'],
  ['a', 'a'],
])('the letter of %s is %s', (document, name) => {
  expect(letterName(document)).toBe(name);
});

describe('a vocabulary', () => {
  const TABLE = [
    '| name | type | unit | scope | meaning |',
    '|---|---|---|---|---|',
    '| `pain` | finding | - | case | Pain | some rules |',
    '| `both`  |  derived finding  | - | case | Two at once |',
    '| `age` | number | years | case | Derived: date minus birth |',
    '| `req_levels` | list | - | service | Levels asked for |',
    'a line with | bars | in it',
  ].join('\n');

  test('of a table has its names, those of requests left out, and knows which are derived', () => {
    const { names, derived } = tableVocabulary(TABLE);
    expect([[...names], [...derived]]).toEqual([
      ['pain', 'both', 'age'],
      ['both', 'age'],
    ]);
  });

  test('of a lexicon derives what the lexicon derives', () => {
    const { names, derived } = lexiconVocabulary(
      new Map([
        ['pain', {}],
        ['both', { derive: { any: ['pain'] } }],
      ]),
    );
    expect([[...names], [...derived]]).toEqual([['pain', 'both'], ['both']]);
  });

  test('takes in the names of labels, but not those of the tail', () => {
    const read = parseGold(
      'a',
      `facts: [${FACT.replace('pain', 'new')}}, ${FACT.replace('pain', 'odd')}, tail: true}]`,
    );
    if ('problem' in read) throw new Error(read.problem);
    expect([...withLabelNames(tableVocabulary(TABLE), [read.gold]).names]).toEqual([
      'pain',
      'both',
      'age',
      'new',
    ]);
  });
});
