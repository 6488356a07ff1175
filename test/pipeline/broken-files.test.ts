/**
 * Files that are broken in the ways in which people break them: each is told once, at its place, with what mends it.
 * Each is one of the small files of the scenarios with one change.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintFolder } from '../../src/pipeline/lint-folder.js';
import { SourceText } from '../../src/text/source-text.js';
import { folderWith } from '../helpers/lint-page.js';

const RULE = 'rules/test-guide/low-back-scan.yaml';
const EXAMPLES = 'rules/test-guide/low-back-scan.examples.yaml';
const LEXICON = 'rules/lexicon/small.yaml';
const textOf = (file: string): string => readFileSync(`test/scenarios/${file}`, 'utf8');

/** What is told of a folder with a file: `line:column code: message`, then the help. */
function told(file: string, text: string): string[] {
  const { diagnostics } = lintFolder(folderWith([{ file, text }]));
  return diagnostics
    .filter(({ severity }) => severity !== 'note')
    .map(({ file: at, span, code, message, help }) => {
      const { line, column } = new SourceText(at, at === file ? text : textOf(at)).point(span?.start ?? 0);
      const other = at === file ? '' : `${at}:`;
      return `${other}${line}:${column} ${code}: ${message}${help === undefined ? '' : `; ${help}`}`;
    });
}

/** What is changed, into what, and what is told. */
type Broken = readonly [what: string, from: string, to: string, told: string];

function checkEach(file: string, rows: readonly Broken[]): void {
  test.each(rows)('%s', (_what, from, to, message) => {
    const text = textOf(file);
    expect(text).toContain(from);
    const broken = text.replace(from, () => to);
    expect(told(file, broken)).toEqual([message]);
  });
}

describe('a file that is no YAML of ours: it is told once, with what mends it', () => {
  checkEach(RULE, [
    [
      'a NUL byte',
      'Scan of',
      'Scan\u0000 of',
      '2:12 yaml-syntax: a control character (U+0000) stands here; take it away; where there are many, the file is no text, or not UTF-8',
    ],
    [
      'a bell',
      'tier: 1',
      '\u0007tier: 1',
      '5:1 yaml-syntax: a control character (U+0007) stands here; take it away; where there are many, the file is no text, or not UTF-8',
    ],
    [
      'a character without width in a key',
      'tier: 1',
      'ti\u200Ber: 1',
      '5:3 yaml-syntax: a character that cannot be seen (U+200B) stands here; take it away: without it, the words may be the same',
    ],
    [
      'a no-break space for an indent',
      '      fact: weakness',
      '\u00A0     fact: weakness',
      '10:1 yaml-syntax: a space that YAML does not know (U+00A0) indents the line; indent with plain spaces',
    ],
    [
      'the marks of a merge',
      'tier: 1',
      '<<<<<<< HEAD\ntier: 1\n=======\ntier: 2\n>>>>>>> other',
      '5:1 yaml-syntax: a merge is not finished: both sides of a conflict stand here; keep one side, and take the marks `<<<<<<<`, `=======` and `>>>>>>>` away',
    ],
    [
      'a tab behind spaces, before a key',
      '  any:',
      '  \tany:',
      '8:3 yaml-syntax: tabs are not allowed as indentation; indent with spaces',
    ],
    [
      'a tab behind spaces, before a member',
      '    - id: weakness',
      '    \t- id: weakness',
      '9:5 yaml-syntax: tabs are not allowed as indentation; indent with spaces',
    ],
    [
      'a tab behind spaces, before a key of the file',
      'tier: 1',
      '  \ttier: 1',
      '5:3 yaml-syntax: tabs are not allowed as indentation; indent with spaces',
    ],
    [
      'a tab behind spaces, within a text of several lines',
      'because: weakness',
      'because: |\n      \tweakness',
      '13:7 yaml-syntax: tabs are not allowed as indentation; indent with spaces',
    ],
    [
      'a tab within braces',
      '{ service',
      '{\n\tservice',
      '4:1 yaml-syntax: tabs are not allowed as indentation; indent with spaces',
    ],
    [
      'a tab behind a dash',
      '- id: weakness',
      '-\tid: weakness',
      '9:6 yaml-syntax: tabs are not allowed as indentation; indent with spaces',
    ],
    [
      'a key that is only begun',
      'effective: { from: 2010-01-01 }',
      'effe',
      '6:1 yaml-syntax: `effe` is no key with a value; write `key: value`, or indent it if it belongs to the text above',
    ],
    [
      'a brace that is never closed',
      '{ from: 2010-01-01 }',
      '{ from: 2010-01-01',
      '6:12 yaml-syntax: the `{` is not closed; close it with `}`, or indent the lines up to the `}`',
    ],
    [
      'a bracket that is closed by a brace',
      'region: lumbar_spine }',
      'region: lumbar_spine ]',
      '3:13 yaml-syntax: the `{` is not closed; close it with `}`, or indent the lines up to the `}`',
    ],
    [
      'a brace too many',
      'region: lumbar_spine }',
      'region: lumbar_spine } }',
      '3:53 yaml-syntax: the `}` closes nothing; take it away, or put the text in quotes',
    ],
    [
      'a quote that is never closed',
      "'12' }",
      "'12 }",
      "4:82 yaml-syntax: a text in quotes is not closed; close it; a quote within a text in single quotes is written `''`",
    ],
    [
      'text behind a quote',
      'because: weakness justifies',
      "because: 'weakness' justifies",
      "12:27 yaml-syntax: text stands behind a quote that is closed already; write a quote within as `''`, or put all of the text in double quotes",
    ],
    [
      'an apostrophe in quotes',
      'because: weakness justifies a scan at once',
      "because: 'it's weakness'",
      "12:20 yaml-syntax: text stands behind a quote that is closed already; write a quote within as `''`, or put all of the text in double quotes",
    ],
    [
      'text behind a bracket',
      'because: weakness',
      'because: [6] weakness',
      '12:20 yaml-syntax: text stands behind a bracket that is closed already; put all of it in quotes',
    ],
    [
      'a text that begins with a limit',
      'because: weakness',
      'because: >= 6 weeks of weakness',
      '12:16 yaml-syntax: a text without quotes cannot begin with `>`; put the text in quotes',
    ],
    [
      'a text that begins with a bar',
      'because: weakness',
      'because: | weakness',
      '12:16 yaml-syntax: a text without quotes cannot begin with `|`; put the text in quotes',
    ],
    [
      'a text that begins with a star',
      'because: weakness',
      'because: *weakness',
      '12:16 yaml-syntax: a text without quotes cannot begin with `*`; put the text in quotes',
    ],
    [
      'a text that begins with a star and a space',
      'because: weakness',
      'because: * weakness',
      '12:16 yaml-syntax: a text without quotes cannot begin with `*`; put the text in quotes',
    ],
    [
      'a text that begins with a backtick',
      'because: weakness',
      'because: `weakness`',
      '12:16 yaml-syntax: a text without quotes cannot begin with a backtick; put the text in quotes',
    ],
    [
      'a text that begins with a dash',
      'because: weakness',
      'because: - weakness',
      '12:16 yaml-syntax: a list begins on the line of its key; begin a new line, or put the text in quotes',
    ],
    [
      'a text that begins with a closing bracket',
      'because: weakness',
      'because: ] weakness',
      '12:16 yaml-syntax: the `]` closes nothing; take it away, or put the text in quotes',
    ],
    [
      'an unknown escape',
      'because: weakness justifies a scan at once',
      'because: "a \\d"',
      '12:19 yaml-syntax: invalid escape sequence \\d; write `\\\\` for `\\`, or put the text in single quotes',
    ],
    [
      'a key without a space behind its colon',
      'tier: 1',
      'tier:1',
      '5:1 yaml-syntax: `tier:1` is no key with a value; put a space behind the colon',
    ],
    [
      'a key without a colon',
      'tier: 1',
      'tier 1',
      '5:1 yaml-syntax: `tier 1` is no key with a value; write `key: value`, or indent it if it belongs to the text above',
    ],
    [
      'a member among keys',
      'tier: 1',
      '- tier: 1',
      '5:1 yaml-syntax: `- tier: 1` is no key with a value; take `- ` away, or indent the list below its key',
    ],
    [
      'a key that stands too far right',
      '      fact: weakness',
      '        fact: weakness',
      '10:9 yaml-syntax: this line is indented as if it went on with the text above it; put as many spaces before it as before the lines that it belongs with',
    ],
    [
      'a key that stands too far left',
      '      fact: weakness',
      '    fact: weakness',
      '10:5 yaml-syntax: this line does not begin in the column of the keys above it; put as many spaces before it as before them',
    ],
    [
      'a member that stands too far left',
      '    - id: long',
      '   - id: long',
      '13:4 yaml-syntax: this line is indented as if it went on with the text above it; put as many spaces before it as before the lines that it belongs with',
    ],
    [
      'a dash of a word processor',
      '    - id: weakness',
      '    — id: weakness',
      '9:5 yaml-syntax: `—` begins no member of a list; write `- `',
    ],
    [
      'a member without its dash',
      '    - id: long',
      '      id: long',
      '13:7 duplicate-id: the keys `id`, `fact`, `because` are given twice; begin another member of the list with `- `',
    ],
    [
      'no comma between keys on a line',
      'service: scan, region',
      'service: scan region',
      '3:24 yaml-syntax: a comma is missing between this and the next key; put a comma there, or put the text in quotes',
    ],
    [
      'no comma between keys on lines',
      '{ service: scan, region: lumbar_spine }',
      '{\n  service: scan\n  region: lumbar_spine }',
      '4:12 yaml-syntax: a comma is missing between this and the next key; put a comma there, or put the text in quotes',
    ],
    [
      'two commas',
      'service: scan, region',
      'service: scan,, region',
      '3:29 yaml-syntax: a comma too many; take it away',
    ],
    [
      'a list with dashes within braces',
      '{ service: scan, region: lumbar_spine }',
      '{\n  service:\n    - scan\n  }',
      '5:5 yaml-syntax: a list with `- ` stands within brackets; write it in brackets: `[ … ]`',
    ],
    [
      'a comment without a space',
      "'12' }",
      "'12'#x }",
      '4:86 yaml-syntax: a comment begins without a space; put a space before `#`, or the text in quotes',
    ],
    ['a colon without a key', 'tier: 1', ': 1', '5:1 yaml-syntax: a key is missing before the colon'],
    [
      'a key of brackets',
      'tier: 1',
      '? [a]\n: 1',
      '5:3 yaml-syntax: a key must be a word; put a text with brackets in quotes',
    ],
    [
      'an alias before its anchor',
      'tier: 1',
      'notes: { a: *n, b: &n x }\ntier: 1',
      '5:23 yaml-alias: the anchor `&n` is not allowed; write out at each place what is meant',
    ],
  ]);
});

describe('a rule file: it is told once, with what mends it', () => {
  checkEach(RULE, [
    [
      'a limit in words',
      'at-least: 6',
      'at-least: six',
      '15:17 wrong-type: `at-least` of criterion `long-therapy` must be a number',
    ],
    [
      'a limit in quotes',
      'at-least: 6',
      "at-least: '6'",
      '15:17 wrong-type: `at-least` of criterion `long-therapy` must be a number; take the quotes away',
    ],
    [
      'a limit with its unit',
      'at-least: 6',
      'at-least: 6 weeks',
      '15:17 wrong-type: `at-least` of criterion `long-therapy` must be a number; write the number alone: `6`; what it counts is its `unit`',
    ],
    [
      'a limit with a decimal comma',
      'at-least: 6',
      'at-least: 6,5',
      '15:17 wrong-type: `at-least` of criterion `long-therapy` must be a number; write `6.5`',
    ],
    [
      'a limit that is left empty',
      'at-least: 6',
      'at-least:',
      '15:16 wrong-type: `at-least` of criterion `long-therapy` is empty; it must be a number',
    ],
    [
      'a limit as a mapping',
      'at-least: 6',
      'at-least: { value: 6 }',
      '15:17 wrong-type: `at-least` of criterion `long-therapy` must be a number; write the number alone',
    ],
    [
      'a unit as a number',
      'unit: weeks',
      'unit: 6',
      '16:13 wrong-type: `unit` of criterion `long-therapy` must be text; put it in quotes',
    ],
    [
      'a key in capitals',
      'at-least: 6',
      'At-Least: 6',
      '15:7 unknown-key: criterion `long-therapy` has no key `At-Least`; did you mean `at-least`?',
    ],
    [
      'a sign for a limit',
      'at-least: 6',
      "'>=': 6",
      '15:7 unknown-key: criterion `long-therapy` has no key `>=`; did you mean `at-least`?',
    ],
    [
      'a word of other languages for a limit',
      'at-least: 6',
      'min: 6',
      '15:7 unknown-key: criterion `long-therapy` has no key `min`; did you mean `at-least`?',
    ],
    [
      'a word of other languages for a group',
      '  any:',
      '  or:',
      '8:3 unknown-key: a criterion has no key `or`; did you mean `any`?',
    ],
    [
      'the other word of other languages for a group',
      '  any:',
      '  and:',
      '8:3 unknown-key: a criterion has no key `and`; did you mean `all`?',
    ],
    [
      'a group in capitals',
      '  any:',
      '  ANY:',
      '8:3 unknown-key: a criterion has no key `ANY`; did you mean `any`?',
    ],
    [
      'a test without its fact',
      '      fact: therapy_weeks\n',
      '',
      '13:7 missing-key: criterion `long-therapy` needs `fact`',
    ],
    [
      'a mistyped `fact`',
      '      fact: therapy_weeks',
      '      fakt: therapy_weeks',
      '14:7 unknown-key: criterion `long-therapy` has no key `fakt`; did you mean `fact`?',
    ],
    [
      'a test that is a group as well',
      '      fact: therapy_weeks',
      '      fact: therapy_weeks\n      all: []',
      '15:7 wrong-type: a test cannot be a group `all` as well; write two criteria',
    ],
    [
      'a count beside its members',
      '  any:',
      '  at-least: 1\n  of:',
      '9:3 wrong-type: `of` belongs under `at-least`; write `at-least: { count: 2, of: [ … ] }`',
    ],
    [
      'a criterion that is left empty',
      '    - id: weakness',
      '    -\n    - id: weakness',
      '9:6 wrong-type: a criterion is missing here; a criterion has `fact`, or one of `all`, `any`, `not`, `at-least`, `use`',
    ],
    [
      'the name of a fact for a criterion',
      '    - id: weakness',
      '    - weakness_found\n    - id: weakness',
      '9:7 wrong-type: a criterion must be a mapping of keys to values; write `{ id: …, fact: weakness_found, is: present, because: … }`',
    ],
    [
      'a list for a criterion',
      '  any:\n',
      '',
      '8:5 wrong-type: a criterion must be a mapping of keys to values; put the list under `all` or `any`',
    ],
    [
      'shared criteria that are left empty',
      'criteria:',
      'define:\naddresses: { use: a }\ncriteria:',
      '7:8 wrong-type: `define` of the rule is empty; it must be a mapping of keys to values',
    ],
    [
      '`use` and a test in one',
      '    - id: weakness',
      '    - use: other\n      id: weakness',
      '11:7 wrong-type: what has `use` cannot have `fact` as well; write two criteria',
    ],
    [
      'a day that no calendar has',
      '2010-01-01',
      '2010-02-30',
      '6:20 wrong-type: `effective.from` of the rule must be a day of the calendar',
    ],
    [
      'a year for a day',
      '2010-01-01',
      '2010',
      '6:20 wrong-type: `effective.from` of the rule must be a day as `2015-10-05`',
    ],
    [
      'a part that is left empty',
      '{ from: 2010-01-01 }',
      '',
      '6:12 wrong-type: `effective` of the rule is empty; it must be a mapping of keys to values',
    ],
    [
      'a text for a mapping',
      '{ from: 2010-01-01 }',
      '2010-01-01',
      '6:12 wrong-type: `effective` of the rule must be a mapping of keys to values; its keys are `from`, `until`',
    ],
    [
      'a number for a text',
      'title: Scan of the low back',
      'title: 2010',
      '2:8 wrong-type: `title` of the rule must be text; put it in quotes',
    ],
    [
      'a tier in quotes',
      'tier: 1',
      "tier: '1'",
      '5:7 unknown-value: `tier` of the rule must be one of `1`, `2`, `3`, `4`; take the quotes away',
    ],
    [
      'an id in capitals',
      'id: low-back-scan',
      'id: Low-Back-Scan',
      '1:5 wrong-type: `id` of the rule must be lower-case words joined by hyphens',
    ],
    [
      'the id of another file',
      'id: low-back-scan',
      'id: high-back-scan',
      '1:5 id-is-not-file-name: the rule is called `high-back-scan`, its file `low-back-scan`; write `id: low-back-scan`, or rename the file',
    ],
    [
      'the key of an example',
      'service: scan',
      'family: scan',
      '3:15 unknown-key: `applies-to` of the rule has no key `family`; did you mean `service`?',
    ],
    [
      'several parts missing',
      'tier: 1\neffective: { from: 2010-01-01 }\n',
      '',
      '1:1 missing-key: the rule needs `tier` and `effective`; `tier` is one of `1`, `2`, `3`, `4`',
    ],
    [
      'one criterion for a list of them',
      'decision:',
      'exclusions: { id: x, fact: weakness_found, is: absent, because: x }\ndecision:',
      '19:13 wrong-type: `exclusions` of the rule must be a list; put it in brackets: `[ … ]`',
    ],
  ]);
});

describe('an examples file: it is told once, with what mends it', () => {
  checkEach(EXAMPLES, [
    [
      'a list without `examples`',
      'examples:\n',
      '',
      '1:3 wrong-type: the file is a list; write `examples:` above it, and indent it',
    ],
    [
      'a mistyped `examples`',
      'examples:',
      'example:',
      '1:1 unknown-key: the file has no key `example`; did you mean `examples`?',
    ],
    [
      'another key',
      'examples:',
      'notes: x\nexamples:',
      '1:1 unknown-key: the file has no key `notes`; its keys are `examples`',
    ],
    [
      'a finding that is true',
      'weakness_found: present',
      'weakness_found: true',
      '4:30 wrong-type: `weakness_found` is a finding: give one of `present`, `absent`, `uncertain`, `not-documented`; did you mean `present`?',
    ],
    [
      'a finding that is no',
      'weakness_found: present',
      'weakness_found: no',
      '4:30 wrong-type: `weakness_found` is a finding: give one of `present`, `absent`, `uncertain`, `not-documented`; did you mean `absent`?',
    ],
    [
      'a finding in capitals',
      'weakness_found: present',
      'weakness_found: Present',
      '4:30 wrong-type: `weakness_found` is a finding: give one of `present`, `absent`, `uncertain`, `not-documented`; did you mean `present`?',
    ],
    [
      'a finding that is left empty',
      'weakness_found: present',
      'weakness_found: ',
      '4:31 wrong-type: `weakness_found` is empty: give one of `present`, `absent`, `uncertain`, `not-documented`',
    ],
    [
      'a finding with a number',
      'weakness_found: present',
      'weakness_found: 4',
      '4:30 wrong-type: `weakness_found` is a finding: give one of `present`, `absent`, `uncertain`, `not-documented`',
    ],
    [
      'a number in quotes',
      'therapy_weeks: 4 }\n    expect: not-met',
      "therapy_weeks: '4' }\n    expect: not-met",
      '8:53 wrong-type: `therapy_weeks` is a number: give a status, a number of weeks, or a range `[4, 6]`; take the quotes away',
    ],
    [
      'a number with its unit',
      'therapy_weeks: 4 }\n    expect: not-met',
      'therapy_weeks: 4 weeks }\n    expect: not-met',
      '8:53 wrong-type: `therapy_weeks` is a number: give a status, a number of weeks, or a range `[4, 6]`',
    ],
    [
      'a number that is none',
      'therapy_weeks: 4 }\n    expect: not-met',
      'therapy_weeks: .nan }\n    expect: not-met',
      '8:53 wrong-type: `therapy_weeks` is a number: give a status, a number of weeks, or a range `[4, 6]`',
    ],
    [
      'a range from high to low',
      'therapy_weeks: 4 }\n    expect: not-met',
      'therapy_weeks: [6, 4] }\n    expect: not-met',
      '8:53 wrong-type: `therapy_weeks` is a number: give a status, a number of weeks, or a range `[4, 6]`',
    ],
    [
      'a value without its status',
      'therapy_weeks: 4 }\n    expect: not-met',
      'therapy_weeks: { value: 4 } }\n    expect: not-met',
      '8:53 missing-key: `therapy_weeks` needs `status`; `status` is one of `present`, `absent`, `uncertain`, `not-documented`',
    ],
    [
      'a value with a unit',
      'therapy_weeks: 4 }\n    expect: not-met',
      'therapy_weeks: { status: present, value: 4, unit: days } }\n    expect: not-met',
      '8:82 unknown-key: `therapy_weeks` has no key `unit`; its keys are `status`, `value`',
    ],
    [
      'a date that no calendar has',
      'weakness_found: present',
      'ur_date: 2015-02-30',
      "4:23 wrong-type: `ur_date` is a date: give a status, or a day as `2015-10-05`, a month as `2015-10`, a year as `'2015'`",
    ],
    [
      'a date of another country',
      'weakness_found: present',
      'ur_date: 10/05/2015',
      "4:23 wrong-type: `ur_date` is a date: give a status, or a day as `2015-10-05`, a month as `2015-10`, a year as `'2015'`",
    ],
    [
      'the key of a rule for the service',
      '{ family: scan, region: lumbar_spine }\n    facts: { weakness_found: present',
      '{ service: scan, region: lumbar_spine }\n    facts: { weakness_found: present',
      '3:16 unknown-key: `service` of the example has no key `service`; did you mean `family`?',
    ],
    [
      'a quantity below nothing',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, quantity: -2 }\n    facts: { weakness_found: present',
      '3:62 wrong-type: `service.quantity` of the example must be more than 0',
    ],
    [
      'a qualifier that is a list',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, modifiers: { repeat: [] } }\n    facts: { weakness_found: present',
      '3:73 wrong-type: the modifier `repeat` must be text, a number, true or false',
    ],
    [
      'criteria without brackets',
      'expect: met',
      'expect: met\n    decided-by: weakness',
      '6:17 wrong-type: `decided-by` of the example must be a list; put it in brackets: `[ … ]`',
    ],
    [
      'a name that another example has',
      '- name: no weakness and too little therapy',
      '- name: weakness alone is enough',
      '6:11 duplicate-id: line 2 has an example `weakness alone is enough` already; say in its name what it shows',
    ],
    [
      'a criterion that the rule does not have',
      'expect: met',
      'expect: met\n    decided-by: [weaknes]',
      '6:18 unknown-criterion: the example `weakness alone is enough` is decided by `weaknes`, which is no test of `low-back-scan`; did you mean `weakness`?',
    ],
    [
      'a criterion that is nowhere near one of the rule',
      'expect: met',
      'expect: met\n    decided-by: [weakness, x]',
      '6:28 unknown-criterion: the example `weakness alone is enough` is decided by `x`, which is no test of `low-back-scan`; its tests are `weakness`, `long-therapy`',
    ],
    [
      'a criterion of an example that fails besides',
      'expect: met',
      'expect: met\n    decided-by: [weakness, long-terapy]',
      '6:28 unknown-criterion: the example `weakness alone is enough` is decided by `long-terapy`, which is no test of `low-back-scan`; did you mean `long-therapy`?',
    ],
    [
      'a level that no spine has',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, levels: [L4-5, L9-10] }\n    facts: { weakness_found: present',
      '3:67 unknown-value: the example asks for the level `L9-10`, which the lexicon does not define; write one level as `L4`, two neighbours as `L4-5`, a longer run as `[L3-4, L4-5]`',
    ],
    [
      'levels of two parts that are no neighbours',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, levels: [L2-5] }\n    facts: { weakness_found: present',
      '3:61 unknown-value: the example asks for the level `L2-5`, which the lexicon does not define; write one level as `L4`, two neighbours as `L4-5`, a longer run as `[L3-4, L4-5]`',
    ],
    [
      'a level with its letter twice',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, levels: [L4-L5] }\n    facts: { weakness_found: present',
      '3:61 unknown-value: the example asks for the level `L4-L5`, which the lexicon does not define; write one level as `L4`, two neighbours as `L4-5`, a longer run as `[L3-4, L4-5]`',
    ],
    [
      'a level in words',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, levels: [fourth lumbar] }\n    facts: { weakness_found: present',
      '3:61 unknown-value: the example asks for the level `fourth lumbar`, which the lexicon does not define; write one level as `L4`, two neighbours as `L4-5`, a longer run as `[L3-4, L4-5]`',
    ],
    [
      'a drug that the lexicon does not have',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, drug: aspirin }\n    facts: { weakness_found: present',
      '3:58 unknown-value: the example asks for the drug `aspirin`, which the lexicon does not define; `drugs` of the lexicon lists them by generic name',
    ],
    [
      'an ingredient that the lexicon does not have',
      'region: lumbar_spine }\n    facts: { weakness_found: present',
      'region: lumbar_spine, ingredients: [aspirin] }\n    facts: { weakness_found: present',
      '3:66 unknown-value: the example asks for the ingredient `aspirin`, which the lexicon does not define; `drugs` of the lexicon lists them, and what they are made of under `ingredients`',
    ],
  ]);
});

describe('a lexicon file: it is told once, with what mends it', () => {
  checkEach(LEXICON, [
    [
      'a phrase without brackets',
      'phrases: [weakness]',
      'phrases: weakness',
      '24:39 wrong-type: `phrases` of `weakness` in `concepts` must be a list; put it in brackets: `[ … ]`',
    ],
    [
      'a region that is the only one of a concept, with a typing error',
      'phrases: [weakness]',
      'phrases: [weakness], only-of: [lumber_spine]',
      '24:61 unknown-region: no region is called `lumber_spine`; did you mean `lumbar_spine`?',
    ],
    [
      'a service that a concept stands for and the lexicon does not have',
      'phrases: [weakness]',
      'phrases: [weakness], family: sacn',
      '24:59 unknown-service: no service is called `sacn`; did you mean `scan`?',
    ],
    [
      'a phrase that is a number',
      'phrases: [weakness]',
      'phrases: [4]',
      '24:40 wrong-type: `phrases[0]` of `weakness` in `concepts` must be text; put it in quotes',
    ],
    [
      'a source of another name',
      '{ finding: weakness }',
      '{ findings: weakness }',
      '35:90 unknown-key: `from[0]` of `weakness_found` in `facts` has no key `findings`; did you mean `finding`?',
    ],
    [
      'a source that is a number',
      '{ finding: weakness }',
      '{ finding: 4 }',
      '35:99 wrong-type: `from[0].finding` of `weakness_found` in `facts` must be text or a list',
    ],
    [
      'a source of which one name is a number',
      '{ finding: weakness }',
      '{ finding: [weakness, 4] }',
      '35:110 wrong-type: `from[0].finding[1]` of `weakness_found` in `facts` must be text; put it in quotes',
    ],
    [
      'a unit that there is not',
      'unit: week }',
      'unit: wek }',
      '37:133 unknown-value: no unit is called `wek`; did you mean `week`?',
    ],
    [
      'a group that there is not',
      'group: imaging',
      'group: imagin',
      '43:33 unknown-value: no group is called `imagin`; did you mean `imaging`?',
    ],
    [
      'a name in capitals',
      '  weakness: {',
      '  Weakness: {',
      '24:3 wrong-type: the name `Weakness` must be lower-case letters, digits, `_` or `-`',
    ],
    [
      'a unit in capitals',
      '  week: [week]',
      '  Week: [week]',
      '20:3 wrong-type: the name `units.Week` of the file must be lower-case letters, digits and `_`',
    ],
    [
      'a side that is mistyped',
      '  left: [left]',
      '  lefft: [left]',
      '11:3 unknown-key: `sides` of the file has no key `lefft`; did you mean `left`?',
    ],
    [
      'a letter of two',
      'letter: L',
      'letter: LL',
      '8:15 wrong-type: `level-columns[0].letter` of the file must have 1 letter',
    ],
    [
      'a region of levels that there is not',
      'count: 5, region: lumbar_spine',
      'count: 5, region: lumber_spine',
      '8:36 unknown-region: no region is called `lumber_spine`; did you mean `lumbar_spine`?',
    ],
    [
      'a region of a family that there is not',
      'group: imaging, phrases: [scan]',
      'group: imaging, regions: [knee, kne], phrases: [scan]',
      '43:58 unknown-region: no region is called `kne`; did you mean `knee`?',
    ],
    [
      'a region that a family reads as another',
      'group: imaging, phrases: [scan]',
      'group: imaging, reads-as: { knee: lumbar }, phrases: [scan]',
      '43:60 unknown-region: no region is called `lumbar`; did you mean `lumbar_spine`?',
    ],
    [
      'a region of a code of procedures',
      'group: imaging, phrases: [scan]',
      'group: imaging, codes: { "72148": lumbar }, phrases: [scan]',
      '43:60 unknown-region: no region is called `lumbar`; did you mean `lumbar_spine`?',
    ],
    [
      'a family that takes in one that there is not',
      'group: imaging, phrases: [scan]',
      'group: imaging, absorbs: [skan], phrases: [scan]',
      '43:52 unknown-service: no service is called `skan`; did you mean `scan`?',
    ],
    [
      'a family that becomes another by a qualifier that there is not',
      'group: imaging, phrases: [scan]',
      'group: imaging, becomes: { repeat: scan }, phrases: [scan]',
      '43:53 unknown-qualifier: no qualifier is called `repeat`; define it, or name a qualifier that there is',
    ],
    [
      'a group that counts in a unit that there is not',
      'sited: both',
      'sited: both, unit: vist',
      '40:62 unknown-value: no unit is called `vist`; did you mean `visit`?',
    ],
    [
      'a procedure of a region that there is not',
      'line-cues:',
      'procedures:\n  look: { phrases: [look], by-region: { kne: scan }, otherwise: unknown }\nline-cues:',
      '46:41 unknown-region: no region is called `kne`; did you mean `knee`?',
    ],
    [
      'a procedure of a family that there is not',
      'line-cues:',
      'procedures:\n  look: { phrases: [look], by-region: { knee: scan }, otherwise: look }\nline-cues:',
      '46:66 unknown-service: no service is called `look`; define it, or name a service that there is',
    ],
    [
      'words of request lines for a region that there is not',
      'line-cues:',
      'line-regions: { kne: [patella] }\nline-cues:',
      '45:17 unknown-region: no region is called `kne`; did you mean `knee`?',
    ],
    [
      'a claim about a fact that there is not',
      'line-cues:',
      'claims: { facts: [weakness_found], by-region: [], history: [weakness] }\nline-cues:',
      '45:61 unknown-fact: no fact is called `weakness`; did you mean `weakness_found`?',
    ],
    [
      'a reach below nothing',
      'direction: backward',
      'direction: backward, reach: -1',
      '30:59 wrong-type: `reach` of `failing` in `cues` must be more than 0',
    ],
    [
      'a number in quotes',
      'four: 4',
      "four: '4'",
      '3:23 wrong-type: `number-words.four` of the file must be a number; take the quotes away',
    ],
    [
      'facts that derive from each other',
      'facts:\n',
      'facts:\n  one: { type: finding, meaning: x, scope: case, weigh: any, derive: { same-as: other } }\n  other: { type: finding, meaning: x, scope: case, weigh: any, derive: { all: [one] } }\n',
      '33:3 circular-reference: facts derive from each other: `one`, `other`',
    ],
  ]);
});

describe('a file that is another altogether: it is told once, with what mends it', () => {
  test.each([
    [
      'lines that end with a carriage return alone',
      RULE,
      textOf(RULE).replaceAll('\n', '\r'),
      '1:18 yaml-syntax: the lines end with a carriage return alone; save the file with line feeds',
    ],
    [
      'examples in the place of a rule',
      RULE,
      textOf(EXAMPLES),
      '1:1 missing-key: the file holds examples; name it `….examples.yaml`, after its rule',
    ],
    [
      'a rule in their place',
      EXAMPLES,
      textOf(RULE),
      '1:1 missing-key: the file holds a rule; take `.examples` out of its name',
    ],
    [
      'nothing',
      EXAMPLES,
      'examples:\n',
      '1:10 wrong-type: `examples` of the file is empty; it must be a list',
    ],
    [
      'no example',
      EXAMPLES,
      'examples: []\n',
      'rules/test-guide/low-back-scan.yaml:1:5 missing-examples: the rule `low-back-scan` has no example that is met, none that is not-met, none that is undetermined; add one of each to `low-back-scan.examples.yaml`',
    ],
  ])('%s', (_what, file, text, message) => {
    expect(told(file, text)).toEqual([message]);
  });
});
