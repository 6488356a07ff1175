/** What sentences say of nerve roots and cord: symptoms apart from signs. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'radicular_symptoms',
  'sensory_deficit',
  'dermatomes_affected',
  'motor_deficit',
  'reflex_deficit',
  'slr_positive',
  'spurling_positive',
  'objective_radiculopathy',
  'new_or_progressive_neuro_deficit',
  'myelopathy_signs',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  {
    text: 'The diagnosis is lumbosacral neuritis.',
    gives: ['radicular_symptoms @lumbar_spine'],
  },
  {
    text: 'Leg symptoms resolved after that operation.',
    gives: ['!radicular_symptoms @lumbar_spine'],
  },
  {
    text: 'The right arm is unaffected.',
    gives: ['!radicular_symptoms @cervical_spine %right'],
  },
  {
    text: 'Diagnoses: lumbar disc displacement without myelopathy, right lumbar radiculitis.',
    gives: ['!myelopathy_signs @lumbar_spine', 'radicular_symptoms @lumbar_spine %right'],
  },
  {
    text: 'Motor: iliopsoas right 5/5, left 5/5 quadriceps right 5/5, left 5/5 tibialis anterior right 3+/5, left 5/5.',
    gives: ['!motor_deficit', 'motor_deficit @lumbar_spine %right'],
  },
  {
    text: 'The left triceps jerk was depressed.',
    gives: ['reflex_deficit @cervical_spine %left'],
  },
  {
    text: 'The right ankle jerk cannot be obtained.',
    gives: ['reflex_deficit @lumbar_spine %right'],
  },
  {
    text: 'Achilles reflexes are 1+ and symmetric.',
    gives: ['!reflex_deficit @lumbar_spine'],
  },
  {
    text: 'She has no trouble with balance or handwriting.',
    gives: ['!myelopathy_signs'],
  },
  {
    text: 'No signal alteration is seen within the cord.',
    gives: ['!myelopathy_signs'],
  },
  {
    text: 'Sensation decreased in the right thumb, otherwise intact.',
    gives: ['sensory_deficit @cervical_spine %right', '!sensory_deficit @cervical_spine %right'],
  },
  {
    text: 'The injection relieved 40 percent of the leg pain.',
    gives: [],
  },
  // symptoms
  {
    text: 'He has low back pain that radiates down the right leg to the foot.',
    gives: ['radicular_symptoms @lumbar_spine %right'],
  },
  { text: 'Neck pain w/ radiation to L hand.', gives: ['radicular_symptoms @cervical_spine %left'] },
  {
    text: 'She complains of numbness and tingling in both legs.',
    gives: ['radicular_symptoms @lumbar_spine %bilateral'],
  },
  { text: 'Tingling in the legs at night.', gives: ['radicular_symptoms @lumbar_spine %bilateral'] },
  { text: 'There is shooting pain into the left arm.', gives: ['radicular_symptoms @cervical_spine %left'] },
  { text: 'He reports right sided sciatica.', gives: ['radicular_symptoms @lumbar_spine %right'] },
  { text: 'Diagnosis: cervical radiculopathy.', gives: ['radicular_symptoms @cervical_spine'] },
  { text: 'c/o LBP w/ pain going down the L leg.', gives: ['radicular_symptoms @lumbar_spine %left'] },
  { text: 'The pain does not radiate.', gives: ['!radicular_symptoms'] },
  {
    text: 'She denies numbness or tingling of the lower extremities.',
    gives: ['!radicular_symptoms @lumbar_spine'],
  },
  { text: 'No leg pain.', gives: ['!radicular_symptoms @lumbar_spine'] },
  { text: 'His low back pain is without radicular symptoms.', gives: ['!radicular_symptoms @lumbar_spine'] },
  { text: 'Radiculopathy is not documented.', gives: ['~radicular_symptoms'] },
  { text: 'Back pain is referred to both hips and both knees.', gives: [] },
  { text: 'Her father had numbness in the left leg.', gives: [] },
  // sensation
  {
    text: 'Sensation is decreased in the left L5 and S1 dermatomes.',
    gives: ['sensory_deficit @lumbar_spine %left :L5+S1', 'dermatomes_affected L5+S1 @lumbar_spine'],
  },
  {
    text: 'Decreased sensation to light touch over the right C6 distribution.',
    gives: ['sensory_deficit @cervical_spine %right', 'dermatomes_affected C6 @cervical_spine'],
  },
  { text: 'Light touch was diminished at the lateral calf.', gives: ['sensory_deficit @lumbar_spine'] },
  {
    text: 'There is hypoesthesia along the C7 dermatome.',
    gives: ['sensory_deficit @cervical_spine', 'dermatomes_affected C7'],
  },
  { text: 'Sensation is grossly intact.', gives: ['!sensory_deficit'] },
  { text: 'Sens intact BLE.', gives: ['!sensory_deficit @lumbar_spine'] },
  {
    text: 'The sensory exam was normal in the upper extremities.',
    gives: ['!sensory_deficit @cervical_spine'],
  },
  { text: 'No sensory deficit is found in the legs.', gives: ['!sensory_deficit @lumbar_spine'] },
  { text: 'sensation decrease in left thumb', gives: ['sensory_deficit @cervical_spine %left'] },
  { text: 'There is no documentation of sensory loss in the legs.', gives: ['~sensory_deficit'] },
  // strength
  { text: 'Motor strength is 4/5 in the left EHL.', gives: ['motor_deficit @lumbar_spine %left'] },
  { text: 'EHL 4/5 on the right.', gives: ['motor_deficit @lumbar_spine %right'] },
  { text: '5/5 BLE.', gives: ['!motor_deficit @lumbar_spine'] },
  { text: 'Strength is 5 out of 5 in the lower extremities.', gives: ['!motor_deficit @lumbar_spine'] },
  { text: 'He has a left foot drop.', gives: ['motor_deficit @lumbar_spine %left'] },
  { text: 'There is weakness of dorsiflexion on the right.', gives: ['motor_deficit @lumbar_spine %right'] },
  { text: 'Exam shows weakness of the left biceps.', gives: ['motor_deficit @cervical_spine %left'] },
  { text: 'He has normal strength and muscle tone.', gives: ['!motor_deficit'] },
  { text: 'She has full strength in both arms.', gives: ['!motor_deficit @cervical_spine'] },
  { text: 'Grip strength is 4+/5 on the left.', gives: ['motor_deficit @cervical_spine %left'] },
  { text: 'He complains of weakness.', gives: [] },
  { text: 'He was in a motor vehicle accident and there was no fall.', gives: [] },
  // reflexes
  {
    text: 'The left Achilles reflex is absent, the right is 2+.',
    gives: ['reflex_deficit @lumbar_spine %left', '!reflex_deficit @lumbar_spine %right'],
  },
  { text: 'Reflexes are 2+ and symmetric.', gives: ['!reflex_deficit'] },
  { text: 'Reflexes are physiologic.', gives: ['!reflex_deficit'] },
  {
    text: 'Normal gait, strength, sensation and reflexes.',
    gives: ['!motor_deficit', '!sensory_deficit', '!reflex_deficit'],
  },
  { text: 'Full strength and sensation.', gives: ['!motor_deficit', '!sensory_deficit'] },
  { text: 'Normal bulk, tone and strength.', gives: ['!motor_deficit'] },
  { text: 'DTRs 1+ at the right ankle.', gives: ['reflex_deficit @lumbar_spine %right'] },
  { text: 'Biceps reflex left 1+ and right 2+.', gives: ['reflex_deficit %left', '!reflex_deficit %right'] },
  { text: 'Ankle jerks are diminished bilaterally.', gives: ['reflex_deficit @lumbar_spine %bilateral'] },
  { text: 'DTR sym.', gives: ['!reflex_deficit'] },
  // provocation
  {
    text: 'Straight leg raise is positive on the left and negative on the right.',
    gives: ['slr_positive @lumbar_spine %left', '!slr_positive @lumbar_spine %right'],
  },
  { text: 'SLR neg B.', gives: ['!slr_positive @lumbar_spine %bilateral'] },
  { text: 'SLR+ R at 40.', gives: ['slr_positive @lumbar_spine %right'] },
  { text: 'SLR equivocal on the right.', gives: ['?slr_positive @lumbar_spine %right'] },
  { text: 'Lasegue and slump tests were negative.', gives: ['!slr_positive'] },
  { text: 'A sciatic stretch test was positive.', gives: ['slr_positive'] },
  { text: "Spurling's sign is positive to the right.", gives: ['spurling_positive @cervical_spine %right'] },
  {
    text: 'Foraminal compression test reproduced the arm pain.',
    gives: ['spurling_positive @cervical_spine', 'radicular_symptoms @cervical_spine'],
  },
  { text: 'Spurling negative.', gives: ['!spurling_positive @cervical_spine'] },
  // the whole picture
  { text: 'He is neurologically intact.', gives: ['!objective_radiculopathy'] },
  { text: 'The neurological examination was normal.', gives: ['!objective_radiculopathy'] },
  { text: 'There is no evidence of radiculopathy on examination.', gives: ['!objective_radiculopathy'] },
  { text: 'No focal neurologic deficit.', gives: ['!objective_radiculopathy'] },
  {
    text: 'She has a positive facet challenge on the left, otherwise neurovascularly intact.',
    gives: ['!objective_radiculopathy'],
  },
  { text: 'No neurologic deficit is described.', gives: ['~objective_radiculopathy'] },
  {
    text: 'There is progressive weakness of the left leg.',
    gives: ['new_or_progressive_neuro_deficit @lumbar_spine %left'],
  },
  { text: 'He developed a new foot drop.', gives: ['new_or_progressive_neuro_deficit', 'motor_deficit'] },
  { text: 'There is no new neurologic deficit.', gives: ['!new_or_progressive_neuro_deficit'] },
  { text: 'The neurological exam is unchanged.', gives: ['!new_or_progressive_neuro_deficit'] },
  { text: 'Hoffmann sign is positive on the left.', gives: ['myelopathy_signs %left'] },
  { text: 'No Hoffmann, no clonus.', gives: ['!myelopathy_signs'] },
  { text: 'Babinski down-going.', gives: ['!myelopathy_signs'] },
  { text: 'There is hyperreflexia and a wide-based gait.', gives: ['myelopathy_signs'] },
];

describe('neurology in sentences', () => {
  it.each(CASES)('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
