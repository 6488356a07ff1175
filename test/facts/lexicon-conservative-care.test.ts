/** What sentences say of treatment without surgery: what was tried, how much, and what came of it. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'conservative_care_list',
  'conservative_care_failed',
  'conservative_care_weeks',
  'active_conservative_plan',
  'failed_strengthening_program',
  'home_exercise_program',
  'pt_visits_prior',
  'chiro_visits_prior',
  'acupuncture_visits_prior',
  'functional_improvement_documented',
  'objective_goals_documented',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  {
    text: 'He had 13 sessions of physical therapy from 3-11-10 through 8-10-10.',
    gives: ['pt_visits_prior 13 #2010-08-10', 'conservative_care_list physical_therapy'],
  },
  { text: 'These measures brought little change.', gives: ['conservative_care_failed'] },
  { text: 'None of it produced a durable result.', gives: ['conservative_care_failed'] },
  // what was tried
  {
    text: 'She has been treated with the following: physical therapy, eight visits; a brace; Motrin.',
    gives: ['conservative_care_list brace+nsaid+physical_therapy', 'pt_visits_prior 8'],
  },
  {
    text: 'Chiropractic, which aggravated the pain.',
    gives: ['conservative_care_failed', 'conservative_care_list chiropractic'],
  },
  {
    text: 'Treatment to date has included medications, physical therapy, acupuncture and massage.',
    gives: ['conservative_care_list acupuncture+massage+medication+physical_therapy'],
  },
  {
    text: 'Prior treatment: PT, chiropractic, naproxen and a lumbar brace.',
    gives: ['conservative_care_list brace+chiropractic+nsaid+physical_therapy'],
  },
  {
    text: 'She tried with physical therapy and gabapentin.',
    gives: ['conservative_care_list anticonvulsant+physical_therapy'],
  },
  { text: 'Current medications include naproxen and gabapentin.', gives: [] },
  { text: 'Physical therapy is requested.', gives: [] },
  { text: 'The plan is acupuncture 2x4.', gives: [] },
  {
    text: 'Heat, ice and physical therapy were used.',
    gives: ['conservative_care_list heat_ice+physical_therapy'],
  },
  { text: 'She has not been treated.', gives: ['!conservative_care_list'] },
  // how much
  {
    text: 'He completed 18 sessions of physical therapy.',
    gives: ['conservative_care_list', 'pt_visits_prior 18'],
  },
  { text: 'PT x 24 in 2010.', gives: ['conservative_care_list', 'pt_visits_prior 24'] },
  { text: 'PT: 12 of 12 completed.', gives: ['conservative_care_list', 'pt_visits_prior 12'] },
  { text: 'Physiotherapy, twelve times.', gives: ['conservative_care_list', 'pt_visits_prior 12'] },
  { text: 'Physical therapy, 16 sessions.', gives: ['conservative_care_list', 'pt_visits_prior 16'] },
  {
    text: 'Twenty-two visits of physical therapy were completed.',
    gives: ['conservative_care_list', 'pt_visits_prior 22'],
  },
  {
    text: 'She finished 8 of 12 physical therapy visits.',
    gives: ['conservative_care_list', 'pt_visits_prior 8'],
  },
  {
    text: 'He has had extensive physical therapy.',
    gives: ['conservative_care_list', 'pt_visits_prior null'],
  },
  { text: 'He has not had physical therapy.', gives: ['!pt_visits_prior'] },
  { text: 'Physical therapy was approved but has not been started.', gives: ['!pt_visits_prior'] },
  {
    text: 'He had PT in 2012, the number of visits is not documented.',
    gives: ['conservative_care_list', '~pt_visits_prior'],
  },
  { text: 'Chiropractic x 12.', gives: ['conservative_care_list', 'chiro_visits_prior 12'] },
  {
    text: 'She received eight chiropractic treatments.',
    gives: ['conservative_care_list', 'chiro_visits_prior 8'],
  },
  { text: 'Chiro none.', gives: ['!chiro_visits_prior'] },
  { text: 'No prior chiropractic care.', gives: ['!chiro_visits_prior'] },
  { text: 'Acupuncture, 6 visits.', gives: ['conservative_care_list', 'acupuncture_visits_prior 6'] },
  {
    text: 'Eight acupuncture sessions were given.',
    gives: ['conservative_care_list', 'acupuncture_visits_prior 8'],
  },
  { text: 'No acupuncture to date.', gives: ['!acupuncture_visits_prior'] },
  { text: 'He is acupuncture naive.', gives: ['!acupuncture_visits_prior'] },
  {
    text: 'She had 6 weeks of physical therapy.',
    gives: ['conservative_care_list', 'conservative_care_weeks 6'],
  },
  { text: 'Conservative care for three months.', gives: ['conservative_care_weeks 13.04'] },
  // what came of it
  { text: 'The patient has failed conservative treatment.', gives: ['conservative_care_failed'] },
  { text: 'Pain persists despite conservative care.', gives: ['conservative_care_failed'] },
  { text: 'The neck pain is refractory to treatment.', gives: ['conservative_care_failed @cervical_spine'] },
  { text: 'He has not responded to conservative management.', gives: ['conservative_care_failed'] },
  { text: 'Physical therapy did not help.', gives: ['conservative_care_list', 'conservative_care_failed'] },
  {
    text: 'Chiropractic, acupuncture - no benefit.',
    gives: ['conservative_care_list', 'conservative_care_failed'],
  },
  {
    text: 'The therapy was of no lasting help.',
    gives: ['conservative_care_list', 'conservative_care_failed'],
  },
  {
    text: 'Physical therapy made the symptoms worse.',
    gives: ['conservative_care_list', 'conservative_care_failed'],
  },
  {
    text: 'She improved with physical therapy.',
    gives: ['conservative_care_list', '!conservative_care_failed'],
  },
  {
    text: 'He failed to progress in physical therapy.',
    gives: ['conservative_care_list', 'conservative_care_failed', 'failed_strengthening_program'],
  },
  {
    text: 'She is progressing well in therapy.',
    gives: ['conservative_care_list', '!failed_strengthening_program'],
  },
  // exercise and plans
  {
    text: 'He continues a home exercise program.',
    gives: ['home_exercise_program', 'active_conservative_plan'],
  },
  { text: 'HEP daily.', gives: ['home_exercise_program'] },
  { text: 'She does stretching at home.', gives: ['home_exercise_program'] },
  { text: 'He is not compliant with home exercise.', gives: ['!home_exercise_program'] },
  { text: 'HEP is not mentioned.', gives: ['~home_exercise_program'] },
  { text: 'Continue HEP.', gives: ['home_exercise_program', 'active_conservative_plan'] },
  { text: 'The injection is meant as an adjunct to exercise.', gives: ['active_conservative_plan'] },
  { text: 'There is no ongoing exercise.', gives: ['!active_conservative_plan'] },
  // function
  {
    text: 'There was functional improvement after therapy.',
    gives: ['conservative_care_list', 'functional_improvement_documented'],
  },
  {
    text: 'Since starting therapy she can dress herself.',
    gives: ['conservative_care_list', 'functional_improvement_documented'],
  },
  { text: 'No functional improvement.', gives: ['!functional_improvement_documented'] },
  { text: 'Functional goals are to lift 20 pounds.', gives: ['objective_goals_documented'] },
  { text: 'His vocational goal is truck driving.', gives: [] },
  // other ways to say it
  {
    text: 'Conservative treatment including acupuncture has not provided lasting relief.',
    gives: ['conservative_care_list acupuncture', 'conservative_care_failed'],
  },
  {
    text: 'Pt has had 12 sessions of PT with minimal improvement.',
    gives: ['conservative_care_list', 'pt_visits_prior 12', 'conservative_care_failed'],
  },
  { text: 'Completed 24 PT sessions to date.', gives: ['conservative_care_list', 'pt_visits_prior 24'] },
  { text: '10 visits of PT requested.', gives: [] },
  { text: 'No PT has been done.', gives: ['!pt_visits_prior'] },
];

describe('conservative care', () => {
  it.each(CASES)('reads “$text”', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
