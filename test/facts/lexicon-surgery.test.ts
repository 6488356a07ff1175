/** What sentences say of operations, implants, and fitness for operations. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'prior_spine_surgery',
  'prior_limb_surgery',
  'implanted_device',
  'prior_fusion',
  'hardware_present',
  'hardware_problem_suspected',
  'fusion_status_uncertain',
  'adjacent_segment_disease',
  'surgery_planned',
  'surgery_authorized',
  'invasive_procedure_planned',
  'weeks_since_surgery',
  'postsurgical_visits_completed',
  'psych_clearance',
  'smoker',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  {
    text: 'He had an L5-S1 anterior and posterior fusion with instrumentation on August 7, 2007.',
    gives: [
      'hardware_present @lumbar_spine :L5-S1 #2007-08-07',
      'prior_fusion @lumbar_spine :L5-S1 #2007-08-07',
    ],
  },
  {
    text: 'Cervical fusion with suspected loose hardware.',
    gives: ['prior_fusion @cervical_spine', 'hardware_problem_suspected @cervical_spine'],
  },
  {
    text: 'The pedicle screws and rods are in good position.',
    gives: ['hardware_present', '!hardware_problem_suspected'],
  },
  {
    text: 'There is exquisite tenderness over the left-sided screw heads.',
    gives: ['hardware_problem_suspected %left'],
  },
  {
    text: 'Lumbar films show no periprosthetic lucency.',
    gives: ['!hardware_problem_suspected @lumbar_spine'],
  },
  {
    text: 'Disc height at L3-4, above the construct, has diminished.',
    gives: ['adjacent_segment_disease @lumbar_spine :L3-4'],
  },
  {
    text: 'A psychologist found no barrier to an operation.',
    gives: ['psych_clearance'],
  },
  {
    text: 'Removal of the lumbar hardware would be considered if the block helps.',
    gives: ['?surgery_planned @lumbar_spine'],
  },
  {
    text: 'An epidural was discussed but has not been given.',
    gives: [],
  },
  {
    text: 'He used to smoke a pack a day.',
    gives: ['!smoker'],
  },
  // done
  {
    text: 'He is status post lumbar fusion at L4-5 in 2003.',
    gives: ['prior_fusion @lumbar_spine :L4-5 #2003'],
  },
  { text: 'She underwent ACDF C5-6 on 3/4/2010.', gives: ['prior_fusion @cervical_spine :C5-6 #2010-03-04'] },
  { text: 'S/p L5-S1 microdiscectomy 2009.', gives: ['prior_spine_surgery @lumbar_spine :L5-S1 #2009'] },
  {
    text: 'A laminectomy at L4-5 in 2008, then a fusion in April of 2010.',
    gives: ['prior_spine_surgery :L4-5 #2008', 'prior_fusion #2010-04'],
  },
  { text: 'No prior back surgery.', gives: ['!prior_spine_surgery'] },
  { text: 'Lumbar post-laminectomy syndrome.', gives: ['prior_spine_surgery @lumbar_spine'] },
  { text: 'Failed back surgery syndrome.', gives: ['prior_spine_surgery'] },
  { text: 'Left knee arthroscopy on 3/22/2011.', gives: ['prior_limb_surgery @knee %left #2011-03-22'] },
  { text: 'The father had a lumbar fusion.', gives: [] },
  // implants
  { text: 'There is retained hardware in the lumbar spine.', gives: ['hardware_present @lumbar_spine'] },
  { text: 'Instrumented fusion L4-S1.', gives: ['prior_fusion :L4-5+L5-S1', 'hardware_present'] },
  { text: 'CT is requested due to loose hardware.', gives: ['hardware_problem_suspected'] },
  { text: 'There is no evidence of hardware loosening.', gives: ['!hardware_problem_suspected'] },
  { text: 'A broken screw is suspected at L5.', gives: ['hardware_problem_suspected'] },
  { text: 'The hardware is intact.', gives: ['!hardware_problem_suspected', 'hardware_present'] },
  { text: 'There is solid fusion at L4-5.', gives: ['!fusion_status_uncertain :L4-5'] },
  { text: 'Possible pseudarthrosis at L5-S1.', gives: ['fusion_status_uncertain :L5-S1'] },
  { text: 'The fusion at C5-6 is not fully incorporated.', gives: ['fusion_status_uncertain'] },
  { text: 'Adjacent segment disease at L3-4.', gives: ['adjacent_segment_disease :L3-4'] },
  { text: 'No adjacent level degeneration.', gives: ['!adjacent_segment_disease'] },
  { text: 'A spinal cord stimulator was implanted in 2010.', gives: ['implanted_device stimulator'] },
  { text: 'The spinal cord stimulator was removed in 2011.', gives: ['!implanted_device'] },
  // planned or refused
  { text: 'The surgeon recommends L4-5 fusion.', gives: ['surgery_planned'] },
  { text: 'She is a candidate for total knee replacement.', gives: ['surgery_planned @knee'] },
  { text: 'He is not a surgical candidate.', gives: ['!surgery_planned'] },
  { text: 'No surgery is planned.', gives: ['!surgery_planned'] },
  { text: 'The patient does not want surgery.', gives: ['!surgery_planned'] },
  { text: 'Surgery is not indicated.', gives: ['!surgery_planned'] },
  { text: 'Right carpal tunnel release is planned.', gives: ['surgery_planned @wrist_hand %right'] },
  { text: 'The arthroscopy has been authorized.', gives: ['surgery_authorized'] },
  // after
  { text: 'He is 6 weeks post-op.', gives: ['weeks_since_surgery 6'] },
  {
    text: 'She has completed 8 of 12 post-op physical therapy visits.',
    gives: ['postsurgical_visits_completed 8'],
  },
  { text: 'Psychological clearance was obtained.', gives: ['psych_clearance'] },
  { text: 'There is no psychological contraindication to the trial.', gives: ['psych_clearance'] },
  { text: 'No psych eval in file.', gives: ['~psych_clearance'] },
  { text: 'He smokes half a pack a day.', gives: ['smoker'] },
  { text: 'Non-smoker.', gives: ['!smoker'] },
  { text: 'She quit smoking in 2009.', gives: ['!smoker #2009'] },
  { text: 'she do not smoke', gives: ['!smoker'] },
];

describe('surgery in sentences', () => {
  it.each(CASES)('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});

describe('the kind of operation', () => {
  it.each<SentenceCase>([
    { text: 'S/p L5-S1 microdiscectomy.', gives: ['operation_kind spine_decompression @lumbar_spine'] },
    {
      text: 'He underwent L4-5 laminectomy and discectomy.',
      gives: ['operation_kind spine_decompression @lumbar_spine'],
    },
    {
      text: 'She had a laminectomy and fusion at L4-5.',
      gives: ['operation_kind spine_fusion @lumbar_spine'],
    },
    { text: 'He had back surgery in 2012.', gives: [] },
    { text: 'A discectomy is planned.', gives: [] },
  ])('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, new Set(['operation_kind']), lexicon), gives)).toEqual({
      missing: [],
      extra: [],
    });
  });
});
