import { expect, test } from 'vitest';
import { addLetter, addUnread, NO_TOTALS, totalsText } from '../../src/report/totals.js';
import { finding, issue, letter } from '../helpers/results.js';

test('totals count letters, issues, agreement and findings', () => {
  const disagreeing = issue({
    actual: 'overturned',
    agreement: 'disagree',
    findings: [finding(), finding({ code: 'outcome-disagrees' })],
  });
  const open = issue({ predicted: 'undetermined', agreement: 'not-comparable' });
  const totals = addLetter(addLetter(NO_TOTALS, letter({ issues: [disagreeing, open] })), letter());
  expect(totals).toMatchObject({ undetermined: 1, findings: 2, findingsInLetters: 1 });
  expect(totalsText(totals)).toBe('2 letters, 3 issues: 1 agree, 1 disagree, 1 not comparable; 2 findings');
  expect(totalsText(addUnread(totals))).toMatch(/; 1 input with errors$/);
});
