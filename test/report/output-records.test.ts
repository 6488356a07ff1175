import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { checkRecord, errorRecord, explainRecord, factRecord } from '../../src/report/output-records.js';
import { OUTPUT_SCHEMAS, type OutputRecord, reportSchema } from '../../src/report/output-schema.js';
import { recordsEnd, recordsStart, recordText } from '../../src/report/record-text.js';
import { addLetter, addUnread, NO_TOTALS } from '../../src/report/totals.js';
import type { Decision } from '../../src/vocabulary/decision.js';
import type { Fact, FactStatus } from '../../src/vocabulary/fact.js';
import type { IssueResult } from '../../src/vocabulary/letter-result.js';
import {
  decision,
  fact,
  finding,
  group,
  issue,
  LETTER,
  letter,
  letterDocument,
  quoteOf,
  reading,
  ruleTrace,
  service,
  testNode,
} from '../helpers/results.js';

const quote = fc
  .tuple(fc.nat(LETTER.text.length), fc.nat(60))
  .map(([start, size]) => LETTER.quote({ start, end: Math.min(start + size, LETTER.text.length) }));
const word = fc.string({ minLength: 1 });
const values: fc.Arbitrary<Fact['value']> = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.tuple(fc.integer(), fc.integer()),
  word,
  fc.array(word),
);
const facts: fc.Arbitrary<Fact> = fc
  .record({
    fact: word,
    status: fc.constantFrom<FactStatus>('present', 'absent', 'uncertain', 'gap'),
    value: values,
    levels: fc.array(word),
    evidence: fc.array(quote, { minLength: 1, maxLength: 3 }),
    cues: fc.array(quote, { maxLength: 2 }),
  })
  .map((parts) => fact(parts));
const decisions: fc.Arbitrary<Decision> = fc
  .record({
    words: quote,
    modifiers: fc.dictionary(word, fc.oneof(word, fc.boolean())),
    facts: fc.array(facts),
    value: values,
  })
  .map(({ words, modifiers, facts: list, value }) =>
    decision({
      service: service({ words, modifiers }),
      rules: [
        ruleTrace({
          criteria: group('all', 'not-met', [testNode('a', { reading: reading({ value, facts: list }) })]),
        }),
      ],
    }),
  );
const issues: fc.Arbitrary<IssueResult> = fc
  .record({
    request: quote,
    decisions: fc.array(decisions, { maxLength: 2 }),
    message: word,
    quotes: fc.array(quote),
  })
  .map(({ request, decisions: list, message, quotes }) =>
    issue({ request, decisions: list, findings: [finding({ message, quotes })] }),
  );

describe('records', () => {
  test('read back equal, and are what the schema says', () => {
    fc.assert(
      fc.property(issues, facts, (one, stated) => {
        const result = letter({ issues: [one], facts: [stated] });
        const records: readonly [keyof typeof OUTPUT_SCHEMAS, OutputRecord][] = [
          ['check', checkRecord(result, one)],
          ['explain', explainRecord(result, one, letterDocument())],
          ['facts', factRecord(result.document, stated)],
        ];
        for (const [name, record] of records) {
          expect(OUTPUT_SCHEMAS[name].parse(JSON.parse(recordText('ndjson', record, true)))).toEqual(record);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('of an issue begin with what it is about', () => {
    const record = checkRecord(letter(), issue());
    expect(JSON.stringify(record)).toMatch(
      /^\{"document":"letters\/a.txt","issue":1,"request":"Scan of the low back","services":\[\{"family":"scan","region":"lumbar_spine"/,
    );
  });

  test('write a gap as not documented, and keep its words', () => {
    const gap = fact({ status: 'gap', evidence: [quoteOf('There is no documentation\nof failed therapy')] });
    expect(factRecord('a.txt', gap)).toMatchObject({
      status: 'not-documented',
      evidence: [{ text: 'There is no documentation\nof failed therapy', line: 6, column: 21 }],
    });
  });

  test('of an error say where it is, if it has a place', () => {
    const span = { start: 0, end: 3 };
    expect(errorRecord(diagnostic('no-issues', 'a.txt', span, 'none'), LETTER)).toEqual({
      document: 'a.txt',
      error: { code: 'no-issues', message: 'none', line: 1, column: 1 },
    });
    expect(errorRecord(diagnostic('unreadable-file', 'a.txt', null, 'gone'), null)).toEqual({
      document: 'a.txt',
      error: { code: 'unreadable-file', message: 'gone' },
    });
  });
});

describe('a whole report', () => {
  test('in JSON reads back equal', () => {
    const result = letter({ issues: [issue(), issue({ issue: 2, findings: [finding()] })] });
    const totals = addUnread(addLetter(NO_TOTALS, result));
    const records = [
      ...result.issues.map((one) => checkRecord(result, one)),
      errorRecord(diagnostic('no-issues', 'b.txt', null, 'none'), null),
    ];
    const text = [
      recordsStart('json', 'check'),
      ...records.map((record, i) => recordText('json', record, i === 0)),
      recordsEnd('json', totals),
    ].join('');
    expect(reportSchema('check').parse(JSON.parse(text))).toEqual({ report: 'check', records, totals });
  });

  test('in JSON may be empty', () => {
    const text = recordsStart('json', 'facts') + recordsEnd('json', NO_TOTALS);
    expect(JSON.parse(text)).toEqual({ report: 'facts', records: [], totals: NO_TOTALS });
  });
});
