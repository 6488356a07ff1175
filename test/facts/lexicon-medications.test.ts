import { describe, expect, it } from 'vitest';
import { factsIn } from '../helpers/facts-in.js';

describe('what letters say of drugs and their effects', () => {
  it.each([
    [
      'Pain is 8/10 without medication, coming down to 4/10 about an hour after a dose.',
      'pain_score_with_meds present 4',
    ],
    ['In the absence of medication she stays in bed.', 'functional_benefit_from_drug present'],
    [
      'Voltaren gel helps the knee to the point that she can stand and cook.',
      'functional_benefit_from_drug present',
    ],
    [
      'Voltaren gel helps the knee to the point that she can stand and cook.',
      'pain_relief_from_drug present',
    ],
    ['Lyrica takes the burning from 8 to 5.', 'pain_relief_from_drug present'],
    ['Gabapentin cut the tingling by half.', 'pain_relief_from_drug present'],
    ['She gets constipated and takes Colace.', 'side_effects_addressed present'],
    ['Discontinued: Celebrex, Neurontin.', 'nsaid_current absent'],
    ['She could not stomach anti-inflammatories.', 'oral_med_intolerance present'],
    ['Motrin (dyspepsia) was tried.', 'gi_symptoms_on_nsaid present'],
    ['The UDS was positive for opiates and negative for everything else.', 'uds_consistent present'],
    ['The January drug screen showed hydrocodone only.', 'uds_consistent present'],
    ['The CURES report shows a single prescriber.', 'uds_consistent present'],
    ['The toxicology screen was negative for diazepam, which is prescribed.', 'uds_consistent absent'],
    ['There were fills from two physicians in one month.', 'aberrant_behavior present'],
    ['No attempt to wean was made.', 'taper_plan absent'],
    ['He plans to stop it by May.', 'taper_plan present'],
    ['Sleep averages four hours, interrupted by pain.', 'insomnia_dx present'],
    ['She sleeps in a recliner.', 'insomnia_dx present'],
    ['She says the medicine takes the edge off.', 'pain_relief_from_drug present'],
    ['Percocet helps a lot with the leg pain.', 'pain_relief_from_drug present'],
    ['He gets 40% pain relief with tramadol.', 'pain_relief_from_drug present'],
    ['Pain is well controlled with the current medications.', 'pain_relief_from_drug present'],
    ['Pain goes from 8/10 to 4/10 with Norco.', 'pain_relief_from_drug present'],
    ['LBP 7/10 w/ meds, 9/10 w/o.', 'pain_relief_from_drug present'],
    ['Ibuprofen does not help.', 'pain_relief_from_drug absent'],
    ['There is no relief with Norco.', 'pain_relief_from_drug absent'],
    ['Gabapentin, to 1,800 mg a day, without sufficient effect.', 'pain_relief_from_drug absent'],
    ['With Norco he can finish his shift.', 'functional_benefit_from_drug present'],
    ['The pain pills allow her to cook and do the laundry.', 'functional_benefit_from_drug present'],
    ['He is able to work full time with the medication.', 'functional_benefit_from_drug present'],
    ['There is no functional improvement with the use of tramadol.', 'functional_benefit_from_drug absent'],
    ['He is unable to work despite the opioids.', 'functional_benefit_from_drug absent'],
    ['Denies side effects.', 'side_effects_addressed present'],
    ['No constipation.', 'side_effects_addressed present'],
    ['Occasional dizziness with Flexeril.', 'side_effects_addressed present'],
    ['The medications are well tolerated.', 'side_effects_addressed present'],
    ['Nortriptyline was stopped because of urinary hesitancy.', 'side_effects_addressed present'],
    ['She stopped naproxen because of reflux.', 'nsaid_current absent'],
    ['She stopped naproxen because of reflux.', 'gi_symptoms_on_nsaid present'],
    ['Ibuprofen gives him stomach pain.', 'gi_symptoms_on_nsaid present'],
    ['She denies heartburn.', 'gi_symptoms_on_nsaid absent'],
    ['Currently taking meloxicam 15 mg daily.', 'nsaid_current present'],
    ['No NSAIDs.', 'nsaid_current absent'],
    ['History of peptic ulcer in 2004.', 'gi_risk_factor present'],
    ['Past medical history: GERD.', 'gi_risk_factor present'],
    ['Aspirin 81 mg daily.', 'gi_risk_factor present'],
    ['No history of GI bleed.', 'gi_risk_factor absent'],
    ['He has high blood pressure.', 'cv_or_renal_risk present'],
    ['BP 152/94.', 'cv_or_renal_risk present 152'],
    ['Negative for CKD.', 'cv_or_renal_risk absent'],
    ['He cannot tolerate oral NSAIDs.', 'oral_med_intolerance present'],
    ['Oral medication is not tolerated.', 'oral_med_intolerance present'],
    ['She tolerates oral medications.', 'oral_med_intolerance absent'],
    ['Failed gabapentin and Cymbalta.', 'first_line_failed present'],
    ['She could not tolerate Lyrica.', 'first_line_failed present'],
    ['There has been no trial of antidepressants.', 'first_line_failed absent'],
    ['Gabapentin was never tried.', 'first_line_failed absent'],
  ])('%s', (text, expected) => {
    expect(factsIn(text)).toContain(expected);
  });
});

describe('what letters say of opioid safety', () => {
  it.each([
    ['MED of 80.', 'total_med_mg_per_day present 80'],
    ['Morphine equivalent dose is 120 mg per day.', 'total_med_mg_per_day present 120'],
    ['She is at 45 MME.', 'total_med_mg_per_day present 45'],
    ['UDS 5/9/2012 consistent.', 'uds_consistent present'],
    ['A urine drug screen of April 2014 was consistent with the prescribed drugs.', 'uds_consistent present'],
    ['The urine screen of 2/4/14 agreed with what is prescribed.', 'uds_consistent present'],
    ['CURES 8-10-15 OK.', 'uds_consistent present'],
    ['UDS was negative for illicit drugs.', 'uds_consistent present'],
    ['Urine toxicology was inconsistent.', 'uds_consistent absent'],
    ['UDS negative for the prescribed hydrocodone.', 'uds_consistent absent'],
    ['The drug screen was positive for cocaine.', 'uds_consistent absent'],
    ['There is no UDS on file.', 'uds_consistent gap'],
    ['Opioid agreement signed 1/2010.', 'opioid_agreement present'],
    ['Pain contract on file.', 'opioid_agreement present'],
    ['No pain contract was signed.', 'opioid_agreement absent'],
    ['ORT 3, low.', 'opioid_risk_level present low'],
    ['High risk on SOAPP-R.', 'opioid_risk_level present high'],
    ['Risk stratification: moderate.', 'opioid_risk_level present moderate'],
    ['No early refills, no lost prescriptions.', 'aberrant_behavior absent'],
    ['There are no signs of abuse or diversion.', 'aberrant_behavior absent'],
    ['He ran out of his medication early and asked for an early refill.', 'aberrant_behavior present'],
    ['He takes his medications as prescribed.', 'aberrant_behavior absent'],
    ['Also takes Xanax 1 mg bid.', 'concurrent_benzodiazepine present'],
    ['No benzodiazepines.', 'concurrent_benzodiazepine absent'],
    ['The plan is to taper Norco by 10% per week.', 'taper_plan present'],
    ['She has cut Percocet from 4 a day to 1.', 'taper_plan present'],
    ['There is no weaning plan.', 'taper_plan absent'],
    ['He drank heavily in his twenties.', 'substance_abuse_history present'],
    ['There is no history of alcohol or drug abuse.', 'substance_abuse_history absent'],
    ['Denies illicit drug use.', 'substance_abuse_history absent'],
  ])('%s', (text, expected) => {
    expect(factsIn(text)).toContain(expected);
  });
});

describe('what letters say of sleep, mood and nerve pain', () => {
  it.each([
    ['She has difficulty falling asleep because of pain.', 'insomnia_dx present'],
    ['Sleep is interrupted 3-4 times a night.', 'insomnia_dx present'],
    ['He sleeps 4 hours a night.', 'insomnia_dx present 4'],
    ['She sleeps through the night now.', 'insomnia_dx absent'],
    ['Sleep OK.', 'insomnia_dx absent'],
    ['Sleep hygiene was discussed.', 'sleep_hygiene_tried present'],
    ['He has crying spells and loss of interest.', 'depression_or_anxiety_dx present'],
    ['The Beck Depression Inventory was 29.', 'depression_or_anxiety_dx present'],
    ['Denies depression.', 'depression_or_anxiety_dx absent'],
    ['Mood is normal.', 'depression_or_anxiety_dx absent'],
    ['He reports anxiety about needles.', 'depression_or_anxiety_dx uncertain'],
    ['Diagnosis: neuropathic pain.', 'neuropathic_pain present'],
    ['There is no neuropathic component.', 'neuropathic_pain absent'],
    ['Postherpetic neuralgia of the chest wall.', 'localized_peripheral_neuropathic present'],
    [
      'Compound cream with flurbiprofen 20%, cyclobenzaprine 4% and lidocaine 5%.',
      'compound_ingredients present [cyclobenzaprine,flurbiprofen,lidocaine]',
    ],
  ])('%s', (text, expected) => {
    expect(factsIn(text)).toContain(expected);
  });
});

describe('words that only look like a fact', () => {
  it.each([
    ['Her mother has depression.', 'depression_or_anxiety_dx present'],
    ['There was respiratory depression in recovery.', 'depression_or_anxiety_dx present'],
    ['IV sedation was used.', 'side_effects_addressed present'],
    ['Blood pressure 118/74.', 'cv_or_renal_risk present 118'],
    ['Early treatment consisted of ibuprofen.', 'nsaid_current present'],
    ['Norco is requested.', 'drug_taken_now present hydrocodone_acetaminophen'],
    ['He did not cut down on his Vicodin.', 'drug_taken_now absent hydrocodone_acetaminophen'],
    ['A prednisone taper was given.', 'taper_plan present'],
    ['The sleep study was normal.', 'insomnia_dx present'],
    ['A brother is treated for bipolar disorder.', 'depression_or_anxiety_dx present'],
    ['Some stomach pain since the fall.', 'gi_symptoms_on_nsaid present'],
    ['Norco was modified to #90 for taper.', 'taper_plan present'],
    ['Portal hypertension was ruled out.', 'cv_or_renal_risk present'],
  ])('%s', (text, wrong) => {
    expect(factsIn(text)).not.toContain(wrong);
  });
});
