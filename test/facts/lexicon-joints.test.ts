import { describe, expect, it } from 'vitest';
import { readFacts } from '../helpers/facts-in.js';

const said = (text: string): string[] =>
  readFacts(text).map(({ fact, status, value, laterality }) =>
    [fact, status, value, laterality].filter((part) => part !== null).join(' '),
  );

describe('what letters say of shoulder, knee and wrist', () => {
  it.each([
    ['The left knee feels like it will go out.', 'knee_mechanical_symptoms present left'],
    ['Left knee: McMurray (-), Lachman (-).', 'knee_exam_internal_derangement absent left'],
    ['Left knee: the joint line is nontender.', 'knee_exam_internal_derangement absent left'],
    ['Right wrist: thenar eminence not wasted.', 'wrist_cts_signs absent right'],
    ['Strength of the supraspinatus is 4-/5 on the right.', 'shoulder_cuff_signs present right'],
    ['Cuff power 4/5 in abduction.', 'shoulder_cuff_signs present'],
    ["The right knee doesn't hold her weight.", 'knee_mechanical_symptoms present right'],
    ['Drop arm test is negative.', 'shoulder_cuff_signs absent'],
    ['Empty can positive on the left.', 'shoulder_cuff_signs present left'],
    ['There is weakness of the rotator cuff.', 'shoulder_cuff_signs present'],
    ['Neer and Hawkins are positive on the right.', 'shoulder_impingement_signs present right'],
    ['Impingement sign negative.', 'shoulder_impingement_signs absent'],
    ['There is a painful arc of motion.', 'shoulder_impingement_signs present'],
    ["O'Brien's test is positive.", 'shoulder_labral_or_instability_signs present'],
    ['Apprehension test negative.', 'shoulder_labral_or_instability_signs absent'],
    ['The left knee locks and gives way.', 'knee_mechanical_symptoms present left'],
    ['She denied any giving way of the knee.', 'knee_mechanical_symptoms absent'],
    ['The knee no longer locks.', 'knee_mechanical_symptoms absent'],
    ['Right knee: positive McMurray.', 'knee_exam_internal_derangement present right'],
    ['Right knee: no effusion, McMurray negative.', 'knee_exam_internal_derangement absent right'],
    [
      'There is medial joint line tenderness of the left knee.',
      'knee_exam_internal_derangement present left',
    ],
    ['Lachman is negative.', 'knee_exam_internal_derangement absent'],
    ['The ligaments are stable.', 'knee_exam_internal_derangement absent'],
    ['Left knee radiographs: Kellgren-Lawrence grade 3.', 'knee_oa_severity present moderate left'],
    ['Severe osteoarthritis of the right knee.', 'knee_oa_severity present severe right'],
    ['The right knee is bone on bone.', 'knee_oa_severity present severe right'],
    ['Mild degenerative changes of the left knee.', 'knee_oa_severity present mild left'],
    ['Osteoarthritis of the left hip.', 'osteoarthritis_dx present left'],
    ['DJD of the right thumb.', 'osteoarthritis_dx present right'],
    ['Tinel and Phalen are negative at both wrists.', 'wrist_cts_signs absent bilateral'],
    ['Positive Phalen and positive Durkan on the right.', 'wrist_cts_signs present right'],
    ['Mild thenar atrophy of the right thumb.', 'wrist_cts_signs present right'],
    ['Bilateral carpal tunnel syndrome.', 'wrist_cts_signs present bilateral'],
  ])('%s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it.each([
    ['The toes of the left foot catch on the carpet.', 'knee_mechanical_symptoms'],
    ['Facet arthritis at L4-5.', 'osteoarthritis_dx'],
    ['X-rays show no instability.', 'knee_exam_internal_derangement'],
    ['Arthroscopy helped the locking.', 'knee_mechanical_symptoms'],
    ['Neer was not tested.', 'shoulder_impingement_signs present'],
    ["Tinel's at the elbow is positive.", 'wrist_cts_signs'],
    ['Pleural effusion on the left.', 'knee_exam_internal_derangement'],
  ])('is not said by: %s', (text, wrong) => {
    expect(said(text).filter((one) => one.startsWith(wrong))).toEqual([]);
  });
});
