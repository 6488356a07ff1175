/** Pairing of issues and services. */
import { describe, expect, test } from 'vitest';
import { alignIssues } from '../../bench/eval/align-issues.js';
import { Equivalents } from '../../bench/eval/equivalents.js';
import type { GoldIssue, GoldService } from '../../bench/eval/gold.js';
import { matchServices } from '../../bench/eval/match-services.js';
import type { OutputIssue, OutputService } from '../../bench/eval/output.js';

const EQUIVALENTS = Equivalents.parse(`
unspecific-regions: [body]
joints: {}
supply: {}
nerve-facts: []
families: { scan: mri }
families-by-region: {}
`);

const FIELDS = { family: 'mri', region: 'knee', laterality: null, levels: [], quantity: null };
const EXACT = { implied: [], accept: [], levels_accept: [], optional: false };
const wanted = (change: Partial<GoldService> = {}): GoldService => ({ ...FIELDS, ...EXACT, ...change });
const said = (change: Partial<OutputService> = {}): OutputService => ({
  ...FIELDS,
  decidedBy: [],
  ...change,
});
const gold = (request: string, services: GoldService[] = []): GoldIssue => ({
  request,
  services,
  outcome: 'upheld',
});
const row = (request: string, issue: number, services: OutputService[] = []): OutputIssue => ({
  document: 'a',
  issue,
  request,
  services,
  predicted: null,
  actual: null,
  findings: [],
});
const match = (golds: GoldService[], rows: OutputService[]) =>
  matchServices({ gold: gold('', golds), row: row('', 1, rows) }, EQUIVALENTS);

describe('issues', () => {
  test('are paired by the words of the request, in whatever order they are given', () => {
    const golds = [gold('MRI of the left knee'), gold('Physical therapy 12 visits')];
    const rows = [row('physical therapy, 12 visits: Upheld', 2), row('mri of the left knee', 1)];
    expect(alignIssues(golds, rows).map((issue) => issue.row?.issue)).toEqual([1, 2]);
  });

  test('with the same words are paired in order, each once', () => {
    const same = [gold('MRI knee'), gold('MRI knee')];
    expect(alignIssues(same, [row('MRI knee', 1)]).map((issue) => issue.row?.issue)).toEqual([1, undefined]);
    const both = alignIssues(same, [row('MRI knee', 2), row('MRI knee', 1)]);
    expect(both.map((issue) => issue.row?.issue)).toEqual([1, 2]);
  });

  test('with too few words in common are not paired', () => {
    expect(alignIssues([gold('MRI of the left knee')], [row('CT of the neck', 1)])[0]?.row).toBeNull();
  });
});

describe('services', () => {
  test.each<[string, Partial<GoldService>, Partial<OutputService>, readonly string[]]>([
    ['the same', {}, {}, []],
    ['a family under another name', {}, { family: 'scan' }, []],
    ['a region that says as much as none', { region: null }, { region: 'body' }, []],
    ['another region', {}, { region: 'hip' }, ['region']],
    ['one piece for a line without a figure', {}, { quantity: 1 }, []],
    ['two pieces for a line without a figure', {}, { quantity: 2 }, ['quantity']],
    ['no figure where there is one', { quantity: 12 }, {}, ['quantity']],
    ['an implied figure left out', { quantity: 12, implied: ['quantity'] }, {}, []],
    ['an implied side left out', { laterality: 'left', implied: ['laterality'] }, {}, []],
    [
      'an implied side that is wrong',
      { laterality: 'left', implied: ['laterality'] },
      { laterality: 'right' },
      ['laterality'],
    ],
    ['other levels that are allowed', { levels: ['L4-5'], levels_accept: [['L4']] }, { levels: ['L4'] }, []],
    ['other levels', { levels: ['L4-5'] }, { levels: ['L4'] }, ['levels']],
  ])('with %s', (_, label, service, wrong) => {
    expect(match([wanted(label)], [said(service)]).matches[0]?.wrongFields).toEqual(wrong);
  });

  test('take the fittest of the right family, and leave the others as extra', () => {
    const { matches, extra } = match([wanted({ region: 'hip' })], [said(), said({ region: 'hip' })]);
    expect(matches[0]?.wrongFields).toEqual([]);
    expect(extra).toEqual([said()]);
  });

  test('that may be listed are neither missed nor extra', () => {
    const golds = [wanted({ family: 'ct', optional: true }), wanted()];
    expect(match(golds, [said()])).toMatchObject({ matches: [{ wrongFields: [] }], extra: [] });
    expect(match(golds, [said({ family: 'ct' }), said()]).extra).toEqual([]);
  });

  test('that the output does not list are wrong in every field', () => {
    expect(match([wanted()], []).matches[0]?.wrongFields).toHaveLength(4);
  });

  test('that differ by side are one bilateral service, on either side of the comparison', () => {
    const sides = (['left', 'right'] as const).map((laterality) => ({ laterality }));
    expect(match([wanted({ laterality: 'bilateral' })], sides.map(said))).toMatchObject({
      matches: [{ wrongFields: [] }],
      extra: [],
    });
    expect(match(sides.map(wanted), [said({ laterality: 'bilateral' })]).matches).toHaveLength(1);
  });
});
