/** How the date of a note holds for what follows. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set([
  'slr_positive',
  'muscle_spasm',
  'rom_restricted',
  'xray_done',
  'sensory_deficit',
  'reflex_deficit',
  'prior_mri',
]);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  {
    text: 'Records from June 17, 2014 show back pain. SLR is negative.',
    gives: ['!slr_positive #2014-06-17'],
  },
  {
    text: '6/17/14: SLR is negative.',
    gives: ['!slr_positive #2014-06-17'],
  },
  {
    text: '3/11/14 PTP: SLR is negative.',
    gives: ['!slr_positive #2014-03-11'],
  },
  {
    text: 'The progress note dated 09-21-2015 documents spasm. Straight leg raise is negative.',
    gives: ['muscle_spasm #2015-09-21', '!slr_positive #2015-09-21'],
  },
  {
    text: 'On 6/20/2013 the patient presented with pain. SLR positive. On 7/18/2013 the patient returned. SLR negative.',
    gives: ['slr_positive #2013-06-20', '!slr_positive #2013-07-18'],
  },
  { text: 'OBJECTIVE (4/22/2014): Lumbar spasm.', gives: ['muscle_spasm #2014-04-22'] },
  { text: 'PR-2 of 7/2/2013: spasm noted.', gives: ['muscle_spasm #2013-07-02'] },
  { text: 'In an April 11, 2014 note the physician finds spasm.', gives: ['muscle_spasm #2014-04-11'] },
  { text: 'Seen 3/10/15. SLR neg.', gives: ['!slr_positive #2015-03-10'] },
  {
    text: 'Straight leg raise was positive at the visit of 5/1/15, negative at the visit of 6/1/15.',
    gives: ['slr_positive #2015-05-01', '!slr_positive #2015-06-01'],
  },
  {
    text: 'Visit 8-19-15: SLR negative. At the last visit (7-15-15) there was spasm. Sensation intact.',
    gives: ['!slr_positive #2015-08-19', 'muscle_spasm #2015-07-15', '!sensory_deficit #2015-08-19'],
  },
  {
    text: 'Office visit of 9/10/2015: X-rays of the lumbar spine done and read today were normal.',
    gives: ['xray_done #2015-09-10'],
  },
  {
    text: 'Report of 5/5/14. MRI of the neck was done in 2012. Spasm of the neck.',
    gives: ['prior_mri #2012', 'muscle_spasm #2014-05-05'],
  },
];

describe('dates of notes', () => {
  it.each(CASES)('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
