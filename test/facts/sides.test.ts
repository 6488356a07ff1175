/** Which side facts are of, where sentences name more than one or none. */
import { describe, expect, it } from 'vitest';
import { readFacts } from '../helpers/facts-in.js';

/** `fact side` of each fact that has a region. */
const sidesIn = (text: string): string[] =>
  readFacts(text)
    .filter(({ region }) => region !== null)
    .map(({ fact, region, laterality }) => `${fact} ${region} ${laterality ?? 'no side'}`);

describe('the side of a fact', () => {
  it.each([
    ['Phalen and Durkan tests are both positive on the right.', ['wrist_cts_signs wrist_hand right']],
    [
      'EMG of the lower extremities done on 3/19/2008 showed left L5 radiculopathy.',
      ['eds_done lower_extremity bilateral', 'eds_result lower_extremity left'],
    ],
    [
      'Accepted parts are the low back and left shoulder.',
      ['scope_is_accepted_region lumbar_spine no side', 'scope_is_accepted_region shoulder left'],
    ],
    [
      'Ankle jerk left absent, right 2+.',
      ['reflex_deficit lumbar_spine left', 'reflex_deficit lumbar_spine right'],
    ],
    ['L knee jerk 0, R 2+.', ['reflex_deficit lumbar_spine left']],
    [
      'Both knees are painful. On the right he has crepitus and effusion; on the left there is joint line tenderness.',
      ['knee_exam_internal_derangement knee right', 'knee_exam_internal_derangement knee left'],
    ],
    [
      'MRI: a left paracentral protrusion at L5-S1 abutting the traversing S1 root.',
      [
        'prior_mri lumbar_spine no side',
        'disc_herniation lumbar_spine left',
        'imaging_nerve_compression lumbar_spine left',
      ],
    ],
    [
      'Right disc protrusion at L3-4; at L4-5 contact with the L5 root.',
      ['disc_herniation lumbar_spine right', 'imaging_nerve_compression lumbar_spine no side'],
    ],
    [
      'biceps 4/5 R, 5/5 L, triceps 1+ R vs 2+ L, LT decr R C6',
      [
        'motor_deficit cervical_spine right',
        'motor_deficit cervical_spine left',
        'reflex_deficit cervical_spine right',
        'reflex_deficit cervical_spine left',
        'dermatomes_affected cervical_spine right',
        'sensory_deficit cervical_spine right',
      ],
    ],
    [
      'EHL and TA were 3/5 on the left and both 5 out of 5 on the right.',
      ['motor_deficit lumbar_spine left', 'motor_deficit lumbar_spine right'],
    ],
    [
      'Surgery of the right shoulder was done in 2013. The shoulder motion is limited.',
      ['rom_restricted shoulder right'],
    ],
    [
      'Diagnoses: cervical radiculitis, bilateral shoulder impingement, left knee derangement.',
      ['radicular_symptoms cervical_spine no side'],
    ],
    ['Lumbar radiculitis, left leg.', ['radicular_symptoms lumbar_spine left']],
    ['Right hand pain is 5/10.', ['pain_score_current wrist_hand right']],
    ['X-ray of the left hand was normal.', ['xray_done wrist_hand left']],
    ['She is right handed. Her neck pain is 5/10.', ['pain_score_current cervical_spine no side']],
    [
      'Left shoulder flexion is 90. She can dress and write with the right hand. Strength is 4/5.',
      ['motor_deficit shoulder left'],
    ],
    [
      'Studies showed severe right and mild left median neuropathy at the wrist.',
      ['wrist_cts_signs wrist_hand bilateral'],
    ],
    // Of the words that name what supplies a limb, those of the limb have the side.
    ['He has low back and left leg pain.', ['radicular_symptoms lumbar_spine left']],
    ['Neck and right arm pain persists.', ['radicular_symptoms cervical_spine right']],
    ['MRI: left posterolateral disc protrusion at L4-5.', ['disc_herniation lumbar_spine left']],
    ['MRI: 4 mm R paramedian HNP at C5-6.', ['disc_herniation cervical_spine right']],
    // Both limbs, each by itself.
    ['She has had no surgery on either knee.', ['prior_limb_surgery knee bilateral']],
    ['Neither shoulder shows impingement signs.', ['shoulder_impingement_signs shoulder bilateral']],
    // Light touch.
    ['LT decr over the L5 dermatome.', ['sensory_deficit lumbar_spine no side']],
    ['Wrist exam. Left: scar soft, Tinel negative.', ['wrist_cts_signs wrist_hand left']],
  ])('`%s`', (text, expected) => {
    expect(sidesIn(text)).toEqual(expect.arrayContaining(expected));
  });

  it('are both for what is normal in the limbs of the spine, not for one root or a joint', () => {
    expect(sidesIn('Lumbar spine: strength 5/5, sensation intact, reflexes 2+.')).toEqual([
      'motor_deficit lumbar_spine bilateral',
      'sensory_deficit lumbar_spine bilateral',
      'reflex_deficit lumbar_spine bilateral',
    ]);
    expect(sidesIn('Lumbar spine: sensation is decreased.')).toEqual([
      'sensory_deficit lumbar_spine no side',
    ]);
    expect(sidesIn('Sensation is intact in the L5 dermatome.')).toEqual([
      'sensory_deficit lumbar_spine no side',
    ]);
  });

  it('said of what stands before a comma is not that of what follows', () => {
    const sides = sidesIn(
      'EHL is 4/5 on the right and 5/5 on the left, sensation dulled over the lateral foot.',
    );
    expect(sides).toContain('sensory_deficit lumbar_spine no side');
  });

  it('said with a result is not that of the result before the comma', () => {
    expect(sidesIn('Right Achilles trace, left 2+.')).toEqual([
      'reflex_deficit lumbar_spine right',
      'reflex_deficit lumbar_spine left',
    ]);
  });
});
