/** What sentences say of studies: done, planned or refused, when, where, and what they show. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'prior_mri',
  'prior_ct',
  'prior_myelogram',
  'prior_discogram',
  'xray_done',
  'xray_result',
  'disc_herniation',
  'imaging_nerve_compression',
  'spinal_stenosis',
  'facet_imaging_arthropathy',
  'spondylolisthesis',
  'instability_flexion_extension',
  'imaging_unchanged_from_prior',
  'mri_contraindicated',
  'dx_uncertain',
  'imaging_concordant_with_exam',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  // What is denied in passing is not what the text is about.
  {
    text: 'Low back pain. He denies neck pain. No MRI has been taken.',
    gives: ['!prior_mri @lumbar_spine'],
  },
  { text: 'Myelography is an option when MRI cannot be performed.', gives: [] },
  {
    text: 'Lumbar films: no motion was seen between flexion and extension.',
    gives: ['xray_done @lumbar_spine', '!instability_flexion_extension @lumbar_spine'],
  },
  {
    text: 'Lumbar spine films were negative.',
    gives: ['xray_done @lumbar_spine', 'xray_result normal @lumbar_spine'],
  },
  {
    text: 'Standing flexion-extension views: the listhesis measures 3 mm in both positions.',
    gives: ['xray_done', 'spondylolisthesis', '!instability_flexion_extension'],
  },
  {
    text: 'The patient may not enter an MRI scanner.',
    gives: ['mri_contraindicated'],
  },
  {
    text: 'The surgeon cannot say which root is being compressed.',
    gives: ['dx_uncertain'],
  },
  {
    text: 'An artifact from the plate obscures C6-7.',
    gives: ['?mri_contraindicated'],
  },
  // done or not
  {
    text: 'MRI of the lumbar spine dated 2-13-15 was reviewed.',
    gives: ['prior_mri @lumbar_spine #2015-02-13'],
  },
  { text: 'An open MRI of the lumbar spine is pending.', gives: [] },
  { text: 'The plan is an MRI of the cervical spine.', gives: [] },
  { text: 'She has not had an MRI of the neck.', gives: ['!prior_mri @cervical_spine'] },
  {
    text: 'MRI of the lumbar spine without contrast on 3/4/2012 showed stenosis at L4-5.',
    gives: ['prior_mri @lumbar_spine #2012-03-04', 'spinal_stenosis @lumbar_spine :L4-5 #2012-03-04'],
  },
  {
    text: 'Two MRIs of the lumbar spine, on 11-30-2011 and 12-28-2012, were reviewed.',
    gives: ['prior_mri @lumbar_spine #2011-11-30', 'prior_mri @lumbar_spine #2012-12-28'],
  },
  {
    text: 'X-rays of the neck on 5/1/2012, and on 6/1/2013 an MRI of the neck, were reviewed.',
    gives: ['xray_done @cervical_spine #2012-05-01', 'prior_mri @cervical_spine #2013-06-01'],
  },
  {
    text: 'CT scan of the lumbar spine on 11-30-2012 was done.',
    gives: ['prior_ct @lumbar_spine #2012-11-30'],
  },
  { text: 'A discogram at L3-4 was positive in 2002.', gives: ['prior_discogram @lumbar_spine :L3-4 #2002'] },
  { text: 'A lumbar myelogram was performed in 2001.', gives: ['prior_myelogram @lumbar_spine #2001'] },
  { text: 'No x-rays of the wrist were taken.', gives: ['!xray_done @wrist_hand'] },
  {
    text: 'There is no documentation of a prior MRI of the lumbar spine.',
    gives: ['~prior_mri @lumbar_spine'],
  },
  // what they show
  {
    text: 'MRI revealed a disc herniation at L5-S1 that compresses the left S1 nerve root.',
    gives: [
      'prior_mri @lumbar_spine',
      'disc_herniation @lumbar_spine :L5-S1',
      'imaging_nerve_compression @lumbar_spine',
    ],
  },
  {
    text: 'The MRI shows no nerve root compression at L4-5.',
    gives: ['prior_mri', '!imaging_nerve_compression @lumbar_spine :L4-5'],
  },
  {
    text: 'MRI showed at L3-4 moderate facet arthropathy and severe foraminal narrowing bilaterally.',
    gives: ['prior_mri', 'facet_imaging_arthropathy :L3-4', 'spinal_stenosis %bilateral :L3-4'],
  },
  { text: 'At L4-5 there is no central or foraminal stenosis.', gives: ['!spinal_stenosis :L4-5'] },
  {
    text: 'MRI lumbar spine 3/1/13: L3-4 normal. L4-5 facet hypertrophy. L5-S1 3 mm protrusion.',
    gives: [
      'prior_mri @lumbar_spine #2013-03-01',
      'facet_imaging_arthropathy :L4-5 #2013-03-01',
      'disc_herniation :L5-S1 #2013-03-01',
    ],
  },
  {
    text: 'MRI showed a bulge which does not touch the dural sac.',
    gives: ['prior_mri', '!imaging_nerve_compression'],
  },
  { text: 'There is a grade I anterolisthesis of L4 on L5.', gives: ['spondylolisthesis @lumbar_spine'] },
  { text: 'No listhesis.', gives: ['!spondylolisthesis'] },
  {
    text: 'Flexion and extension views show no instability at L2-3.',
    gives: ['xray_done @lumbar_spine', '!instability_flexion_extension :L2-3'],
  },
  {
    text: 'MRI of the neck dated 4/4/14 is unchanged from the prior study.',
    gives: ['prior_mri @cervical_spine #2014-04-04', 'imaging_unchanged_from_prior @cervical_spine'],
  },
  // plain films
  {
    text: 'X-rays of the lumbar spine were normal.',
    gives: ['xray_done @lumbar_spine', 'xray_result normal @lumbar_spine'],
  },
  {
    text: 'X-rays reveal probable solid fusion at L4-5.',
    gives: ['xray_done @lumbar_spine', 'xray_result fusion_uncertain @lumbar_spine :L4-5'],
  },
  {
    text: 'Radiographs showed degenerative disc disease at L5-S1.',
    gives: ['xray_done @lumbar_spine', 'xray_result degenerative'],
  },
  { text: 'X-ray shows a solid fusion.', gives: ['xray_done', 'xray_result fusion_solid'] },
  {
    text: 'X-rays demonstrated lucency around the screws.',
    gives: ['xray_done', 'xray_result hardware_problem'],
  },
  {
    text: 'The radiographs show a compression fracture of T12.',
    gives: ['xray_done @thoracic_spine', 'xray_result fracture'],
  },
  // the rest
  { text: 'He has a pacemaker.', gives: ['mri_contraindicated'] },
  { text: 'She could not tolerate the MRI.', gives: ['mri_contraindicated'] },
  { text: 'A block is requested to see if this is the pain generator.', gives: ['dx_uncertain'] },
  { text: 'The etiology of the pain is unclear.', gives: ['dx_uncertain'] },
  { text: 'MRI of the neck is requested to rule out disc herniation.', gives: ['dx_uncertain'] },
];

describe('imaging in sentences', () => {
  it.each(CASES)('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
