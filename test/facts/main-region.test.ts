/** What a letter says without a place is said of the part of the body that the letter as a whole is about. */
import { describe, expect, it } from 'vitest';
import { readFacts } from '../helpers/facts-in.js';

const PLACED = (text: string, fact: string) =>
  readFacts(text, '2015-06-15')
    .filter((one) => one.fact === fact)
    .map(({ region, laterality }) => [region, laterality]);

describe('the part of the body that a text is about', () => {
  it('places what has no place of its own, with its side', () => {
    const text =
      'He hurt his left knee. The left knee is swollen, with a positive McMurray test. An MRI of the left knee showed a medial meniscus tear. X-rays of the left knee were normal. He had 12 visits of physical therapy.';
    expect(PLACED(text, 'pt_visits_prior')).toEqual([['knee', 'left']]);
  });

  it('counts a limb for the part of the spine that supplies it, which gives no side', () => {
    const text =
      'Low back pain goes down the left leg. Sensation is decreased over the left calf. Straight leg raise is positive on the left. A lumbar MRI showed a disc herniation at L5-S1. He had 12 visits of physical therapy.';
    expect(PLACED(text, 'pt_visits_prior')).toEqual([['lumbar_spine', null]]);
  });

  it('gives a limb that is told of on one side that side, whatever is said to be well on the other', () => {
    const text =
      'He hurt his right knee. The right knee is swollen. McMurray is positive at the right knee, negative at the left. An MRI of the right knee showed a tear. X-rays of the right knee were taken. Knee pain is 5/10.';
    expect(PLACED(text, 'pain_score_current')).toEqual([['knee', 'right']]);
  });

  it('gives no side where both are told of', () => {
    const text =
      'The right knee locks. An MRI of the right knee was done. The left knee locks. An MRI of the left knee was done. Knee pain is 5/10.';
    expect(PLACED(text, 'pain_score_current')).toEqual([['knee', null]]);
  });

  it('is none where several parts are told of', () => {
    const text =
      'Lumbar range of motion is restricted. An MRI of the lumbar spine was done. Range of motion of the right shoulder is restricted. An MRI of the right shoulder was done. He had 12 visits of physical therapy.';
    expect(PLACED(text, 'pt_visits_prior')).toEqual([[null, null]]);
  });

  it('is none where little is placed', () => {
    const text = 'The neck hurts. He had 12 visits of physical therapy.';
    expect(PLACED(text, 'pt_visits_prior')).toEqual([[null, null]]);
  });

  it('makes one fact of what was said with its place and without', () => {
    const text =
      'Lumbar range of motion is restricted. A lumbar MRI was done. Lumbar x-rays were done. He had 12 visits of physical therapy for the low back. As said, he had 12 visits of physical therapy.';
    const visits = readFacts(text, '2015-06-15').filter(({ fact }) => fact === 'pt_visits_prior');
    expect(visits.map(({ region, evidence }) => [region, evidence.length])).toEqual([['lumbar_spine', 2]]);
  });
});
