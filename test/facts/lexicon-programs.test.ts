import { describe, expect, it } from 'vitest';
import { factsIn } from '../helpers/facts-in.js';

describe('what letters say of programs, psychology and function', () => {
  it.each([
    [
      'The physician recommended 80 hours of the functional restoration program; 10 days of the FRP were done.',
      'frp_days_done present 10',
    ],
    [
      'He had gone back to the warehouse but it lasted only nine days because of pain.',
      'failed_rtw_attempts present',
    ],
    ['The employer has a dispatcher position which will be held for him.', 'rtw_goal_defined present'],
    ['His job requires lifting of 50 lb; he can lift 20.', 'job_demands_exceed_capacity present'],
    ['His job requires lifting of 20 lb; he can lift 50.', 'job_demands_exceed_capacity absent'],
    ['Previous methods of treating the pain have been unsuccessful.', 'other_options_exhausted present'],
    ['Beck Anxiety 38 down to 24.', 'psych_progress present'],
    ['Nightmares once a week vs nightly.', 'psych_progress present'],
    ['She is engaged in treatment and does her homework.', 'motivation_to_change present'],
    ['He has had 12 sessions of cognitive behavioral therapy.', 'psych_visits_prior present 12'],
    ['She completed 6 psychotherapy visits.', 'psych_visits_prior present 6'],
    ['No psychotherapy to date.', 'psych_visits_prior absent'],
    ['BDI decreased from 30 to 18.', 'psych_progress present'],
    ['Improved coping since the start of CBT.', 'psych_progress present'],
    ['There has been no progress in psychotherapy.', 'psych_progress absent'],
    ['An FRP evaluation was completed on 4/1/15.', 'multidisciplinary_eval_done present'],
    [
      'A multidisciplinary evaluation with baseline functional testing was done.',
      'multidisciplinary_eval_done present',
    ],
    ['The surgeon has nothing further to offer.', 'other_options_exhausted present'],
    ['He has exhausted all conservative treatment.', 'other_options_exhausted present'],
    ['There is nothing to operate upon.', 'other_options_exhausted present'],
    ['He lies down most of the day.', 'significant_functional_loss present'],
    ['She is unable to perform household chores.', 'significant_functional_loss present'],
    ['The patient is incapacitated by pain.', 'significant_functional_loss present'],
    ['ADLs indep.', 'significant_functional_loss absent'],
    ['He is independent in his activities of daily living.', 'significant_functional_loss absent'],
    ['She is highly motivated to return to work.', 'motivation_to_change present'],
    ['He would give up the opioids if someone showed him how.', 'motivation_to_change present'],
    ['He is not motivated.', 'motivation_to_change absent'],
    ['The negative predictors of success were addressed.', 'negative_predictors_addressed present'],
    ['He completed 10 days of the functional restoration program.', 'frp_days_done present 10'],
    ['She completed 10 sessions over two weeks.', 'frp_days_done present 10'],
    [
      'He was tried on modified duty in June and was sent home after three days.',
      'failed_rtw_attempts present',
    ],
    ['She could not tolerate light duty.', 'failed_rtw_attempts present'],
    ['There was no attempt to return to work.', 'failed_rtw_attempts absent'],
    ['The goal is return to truck dispatch.', 'rtw_goal_defined present'],
    ['She will return to modified duty by 07/15/2014.', 'rtw_goal_defined present'],
    ['He has no job to return to.', 'rtw_goal_defined absent'],
    ['He cannot meet the demands of his job.', 'job_demands_exceed_capacity present'],
    ['She meets the job demands.', 'job_demands_exceed_capacity absent'],
    ['FCE on 3/2/14 was valid.', 'prior_fce_done present'],
    ['No FCE has been done.', 'prior_fce_done absent'],
    ['He asks to see him monthly for medication management.', 'referral_reason_documented present'],
    ['Referred to a spine surgeon for a second opinion.', 'referral_reason_documented present'],
  ])('%s', (text, expected) => {
    expect(factsIn(text)).toContain(expected);
  });

  it.each([
    ['An FCE is requested.', 'prior_fce_done present'],
    ['Twelve sessions of cognitive behavioral therapy are requested.', 'psych_visits_prior present 12'],
    ['He had 12 sessions of physical therapy.', 'psych_visits_prior present 12'],
    ['No psychiatric treatment before the injury.', 'psych_visits_prior absent'],
    ['His wife is motivated to help.', 'failed_rtw_attempts present'],
  ])('is not said by: %s', (text, wrong) => {
    expect(factsIn(text)).not.toContain(wrong);
  });
});
