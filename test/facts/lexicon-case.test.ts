/** What sentences say of the worker, the dates of the case, and work. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'age_years',
  'sex',
  'injury_date',
  'ur_date',
  'request_date',
  'work_status',
  'at_mmi',
  'close_to_mmi',
  'scope_is_accepted_region',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  // who
  { text: 'The claimant is a 33-year-old female cashier.', gives: ['age_years 33', 'sex female'] },
  { text: '57 y/o M mechanic with neck pain.', gives: ['age_years 57', 'sex male'] },
  { text: 'A 41 yo woman was evaluated.', gives: ['age_years 41', 'sex female'] },
  { text: 'The applicant is 62 years of age.', gives: ['age_years 62'] },
  { text: 'The worker, a woman now forty-four, drives a bus.', gives: ['age_years 44', 'sex female'] },
  { text: 'The lumbar MRI is a 3 year old study.', gives: [] },
  { text: 'Mr. Doe reports that his wrist aches and he sleeps badly.', gives: ['sex male'] },
  { text: 'She rides the bus to her visits. The surgeon says he will wait.', gives: ['sex female'] },
  { text: 'Her father was a 70 year old man with gout.', gives: ['sex female'] },
  // when injured
  {
    text: 'The employee sustained an industrial injury on 04/02/2013 while lifting.',
    gives: ['injury_date 2013-04-02'],
  },
  { text: 'DOI: 7-1-09.', gives: ['injury_date 2009-07-01'] },
  {
    text: 'The injured worker is a male with a date of injury of June 3, 2010.',
    gives: ['injury_date 2010-06-03', 'sex male'],
  },
  { text: 'He was hurt on 8/9/2012 when a shelf gave way.', gives: ['injury_date 2012-08-09', 'sex male'] },
  { text: 'The patient injured the left knee on March 4, 2014.', gives: ['injury_date 2014-03-04'] },
  {
    text: 'The 50-year-old painter fell from a ladder on 11/20/2011.',
    gives: ['injury_date 2011-11-20', 'age_years 50'],
  },
  { text: 'The injured worker was seen on 5/5/2015.', gives: [] },
  { text: 'Work-related injury dated 12/12/2008.', gives: ['injury_date 2008-12-12'] },
  // when asked and decided
  { text: 'RFA dated 3/14/15 for an MRI.', gives: ['request_date 2015-03-14'] },
  { text: 'The treatment plan of 6-10-14 includes therapy.', gives: ['request_date 2014-06-10'] },
  { text: 'A request for authorization was submitted on 2/2/2014.', gives: ['request_date 2014-02-02'] },
  { text: 'On 05-09-2012 the treating physician requested a discogram.', gives: ['request_date 2012-05-09'] },
  { text: 'The UR determination of 9/1/2014 denied the block.', gives: ['ur_date 2014-09-01'] },
  { text: 'On 10-\n05-2015 Utilization Review non-certified the request.', gives: ['ur_date 2015-10-05'] },
  { text: 'The utilization reviewer modified the request on June 30, 2013.', gives: ['ur_date 2013-06-30'] },
  { text: 'UR 4/4/15 denied Soma.', gives: ['ur_date 2015-04-04'] },
  { text: 'UR denied the request as not medically necessary.', gives: [] },
  // work
  { text: 'He is currently working.', gives: ['work_status full_duty', 'sex male'] },
  { text: 'The worker has returned to full duty.', gives: ['work_status full_duty'] },
  { text: 'Work status: regular duty without restrictions.', gives: ['work_status full_duty'] },
  {
    text: 'She is working with restrictions of no overhead reach.',
    gives: ['work_status modified', 'sex female'],
  },
  { text: 'Modified duty, no lifting over 20 lbs.', gives: ['work_status modified'] },
  { text: 'He works part time in an office.', gives: ['work_status modified', 'sex male'] },
  { text: 'The patient remains on light duty.', gives: ['work_status modified'] },
  { text: 'TTD until the next visit.', gives: ['work_status off_work'] },
  { text: 'He has not worked since 2010.', gives: ['work_status off_work', 'sex male'] },
  { text: 'The employee is temporarily totally disabled.', gives: ['work_status off_work'] },
  { text: 'She is not currently working.', gives: ['work_status off_work', 'sex female'] },
  { text: 'Off work since the surgery.', gives: ['work_status off_work'] },
  { text: 'He last worked in 2012.', gives: ['work_status off_work', 'sex male'] },
  { text: 'The claimant is retired.', gives: ['work_status retired'] },
  { text: 'The beam fell while he was working on a roof.', gives: ['sex male'] },
  { text: 'Modified duty was not available.', gives: [] },
  { text: 'He was tried on modified duty but was sent home.', gives: ['sex male'] },
  { text: 'The goal is to return to modified duty by 7/1/2015.', gives: [] },
  // end of healing
  {
    text: 'He was declared permanent and stationary on 4/5/2012.',
    gives: ['at_mmi #2012-04-05', 'sex male'],
  },
  { text: 'P&S with future medical care.', gives: ['at_mmi'] },
  { text: 'The patient has reached MMI.', gives: ['at_mmi'] },
  { text: 'She is not at maximum medical improvement.', gives: ['!at_mmi', 'sex female'] },
  { text: 'The patient is approaching MMI.', gives: ['close_to_mmi'] },
  { text: 'Not at or near MMI.', gives: ['!at_mmi', '!close_to_mmi'] },
  // what the claim takes in
  { text: 'The accepted body part is the neck.', gives: ['scope_is_accepted_region @cervical_spine'] },
  { text: 'Accepted: right shoulder.', gives: ['scope_is_accepted_region @shoulder'] },
  { text: 'The left hip is not part of the claim.', gives: ['!scope_is_accepted_region @hip'] },
  { text: 'No injury to the back is claimed.', gives: ['!scope_is_accepted_region @lumbar_spine'] },
  { text: 'The right knee is a disputed body part.', gives: ['!scope_is_accepted_region @knee'] },
  // other ways to say it
  { text: 'This is a 29-year-old right-hand dominant man.', gives: ['age_years 29', 'sex male'] },
  { text: 'Cumulative trauma from 1/1/2008 to 5/5/2010.', gives: ['injury_date 2008-01-01'] },
  { text: 'The request was received on 5/6/2015.', gives: ['request_date 2015-05-06'] },
  { text: 'Pt is working full duty.', gives: ['work_status full_duty'] },
  { text: 'Currently TPD with no lifting over 10 pounds.', gives: ['work_status modified'] },
  { text: 'He is unable to return to work.', gives: ['work_status off_work', 'sex male'] },
];

describe('the case', () => {
  it.each(CASES)('reads “$text”', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
