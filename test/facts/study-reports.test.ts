/** How a report binds to its study: date, region and levels of its findings, and where it ends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../helpers/facts-in.js';

const found = (text: string, name: string) => readFacts(text).filter(({ fact }) => fact === name);

describe('findings of a report', () => {
  it('take the date of the study over several sentences', () => {
    const text =
      'MRI of the lumbar spine dated 2-13-15 was read. At L3-4 there is facet arthropathy. At L4-5 there is stenosis.';
    expect(found(text, 'facet_imaging_arthropathy').map(({ date, levels }) => [date, levels])).toEqual([
      ['2015-02-13', ['L3-4']],
    ]);
    expect(found(text, 'spinal_stenosis').map(({ date, levels }) => [date, levels])).toEqual([
      ['2015-02-13', ['L4-5']],
    ]);
  });

  it('take over the level that heads the line before', () => {
    const text =
      'MRI of 5/5/2014. At L4-5 there is a bulge. This results in moderate central canal stenosis.';
    expect(found(text, 'spinal_stenosis')[0]?.levels).toEqual(['L4-5']);
  });

  it('do not take the date of a study once the letter speaks of other things', () => {
    const text =
      'Note of 6/6/2014. MRI of 5/5/2012 showed stenosis. He takes ibuprofen. He has a herniation at L5-S1.';
    expect(found(text, 'disc_herniation')[0]?.date).toBe('2014-06-06');
  });

  it('are of the nearest study when a sentence names two', () => {
    const text = 'X-rays of 1/1/2012 were normal and MRI of 2/2/2013 showed a herniation at L4-5.';
    expect(found(text, 'disc_herniation')[0]?.date).toBe('2013-02-02');
    expect(found(text, 'xray_result').map(({ value, date }) => [value, date])).toEqual([
      ['normal', '2012-01-01'],
    ]);
  });

  it('do not take the date from their study, not even an operation', () => {
    const text = 'The MRI of the cervical spine of 3/20/2015 shows the fusion at C5-6 in place.';
    expect(found(text, 'prior_mri')[0]?.date).toBe('2015-03-20');
    expect(found(text, 'prior_fusion')[0]?.date).toBeNull();
    const next = 'She had an MRI and on 6/1/2013 underwent a fusion at C5-6.';
    expect(found(next, 'prior_fusion')[0]?.date).toBe('2013-06-01');
  });

  it('never lend a planned study their date', () => {
    const text = 'An MRI of the lumbar spine is requested on 3/3/2015. There is stenosis at L4-5.';
    expect(found(text, 'prior_mri')).toEqual([]);
    expect(found(text, 'spinal_stenosis')[0]?.date).toBeNull();
  });
});

describe('dates of neighbouring events', () => {
  it.each([
    ['He had a laminectomy in 2008, then a fusion in 2010.', 'prior_fusion', '2010'],
    ['He had a laminectomy in 2008, then a fusion in 2010.', 'prior_spine_surgery', '2008'],
    ['MRI was done on 5/1/2012 and on 6/1/2013 an EMG was done.', 'eds_done', '2013-06-01'],
    ['MRI was done on 5/1/2012 and on 6/1/2013 an EMG was done.', 'prior_mri', '2012-05-01'],
    ['The EMG (7/7/2011) and the MRI (8/8/2012) were reviewed.', 'prior_mri', '2012-08-08'],
  ])('%s: %s is of %s', (text, name, date) => {
    expect(found(text, name)[0]?.date).toBe(date);
  });

  it('counts back from the reference date', () => {
    expect(readFacts('Status post lumbar fusion about 12 years ago.', '2015-10-05')[0]?.date).toBe('2003');
  });
});

describe('reports of any order', () => {
  const LEVELS = ['L1-2', 'L2-3', 'L3-4', 'L4-5', 'L5-S1'];
  it('give each finding the level of its own line', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(LEVELS, { minLength: 1 }), (levels) => {
        const text = `MRI of the lumbar spine dated 2/13/2015. ${levels.map((level) => `At ${level}: there is a disc protrusion.`).join(' ')}`;
        const said = found(text, 'disc_herniation');
        expect(said.map((fact) => fact.levels)).toEqual(levels.map((level) => [level]));
        expect(said.every((fact) => fact.date === '2015-02-13')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
