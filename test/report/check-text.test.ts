import { describe, expect, test } from 'vitest';
import { checkHeading, checkText } from '../../src/report/check-text.js';
import { decision, finding, issue, letter, quoteOf } from '../helpers/results.js';
import { colorStyle, plainStyle, withoutColor } from '../helpers/style.js';

const disagreeing = issue({
  actual: 'overturned',
  agreement: 'disagree',
  findings: [finding({ hint: 'look at the therapy' })],
});
const undetermined = issue({
  issue: 2,
  decisions: [
    decision({ decision: 'undetermined', decidedBy: [], rule: null, reason: 'no-rule', rules: [] }),
  ],
  predicted: 'undetermined',
  actual: null,
  agreement: 'not-comparable',
});
const result = letter({ issues: [disagreeing, undetermined] });

describe('the table', () => {
  test('has a row for each issue and its findings below, in 80 columns', () => {
    const style = plainStyle(80);
    expect(`${checkHeading(style)}\n${checkText(result, style)}\n`).toBe(
      `  #   request           predicted     actual        agreement   decided by
────────────────────────────────────────────────────────────────────────────────
letters/a.txt
  1   Scan of the low   upheld        overturned    DISAGREE    low-back-scan:
      back                                                      pressed-root
      rationale-contradicts-summary: the rationale says that failed therapy is
        not documented; the summary documents it
          "There is no documentation of failed therapy"  letters/a.txt:6:21
          "Six visits of therapy failed"  letters/a.txt:3:20
          hint: look at the therapy
  2   Scan of the low   undetermined  none stated   not         no rule
      back                                          comparable
`,
    );
  });

  test('in 120 columns each issue takes one line', () => {
    const rows = checkText(result, plainStyle(120)).split('\n');
    expect(rows.filter((row) => /^ {2}\d/.test(row))).toEqual([
      '  1   Scan of the low back                upheld        overturned    DISAGREE        low-back-scan: pressed-root',
      '  2   Scan of the low back                undetermined  none stated   not comparable  no rule',
    ]);
  });

  test('colour adds nothing but colour', () => {
    const colored = checkText(result, colorStyle(100));
    expect(colored).not.toBe(withoutColor(colored));
    expect(withoutColor(colored)).toBe(checkText(result, plainStyle(100)));
  });

  test('a letter without issues says so', () => {
    expect(checkText(letter({ issues: [] }), plainStyle(80))).toBe('letters/a.txt\n  no issues');
  });

  test('a page is named where the letter has pages', () => {
    const paged = finding({ quotes: [{ ...quoteOf('Six visits of therapy failed'), page: 2 }] });
    const text = checkText(letter({ issues: [issue({ findings: [paged] })] }), plainStyle(100));
    expect(text).toContain('letters/a.txt:3:20 (page 2)');
  });

  test('no line is wider than asked, whatever the width', () => {
    for (const width of [72, 80, 100, 120, 200]) {
      const lines = `${checkHeading(plainStyle(width))}\n${checkText(result, plainStyle(width))}`.split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });
});
