/** From when on a note speaks: what follows its opening is of its date. */
import { describe, expect, it } from 'vitest';
import { readFacts } from '../helpers/facts-in.js';

const datesOf = (text: string, fact: string) =>
  readFacts(text, '2015-12-15')
    .filter((one) => one.fact === fact)
    .map(({ date }) => date);

describe('the date of a note', () => {
  it.each([
    'On March 4, 2015 the surgeon noted that the back pain was 5/10.',
    'Surgeon Dr. B (3/4/2015) writes that the pain is 5/10.',
    '3/4/2015, initial evaluation by the physiatrist: pain 5/10.',
    'S: On 3/4/2015, 8 weeks post-op, she says the shoulder is better. Pain is 5/10 at rest.',
    'PTP 3-4-15: neck pain 5/10, worse at night.',
    'AME 9/12/13: MMI. 3/4/15 f/u: back about the same. Pain 5/10 avg.',
    'A low back pain that, in the words of his physician on March 4, 2015, has taken over. He rates it at 5/10.',
    'The pain has been creeping up on her again and today, which is March 4, 2015, she puts it at five out of ten.',
    'Today (3/4/15) the pain is 5/10.',
    'Ortho f/u 3/4/15: pain 5/10.',
    '3/4/15 ortho: pain 5/10.',
    'DC 3/4/15 - neck pain 5/10, spasm.',
    'When seen on March 4, 2015, the patient rated her pain at 5/10.',
    'The patient was last seen on 3/4/2015. She reported pain of 5/10.',
    '[3/4/15] LBP 5/10.',
    '3/4/15 (PTP): LBP 5/10.',
    '3/4/15, PR-2: LBP 5/10.',
    '3/4/15 LBP 5/10, radiating to left foot.',
    'Follow-up visit, 3/4/15. Pain 5/10.',
    'By March 4, 2015 his pain was 5/10.',
    'In a report from Dr. (neurosurgery) of 3/4/15 he has pain 5/10.',
    'She presented to the clinic on March 4, 2015 with pain at 5/10.',
    'On March 4, 2015 an interdisciplinary team evaluated him. Pain was 5/10.',
    'Dr. B, pain management, 3/4/15: pain 5/10.',
    'Dr. V, 3/4/2015: Subjective: pain 5/10.',
    'Her complaints, as told to the surgeon on 3/4/15, were these. Pain is 5/10.',
    'Subjective complaints (11-6-14, 1-7-15, 3-4-15) include pain of 5/10.',
    'Progress notes of 11/6/14 through 3/4/15 record pain of 5/10.',
    'In my office on 3/4/15 he puts the pain at 5/10.',
    'The monthly reports are alike. In that of March 4, 2015 the pain was graded 5/10.',
    'She comes in today, March 4, 2015, whom I have followed since 2010. Pain is 5/10.',
    'In the report of 3-4-15 she cries. Depression was moderate, anxiety severe, in the evaluation of 11-6-14. Pain is 5/10.',
  ])('%s', (text) => {
    expect(datesOf(text, 'pain_score_current')).toEqual(['2015-03-04']);
  });

  it.each([
    'He tried to return to work in May 2014 and stopped. Pain is 5/10.',
    'He returned to work 3/4/15. Pain is 5/10.',
    'PT 4/2014, 12 visits. Pain is 5/10.',
    'Chiropractor 2/2014, 12 visits. Pain is 5/10.',
    'The denial letter dated 4/1/15 says no. Pain is 5/10.',
    'He will come back in 4/2015. Pain is 5/10.',
    'By 4/2014 she was off Norco. Pain is 5/10.',
    '3/4/15 surgery was denied. Pain is 5/10.',
  ])('is not the day on which something else was done: %s', (text) => {
    expect(datesOf(text, 'pain_score_current')).toEqual([null]);
  });

  it('gives way to the date that one of several results has to itself', () => {
    const text =
      'Exam 5/12/15: pain 5/10. Right EHL is 3/5 (was 4/5 on 2/10/15). Left ankle jerk absent (2+ on 1/5/15).';
    expect(datesOf(text, 'motor_deficit')).toEqual(['2015-05-12', '2015-02-10']);
    expect(datesOf(text, 'reflex_deficit')).toEqual(['2015-05-12', '2015-01-05']);
    expect(datesOf(`${text} Neurological exam of 3/3/15 was normal.`, 'objective_radiculopathy')).toEqual([
      '2015-03-03',
    ]);
  });

  it('is not that of a study that reported something', () => {
    const text = '3/4/15 f/u: pain 5/10. X-ray of the knee 10-2014 reported as normal. Strength was 5/5.';
    expect(datesOf(text, 'xray_done')).toEqual(['2014-10']);
    expect(datesOf(text, 'motor_deficit')).toEqual(['2015-03-04']);
  });

  it('is left for one sentence by what another found on another day', () => {
    const text =
      'Seen on March 4, 2015, he rated the pain 5/10. The second surgeon, on January 14, 2014, found no instability on flexion and extension films. Strength was 5/5.';
    expect(datesOf(text, 'instability_flexion_extension')).toEqual(['2014-01-14']);
    expect(datesOf(text, 'motor_deficit')).toEqual(['2015-03-04']);
  });
});
