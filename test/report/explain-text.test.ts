import { describe, expect, test } from 'vitest';
import { explainText } from '../../src/report/explain-text.js';
import type { IssueResult } from '../../src/vocabulary/letter-result.js';
import {
  decision,
  fact,
  finding,
  group,
  issue,
  letter,
  letterDocument,
  quoteOf,
  reading,
  ruleTrace,
  SILENT,
  service,
  testNode,
} from '../helpers/results.js';
import { plainStyle } from '../helpers/style.js';

const therapyTried = testNode('therapy-tried', {
  status: 'met',
  because: 'therapy comes first',
  test: 'therapy_visits at least 6 visits',
  reading: reading({
    fact: 'therapy_visits',
    status: 'present',
    value: 6,
    because: 'the latest of 2 dated statements',
    facts: [
      fact({
        fact: 'therapy_visits',
        status: 'present',
        value: 6,
        evidence: [quoteOf('Six visits of therapy failed')],
        cues: [quoteOf('failed')],
      }),
      fact({ fact: 'therapy_visits', evidence: [quoteOf('The worker has back pain')], cues: [] }),
    ],
  }),
});
const surgeryPlanned = testNode('surgery-planned', {
  because: 'a scan is for planning an operation',
  test: 'surgery_planned is present',
  reading: reading({ ...SILENT, fact: 'surgery_planned' }),
  assumed: 'not-documented',
});
const criteria = group('any', 'not-met', [
  testNode('pressed-root'),
  group('all', 'not-met', [therapyTried, surgeryPlanned], {
    id: 'before-surgery',
    because: 'a scan may come before an operation.',
  }),
]);
const passedOver = ruleTrace({
  rule: 'odg-scan',
  citation: { source: 'ODG Low Back', edition: '2015', section: null, pages: null },
  tier: 2,
  passedOver: 'lower-tier',
  passedOverBecause: '`low-back-scan` comes first in the evidence sequence',
});
const upheld = decision({
  rules: [ruleTrace({ criteria }), passedOver],
  undocumented: ['surgery_planned'],
  turningPoints: [
    {
      decision: 'medically-necessary',
      changes: [{ fact: 'surgery_planned', criterion: 'surgery-planned', to: 'present' }],
    },
  ],
});

function explain(one: IssueResult, width = 80): string {
  const style = plainStyle(width, { surgery_planned: 'an operation on the region is planned' });
  return explainText(letter({ issues: [one] }), one, letterDocument(), style);
}

describe('an explanation', () => {
  test('answers all questions in order, in 80 columns', async () => {
    const text = explain(issue({ decisions: [upheld], findings: [finding()] }));
    await expect(`${text}\n`).toMatchFileSnapshot('explanation.txt');
  });

  test('no line is wider than asked, whatever the width', () => {
    for (const width of [60, 80, 100, 120]) {
      const lines = explain(issue({ decisions: [upheld], findings: [finding()] }), width).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });

  test('without a rule it says why nothing is predicted', () => {
    const none = decision({
      decision: 'undetermined',
      rule: null,
      decidedBy: [],
      reason: 'no-rule',
      reasonText: 'no rule is for this service',
      rules: [],
    });
    const text = explain(
      issue({ decisions: [none], predicted: 'undetermined', agreement: 'not-comparable' }),
    );
    expect(text).toContain('No guideline speaks: no rule is for this service.');
    expect(text).toContain('Undetermined: no rule is for this service.');
    expect(text).toContain('nothing in this letter: there is no rule for the service');
  });

  test('each service of an issue has its own steps', () => {
    const two = [decision(), decision({ service: service({ family: 'xray' }) })];
    const text = explain(issue({ decisions: two }));
    expect(text).toContain('Service 1 of 2: Scan of the low back');
    expect(text).toContain('Service 2 of 2: Scan of the low back');
    expect(text.match(/^4\. What decided$/gm)).toHaveLength(2);
  });

  test('a letter without a summary has no steps but the reviewer’s', () => {
    const text = explain(issue({ decisions: [], predicted: 'undetermined', agreement: 'not-comparable' }));
    expect(text).toContain('the letter has no case summary to predict from');
    expect(text).toContain('1. What the reviewer determined');
  });
});

describe('a criterion', () => {
  test.each([
    ['silence', reading(SILENT), 'Found: nothing; the letter is silent on this.'],
    [
      'a gap',
      reading({ status: 'not-documented', gap: true, facts: [fact({ status: 'gap' })] }),
      'Found: the letter itself says that this is not documented.',
    ],
    ['a range', reading({ status: 'present', value: [4, 6] }), 'Found: present, 4 to 6.'],
    ['a list', reading({ status: 'present', value: ['a', 'b'] }), 'Found: present, a, b.'],
    ['doubt', reading({ status: 'uncertain' }), 'Found: uncertain.'],
  ])('says what was found of %s', (_what, found, words) => {
    const one = decision({ rules: [ruleTrace({ criteria: testNode('only', { reading: found }) })] });
    expect(explain(issue({ decisions: [one] }), 120)).toContain(words);
  });

  test('quotes a place once, and no more than a few statements', () => {
    const facts = ['The', 'worker', 'has', 'back', 'pain', 'pain'].map((word) =>
      fact({ evidence: [quoteOf(word)], cues: [] }),
    );
    const node = testNode('only', { reading: reading({ facts }) });
    const text = explain(issue({ decisions: [decision({ rules: [ruleTrace({ criteria: node })] })] }));
    expect(text).toContain('and 2 further statements');
    expect(text.match(/"worker" {2}letters/g)).toHaveLength(1);
  });
});
