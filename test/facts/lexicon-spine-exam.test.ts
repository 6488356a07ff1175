/** What sentences say of gait, motion, spasm, facets and sacroiliac joints. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'gait_abnormal',
  'rom_restricted',
  'muscle_spasm',
  'trigger_point_twitch',
  'facet_loading_positive',
  'facet_tenderness',
  'axial_pain_predominant',
  'si_positive_tests',
  'headache_cervicogenic',
  'crps_dx',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  {
    text: 'Cervical extension is limited to 25 degrees.',
    gives: ['rom_restricted @cervical_spine'],
  },
  {
    text: 'The facet joints are nontender.',
    gives: ['!facet_tenderness'],
  },
  {
    text: 'Pressure over the C5-6 facets on the left was painful.',
    gives: ['facet_tenderness @cervical_spine %left :C5-6'],
  },
  {
    text: 'She ambulates without an assistive device.',
    gives: ['!gait_abnormal'],
  },
  {
    text: 'Toe and heel walking were performed without difficulty.',
    gives: ['!gait_abnormal'],
  },
  {
    text: 'Right ankle: full range.',
    gives: ['!rom_restricted @ankle_foot %right'],
  },
  // gait
  { text: 'He has an antalgic gait.', gives: ['gait_abnormal'] },
  { text: 'Gait WNL.', gives: ['!gait_abnormal'] },
  { text: 'He walks with a cane.', gives: ['gait_abnormal'] },
  { text: 'Able to heel and toe walk.', gives: ['!gait_abnormal'] },
  { text: 'Non-antalgic gait.', gives: ['!gait_abnormal'] },
  { text: 'She ambulates without difficulty.', gives: ['!gait_abnormal'] },
  { text: 'Gait is slow with a cane in the right hand.', gives: ['gait_abnormal'] },
  // motion
  { text: 'Lumbar range of motion is restricted.', gives: ['rom_restricted @lumbar_spine'] },
  { text: 'Decreased cervical ROM.', gives: ['rom_restricted @cervical_spine'] },
  { text: 'Full range of motion of the neck.', gives: ['!rom_restricted @cervical_spine'] },
  { text: 'Lumbar flexion 40 degrees.', gives: ['rom_restricted @lumbar_spine'] },
  { text: 'Lumbar flexion 60/60.', gives: ['!rom_restricted @lumbar_spine'] },
  { text: 'Left shoulder flexion is 110 degrees.', gives: ['rom_restricted @shoulder %left'] },
  { text: 'Right knee motion from 0 to 135.', gives: ['!rom_restricted @knee %right'] },
  { text: 'Painful range of motion of the lumbar spine.', gives: ['rom_restricted @lumbar_spine'] },
  // muscle
  { text: 'There is spasm of the lumbar paravertebral muscles.', gives: ['muscle_spasm @lumbar_spine'] },
  { text: 'No spasm.', gives: ['!muscle_spasm'] },
  { text: 'Spasm: negative.', gives: ['!muscle_spasm'] },
  { text: 'Paraspinal guarding of the neck.', gives: ['muscle_spasm @cervical_spine'] },
  {
    text: 'Trigger points with twitch response in the right trapezius.',
    gives: ['trigger_point_twitch @cervical_spine %right'],
  },
  { text: 'No twitch response was elicited.', gives: ['!trigger_point_twitch'] },
  // facets
  {
    text: 'Positive facet challenge to the right lumbar spine.',
    gives: ['facet_loading_positive @lumbar_spine %right'],
  },
  { text: "Kemp's test is negative bilaterally.", gives: ['!facet_loading_positive %bilateral'] },
  { text: 'Pain with lumbar extension and rotation.', gives: ['facet_loading_positive @lumbar_spine'] },
  {
    text: 'There is tenderness over the L4-5 and L5-S1 facet joints.',
    gives: ['facet_tenderness @lumbar_spine :L4-5+L5-S1'],
  },
  { text: 'No facet tenderness.', gives: ['!facet_tenderness'] },
  { text: 'He has axial low back pain.', gives: ['axial_pain_predominant @lumbar_spine'] },
  { text: 'Non-radiating neck pain.', gives: ['axial_pain_predominant @cervical_spine'] },
  { text: 'The leg pain is worse than the back pain.', gives: ['!axial_pain_predominant @lumbar_spine'] },
  // sacroiliac joints
  {
    text: 'FABER, Gaenslen and thigh thrust were positive on the left.',
    gives: ['si_positive_tests 3 @lumbar_spine %left'],
  },
  { text: "Patrick's negative, Gaenslen's negative.", gives: ['!si_positive_tests'] },
  { text: 'There were 3 positive SI joint tests.', gives: ['si_positive_tests 3'] },
  // diagnoses
  { text: 'The neck pain is associated with headaches.', gives: ['headache_cervicogenic'] },
  { text: 'She has occipital headaches.', gives: ['headache_cervicogenic'] },
  { text: 'He denies headaches.', gives: ['!headache_cervicogenic'] },
  { text: 'Complex regional pain syndrome of the right arm.', gives: ['crps_dx %right'] },
  { text: 'There is no evidence of CRPS.', gives: ['!crps_dx'] },
];

describe('the mechanical exam in sentences', () => {
  it.each(CASES)('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
