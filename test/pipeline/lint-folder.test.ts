import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openKeptChecks } from '../../src/files/kept-checks.js';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import type { RuleFolder } from '../../src/pipeline/check-folder.js';
import { lintFolder } from '../../src/pipeline/lint-folder.js';
import type { Remembering } from '../../src/rules/remembering.js';
import { folderWith } from '../helpers/lint-page.js';
import { readScenarioRule } from '../helpers/scenario-rule.js';

const FILE = 'rules/test-guide/low-back-scan.yaml';
const GOOD = readScenarioRule();
const told = (text: string, file = FILE): string[] =>
  lintFolder(folderWith([{ file, text }]))
    .diagnostics.filter((one) => one.severity !== 'note')
    .map((one) => `${one.code}: ${one.message}`);
const CRITERIA = GOOD.slice(GOOD.indexOf('criteria:'), GOOD.indexOf('decision:'));
const withCriteria = (criteria: string): string => GOOD.replace(CRITERIA, () => `${criteria.trimEnd()}\n`);
const aTest = (id: string, more = 'is: present'): string =>
  `{ id: ${id}, fact: weakness_found, ${more}, because: of ${id} }`;

/** What the file is, its text, and all that is told of it, one message for each cause. */
const BAD: readonly (readonly [string, string, readonly string[]])[] = [
  ['empty', '', ['yaml-syntax: the file is empty']],
  ['a comment alone', '# nothing yet\n', ['yaml-syntax: the file is empty']],
  ['a word', 'hello\n', ['wrong-type: the rule must be a mapping of keys to values']],
  ['a list', '- a\n- b\n', ['wrong-type: the rule must be a mapping of keys to values']],
  ['two documents', `${GOOD}---\n${GOOD}`, ['yaml-syntax: a second document begins here']],
  [
    'indented by a tab',
    GOOD.replace('    - id: weakness', '\t- id: weakness'),
    ['yaml-syntax: tabs are not allowed as indentation'],
  ],
  [
    'cut off inside a quote',
    GOOD.slice(0, GOOD.indexOf("'12'") + 2),
    ['yaml-syntax: a text in quotes is not closed'],
  ],
  [
    'with a key given twice',
    GOOD.replace('tier: 1', 'tier: 1\ntier: 2'),
    ['duplicate-id: the key `tier` is given twice'],
  ],
  [
    'with a key given three times',
    GOOD.replace('tier: 1', 'tier: 1\ntier: 2\ntier: 1'),
    ['duplicate-id: the key `tier` is given 3 times'],
  ],
  [
    'with a key whose name is far from the one that is missing',
    GOOD.replace('tier: 1', 'tear: 1'),
    ['unknown-key: the rule has no key `tear`'],
  ],
  [
    'with an anchor and an alias',
    withCriteria(`criteria: { any: [&a ${aTest('a')}, *a] }`),
    ['yaml-alias: the anchor `&a` is not allowed'],
  ],
  [
    'with an anchor and a merge key that takes from it',
    GOOD.replace('criteria:\n', 'notes: { a: &a { b: 1 }, c: { <<: *a } }\ncriteria:\n'),
    ['yaml-alias: the anchor `&a` is not allowed'],
  ],
  [
    'with an alias of nothing, twice',
    withCriteria('criteria: { any: [*a, *a] }'),
    ['yaml-alias: the alias `*a` is not allowed'],
  ],
  [
    'with an anchor on a block',
    GOOD.replace('criteria:\n', 'criteria: &c\n'),
    ['yaml-alias: the anchor `&c` is not allowed'],
  ],
  [
    'with a merge key',
    GOOD.replace('tier: 1', '<<: { tier: 1 }'),
    ['yaml-alias: the merge key `<<` is not allowed'],
  ],
  [
    'with a tag',
    GOOD.replace('tier: 1', 'tier: !!js/function 1'),
    ['yaml-syntax: tags are not part of the rule language'],
  ],
  [
    'with a colon in a text without quotes',
    GOOD.replace('because: weakness justifies', 'because: weakness: it justifies'),
    ['yaml-syntax: a second key on one line'],
  ],
  [
    'with a text that begins with a sign of YAML',
    GOOD.replace('because: weakness', 'because: @weakness'),
    ['yaml-syntax: a text without quotes cannot begin with `@`'],
  ],
  [
    'of an older YAML',
    `%YAML 1.1\n---\n${GOOD}`,
    ['yaml-syntax: a `%YAML` line may only ask for version 1.2'],
  ],
  [
    'with shared criteria in a ring of three',
    withCriteria(
      `define:\n  a: { not: { use: b } }\n  b: { not: { use: c } }\n  c: { not: { use: a } }\ncriteria: { any: [{ use: a }, { use: b }] }`,
    ),
    ['circular-reference: shared criteria need each other: `a` needs `b` needs `c` needs `a`'],
  ],
  [
    'with a shared criterion that needs itself',
    withCriteria('define:\n  a: { not: { use: a } }\ncriteria: { use: a }'),
    ['circular-reference: shared criteria need each other: `a` needs `a`'],
  ],
  ['of brackets alone', '['.repeat(100_000), ['yaml-syntax: the file is nested too deeply']],
  [
    'nested deeper than anyone writes',
    withCriteria(`criteria: ${'{ not: '.repeat(120)}${aTest('a')}${' }'.repeat(120)}`),
    ['yaml-syntax: the file is nested too deeply'],
  ],
  [
    'of ten thousand lines of tests',
    withCriteria(
      `criteria:\n  any:\n${Array.from({ length: 2500 }, (_, i) => `    - id: t-${i}\n      fact: weakness_found\n      is: present\n      because: x\n`).join('')}`,
    ),
    ['too-many-criteria: the tree has more than 1000 tests'],
  ],
];

describe('a rule file that is', () => {
  it.each(BAD)('%s is told, once for each cause', (_what, text, messages) => {
    expect(told(text)).toEqual(messages);
  });

  it('ten thousand lines of comments is like any other', () => {
    expect(told(`${'# a line\n'.repeat(10_000)}${GOOD}`)).toEqual([]);
  });
});

describe('a rules folder', () => {
  it('has all problems told in one run, by file and place', () => {
    const folder = folderWith([
      {
        file: 'rules/a/b.yaml',
        text: GOOD.replace('low-back-scan', 'c').replaceAll('weakness_found', 'weaknes_found'),
      },
      { file: 'rules/a/a.yaml', text: '[\n' },
      { file: FILE, text: GOOD.replace('tier: 1', 'tier: 7').replace('title: ', 'titel: ') },
    ]);
    const places = lintFolder(folder).diagnostics.map((one) => `${one.file} ${one.span?.start} ${one.code}`);
    expect(places).toEqual([
      'rules/a/a.yaml 0 yaml-syntax',
      'rules/a/b.yaml 4 id-is-not-file-name',
      'rules/a/b.yaml 262 unknown-fact',
      `${FILE} 18 unknown-key`,
      `${FILE} 192 unknown-value`,
    ]);
  });

  it('with a broken lexicon is told what is wrong with that alone', () => {
    const folder = folderWith([
      { file: 'rules/lexicon/extra.yaml', text: 'facts: { x: 1 }\n' },
      { file: FILE, text: 'a: 1\n' },
    ]);
    expect(lintFolder(folder).diagnostics.map((one) => one.code)).toEqual(['wrong-type']);
  });

  it('with a lexicon file that does not parse is told that alone, and not what it would have defined', () => {
    const folder = folderWith([{ file: 'rules/lexicon/extra.yaml', text: 'facts: [\n' }]);
    const needing = {
      file: 'rules/lexicon/needing.yaml',
      text: 'facts: { x: { type: finding, meaning: x, scope: case, weigh: any, derive: { same-as: in_extra } } }\n',
    };
    const lexicon = [...folder.lexicon, needing];
    expect(lintFolder({ ...folder, lexicon }).diagnostics.map((one) => one.code)).toEqual(['yaml-syntax']);
  });

  it('with an entry of the lexicon that is wrong is told that alone, and not who needs it', () => {
    const text = `concepts: { c: { kind: no-kind, phrases: [x] } }
facts: { x: { type: finding, meaning: x, scope: case, weigh: any, from: [{ finding: c }] } }
`;
    const folder = folderWith([{ file: 'rules/lexicon/extra.yaml', text }]);
    expect(lintFolder(folder).diagnostics.map((one) => one.code)).toEqual(['unknown-value']);
  });

  it.each([
    ['without a lexicon', (): RuleFolder => ({ ...folderWith([]), lexicon: [] }), []],
    [
      'with a lexicon file that cannot be read',
      (): RuleFolder => folderWith([]),
      [diagnostic('unreadable-file', 'rules/lexicon/pain.yaml', null, 'it is a folder')],
    ],
  ] as const)('%s is not told that every name is unknown', (_what, make, problems) => {
    const { diagnostics } = lintFolder({ ...make(), problems }, problems);
    expect(diagnostics).toEqual(problems);
  });

  it('with criteria nested as deep as they may be is reasoned over', () => {
    const text = withCriteria(`criteria: ${'{ not: '.repeat(60)}${aTest('a')}${' }'.repeat(60)}`);
    expect(told(text)).toEqual([]);
  });

  it('of a thousand rules is read whole, and each rule has few messages', () => {
    const files = Array.from({ length: 1000 }, (_, i) => ({
      file: `rules/many/rule-${i}.yaml`,
      text: GOOD.replace('low-back-scan', `rule-${i}`).replace('at-least: 6', `at-least: ${i + 7}`),
    }));
    const { diagnostics, counts } = lintFolder(folderWith(files));
    expect(counts.rules).toBe(1001);
    const conflicts = diagnostics.filter((one) => one.code === 'conflicting-rules');
    expect(conflicts.length).toBeGreaterThan(0);
    expect(conflicts.length).toBeLessThanOrEqual(3000);
  }, 60_000);

  it('is told the same whatever the order of its files', () => {
    const folder = readRuleFolder('rules', 'rules');
    const turned: RuleFolder = {
      lexicon: folder.lexicon,
      rules: [...folder.rules].reverse(),
      examples: [...folder.examples].reverse(),
    };
    expect(lintFolder(turned)).toEqual(lintFolder(folder));
  }, 60_000);
});

describe('the rules of this project', () => {
  it('have no errors, no warnings, and nothing that `--fix` would change', () => {
    const { diagnostics } = lintFolder(readRuleFolder('rules', 'rules'));
    expect(
      diagnostics
        .filter(({ severity, fix }) => severity !== 'note' || fix !== undefined)
        .map(({ file, message }) => `${file}: ${message}`),
    ).toEqual([]);
  }, 60_000);
});

describe('what is kept of a run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const lintWith = async (text: string, program = '1'): Promise<{ found: unknown; made: string[] }> => {
    const memory = await openKeptChecks(folder, 'rules', program);
    const made: string[] = [];
    const counting: Remembering = {
      ...memory,
      keep: (key, digest, value) => {
        made.push(key);
        memory.keep(key, digest, value);
      },
    };
    const texts = folderWith([{ file: FILE, text }]);
    const found = lintFolder(texts, [], counting);
    await memory.save([...texts.lexicon, ...texts.rules, ...texts.examples].map((one) => one.file));
    return { found, made };
  };

  it('gives the same as a new run, and is made anew for what has changed alone', async () => {
    const other = GOOD.replace('at-least: 6', 'at-least: 0');
    const first = await lintWith(GOOD);
    expect(first.found).toEqual(lintFolder(folderWith([{ file: FILE, text: GOOD }])));
    expect(await lintWith(GOOD)).toEqual({ found: first.found, made: [] });
    const changed = await lintWith(other);
    expect(changed.found).toEqual(lintFolder(folderWith([{ file: FILE, text: other }])));
    // The rule itself, and the reasoning over it, over its family and over all rules.
    expect(changed.made).toEqual([FILE, `${FILE}#criteria`, `${FILE}#undecided scan`, 'analysis']);
  });

  it('counts for the program that kept it alone', async () => {
    const { made } = await lintWith(GOOD);
    expect((await lintWith(GOOD, '2')).made).toEqual(made);
  });

  it('is not needed: a folder that cannot be written makes no difference', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const memory = await openKeptChecks(join(folder, 'a-file'), 'rules', '1');
    memory.keep('a', 'b', 1);
    expect(memory.known('a', 'b')).toBe(1);
    await expect(memory.save([])).resolves.toBeUndefined();
  });
});
