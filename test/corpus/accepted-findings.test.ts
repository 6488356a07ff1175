import { describe, expect, test } from 'vitest';
import {
  type AcceptedFinding,
  AcceptedFindings,
  baselineText,
  readBaseline,
} from '../../src/corpus/accepted-findings.js';
import { issueRow } from '../helpers/issue-rows.js';
import { finding } from '../helpers/results.js';

const VERSIONS = new Map([['low-back-scan', 'low-back-scan@1']]);
const disagrees = finding({ code: 'outcome-disagrees' });
const row = issueRow({ predicted: 'overturned' });

function entry(parts: Partial<AcceptedFinding> = {}): AcceptedFinding {
  return { document: 'a.txt', issue: 1, code: 'outcome-disagrees', rules: ['low-back-scan@1'], ...parts };
}

describe('a finding is accepted', () => {
  test('by letter, issue, code and rule version', () => {
    expect(new AcceptedFindings([entry()], VERSIONS).accepts(row, disagrees)).toBe(true);
  });

  test('whatever the rules, if it does not depend on a prediction', () => {
    const accepted = new AcceptedFindings([entry({ code: 'region-mismatch', rules: [] })], new Map());
    expect(accepted.accepts(row, finding({ code: 'region-mismatch' }))).toBe(true);
  });

  test.each([
    ['another letter', { document: 'b.txt' }],
    ['another issue', { issue: 2 }],
    ['another code', { code: 'region-mismatch' }],
    ['another version of the rule', { rules: ['low-back-scan@2'] }],
  ])('not by an entry of %s', (_, parts) => {
    expect(new AcceptedFindings([entry(parts)], VERSIONS).accepts(row, disagrees)).toBe(false);
  });
});

describe('an entry is stale', () => {
  test('if its letter was read and has the finding no more', () => {
    const accepted = new AcceptedFindings([entry()], VERSIONS);
    accepted.read('a.txt');
    expect(accepted.stale()).toEqual([entry()]);
    expect(accepted.current()).toEqual([]);
  });

  test('but not if its letter was not read', () => {
    const accepted = new AcceptedFindings([entry()], VERSIONS);
    accepted.read('b.txt');
    expect(accepted.stale()).toEqual([]);
    expect(accepted.current()).toEqual([entry()]);
  });

  test('nor if the finding is there', () => {
    const accepted = new AcceptedFindings([entry({ note: 'seen' })], VERSIONS);
    accepted.read('a.txt');
    accepted.accepts(row, disagrees);
    accepted.accept(row, disagrees);
    expect(accepted.stale()).toEqual([]);
    expect(accepted.current()).toEqual([entry({ note: 'seen' })]);
  });
});

test('a baseline reads back as it was written, sorted', () => {
  const entries = [entry({ document: 'b.txt' }), entry({ issue: 2, note: '"quoted"' }), entry()];
  const text = baselineText(entries);
  expect(readBaseline(text)).toEqual({ accepted: [entries[2], entries[1], entries[0]] });
  expect(baselineText([])).toBe('{\n  "version": 1,\n  "accepted": []\n}\n');
});

describe('what is no baseline is told in words', () => {
  test.each([
    ['', /^it is no JSON/],
    ['[]', /^``: invalid input/],
    ['{"version": 2, "accepted": []}', /`version`/],
    ['{"version": 1}', /`accepted`/],
    ['{"version": 1, "accepted": [{}]}', /`accepted\.0\.document`/],
    [
      '{"version": 1, "accepted": [{"document": "a", "issue": 0, "code": "x", "rules": []}]}',
      /`accepted\.0\.issue`/,
    ],
    ['{"version": 1, "accepted": [], "more": 1}', /unrecognized key/],
  ])('%s', (text, words) => {
    const read = readBaseline(text);
    expect('problem' in read && read.problem).toMatch(words);
  });
});
