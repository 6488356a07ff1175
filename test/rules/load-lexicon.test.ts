import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { loadLexicon } from '../helpers/load-lexicon.js';

const FILE = 'lexicon/area.yaml';

function problemsOf(text: string, others: Record<string, string> = {}): Diagnostic[] {
  const files = [
    { file: FILE, text },
    ...Object.entries(others).map(([file, other]) => ({ file, text: other })),
  ];
  return [...loadLexicon(files).problems];
}

/** What a problem says, and the words of the file that it points at. */
function told(text: string, problem: Diagnostic | undefined): string[] {
  const words = problem?.span ? text.slice(problem.span.start, problem.span.end) : '';
  return [
    problem?.code ?? '',
    problem?.message ?? '',
    words.split('\n')[0]?.trim() ?? '',
    problem?.help ?? '',
  ];
}

const CONCEPT = 'concepts:\n  numbness: { kind: finding, phrases: [numb] }\n';
const FACT = (from: string): string =>
  `${CONCEPT}facts:\n  loss: { type: finding, meaning: loss, scope: case, weigh: any, from: [${from}] }\n`;

describe('a lexicon file that is right', () => {
  test('loads without a word', () => {
    expect(problemsOf(FACT('{ finding: numbness }'))).toEqual([]);
  });

  test('is joined with others section by section', () => {
    const files = [
      { file: 'a.yaml', text: CONCEPT },
      {
        file: 'b.yaml',
        text: 'concepts:\n  spasm: { kind: finding, phrases: [spasm] }\nabbreviations: [dr]\n',
      },
      { file: 'c.yaml', text: 'abbreviations: [pt]\n' },
    ];
    const { lexicon, problems } = loadLexicon(files);
    expect(problems).toEqual([]);
    expect(Object.keys(lexicon.concepts ?? {})).toEqual(['numbness', 'spasm']);
    expect(lexicon.abbreviations).toEqual(['dr', 'pt']);
    expect(loadLexicon([...files].reverse()).lexicon).toEqual(lexicon);
  });
});

describe('a mistake is told once, at its place, with help', () => {
  test.each([
    [
      'an unknown section',
      'concept:\n  x: 1\n',
      ['unknown-key', 'a lexicon has no section `concept`', 'concept', 'did you mean `concepts`?'],
    ],
    [
      'an unknown key',
      'concepts:\n  numbness: { kind: finding, phrases: [numb], synonym: x }\n',
      ['unknown-key', '`numbness` in `concepts` has no key `synonym`', 'synonym', ''],
    ],
    [
      'an unknown kind',
      'concepts:\n  numbness: { kind: findings, phrases: [numb] }\n',
      ['unknown-value', '', 'findings', 'did you mean `finding`?'],
    ],
    [
      'a missing key',
      'concepts:\n  numbness: { kind: finding }\n',
      ['missing-key', '`numbness` in `concepts` needs `phrases`', '{ kind: finding }', ''],
    ],
    [
      'a section of the wrong form',
      'concepts: [a]\n',
      ['wrong-type', 'the section `concepts` must be a mapping of names to entries', '[a]', ''],
    ],
    ['an empty entry', 'concepts:\n  numbness:\n', ['wrong-type', '`numbness` is empty', '', '']],
    [
      'a name in capitals',
      'concepts:\n  Numb: { kind: finding, phrases: [numb] }\n',
      ['wrong-type', 'the name `Numb` must be lower-case letters, digits, `_` or `-`', 'Numb', ''],
    ],
    [
      '`__proto__` as a name',
      'concepts:\n  __proto__: { kind: finding, phrases: [numb] }\n',
      ['wrong-type', 'the name `__proto__` must be lower-case letters, digits, `_` or `-`', '__proto__', ''],
    ],
    [
      'an unknown concept in a fact',
      FACT('{ finding: numbnes }'),
      ['unknown-concept', 'no concept is called `numbnes`', 'numbnes', 'did you mean `numbness`?'],
    ],
    [
      'an unknown region of a concept',
      'concepts:\n  numbness: { kind: finding, region: bak, phrases: [numb] }\nregions:\n  back: { meaning: back, phrases: [back] }\n',
      ['unknown-region', 'no region is called `bak`', 'bak', 'did you mean `back`?'],
    ],
    [
      'an unknown fact in a derivation',
      `${CONCEPT}facts:\n  any_loss: { type: finding, meaning: m, scope: case, weigh: any, derive: { any: [losss] } }\n  loss: { type: finding, meaning: m, scope: case, weigh: any, from: [{ finding: numbness }] }\n`,
      ['unknown-fact', 'no fact is called `losss`', '', 'did you mean `loss`?'],
    ],
    [
      'a family that serves what there is not',
      `service-groups:
  surgery: { meaning: m, called-as: operation }
families:
  stay: { meaning: m, group: surgery, serves: operations, phrases: [stay] }
`,
      ['unknown-service', 'no service is called `operations`', 'operations', 'did you mean `operation`?'],
    ],
    [
      'concepts in a ring',
      'concepts:\n  a: { kind: finding, is: [b], phrases: [aa] }\n  b: { kind: finding, is: [a], phrases: [bb] }\n',
      ['circular-reference', 'concepts are kinds of each other: `a`, `b`', '', ''],
    ],
    [
      'a cue without scope',
      'cues:\n  denial: { meaning: negated, direction: none, phrases: [denies] }\n',
      [
        'cue-without-scope',
        'cue `denial` means `negated` but reaches nothing',
        '',
        'say `direction: forward`, `backward` or `both`',
      ],
    ],
    [
      'a source that names nothing',
      FACT('{ gives: absent }'),
      [
        'missing-key',
        'a source of `loss` says nothing of where the fact comes from',
        '{ gives: absent }',
        'name concepts under `finding`, `test`, `event`, `number`, …',
      ],
    ],
    [
      'an open bracket',
      'concepts:\n  x: { kind: finding, phrases: ["(a|b"] }\n',
      ['unmatchable-phrase', '`(a|b` can never match: `(` is never closed', '"(a|b"', ''],
    ],
    [
      'a phrase that can be empty',
      'concepts:\n  x: { kind: finding, phrases: ["a?"] }\n',
      ['unmatchable-phrase', '`a?` can never match: the phrase can be empty', '"a?"', ''],
    ],
    [
      'a gap at an end',
      'concepts:\n  x: { kind: finding, phrases: ["a *2"] }\n',
      ['unmatchable-phrase', '`a *2` can never match: a gap needs words on both sides', '"a *2"', ''],
    ],
    [
      'an unknown word set',
      'concepts:\n  x: { kind: finding, phrases: ["a <leg>"] }\n',
      [
        'unmatchable-phrase',
        '`a <leg>` can never match: there is no word set `leg`',
        '"a <leg>"',
        'define it under `word-sets`, or name a set that there is',
      ],
    ],
    [
      'a mistyped word set',
      'word-sets:\n  limb: [arm, leg]\nconcepts:\n  x: { kind: finding, phrases: ["a <lim>"] }\n',
      [
        'unmatchable-phrase',
        '`a <lim>` can never match: there is no word set `lim`',
        '"a <lim>"',
        'did you mean `<limb>`?',
      ],
    ],
    [
      'a phrase of two concepts',
      'concepts:\n  x: { kind: finding, phrases: [leg pain] }\n  y: { kind: finding, phrases: [leg pains] }\n',
      ['duplicate-phrase', '`leg pains` is a phrase of `x` in `concepts` already', 'leg pains', ''],
    ],
    [
      'an open bracket in a qualifier of requests',
      'qualifiers:\n  urgent: { choice: { now: [now, "(urgent"] } }\n',
      ['unmatchable-phrase', '`(urgent` can never match: `(` is never closed', '"(urgent"', ''],
    ],
    [
      'an open bracket in words of request lines',
      'line-units:\n  visit: [sitting, "(encounter"]\n',
      ['unmatchable-phrase', '`(encounter` can never match: `(` is never closed', '"(encounter"', ''],
    ],
    [
      'an open bracket in words for a side of a region',
      'regions:\n  knee: { meaning: the knee, phrases: [knee], left: ["lt (knee"] }\n',
      ['unmatchable-phrase', '`lt (knee` can never match: `(` is never closed', '"lt (knee"', ''],
    ],
    [
      'a gap at an end in a list without names',
      'no-attributes: [back pay, "came *2"]\n',
      ['unmatchable-phrase', '`came *2` can never match: a gap needs words on both sides', '"came *2"', ''],
    ],
    [
      'an open bracket in a word set, which phrases may still use',
      'word-sets:\n  limb: [arm, "(leg"]\nconcepts:\n  x: { kind: finding, phrases: ["a <limb>"] }\n',
      ['unmatchable-phrase', '`(leg` can never match: `(` is never closed', '"(leg"', ''],
    ],
    [
      'words of request lines that the whole lexicon has already',
      'units:\n  visit: [visit]\nline-units:\n  session: [visits]\n',
      ['duplicate-phrase', '`visits` is a phrase of `visit` in `units` already', 'visits', ''],
    ],
    ['an empty file', '', ['yaml-syntax', 'the file is empty', '', '']],
    [
      'a list instead of sections',
      '- a\n',
      ['wrong-type', 'a lexicon file must be a mapping of sections', '- a', ''],
    ],
  ] as const)('%s', (_name, text, expected) => {
    const problems = problemsOf(text);
    const [code, message, words, help] = told(text, problems[0]);
    expect([code, message, words, help]).toEqual([
      expected[0],
      expected[1] || message,
      expected[2] || words,
      expected[3] || help,
    ]);
    expect(problems).toHaveLength(1);
  });

  test('a name that another file has already', () => {
    const problems = problemsOf(CONCEPT, { 'lexicon/other.yaml': CONCEPT });
    expect(problems.map(({ code, file, message }) => [code, file, message])).toEqual([
      ['duplicate-id', 'lexicon/other.yaml', '`lexicon/area.yaml` has `numbness` in `concepts` already'],
    ]);
  });

  test('a word set that another file has already: one of the two would be lost', () => {
    const problems = problemsOf('word-sets:\n  gain: [gain, help]\n', {
      'lexicon/other.yaml': 'word-sets:\n  loss: [loss]\n  gain: [relief]\n',
    });
    expect(problems.map(({ code, file, message, span }) => [code, file, message, span?.start])).toEqual([
      ['duplicate-id', 'lexicon/other.yaml', '`lexicon/area.yaml` has `gain` in `word-sets` already', 28],
    ]);
  });

  test('all problems of all files in one run, sorted', () => {
    const problems = problemsOf('concept: {}\ncue: {}\n', {
      'lexicon/b.yaml': 'fact: {}\n',
      'lexicon/a.yaml': 'region: {}\n',
    });
    expect(problems.map(({ file, span }) => [file, span?.start])).toEqual([
      ['lexicon/a.yaml', 0],
      ['lexicon/area.yaml', 0],
      ['lexicon/area.yaml', 12],
      ['lexicon/b.yaml', 0],
    ]);
  });
});

test('phrases of the form of letters are checked like others', () => {
  const shipped = readFileSync('rules/lexicon/letters.yaml', 'utf8');
  const text = (phrase: string): string => shipped.replace('[regarding the]', `["${phrase}"]`);
  expect(problemsOf(shipped)).toEqual([]);
  const told = (phrase: string): string[] =>
    problemsOf(text(phrase)).map(({ code, message }) => `${code}: ${message}`);
  expect(told('(regarding')).toEqual([
    'unmatchable-phrase: `(regarding` can never match: `(` is never closed',
  ]);
  expect(told('regarding <it>')).toEqual([
    'unmatchable-phrase: `regarding <it>` can never match: `it` is a word set, which stands in no form',
  ]);
});
