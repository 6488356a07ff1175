/**
 * Fact definitions for tests of the rule language: the starting vocabulary of facts with types, units and values.
 * Kept apart from the lexicon so that these tests do not move with it.
 */
import { levelNames } from '../../src/language/level-units.js';
import type { FactDefinition } from '../../src/vocabulary/fact.js';
import type { FactType } from '../../src/vocabulary/lexicon-terms.js';
import type { LexiconNames } from '../../src/vocabulary/rule.js';

const FINDINGS = `
  new_injury_or_trauma at_mmi close_to_mmi radicular_symptoms sensory_deficit motor_deficit
  reflex_deficit slr_positive spurling_positive objective_radiculopathy new_or_progressive_neuro_deficit
  myelopathy_signs bowel_bladder_dysfunction gait_abnormal red_flag_any infection_signs cancer_concern
  fracture_suspected axial_pain_predominant facet_tenderness facet_loading_positive
  facet_imaging_arthropathy muscle_spasm rom_restricted trigger_point_twitch
  instability_flexion_extension spondylolisthesis headache_cervicogenic crps_dx prior_mri prior_ct
  prior_myelogram prior_discogram disc_herniation imaging_unchanged_from_prior imaging_nerve_compression
  imaging_concordant_with_exam spinal_stenosis xray_done mri_contraindicated eds_done
  peripheral_neuropathy_suspected dx_uncertain prior_spine_surgery prior_limb_surgery prior_fusion
  hardware_present hardware_problem_suspected fusion_status_uncertain adjacent_segment_disease
  surgery_planned surgery_authorized invasive_procedure_planned psych_clearance smoker
  conservative_care_failed active_conservative_plan failed_strengthening_program home_exercise_program
  functional_improvement_documented objective_goals_documented flare_up prior_esi prior_facet_injection
  prior_mbb prior_rfa prior_esi_med_reduction prior_steroid_knee_failed req_image_guidance req_sedation
  req_retrospective current_medications pain_relief_from_drug functional_benefit_from_drug
  side_effects_addressed aberrant_behavior uds_consistent opioid_agreement concurrent_benzodiazepine
  taper_plan first_line_failed neuropathic_pain localized_peripheral_neuropathic osteoarthritis_dx
  gi_risk_factor gi_symptoms_on_nsaid nsaid_current cv_or_renal_risk insomnia_dx sleep_hygiene_tried
  depression_or_anxiety_dx oral_med_intolerance substance_abuse_history substance_abuse_over medication_reduced psych_progress
  multidisciplinary_eval_done other_options_exhausted significant_functional_loss motivation_to_change
  negative_predictors_addressed failed_rtw_attempts rtw_goal_defined job_demands_exceed_capacity
  prior_fce_done tens_trial_done tens_trial_benefit homebound skilled_need adl_dependence
  caregiver_available self_transport_unable weight_loss_attempts_failed weight_bearing_reduction_needed
  needs_special_equipment dme_medical_purpose vte_risk mental_disorder_dx pressure_ulcer_or_sci shoulder_cuff_signs
  shoulder_impingement_signs shoulder_labral_or_instability_signs knee_mechanical_symptoms
  knee_exam_internal_derangement wrist_cts_signs referral_reason_documented scope_is_accepted_region
  req_repeat req_parent_necessary examination_documented
`;

const DATES = `
  ur_date request_date injury_date prior_rfa_date
`;

const LISTS = `
  dermatomes_affected conservative_care_list req_regions req_levels compound_ingredients req_ingredients
`;

/** Name and unit; no unit for pure numbers. */
const NUMBERS: Readonly<Record<string, string | null>> = {
  age_years: 'years',
  pain_duration_months: 'months',
  pain_score_current: 'of 10',
  pain_score_with_meds: 'of 10',
  pain_score_without_meds: 'of 10',
  si_positive_tests: 'tests',
  prior_mri_age_months: 'months',
  months_from_mri_to_surgery: 'months',
  weeks_since_surgery: 'weeks',
  postsurgical_visits_completed: 'visits',
  conservative_care_weeks: 'weeks',
  pt_visits_prior: 'visits',
  pt_visits_total: 'visits',
  postsurgical_visits_total: 'visits',
  chiro_visits_total: 'visits',
  acupuncture_visits_total: 'visits',
  frp_days_total: 'days',
  req_series: 'times',
  psych_visits_total: 'visits',
  months_since_rfa: 'months',
  months_since_examination: 'months',
  req_hours_per_week: 'hours',
  months_since_injury: 'months',
  chiro_visits_prior: 'visits',
  acupuncture_visits_prior: 'visits',
  prior_esi_relief_percent: 'percent',
  prior_esi_relief_weeks: 'weeks',
  esi_count_12mo: 'times',
  prior_mbb_relief_percent: 'percent',
  prior_facet_inj_relief_percent: 'percent',
  prior_rfa_relief_percent: 'percent',
  prior_rfa_relief_weeks: 'weeks',
  prior_si_inj_relief_percent: 'percent',
  prior_si_inj_relief_weeks: 'weeks',
  prior_tpi_relief_percent: 'percent',
  prior_tpi_relief_weeks: 'weeks',
  prior_sympathetic_relief_percent: 'percent',
  stimulator_trial_relief_percent: 'percent',
  prior_visco_relief_months: 'months',
  req_level_count: 'levels',
  req_quantity: 'units',
  req_frequency: 'per-week',
  req_duration_weeks: 'weeks',
  drug_strength_mg: 'mg',
  days_supply: 'days',
  total_med_mg_per_day: 'mg-per-day',
  opioid_use_months: 'months',
  drug_use_weeks: 'weeks',
  last_uds_months_ago: 'months',
  psych_visits_prior: 'visits',
  frp_days_done: 'days',
  bmi: 'kg-per-m2',
  req_strength_mg: 'mg',
  req_strength_percent: 'percent',
};

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  sex: ['male', 'female'],
  pain_phase: ['acute', 'subacute', 'chronic'],
  symptom_trend: ['worsening', 'stable', 'improving'],
  work_status: ['full_duty', 'modified', 'off_work', 'retired', 'not_stated'],
  xray_result: [
    'normal',
    'degenerative',
    'fusion_solid',
    'fusion_uncertain',
    'hardware_problem',
    'fracture',
    'instability',
    'other',
  ],
  eds_result: ['normal', 'radiculopathy', 'entrapment', 'polyneuropathy', 'other'],
  implanted_device: ['stimulator', 'pump', 'pacemaker', 'other'],
  req_laterality: ['left', 'right', 'bilateral', 'na'],
  req_contrast: ['without', 'with', 'both', 'unspecified'],
  req_purchase_or_rental: ['purchase', 'rental', 'unspecified'],
  req_service: [],
  req_parent_service: [],
  req_unit: [],
  req_approach: ['transforaminal', 'interlaminar', 'caudal'],
  operation_kind: [
    'cuff_repair',
    'open_cuff_repair',
    'meniscectomy',
    'cruciate_reconstruction',
    'knee_replacement',
    'spine_decompression',
    'spine_fusion',
    'carpal_tunnel_release',
    'trigger_finger_release',
    'cubital_tunnel_release',
    'ankle_fixation',
    'achilles_repair',
  ],
  drug_name: [],
  opioid_risk_level: ['low', 'moderate', 'high', 'not_assessed'],
  knee_oa_severity: ['none', 'mild', 'moderate', 'severe'],
  req_drug: [],
};

function define(
  name: string,
  type: FactType,
  unit: string | null = null,
  values: readonly string[] = [],
): FactDefinition {
  return { name, type, unit, values, meaning: name.replace(/_/g, ' '), forRules: true };
}

const words = (text: string): string[] => text.trim().split(/\s+/);

export const FACT_DEFINITIONS: readonly FactDefinition[] = [
  ...words(FINDINGS).map((name) => define(name, 'finding')),
  ...words(DATES).map((name) => define(name, 'date')),
  ...words(LISTS).map((name) => define(name, 'list')),
  ...Object.entries(NUMBERS).map(([name, unit]) => define(name, 'number', unit)),
  ...Object.entries(CHOICES).map(([name, values]) => define(name, 'choice', null, values)),
  { ...define('ur_decision', 'choice', null, ['certified', 'modified', 'non_certified']), forRules: false },
];

const FAMILIES = `
  mri mr_arthrogram ct ct_myelogram xray bone_scan discography emg ncs mbb facet_injection rfa esi
  si_injection tpi visco joint_steroid_injection sympathetic_block botox prp im_injection lumbar_fusion
  lumbar_decompression cervical_fusion cervical_decompression disc_replacement spine_surgery
  hardware_removal hardware_block scs_trial scs_implant shoulder_scope knee_scope knee_arthroplasty ctr
  preop_clearance inpatient_stay assistant_surgeon physical_therapy postsurgical_pt chiropractic
  acupuncture massage aquatic_therapy tens h_wave interferential nmes supplies frp frp_eval fce
  work_hardening psych_eval psychotherapy biofeedback consult follow_up opioid muscle_relaxant
  benzodiazepine hypnotic nsaid ppi anticonvulsant antidepressant topical compound medical_food udt lab
  genetic_test home_health lumbar_brace cold_therapy dvt_device mattress_bed dme_other transportation
  gym weight_loss sleep_study eswt other unknown
`;

const REGIONS = `
  lumbar_spine cervical_spine thoracic_spine shoulder elbow wrist_hand hip knee ankle_foot
  upper_extremity lower_extremity head whole_body
`;

/** The names that test rules may use. */
export const TEST_NAMES: LexiconNames = {
  facts: FACT_DEFINITIONS,
  families: words(FAMILIES),
  regions: words(REGIONS),
  levels: levelNames([
    { letter: 'C', count: 7 },
    { letter: 'T', count: 12 },
    { letter: 'L', count: 5 },
    { letter: 'S', count: 2 },
  ]),
  drugs: ['naproxen', 'hydrocodone'],
  ingredients: ['ketamine', 'menthol'],
  units: ['visit', 'week'],
  parents: ['surgery'],
};
