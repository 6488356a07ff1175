/** What sentences say of how much it hurts, how long, and which way it goes. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'pain_score_current',
  'pain_score_with_meds',
  'pain_score_without_meds',
  'pain_duration_months',
  'pain_phase',
  'symptom_trend',
  'new_injury_or_trauma',
  'flare_up',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  // scores
  { text: 'He rates his low back pain at 6/10.', gives: ['pain_score_current 6 @lumbar_spine'] },
  {
    text: 'Neck pain 4/10, low back pain 7/10, R knee 3/10.',
    gives: [
      'pain_score_current 4 @cervical_spine',
      'pain_score_current 7 @lumbar_spine',
      'pain_score_current 3 @knee',
    ],
  },
  { text: 'Pain is rated 7 out of 10 in the neck.', gives: ['pain_score_current 7 @cervical_spine'] },
  { text: 'VAS 5.', gives: ['pain_score_current 5'] },
  { text: 'The pain level is 8.', gives: ['pain_score_current 8'] },
  { text: 'Shoulder pain is 5-6/10.', gives: ['pain_score_current 5+6 @shoulder'] },
  { text: 'Her pain is 6 on a scale of 10.', gives: ['pain_score_current 6'] },
  { text: 'It is mostly 3 or 4 on a 10 point scale.', gives: ['pain_score_current 3+4'] },
  { text: 'Severity of 9/10.', gives: ['pain_score_current 9'] },
  { text: 'Wrist pain was 7/10 on 3/4/2014.', gives: ['pain_score_current 7 @wrist_hand #2014-03-04'] },
  { text: 'Low back pain shooting down the left leg, 8/10.', gives: ['pain_score_current 8 @lumbar_spine'] },
  {
    text: 'She rates it 5/10, ranging from 3 to 7.',
    gives: ['pain_score_current 5', 'pain_score_current 3+7'],
  },
  { text: 'Strength is 4/5 in the left arm.', gives: [] },
  { text: 'She attended 8/10 sessions.', gives: [] },
  { text: 'Calls were made on 07/09 and 07/10.', gives: [] },
  { text: 'Left knee is asymptomatic.', gives: ['!pain_score_current @knee'] },
  { text: 'The patient denies neck pain.', gives: ['!pain_score_current @cervical_spine'] },
  // with and without drugs
  {
    text: 'Pain is 9/10 without medications and 5/10 with medications.',
    gives: ['pain_score_without_meds 9', 'pain_score_with_meds 5'],
  },
  { text: 'LBP 6/10 w/ meds, 8/10 w/o.', gives: ['pain_score_with_meds 6', 'pain_score_without_meds 8'] },
  { text: 'With medication the pain is 4/10.', gives: ['pain_score_with_meds 4'] },
  {
    text: 'The pain goes from 9 to 5 with medication.',
    gives: ['pain_score_without_meds 9', 'pain_score_with_meds 5'],
  },
  {
    text: 'Norco brings the pain down from 8/10 to 4/10.',
    gives: ['pain_score_without_meds 8', 'pain_score_with_meds 4'],
  },
  { text: 'He rates it at 7 or 8 out of 10 without medication.', gives: ['pain_score_without_meds 7+8'] },
  // how long
  { text: 'He has a 3-year history of low back pain.', gives: ['pain_duration_months 36 @lumbar_spine'] },
  { text: 'Symptoms for 6 weeks.', gives: ['pain_duration_months 1.38'] },
  { text: 'She has chronic neck pain.', gives: ['pain_phase chronic @cervical_spine'] },
  { text: 'Diagnosis: chronic pain syndrome.', gives: ['pain_phase chronic'] },
  { text: 'A chronic pain management program was requested.', gives: [] },
  { text: 'Acute lumbar strain.', gives: ['pain_phase acute @lumbar_spine'] },
  // course
  { text: 'Symptoms are "worsening."', gives: ['symptom_trend worsening'] },
  {
    text: 'The low back pain has become progressively worse.',
    gives: ['symptom_trend worsening @lumbar_spine'],
  },
  { text: 'Her pain has increased since the last visit.', gives: ['symptom_trend worsening'] },
  { text: 'The symptoms then returned.', gives: ['symptom_trend worsening'] },
  { text: 'The neck pain is slowly coming back.', gives: ['symptom_trend worsening @cervical_spine'] },
  { text: 'These symptoms have not changed much in the last few visits.', gives: ['symptom_trend stable'] },
  { text: 'Complaints are the same as before.', gives: ['symptom_trend stable'] },
  { text: 'There has been no change over the past year.', gives: ['symptom_trend stable'] },
  {
    text: 'Low back pain 3/10, unchanged.',
    gives: ['symptom_trend stable', 'pain_score_current 3 @lumbar_spine'],
  },
  {
    text: 'Symptoms are worsening. They have been the same since May.',
    gives: ['symptom_trend worsening', 'symptom_trend stable'],
  },
  { text: 'The shoulder is better every week.', gives: ['symptom_trend improving @shoulder'] },
  { text: 'His pain has improved.', gives: ['symptom_trend improving'] },
  {
    text: 'Knee pain 4/10, down from 7/10.',
    gives: ['pain_score_current 4', 'pain_score_current 7', 'symptom_trend improving'],
  },
  { text: 'The pain is worse with standing and better with rest.', gives: [] },
  { text: 'There is increased pain with extension.', gives: [] },
  // injury and flare
  { text: 'He denies any new injury.', gives: ['!new_injury_or_trauma'] },
  { text: 'No new trauma.', gives: ['!new_injury_or_trauma'] },
  { text: 'The pain returned without injury.', gives: ['!new_injury_or_trauma', 'symptom_trend worsening'] },
  { text: 'She re-injured the back last week.', gives: ['new_injury_or_trauma @lumbar_spine'] },
  { text: 'He had a recent motor vehicle accident.', gives: ['new_injury_or_trauma'] },
  { text: 'He slipped and aggravated the knee.', gives: ['new_injury_or_trauma @knee'] },
  { text: 'Flare-up of low back pain.', gives: ['flare_up @lumbar_spine'] },
  { text: 'No acute exacerbation is reported.', gives: ['!flare_up'] },
  // other ways to say it
  { text: 'On a scale of 0 to 10 the pain is 7.', gives: ['pain_score_current 7'] },
  {
    text: 'Current pain 5/10, average 6/10, worst 9/10.',
    gives: ['pain_score_current 5', 'pain_score_current 6'],
  },
  {
    text: 'VAS with meds 4/10, without 8/10.',
    gives: ['pain_score_with_meds 4', 'pain_score_without_meds 8'],
  },
  {
    text: 'Pain decreases from 8/10 to 4/10 with medications.',
    gives: ['pain_score_without_meds 8', 'pain_score_with_meds 4'],
  },
  { text: 'Pt states sx are worse since last visit.', gives: ['symptom_trend worsening'] },
  { text: 'Patient reports no change in symptoms.', gives: ['symptom_trend stable'] },
  { text: 'No interval injury since the last visit.', gives: ['!new_injury_or_trauma'] },
];

describe('pain', () => {
  it.each(CASES)('reads “$text”', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
