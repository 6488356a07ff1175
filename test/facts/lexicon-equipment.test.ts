import { describe, expect, it } from 'vitest';
import { factsIn } from '../helpers/facts-in.js';

describe('what letters say of equipment, home care, transport and weight', () => {
  it.each([
    ['The H-wave was then tried in January 2014 for 34 days.', 'tens_trial_done present'],
    ['The TENS unit produced no lasting decrease of pain.', 'tens_trial_benefit absent'],
    ['Her sister helps her into the tub.', 'adl_dependence present'],
    ['Her sister helps her into the tub.', 'caregiver_available present'],
    ['He needs someone to wash his back.', 'adl_dependence present'],
    ['She grooms and feeds herself.', 'adl_dependence absent'],
    ['His wife is deceased.', 'caregiver_available absent'],
    ['There is an open sore of the right heel.', 'pressure_ulcer_or_sci present'],
    ['He tried dieting and walking and gained 12 pounds.', 'weight_loss_attempts_failed present'],
    ['A 30-day home trial of the TENS unit was completed.', 'tens_trial_done present'],
    ['She used a TENS unit at home twice daily.', 'tens_trial_done present'],
    ['There was no home trial.', 'tens_trial_done absent'],
    ['H-wave was not tried.', 'tens_trial_done absent'],
    ['TENS was borrowed from the therapist.', 'tens_trial_done uncertain'],
    ['The H-wave unit decreased his pain by 50%.', 'tens_trial_benefit present'],
    ['Good relief with TENS.', 'tens_trial_benefit present'],
    ['TENS without benefit.', 'tens_trial_benefit absent'],
    ['The interferential unit "feels good for about an hour".', 'tens_trial_benefit uncertain'],
    ['She is homebound.', 'homebound present'],
    ['He is wheelchair bound.', 'homebound present'],
    ['He is not homebound.', 'homebound absent'],
    ['He drives himself to therapy.', 'homebound absent'],
    ['He drives himself to therapy.', 'self_transport_unable absent'],
    ['She is unable to drive.', 'self_transport_unable present'],
    ['He takes the bus.', 'self_transport_unable absent'],
    ['Daily wound care is needed.', 'skilled_need present'],
    ['Home nursing twice a week.', 'skilled_need present'],
    ['Needs help with vacuuming and laundry.', 'skilled_need absent'],
    ['Home PT and home nursing through 2/20, completed.', 'skilled_need absent'],
    ['She cannot bathe herself.', 'adl_dependence present'],
    ['He needs his wife for shoes and socks.', 'adl_dependence present'],
    ['He needs his wife for shoes and socks.', 'caregiver_available present'],
    ['Independent in bathing, dressing and toileting.', 'adl_dependence absent'],
    ['Lives with wife.', 'caregiver_available present'],
    ['His sister does the shopping.', 'caregiver_available present'],
    ['She lives alone.', 'caregiver_available absent'],
    ['BMI 34.6.', 'bmi present 34.6'],
    ['Body mass index of 41.', 'bmi present 41'],
    ['She was unable to lose weight with diet and exercise.', 'weight_loss_attempts_failed present'],
    ['Weight Watchers without success.', 'weight_loss_attempts_failed present'],
    ['He cannot tolerate land-based therapy.', 'weight_bearing_reduction_needed present'],
    ['Morbidly obese.', 'weight_bearing_reduction_needed present'],
    ['He tolerates land-based therapy.', 'weight_bearing_reduction_needed absent'],
    ['The home exercise program was not effective.', 'needs_special_equipment present'],
    ['Near fall stepping out of the tub.', 'dme_medical_purpose present'],
    ['The chair is for comfort only.', 'dme_medical_purpose absent'],
    ['Stage II sacral pressure ulcer.', 'pressure_ulcer_or_sci present'],
    ['Skin is intact.', 'pressure_ulcer_or_sci absent'],
  ])('%s', (text, expected) => {
    expect(factsIn(text)).toContain(expected);
  });

  it.each([
    ['Modified duty, no driving over 2 hours.', 'self_transport_unable present'],
    ['A 30 day rental of a cold therapy unit.', 'tens_trial_done present'],
    ['Purchase of a TENS unit is requested.', 'tens_trial_done present'],
    ['Pain 34.6 BMI not recorded.', 'bmi present 34.6'],
  ])('is not said by: %s', (text, wrong) => {
    expect(factsIn(text)).not.toContain(wrong);
  });
});
