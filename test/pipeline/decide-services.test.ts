import { beforeAll, describe, expect, it } from 'vitest';
import { decideServices } from '../../src/pipeline/decide-services.js';
import { withHostQualifiers } from '../../src/pipeline/host-services.js';
import type { Decision, DecisionValue } from '../../src/vocabulary/decision.js';
import type { Service } from '../../src/vocabulary/service.js';
import { check, ownKnowledge } from '../helpers/knowledge.js';
import { service } from '../helpers/rules.js';

const repair = service({ family: 'repair', region: 'knee' });
const release = service({ family: 'release', region: 'wrist' });
const visits = service({ family: 'visits', region: 'knee', parent: 'surgery' });

/** What each service was decided with, by family. */
async function decidedWith(
  requests: readonly (readonly Service[])[],
  values: Readonly<Record<string, DecisionValue>> = {},
): Promise<Record<string, unknown>> {
  const decisions = await decideServices(
    requests,
    async (asked) => ({ service: asked, decision: values[asked.family] ?? 'undetermined' }) as Decision,
    ({ family }) => (family === 'repair' || family === 'release' ? 'surgery' : null),
  );
  return Object.fromEntries(decisions.flat().map((one) => [one.service.family, one.service.modifiers]));
}

describe('a service that goes with another of the letter', () => {
  it.each<[string, Record<string, DecisionValue>, object]>([
    ['knows that it is necessary', { repair: 'medically-necessary' }, { parent_necessary: true }],
    ['knows that it is not', { repair: 'not-medically-necessary' }, { parent_necessary: false }],
    ['knows nothing while that is open', {}, {}],
  ])('%s', async (_, values, modifiers) => {
    expect(await decidedWith([[repair], [visits]], values)).toMatchObject({ visits: modifiers, repair: {} });
  });

  it('is decided after it, wherever it stands in the letter', async () => {
    const values = { repair: 'medically-necessary' } as const;
    expect((await decidedWith([[visits], [repair]], values)).visits).toEqual({ parent_necessary: true });
    expect((await decidedWith([[visits, repair]], values)).visits).toEqual({ parent_necessary: true });
  });

  it('goes with the one of its own region, if there is one', async () => {
    const values = { repair: 'not-medically-necessary', release: 'medically-necessary' } as const;
    expect((await decidedWith([[release], [repair], [visits]], values)).visits).toEqual({
      parent_necessary: false,
    });
    expect((await decidedWith([[release], [visits]], values)).visits).toEqual({ parent_necessary: true });
  });

  it('may name it by its family', async () => {
    const own = service({ family: 'visits', parent: 'repair' });
    expect((await decidedWith([[own], [repair]], { repair: 'medically-necessary' })).visits).toEqual({
      parent_necessary: true,
    });
  });

  it('is decided alone where the letter does not ask for it', async () => {
    expect((await decidedWith([[visits]], {})).visits).toEqual({});
  });
});

it('decisions stay with their requests, in order', async () => {
  const decisions = await decideServices(
    [[visits, repair], [], [release]],
    async (asked) => ({ service: asked, decision: 'medically-necessary' }) as Decision,
    ({ family }) => (family === 'visits' ? null : 'surgery'),
  );
  expect(decisions.map((list) => list.map((one) => one.service.family))).toEqual([
    ['visits', 'repair'],
    [],
    ['release'],
  ]);
});

describe('the operation that a service goes with', () => {
  const called = ({ family }: Pick<Service, 'family'>) => (family === 'visits' ? null : 'surgery');
  const operations = (requests: readonly (readonly Service[])[]): unknown[] =>
    withHostQualifiers(requests, called, ['operation'])
      .flat()
      .filter(({ family }) => family === 'visits')
      .map(({ modifiers }) => modifiers.operation ?? null);
  const kind = (of: Service, operation: string): Service => ({ ...of, modifiers: { operation } });

  it('is that which the letter asks for, wherever it stands', () => {
    expect(operations([[visits], [kind(repair, 'meniscectomy')]])).toEqual(['meniscectomy']);
    expect(operations([[kind(release, 'ctr'), kind(repair, 'meniscectomy')], [visits]])).toEqual([
      'meniscectomy',
    ]);
  });

  it('is the last of several', () => {
    expect(operations([[kind(repair, 'decompression'), kind(repair, 'fusion')], [visits]])).toEqual([
      'fusion',
    ]);
  });

  it('is what its own line says, before others', () => {
    expect(operations([[kind(repair, 'meniscectomy')], [kind(visits, 'cuff_repair')]])).toEqual([
      'cuff_repair',
    ]);
  });

  it('is open where no line names one', () => {
    expect(operations([[repair], [visits]])).toEqual([null]);
  });
});

beforeAll(ownKnowledge, 60_000);

describe('in a letter, therapy after a release that is asked for as well', () => {
  const letter = (exam: string): string => `CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

On 05-13-2015 Phalen's test is positive on the right. ${exam} Splints, therapy and an injection have failed. Carpal tunnel release is planned. On 06-02-2015 utilization review denied it.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Right carpal tunnel release: Overturned

Post-operative therapy 2x4 right wrist: Overturned
`;
  it.each([
    ['is necessary with it', 'The nerve conduction study showed right carpal tunnel syndrome.', 'overturned'],
    ['falls with it', 'The nerve conduction study was normal.', 'upheld'],
  ])('%s', async (_, exam, predicted) => {
    const { result } = await check(letter(exam));
    expect(result.issues.map((issue) => issue.predicted)).toEqual([predicted, predicted]);
  });
});

it('in a letter, therapy after an operation of no family of its own knows which it is, and falls with it', async () => {
  const { result } = await check(`CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:

The right middle finger locks. No injection was tried. On 06-02-2015 utilization review denied the release.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Right middle trigger finger release: Upheld

Post-operative therapy 4 visits right hand: Upheld
`);
  const [release, therapy] = result.issues.flatMap((issue) => issue.decisions);
  expect(release?.service).toMatchObject({ family: 'other', parent: null });
  expect(therapy?.service.modifiers).toMatchObject({ operation: 'trigger_finger_release' });
  expect(therapy).toMatchObject({ rule: 'mtus-2009-after-trigger-finger-release' });
  expect(result.issues.map((issue) => issue.predicted)).toEqual(['upheld', 'upheld']);
});
