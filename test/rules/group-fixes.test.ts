/** Members that stand twice and groups of one: mended where that is certain, with comments as they were. */
import { describe, expect, test } from 'vitest';
import { lintFolder } from '../../src/pipeline/lint-folder.js';
import { applyFixes } from '../../src/rules/apply-fixes.js';
import { folderWith } from '../helpers/lint-page.js';
import { readScenarioRule } from '../helpers/scenario-rule.js';

const FILE = 'rules/test-guide/low-back-scan.yaml';
const GOOD = readScenarioRule();
const [HEAD = '', REST = ''] = GOOD.split(/criteria:[\s\S]*?(?=decision:)/);
const EXAMPLES = 'rules/test-guide/low-back-scan.examples.yaml';

/** The criteria after every round of fixes. */
function mended(criteria: string, examples: Parameters<typeof folderWith>[0] = []): string {
  let text = `${HEAD}${criteria}${REST}`;
  for (;;) {
    const { diagnostics } = lintFolder(folderWith([{ file: FILE, text }, ...examples]));
    const [fixed] = applyFixes([{ file: FILE, text }], diagnostics);
    if (fixed === undefined) break;
    text = fixed.text;
  }
  expect(text.startsWith(HEAD)).toBe(true);
  expect(text.endsWith(REST)).toBe(true);
  return text.slice(HEAD.length, text.length - REST.length);
}

const weak = (id: string): string => `{ id: ${id}, fact: weakness_found, is: present, because: it is weak }`;
const LONG = '{ id: long, fact: therapy_weeks, at-least: 6, unit: weeks, because: it was long }';

describe('what is certain is mended:', () => {
  test.each([
    [
      'a second of the same in a block',
      `criteria:\n  any:\n    - ${weak('a')} # why\n    - ${weak('b')}\n    - ${LONG}\n`,
      `criteria:\n  any:\n    - ${weak('a')} # why\n    - ${LONG}\n`,
    ],
    [
      'a second of the same over several lines, comments around it kept',
      `criteria:\n  any: # one of\n    - id: a\n      fact: weakness_found\n      is: present\n      because: it is weak\n    - id: b\n      fact: weakness_found\n      is: present\n      because: it is weak\n    # the last\n    - ${LONG}\n`,
      `criteria:\n  any: # one of\n    - id: a\n      fact: weakness_found\n      is: present\n      because: it is weak\n    # the last\n    - ${LONG}\n`,
    ],
    [
      'a second of the same on one line',
      `criteria: { any: [${weak('a')}, ${weak('b')}, ${LONG}] }\n`,
      `criteria: { any: [${weak('a')}, ${LONG}] }\n`,
    ],
    [
      'a second use of a shared criterion in a block',
      `define:\n  shared: ${weak('a')}\ncriteria:\n  any:\n    - use: shared\n    - ${LONG}\n    - use: shared\n`,
      `define:\n  shared: ${weak('a')}\ncriteria:\n  any:\n    - use: shared\n    - ${LONG}\n`,
    ],
    [
      'a second use of a shared criterion on one line',
      `define:\n  shared: ${weak('a')}\ncriteria: { any: [{ use: shared }, { use: shared }, ${LONG}] }\n`,
      `define:\n  shared: ${weak('a')}\ncriteria: { any: [{ use: shared }, ${LONG}] }\n`,
    ],
    [
      'a pair of the same, then the group of one',
      `criteria: { all: [${weak('a')}, ${weak('b')}] }\n`,
      `criteria: ${weak('a')}\n`,
    ],
    [
      'a group of one in a block',
      'criteria:\n  all:\n    - id: a\n      fact: weakness_found # said\n      # by the doctor\n      is: present\n      because: it is weak\n',
      'criteria:\n  id: a\n  fact: weakness_found # said\n  # by the doctor\n  is: present\n  because: it is weak\n',
    ],
    [
      'a group of one inside a list',
      `criteria:\n  any:\n    - all:\n        - id: a\n          fact: weakness_found\n          is: present\n          because: it is weak\n    - ${LONG}\n`,
      `criteria:\n  any:\n    - id: a\n      fact: weakness_found\n      is: present\n      because: it is weak\n    - ${LONG}\n`,
    ],
    [
      'groups of one inside each other, over several rounds',
      `criteria: { any: [{ all: [{ any: [${weak('a')}] }] }, ${LONG}] }\n`,
      `criteria: { any: [${weak('a')}, ${LONG}] }\n`,
    ],
  ])('%s', (_what, before, after) => {
    expect(mended(before)).toBe(after);
  });
});

describe('what is not certain is left to people:', () => {
  test.each([
    [
      'another reason',
      `criteria: { any: [${weak('a')}, ${weak('b').replace('it is weak', 'it is a sign')}, ${LONG}] }\n`,
    ],
    [
      'a comment on the second',
      `criteria:\n  any:\n    - ${weak('a')}\n    - ${weak('b')} # from another page\n    - ${LONG}\n`,
    ],
    [
      'a comment on the second use',
      `define:\n  shared: ${weak('a')}\ncriteria:\n  any:\n    - use: shared\n    - use: shared # again\n    - ${LONG}\n`,
    ],
    [
      'a comment inside the second',
      `criteria:\n  any:\n    - ${weak('a')}\n    - id: b # new\n      fact: weakness_found\n      is: present\n      because: it is weak\n    - ${LONG}\n`,
    ],
    [
      'a group of one with a reason of its own',
      `criteria:\n  all: [${weak('a')}]\n  because: all of it is needed\n`,
    ],
    ['a group of one with a name', `criteria:\n  id: whole\n  all: [${weak('a')}]\n`],
    ['a comment on the group of one', `criteria:\n  all: # more to come\n    - ${weak('a')}\n`],
  ])('%s', (_what, criteria) => {
    expect(mended(criteria)).toBe(criteria);
  });

  test('a name that an example expects to decide', () => {
    const criteria = `criteria: { any: [${weak('a')}, ${weak('b')}, ${LONG}] }\n`;
    const text = `examples:\n  - name: weak\n    service: { family: scan, region: lumbar_spine }\n    facts: { weakness_found: present }\n    expect: met\n    decided-by: [a, b]\n`;
    expect(mended(criteria, [{ file: EXAMPLES, text }])).toBe(criteria);
  });
});
