/** What sentences say of infection, tumour, fracture, bowel and bladder. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'red_flag_any',
  'infection_signs',
  'cancer_concern',
  'fracture_suspected',
  'bowel_bladder_dysfunction',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  { text: 'No red flags are present.', gives: ['!red_flag_any'] },
  { text: 'He denies fever, chills or weight loss.', gives: ['!infection_signs', '!cancer_concern'] },
  { text: 'The patient is afebrile.', gives: ['!infection_signs'] },
  { text: 'There is purulent drainage from the wound.', gives: ['infection_signs'] },
  { text: 'ESR was elevated.', gives: ['infection_signs'] },
  { text: 'The sedimentation rate drawn 6/30/2015 was normal.', gives: ['!infection_signs #2015-06-30'] },
  { text: 'There is concern for infection of the hardware.', gives: ['infection_signs'] },
  { text: 'She has a history of breast cancer.', gives: ['cancer_concern'] },
  { text: 'His mother had breast cancer.', gives: [] },
  { text: 'Unexplained weight loss was reported.', gives: ['cancer_concern'] },
  { text: 'She is in a weight loss program.', gives: [] },
  { text: 'Rule out compression fracture of L1.', gives: ['fracture_suspected'] },
  { text: 'X-rays are negative for fracture.', gives: ['!fracture_suspected'] },
  { text: 'No fracture of the screws.', gives: [] },
  { text: 'She fell from a height.', gives: ['fracture_suspected'] },
  { text: 'Denies B/B incont.', gives: ['!bowel_bladder_dysfunction'] },
  { text: 'He has urinary incontinence since March.', gives: ['bowel_bladder_dysfunction'] },
  { text: 'no loss of bowel or bladder control', gives: ['!bowel_bladder_dysfunction'] },
  { text: 'There is saddle anesthesia.', gives: ['bowel_bladder_dysfunction'] },
  { text: 'Bowel and bladder function is intact.', gives: ['!bowel_bladder_dysfunction'] },
];

describe('red flags in sentences', () => {
  it.each(CASES)('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
