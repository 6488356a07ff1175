/**
 * Builders and arbitraries of issue rows: each takes what a test is about and fills in the rest.
 */
import fc from 'fast-check';
import type { IssueRow, ServiceRow } from '../../src/vocabulary/issue-row.js';

export function serviceRow(parts: Partial<ServiceRow> = {}): ServiceRow {
  return {
    family: 'scan',
    region: 'lumbar_spine',
    laterality: null,
    levels: [],
    quantity: null,
    decision: 'not-medically-necessary',
    rule: 'low-back-scan',
    guideline: 'MTUS Low Back',
    tier: 1,
    decidedBy: ['pressed-root'],
    undocumented: [],
    reason: null,
    decidingFacts: [{ fact: 'slr_positive', status: 'absent', value: null }],
    ...parts,
  };
}

export function issueRow(parts: Partial<IssueRow> = {}): IssueRow {
  const predicted = parts.predicted ?? 'upheld';
  const actual = parts.actual === undefined ? 'upheld' : parts.actual;
  const agreement =
    predicted === 'undetermined' || actual === null
      ? 'not-comparable'
      : predicted === actual
        ? 'agree'
        : 'disagree';
  return {
    document: 'a.txt',
    issue: 1,
    request: 'Scan of the low back',
    urDate: '2015-10-05',
    specialty: 'Orthopedic Surgery',
    services: [serviceRow()],
    findings: [],
    ...parts,
    predicted,
    actual,
    agreement,
  };
}

const outcome = fc.constantFrom('upheld' as const, 'overturned' as const, 'overturned-in-part' as const);

/** Rows of some letters, in the order of the letters. */
export const rowsArbitrary: fc.Arbitrary<readonly IssueRow[]> = fc
  .array(
    fc.record({
      predicted: fc.oneof({ arbitrary: outcome, weight: 4 }, fc.constant('undetermined' as const)),
      actual: fc.oneof({ arbitrary: outcome, weight: 6 }, fc.constant(null)),
      family: fc.constantFrom('scan', 'therapy', 'drug'),
      year: fc.constantFrom('2013', '2014', null),
      letter: fc.nat({ max: 12 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list
      .sort((a, b) => a.letter - b.letter)
      .map(({ predicted, actual, family, year, letter }, i) =>
        issueRow({
          document: `letter-${letter}.txt`,
          issue: i + 1,
          urDate: year === null ? null : `${year}-03-01`,
          predicted,
          actual,
          services: [
            serviceRow({
              family,
              decision: predicted === 'undetermined' ? 'undetermined' : 'not-medically-necessary',
              reason: predicted === 'undetermined' ? 'not-documented' : null,
              undocumented: predicted === 'undetermined' ? [`${family}_fact`] : [],
            }),
          ],
        }),
      ),
  );
