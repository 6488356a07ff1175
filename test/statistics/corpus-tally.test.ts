import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CorpusTally } from '../../src/statistics/corpus-tally.js';
import type { IssueRow } from '../../src/vocabulary/issue-row.js';
import { issueRow, rowsArbitrary, serviceRow } from '../helpers/issue-rows.js';

function tallyOf(rows: readonly IssueRow[]): CorpusTally {
  const tally = new CorpusTally();
  for (const row of rows) tally.add(row);
  return tally;
}
const statisticsOf = (rows: readonly IssueRow[]) => tallyOf(rows).statistics();

test('an empty corpus has no figures, and none is invented', () => {
  const { letters, overall, baselines, causes } = statisticsOf([]);
  expect(letters).toBe(0);
  expect(overall.agreement.value).toBeNull();
  expect(overall.kappa.value).toBeNull();
  expect(baselines.majority.errorsAvoided).toBeNull();
  expect(causes).toEqual([]);
});

test('letters, issues, coverage and agreement are counted apart', () => {
  const { letters, overall } = statisticsOf([
    issueRow({ document: 'a' }),
    issueRow({ document: 'a', issue: 2, predicted: 'overturned' }),
    issueRow({ document: 'b', predicted: 'undetermined' }),
    issueRow({ document: 'c', actual: null }),
  ]);
  expect([letters, overall.issues, overall.known]).toEqual([3, 4, 3]);
  expect(overall.coverage).toMatchObject({ value: 2 / 3, n: 3 });
  expect(overall.agreement).toMatchObject({ value: 1 / 2, n: 2 });
  expect(overall.confusion).toEqual([
    [1, 1, 0, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [1, 0, 0, 0],
  ]);
});

test('an issue of several services belongs to the part of each', () => {
  const services = [
    serviceRow({ family: 'emg' }),
    serviceRow({ family: 'ncs' }),
    serviceRow({ family: 'emg' }),
  ];
  const { by } = statisticsOf([issueRow({ services })]);
  expect(by.family.map(({ name, issues }) => [name, issues])).toEqual([
    ['emg', 1],
    ['ncs', 1],
  ]);
});

test('specialties are told apart by their words, not by their writing', () => {
  const rows = ['Physical Medicine & Rehabilitation ', 'physical medicine and rehabilitation'].map(
    (specialty) => issueRow({ specialty }),
  );
  expect(statisticsOf(rows).by.specialty.map(({ name, issues }) => [name, issues])).toEqual([
    ['physical medicine and rehabilitation', 2],
  ]);
});

test('ever new specialties are counted together from a bound on', () => {
  // Letters only, so that no two are one spelling.
  const name = (i: number): string => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const rows = Array.from({ length: 700 }, (_, i) => issueRow({ document: `l${i}`, specialty: name(i) }));
  const { specialty } = statisticsOf(rows).by;
  expect(specialty.length).toBe(501);
  expect(specialty[0]).toMatchObject({ name: 'other', issues: 200 });
});

describe('causes of what is undetermined', () => {
  const open = (parts: Parameters<typeof serviceRow>[0]) =>
    serviceRow({ decision: 'undetermined', rule: null, decidedBy: [], ...parts });
  const rows = [
    issueRow({
      predicted: 'undetermined',
      services: [open({ reason: 'no-rule', family: 'wheelchair', region: null })],
    }),
    issueRow({
      predicted: 'undetermined',
      services: [open({ reason: 'not-documented', undocumented: ['relief', 'duration'] })],
    }),
    issueRow({
      predicted: 'undetermined',
      services: [open({ reason: 'not-documented', undocumented: ['relief'] }), serviceRow()],
    }),
    issueRow({
      predicted: 'undetermined',
      request: 'A  Thing',
      services: [open({ reason: 'unknown-service' })],
    }),
    issueRow({ predicted: 'undetermined', services: [] }),
  ];

  test('are ranked by the issues that they stand in the way of', () => {
    expect(
      statisticsOf(rows).causes.map(({ kind, name, issues, alone }) => [kind, name, issues, alone]),
    ).toEqual([
      ['open-fact', 'relief', 2, 1],
      ['missing-rule', 'wheelchair', 1, 1],
      ['unknown-service', 'a thing', 1, 1],
      ['unread-request', '', 1, 1],
      ['open-fact', 'duration', 1, 0],
    ]);
  });

  test('are counted together by kind from a bound on, an issue once', () => {
    const unknown = Array.from({ length: 2100 }, (_, i) =>
      issueRow({
        document: `l${i}`,
        predicted: 'undetermined',
        request: `thing ${i}`,
        services: [open({ reason: 'unknown-service' })],
      }),
    );
    const late = issueRow({
      document: 'z',
      predicted: 'undetermined',
      services: [open({ reason: 'not-documented', undocumented: ['relief', 'duration'] })],
    });
    const { causes } = statisticsOf([...unknown, late]);
    expect(causes[0]).toMatchObject({ kind: 'unknown-service', name: 'other', issues: 100, alone: 100 });
    expect(causes.find(({ kind }) => kind === 'open-fact')).toMatchObject({
      name: 'other',
      issues: 1,
      alone: 0,
    });
  });

  test('leave out services that are decided', () => {
    expect(statisticsOf(rows).undetermined).toBe(5);
    expect(statisticsOf([issueRow()]).causes).toEqual([]);
  });
});

test('what decided is counted once an issue, with how it agreed', () => {
  const { deciders } = statisticsOf([
    issueRow({ services: [serviceRow(), serviceRow()] }),
    issueRow({ document: 'b', predicted: 'overturned' }),
  ]);
  expect(deciders).toEqual([
    { rule: 'low-back-scan', criterion: 'pressed-root', issues: 2, agree: 1, disagree: 1 },
  ]);
});

describe('laws', () => {
  test('the order of letters does not matter', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const names = [...new Set(rows.map((row) => row.document))];
        const letters = names.map((name) => rows.filter((row) => row.document === name));
        expect(statisticsOf(letters.toReversed().flat())).toEqual(statisticsOf(rows));
      }),
      { numRuns: 20 },
    );
  });

  test('every interval of every part holds its estimate', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { overall, by } = statisticsOf(rows);
        for (const slice of [overall, ...Object.values(by).flat()]) {
          for (const one of [slice.coverage, slice.agreement, slice.mcc, slice.kappa, slice.macroF1]) {
            if (one.value === null || one.low === null || one.high === null) continue;
            expect(one.low <= one.value && one.value <= one.high).toBe(true);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
