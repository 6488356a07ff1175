import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factBase } from '../../src/facts/fact-base.js';
import type { Fact, FactReading } from '../../src/vocabulary/fact.js';
import type { FactEntry } from '../../src/vocabulary/lexicon.js';
import { fact, service } from '../helpers/facts.js';

const entry = (more: Partial<FactEntry>): FactEntry =>
  ({ type: 'finding', meaning: '', scope: 'region', weigh: 'latest', ...more }) as FactEntry;

const KNOWLEDGE = {
  facts: new Map<string, FactEntry>([
    ['sign', entry({})],
    ['limb_disease', entry({ 'whole-limb': true })],
    ['trend', entry({ type: 'choice' })],
    ['signs', entry({ signs: 'several' })],
    ['finding', entry({ signs: 'several', derive: { any: ['signs'] } })],
    ['opposite', entry({ derive: { any: ['sign=absent'] } })],
    ['history', entry({ weigh: 'any' })],
    ['score', entry({ type: 'number', weigh: 'highest' })],
    ['scan', entry({ weigh: 'any' })],
    ['decided', entry({ type: 'date', scope: 'case', weigh: 'any' })],
    ['scan_age', entry({ type: 'number', derive: { 'months-between': ['scan', 'decided'] } })],
    ['operation', entry({ weigh: 'any' })],
    ['scan_to_operation', entry({ type: 'number', derive: { 'months-between': ['scan', 'operation'] } })],
    ['benefit', entry({ scope: 'service', weigh: 'any' })],
    ['visits', entry({ type: 'number', weigh: 'highest' })],
    ['all_visits', entry({ type: 'number', derive: { 'sum-of': ['visits', 'req_quantity'] } })],
    [
      'care_weeks',
      entry({
        type: 'number',
        weigh: 'highest',
        derive: { 'weeks-of': { visits: 'visits', 'most-a-week': 3 } },
      }),
    ],
    ['load', entry({ type: 'number', weigh: 'highest' })],
    ['too_weak', entry({ derive: { 'less-than': ['score', 'load'] } })],
    ['visits_after', entry({ type: 'number', weigh: 'highest', derive: { since: ['visits', 'operation'] } })],
    ['either', entry({ derive: { any: ['sign', 'history'] } })],
    ['both', entry({ derive: { all: ['sign', 'history'] } })],
    ['worse', entry({ derive: { any: ['trend=worsening'] } })],
  ]),
  includedRegions: new Map([
    ['back', ['leg']],
    ['leg', ['foot']],
  ]),
};

const ask = (name: string, facts: readonly Fact[], about = service()): FactReading =>
  factBase(facts, KNOWLEDGE).ask(name, about);

describe('what a fact says for a service', () => {
  test('silence is not documented, and no gap', () => {
    expect(ask('sign', [])).toMatchObject({ status: 'not-documented', gap: false, facts: [] });
  });

  test.each([
    [20, 75, 'present'],
    [75, 75, 'absent'],
    [[30, 40], 50, 'present'],
    [[30, 50], 50, 'absent'],
    [20, null, 'not-documented'],
  ])('of %j and %j the first is the less: %s', (score, load, status) => {
    const facts = [
      fact('score', 'present', { value: score as number }),
      ...(load === null ? [] : [fact('load', 'present', { value: load })]),
    ];
    expect(ask('too_weak', facts).status).toBe(status);
  });

  test('a gap is not documented, with the words that say so', () => {
    expect(ask('sign', [fact('sign', 'gap')])).toMatchObject({
      status: 'not-documented',
      gap: true,
      facts: [{ status: 'gap' }],
    });
  });

  test.each([
    ['the same region', 'back', 'present'],
    ['an included region', 'leg', 'present'],
    ['no region', null, 'present'],
    ['another region', 'neck', 'not-documented'],
  ])('counts statements about %s', (_name, region, status) => {
    expect(ask('sign', [fact('sign', 'present', { region })]).status).toBe(status);
  });

  test('counts what is said of a part of the limb only where it is a condition of the limb', () => {
    const ofFoot = (name: string): FactReading => ask(name, [fact(name, 'present', { region: 'foot' })]);
    expect(ofFoot('limb_disease').status).toBe('present');
    expect(ofFoot('sign').status).toBe('not-documented');
  });

  test('leaves out the other side', () => {
    expect(
      ask(
        'sign',
        [fact('sign', 'present', { region: 'back', laterality: 'left' })],
        service({ laterality: 'right' }),
      ).status,
    ).toBe('not-documented');
  });

  test('the latest exam wins, and the earlier one is kept', () => {
    const reading = ask('sign', [
      fact('sign', 'present', { date: '2015-09-10' }),
      fact('sign', 'absent', { date: '2015-09-21' }),
    ]);
    expect(reading.status).toBe('absent');
    expect(reading.facts.map((one) => one.status)).toEqual(['absent', 'present']);
    expect(reading.because).toContain('2015-09-21');
  });

  test('statements of one date that differ leave it uncertain', () => {
    expect(
      ask('trend', [
        fact('trend', 'present', { value: 'worsening' }),
        fact('trend', 'present', { value: 'stable' }),
      ]).status,
    ).toBe('uncertain');
  });

  test('a sign at one side and none at the other is present', () => {
    expect(
      ask('sign', [
        fact('sign', 'present', { laterality: 'left' }),
        fact('sign', 'absent', { laterality: 'right' }),
      ]).status,
    ).toBe('present');
  });

  test.each([
    ['sign', 'uncertain'],
    ['signs', 'present'],
  ])('one test positive and another negative on the same day: `%s` is %s', (name, status) => {
    expect(ask(name, [fact(name, 'present'), fact(name, 'absent')]).status).toBe(status);
  });

  test('of several signs, too, the latest exam wins', () => {
    expect(
      ask('signs', [
        fact('signs', 'present', { date: '2015-09-10' }),
        fact('signs', 'absent', { date: '2015-09-21' }),
      ]).status,
    ).toBe('absent');
  });

  test('one statement of history is enough', () => {
    expect(
      ask('history', [fact('history', 'absent'), fact('history', 'present', { date: '2010' })]).status,
    ).toBe('present');
  });

  test('the highest number wins', () => {
    expect(
      ask('score', [fact('score', 'present', { value: 4 }), fact('score', 'present', { value: [6, 8] })])
        .value,
    ).toEqual([6, 8]);
  });
});

describe('facts that follow from others', () => {
  test.each([
    ['either', ['present', 'absent'], 'present'],
    ['either', ['absent', 'absent'], 'absent'],
    ['either', ['absent', null], 'absent'],
    ['either', [null, null], 'not-documented'],
    ['either', ['uncertain', 'absent'], 'uncertain'],
    ['both', ['present', 'present'], 'present'],
    ['both', ['present', 'absent'], 'absent'],
    ['both', ['present', null], 'not-documented'],
  ] as const)('`%s` of %j is %s', (name, [sign, history], status) => {
    const facts = [...(sign ? [fact('sign', sign)] : []), ...(history ? [fact('history', history)] : [])];
    expect(ask(name, facts).status).toBe(status);
  });

  test('one value of a choice', () => {
    expect(ask('worse', [fact('trend', 'present', { value: 'worsening' })]).status).toBe('present');
    expect(ask('worse', [fact('trend', 'present', { value: 'stable' })]).status).toBe('absent');
  });

  test.each([
    ['present', 'absent'],
    ['absent', 'present'],
    ['uncertain', 'uncertain'],
    ['gap', 'not-documented'],
  ] as const)('the opposite of %s is %s', (sign, status) => {
    expect(ask('opposite', [fact('sign', sign)]).status).toBe(status);
  });

  test.each([
    ['of the same day', '2015-09-21', 'present'],
    ['found later', '2015-09-30', 'present'],
    ['found before', '2015-09-10', 'absent'],
  ])('a denial of all signs is refuted by one %s', (_, date, status) => {
    const facts = [fact('finding', 'absent', { date: '2015-09-21' }), fact('signs', 'present', { date })];
    expect(ask('finding', facts).status).toBe(status);
  });

  test('months from the newest statement to a date', () => {
    const facts = [
      fact('scan', 'present', { date: '2015-02-13' }),
      fact('scan', 'present', { date: '2012-04-26' }),
      fact('decided', 'present', { value: '2015-09-09' }),
    ];
    expect(ask('scan_age', facts).value).toBeCloseTo(6.8, 1);
  });
});

describe('laws', () => {
  const status = fc.constantFrom('present', 'absent', 'uncertain', 'gap') as fc.Arbitrary<Fact['status']>;
  const some = fc.array(
    fc.record({ status, date: fc.constantFrom(null, '2014', '2015-01-02', '2015-03-04'), at: fc.nat(1000) }),
    { maxLength: 6 },
  );
  const build = (
    name: string,
    list: readonly { status: Fact['status']; date: string | null; at: number }[],
  ): Fact[] =>
    list.map(({ status: s, date, at }) =>
      fact(name, s, { date, evidence: [{ text: 'words', start: at, end: at + 5, line: 1, column: at + 1 }] }),
    );

  test('the order of statements does not matter', () => {
    fc.assert(
      fc.property(fc.constantFrom('sign', 'history', 'either'), some, some, (name, a, b) => {
        const facts = [...build('sign', a), ...build('history', b)];
        const { status: s, gap } = ask(name, facts);
        expect(ask(name, [...facts].reverse())).toMatchObject({ status: s, gap });
      }),
    );
  });

  test('what is not silent carries evidence', () => {
    fc.assert(
      fc.property(fc.constantFrom('sign', 'history', 'either', 'both'), some, some, (name, a, b) => {
        const reading = ask(name, [...build('sign', a), ...build('history', b)]);
        if (reading.status !== 'not-documented') expect(reading.facts.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a sum', () => {
  const visits = (status: Fact['status'], value: Fact['value'] = null) => fact('visits', status, { value });
  test.each<[string, Fact[], number | null, Partial<FactReading>]>([
    ['of what was had and what is asked for', [visits('present', 12)], 6, { status: 'present', value: 18 }],
    ['counts what is denied as none', [visits('absent')], 6, { status: 'present', value: 6 }],
    ['of a range is a range', [visits('present', [10, 12])], 6, { value: [16, 18] }],
    ['of what is uncertain is uncertain', [visits('uncertain', 12)], 6, { status: 'uncertain', value: 18 }],
    [
      'is open where the request gives no number',
      [visits('present', 12)],
      null,
      { status: 'not-documented' },
    ],
    ['is open where the letter gives none', [visits('present')], 6, { status: 'not-documented' }],
    ['is open where the letter is silent', [], 6, { status: 'not-documented', gap: false }],
    ['keeps that a part is called undocumented', [visits('gap')], 6, { status: 'not-documented', gap: true }],
  ])('%s', (_name, facts, quantity, expected) => {
    expect(ask('all_visits', facts, service({ quantity }))).toMatchObject(expected);
  });

  test('rests on the statements of its parts', () => {
    const known = visits('present', 12);
    expect(ask('all_visits', [known], service({ quantity: 6 })).facts).toEqual([known]);
  });
});

describe('the weeks that visits take', () => {
  const visits = (value: number | [number, number]): Fact => fact('visits', 'present', { value });

  test('are those at the most visits of a week', () => {
    expect(ask('care_weeks', [visits(12)])).toMatchObject({ status: 'present', value: 4 });
  });

  test('of a range are the least', () => {
    expect(ask('care_weeks', [visits([6, 12])])).toMatchObject({ status: 'present', value: 2 });
  });

  test('give way to what the text says', () => {
    const said = fact('care_weeks', 'present', { value: 2 });
    expect(ask('care_weeks', [visits(12), said])).toMatchObject({ value: 2, facts: [said] });
  });

  test.each([
    ['nothing is said of visits', []],
    ['visits are denied', [fact('visits', 'absent')]],
    ['their number is a gap', [fact('visits', 'gap')]],
  ])('are open where %s', (_name, facts) => {
    expect(ask('care_weeks', facts).status).toBe('not-documented');
  });
});

describe('what is said since an event', () => {
  const on = (value: number, date: string | null): Fact => fact('visits', 'present', { value, date });
  const operated = (...dates: string[]): Fact[] =>
    dates.map((date) => fact('operation', 'present', { date }));

  test.each([
    ['the highest number of a later day', [on(8, '2015-05-01'), on(6, '2015-04-01')], 8],
    ['not that of an earlier day, however high', [on(24, '2014'), on(8, '2015-05-01')], 8],
    ['nothing of the day itself', [on(8, '2015-03-02')], null],
    ['nothing without a day', [on(8, null)], null],
  ] as const)('is %s', (_what, visits, value) => {
    expect(ask('visits_after', [...operated('2015-03-02'), ...visits]).value).toBe(value);
  });

  test('counts from the newest of several events, in whatever order they stand', () => {
    const facts = [...operated('2015-03-02', '2015-05-20'), on(8, '2015-05-01')];
    expect(ask('visits_after', facts).status).toBe('not-documented');
    expect(ask('visits_after', [...facts].reverse()).status).toBe('not-documented');
  });

  test('is open where the event is not told', () => {
    expect(ask('visits_after', [on(8, '2015-05-01')]).status).toBe('not-documented');
  });
});

describe('time up to the day of the decision', () => {
  const scan = fact('scan', 'present', { date: '2015-01-05' });
  const age = (facts: readonly Fact[], asOf: string | null) =>
    factBase(facts, KNOWLEDGE, asOf).ask('scan_age', service()).value;

  test('is counted to what the letter says', () => {
    const decided = fact('decided', 'present', { value: '2015-10-05' });
    expect(age([scan, decided], '2016-01-05')).toBe(9);
  });

  test('is counted to the day given where the letter does not say', () => {
    expect(age([scan], '2015-10-05')).toBe(9);
  });

  test('is not known without such a day', () => {
    expect(age([scan], null)).toBeNull();
  });

  test.each([
    ['the newest date of an event', ['2014-01-05', '2015-10-05'], 9],
    ['an event that came first, as less than none', ['2014-10-05'], -3],
    ['no day where the event has no date', [null], null],
    ['no day where the event is not told, whatever day it is now', [], null],
  ] as const)('is counted to %s', (_what, dates, months) => {
    const operations = dates.map((date) => fact('operation', 'present', { date }));
    const base = factBase([scan, ...operations], KNOWLEDGE, '2016-01-05');
    expect(base.ask('scan_to_operation', service()).value).toBe(months);
  });
});

describe('statements about a service', () => {
  test.each([
    ['itself', 'supplies', 'present'],
    ['the one that it goes with', 'unit', 'present'],
    ['none in particular', null, 'present'],
    ['another', 'pump', 'not-documented'],
  ])('count where they are about %s', (_name, about, status) => {
    const said = fact('benefit', 'present', { service: about });
    expect(ask('benefit', [said], service({ family: 'supplies', parent: 'unit' })).status).toBe(status);
  });
});
