/** The two real determinations, in full: what is read from them, what is predicted and why, what does not hold together. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fact } from '../../src/vocabulary/fact.js';
import type { LetterResult } from '../../src/vocabulary/letter-result.js';
import { check, SEEDS, seedText } from '../helpers/knowledge.js';

const results = new Map<string, LetterResult>();
beforeAll(async () => {
  for (const seed of SEEDS)
    results.set(seed.slice(0, 3), (await check(seedText(seed), `${seed}.txt`)).result);
});

const letter = (seed: string): LetterResult => results.get(seed) as LetterResult;
const plain = (text: string): string => text.replace(/\s+/g, ' ');
const facts = (seed: string, name: string): Fact[] => letter(seed).facts.filter((fact) => fact.fact === name);

type Expected = readonly [seed: string, fact: string, expected: Partial<Fact>, words: string];

const DOCUMENTED: readonly Expected[] = [
  ['000', 'age_years', { status: 'present', value: 50 }, '50 year old'],
  ['000', 'sex', { value: 'male' }, '50 year old male'],
  ['000', 'injury_date', { value: '2002-09-19' }, '09-19-2002'],
  [
    '000',
    'prior_fusion',
    { status: 'present', region: 'lumbar_spine', date: '2003' },
    'lumbar fusion about 12 years ago',
  ],
  ['000', 'prior_spine_surgery', { status: 'present' }, 'laser surgery'],
  ['000', 'hardware_problem_suspected', { status: 'present' }, 'loose hardware'],
  ['000', 'xray_result', { value: 'fusion_uncertain' }, 'probable solid fusion'],
  ['000', 'fusion_status_uncertain', { status: 'present' }, 'probable solid fusion'],
  [
    '000',
    'eds_done',
    { status: 'present', date: '2015-07-22' },
    'Electromyography and Nerve Conduction Velocity',
  ],
  ['000', 'eds_result', { value: 'radiculopathy', laterality: 'bilateral' }, 'S1 radiculopathy'],
  [
    '000',
    'prior_mri',
    { status: 'present', region: 'lumbar_spine', date: '2015-07-29' },
    'Magnetic Resonance Imaging',
  ],
  ['000', 'disc_herniation', { status: 'present', levels: ['L2-3'] }, 'central focal disc herniation'],
  ['000', 'pain_score_current', { value: 8, date: '2015-09-10' }, '8 out of 10'],
  ['000', 'pain_score_current', { value: 5, date: '2015-09-21' }, '5 out of 10'],
  ['000', 'slr_positive', { status: 'present', date: '2015-09-10' }, 'Straight leg raise is positive'],
  ['000', 'slr_positive', { status: 'absent', date: '2015-09-21' }, 'Straight leg raise is negative'],
  [
    '000',
    'sensory_deficit',
    { status: 'present', laterality: 'left', levels: ['L4', 'L5', 'S1'] },
    'decreased',
  ],
  [
    '000',
    'radicular_symptoms',
    { status: 'present', laterality: 'bilateral' },
    'radiates into the bilateral lower extremities',
  ],
  ['000', 'facet_loading_positive', { status: 'present', laterality: 'right' }, 'positive facet challenge'],
  ['000', 'adjacent_segment_disease', { status: 'present' }, 'adjacent segment disease'],
  ['000', 'work_status', { value: 'full_duty' }, 'currently working'],
  ['000', 'ur_date', { value: '2015-10-05' }, 'On 10- 05-2015 Utilization Review'],
  ['000', 'ur_decision', { value: 'non_certified' }, 'non-certified'],
  [
    '004',
    'prior_mri',
    { status: 'present', region: 'lumbar_spine', date: '2015-02-13' },
    'MRI of lumbar spine dated 2-13-15',
  ],
  ['004', 'prior_mri', { status: 'present', region: 'lumbar_spine', date: '2012-04-26' }, '4-26-12'],
  ['004', 'motor_deficit', { status: 'absent' }, 'normal strength'],
  ['004', 'symptom_trend', { value: 'worsening' }, 'worsening'],
  ['004', 'symptom_trend', { value: 'stable' }, 'not changed much'],
  [
    '004',
    'prior_rfa_date',
    { value: '2012-04-12', region: 'cervical_spine' },
    'radiofrequency ablation (on 4-12-12',
  ],
  ['004', 'prior_rfa_relief_percent', { value: 30 }, '30%'],
  ['004', 'prior_facet_injection', { status: 'present', date: '2015-03-03' }, 'facet injections'],
  ['004', 'prior_facet_inj_relief_percent', { value: 60 }, '60%'],
  ['004', 'imaging_unchanged_from_prior', { status: 'present', levels: ['L4-5'] }, 'Unchanged from prior'],
  ['004', 'imaging_unchanged_from_prior', { status: 'present', levels: ['L5-S1'] }, 'Unchanged from prior'],
  ['004', 'work_status', { value: 'retired' }, 'retired'],
  ['004', 'injury_date', { value: '1994-05-20' }, '5-20-94'],
  ['004', 'age_years', { value: 60 }, '60 year old'],
  ['004', 'ur_date', { value: '2015-09-09' }, 'Utilization Review dated 9-9-15'],
];

describe('facts', () => {
  test.each(DOCUMENTED)('%s documents %s %j', (seed, name, expected, words) => {
    const found = facts(seed, name);
    const right = found.filter((fact) =>
      Object.entries(expected).every(
        ([key, value]) => JSON.stringify(fact[key as keyof Fact]) === JSON.stringify(value),
      ),
    );
    expect(
      right.map((fact) => plain(fact.evidence.map((quote) => quote.text).join(' | '))).join(' | '),
      JSON.stringify(found.map(({ evidence: _, cues: __, ...fact }) => fact)),
    ).toContain(words);
  });

  test.each([
    ['000', 'prior_mri', 1],
    ['004', 'prior_mri', 2],
    ['004', 'red_flag_any', 0],
    ['004', 'surgery_planned', 0],
  ])('%s has %s exactly %d times', (seed, name, count) => {
    const asserted = facts(seed, name).filter((fact) => fact.status !== 'gap');
    expect(asserted.map((fact) => [fact.status, fact.region, fact.date])).toHaveLength(count);
  });

  test('004 has no study of the neck', () => {
    expect(facts('004', 'prior_mri').filter((fact) => fact.region === 'cervical_spine')).toEqual([]);
  });

  test('conservative care of 000 is listed', () => {
    const items = new Set(facts('000', 'conservative_care_list').flatMap((fact) => fact.value as string[]));
    for (const item of [
      'medication',
      'physical_therapy',
      'chiropractic',
      'acupuncture',
      'home_exercise',
      'esi',
    ])
      expect(items).toContain(item);
  });

  test('every quote is the text at its place', () => {
    for (const seed of SEEDS) {
      const text = seedText(seed);
      for (const fact of letter(seed.slice(0, 3)).facts)
        for (const quote of [...fact.evidence, ...fact.cues])
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  });
});

describe('decisions', () => {
  const issue = (seed: string, number: number) =>
    letter(seed).issues[number - 1] as LetterResult['issues'][number];

  test('all three agree with the determinations', () => {
    const outcomes = ['000', '004'].flatMap((seed) =>
      letter(seed).issues.map((one) => [one.predicted, one.actual, one.agreement]),
    );
    expect(outcomes).toEqual([
      ['upheld', 'upheld', 'agree'],
      ['overturned', 'overturned', 'agree'],
      ['upheld', 'upheld', 'agree'],
    ]);
  });

  test('the block is excluded by radicular findings', () => {
    const [decision] = issue('000', 1).decisions;
    expect(decision?.service).toMatchObject({
      family: 'mbb',
      region: 'lumbar_spine',
      laterality: 'bilateral',
      levels: ['L3-4'],
      quantity: 1,
    });
    expect(decision?.decision).toBe('not-medically-necessary');
    expect(decision?.decidedBy.join()).toMatch(/radicul/);
  });

  test('the CT is called for by the hardware', () => {
    const [decision] = issue('000', 2).decisions;
    expect(decision?.service).toMatchObject({ family: 'ct', region: 'lumbar_spine', quantity: 1 });
    expect(decision?.decision).toBe('medically-necessary');
    expect(decision?.decidedBy.join()).toMatch(/hardware|fusion/);
  });

  test('neither region has an indication for MRI', () => {
    const { decisions } = issue('004', 1);
    expect(decisions.map(({ service, decision }) => [service.region, decision])).toEqual([
      ['cervical_spine', 'not-medically-necessary'],
      ['lumbar_spine', 'not-medically-necessary'],
    ]);
  });
});

describe('findings', () => {
  test('000 has none', () => {
    expect(letter('000').issues.flatMap((issue) => issue.findings)).toEqual([]);
  });

  test('004 has two, each with both places', () => {
    const findings = letter('004').issues.flatMap((issue) => issue.findings);
    expect(findings.map((finding) => finding.code)).toEqual([
      'rationale-contradicts-summary',
      'rationale-contradicts-itself',
    ]);
    const [summary, itself] = findings.map((finding) => finding.quotes.map((quote) => plain(quote.text)));
    expect(summary?.[0]).toContain('Patient has had MRIs done already');
    expect(summary?.[1]).toContain('MRI of lumbar spine');
    expect(itself?.[0]).toContain('Patient does not meet any of these criteria');
    expect(itself?.[1]).toContain('There is noted new neurologic dysfunction');
    expect(findings[1]?.hint).toContain('not');
    expect(findings[0]?.message).toContain('cervical spine');
  });
});
