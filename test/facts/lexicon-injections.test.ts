/** What sentences say of injections that were given, and of what they brought. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'prior_esi',
  'prior_facet_injection',
  'prior_mbb',
  'prior_rfa',
  'prior_esi_relief_percent',
  'prior_esi_relief_weeks',
  'prior_esi_med_reduction',
  'esi_count_12mo',
  'prior_mbb_relief_percent',
  'prior_facet_inj_relief_percent',
  'prior_rfa_date',
  'prior_rfa_relief_percent',
  'prior_rfa_relief_weeks',
  'prior_si_inj_relief_percent',
  'prior_tpi_relief_percent',
  'prior_steroid_knee_failed',
  'prior_visco_relief_months',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  {
    text: 'Radiofrequency ablation of the left L4-5 facets in 2014 gave no relief.',
    gives: ['prior_rfa_date 2014 %left :L4-5', '!prior_rfa_relief_percent'],
  },
  {
    text: 'Lumbar ESI on 3/3/2014 gave 60% relief for 8 weeks.',
    gives: ['prior_esi @lumbar_spine #2014-03-03', 'prior_esi_relief_percent 60', 'prior_esi_relief_weeks 8'],
  },
  {
    text: 'LESI x 2 in 2012 w/ 30% relief x 2 wks.',
    gives: ['prior_esi #2012', 'prior_esi_relief_percent 30', 'prior_esi_relief_weeks 2'],
  },
  {
    text: 'He has had a cervical epidural with good relief.',
    gives: ['prior_esi @cervical_spine', 'prior_esi_relief_percent null'],
  },
  {
    text: 'Two epidural steroid injections with no relief.',
    gives: ['prior_esi', '!prior_esi_relief_percent'],
  },
  {
    text: 'Three transforaminal injections, none of which helped.',
    gives: ['prior_esi', '!prior_esi_relief_percent'],
  },
  {
    text: 'She reports 75% relief after the epidural injection.',
    gives: ['prior_esi', 'prior_esi_relief_percent 75'],
  },
  {
    text: 'An epidural injection was given on 5/6/2013. She reported 50% relief.',
    gives: ['prior_esi #2013-05-06', 'prior_esi_relief_percent 50'],
  },
  {
    text: 'First epidural was in 2011. The second one was given on 2/3/2013 with 70% improvement.',
    gives: ['prior_esi #2011', 'prior_esi #2013-02-03', 'prior_esi_relief_percent 70'],
  },
  { text: 'No prior epidural injections.', gives: ['!prior_esi'] },
  { text: 'Epidural injections have not been tried.', gives: ['!prior_esi'] },
  { text: 'An epidural steroid injection is requested.', gives: [] },
  { text: 'He is a candidate for an ESI.', gives: [] },
  { text: 'MRI shows epidural fibrosis.', gives: [] },
  {
    text: 'After the ESI her Norco use was cut from four to one a day.',
    gives: ['prior_esi', 'prior_esi_med_reduction'],
  },
  {
    text: 'Lumbar facet injections at L4-5 gave 65% pain relief.',
    gives: ['prior_facet_injection @lumbar_spine', 'prior_facet_inj_relief_percent 65'],
  },
  {
    text: 'Facet injections (last one 2-2-15, "50% improvement").',
    gives: ['prior_facet_injection', 'prior_facet_inj_relief_percent 50'],
  },
  { text: 'No facet injections have been done.', gives: ['!prior_facet_injection'] },
  { text: 'Medial branch blocks were given on 4/1/2014.', gives: ['prior_mbb #2014-04-01'] },
  { text: 'Bilateral medial branch blocks gave 85% relief.', gives: ['prior_mbb_relief_percent 85'] },
  { text: '80% relief from the medial branch block.', gives: ['prior_mbb_relief_percent 80'] },
  { text: 'A medial branch block is planned.', gives: [] },
  {
    text: 'Cervical radiofrequency ablation on 4-12-12 with 30% reduction in pain.',
    gives: ['prior_rfa_date 2012-04-12', 'prior_rfa_relief_percent 30'],
  },
  {
    text: 'RFA at L4-5 helped by 70% for 9 months.',
    gives: ['prior_rfa_relief_percent 70', 'prior_rfa_relief_weeks 39.13'],
  },
  {
    text: 'Rhizotomy in 2014 was without benefit.',
    gives: ['prior_rfa_date 2014', '!prior_rfa_relief_percent'],
  },
  { text: 'No prior rhizotomy.', gives: ['!prior_rfa'] },
  { text: 'Repeat radiofrequency ablation is recommended.', gives: [] },
  { text: 'Right SI joint injection gave 80% relief.', gives: ['prior_si_inj_relief_percent 80'] },
  { text: 'Bilateral sacroiliac joint injections without benefit.', gives: ['!prior_si_inj_relief_percent'] },
  { text: 'Trigger point injections gave 50% relief for 6 weeks.', gives: ['prior_tpi_relief_percent 50'] },
  { text: 'There are palpable trigger points in the trapezius.', gives: [] },
  {
    text: 'A cortisone injection into the left knee gave relief for about three weeks.',
    gives: ['prior_steroid_knee_failed @knee'],
  },
  {
    text: 'Cortisone injection of the right knee helped for 4 months.',
    gives: ['!prior_steroid_knee_failed @knee'],
  },
  { text: 'Synvisc gave relief for 8 months.', gives: ['prior_visco_relief_months 8'] },
  { text: 'Walking is limited to two blocks.', gives: [] },
  // other ways to say it
  {
    text: 'She underwent a right L5-S1 TFESI on 1/2/2015, which provided 50% pain relief lasting 6 weeks.',
    gives: ['prior_esi @lumbar_spine #2015-01-02', 'prior_esi_relief_percent 50', 'prior_esi_relief_weeks 6'],
  },
  { text: 'The patient has never had an epidural steroid injection.', gives: ['!prior_esi'] },
  {
    text: 'She had 80-90% relief following bilateral L4-5, L5-S1 MBB on 5/5/14.',
    gives: ['prior_mbb_relief_percent 80+90'],
  },
  { text: 'MBB was negative.', gives: ['prior_mbb', '!prior_mbb_relief_percent'] },
  {
    text: 'The doctor gave an epidural; the patient does not remember how much it helped.',
    gives: ['prior_esi', '?prior_esi_relief_percent'],
  },
];

describe('injections', () => {
  it.each(CASES)('reads “$text”', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
