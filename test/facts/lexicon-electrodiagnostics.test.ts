/** What sentences say of EMG and nerve conduction studies and of neuropathies. */
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../helpers/lexicon.js';
import { difference, factsSaid, type SentenceCase } from '../helpers/sentences.js';

const AREA = new Set(['eds_done', 'eds_result', 'peripheral_neuropathy_suspected']);
const lexicon = readLexicon();

const CASES: readonly SentenceCase[] = [
  {
    text: 'An EMG on 8-20-2015 revealed active denervation in keeping with an L5 root lesion.',
    gives: ['eds_done #2015-08-20', 'eds_result radiculopathy #2015-08-20'],
  },
  {
    text: 'Nerve conduction and needle study of the right arm found a C7 radiculopathy.',
    gives: ['eds_done @upper_extremity %right', 'eds_result radiculopathy @upper_extremity %right :C7'],
  },
  {
    text: 'EMG of the right leg found no peroneal palsy.',
    gives: ['eds_done @lower_extremity %right', '!eds_result entrapment @lower_extremity %right'],
  },
  {
    text: 'An Electromyography and Nerve Conduction Velocity done on 07-22-2015 revealed bilateral S1 radiculopathy.',
    gives: [
      'eds_done @lower_extremity #2015-07-22',
      'eds_result radiculopathy @lower_extremity #2015-07-22 %bilateral :S1',
    ],
  },
  {
    text: 'EMG/NCV of the lower extremities on 12/1/2006 was normal.',
    gives: ['eds_done @lower_extremity #2006-12-01', 'eds_result normal @lower_extremity'],
  },
  { text: 'EMG/NCS BUE nl.', gives: ['eds_done @upper_extremity', 'eds_result normal @upper_extremity'] },
  {
    text: 'NCS showed moderate right carpal tunnel syndrome.',
    gives: ['eds_done', 'eds_result entrapment %right'],
  },
  { text: 'EMG revealed no evidence of radiculopathy.', gives: ['eds_done', 'eds_result normal'] },
  {
    text: 'Electrodiagnostic studies were consistent with a diabetic polyneuropathy.',
    gives: ['eds_done', 'eds_result polyneuropathy'],
  },
  { text: 'EMG has not been performed.', gives: ['!eds_done'] },
  { text: 'EMG/NCV of both legs is requested.', gives: [] },
  { text: 'Bilateral EMG is pending.', gives: [] },
  { text: 'A normal EMG was noted.', gives: ['eds_done', 'eds_result normal'] },
  { text: 'Rule out peripheral neuropathy of the left leg.', gives: ['peripheral_neuropathy_suspected'] },
  { text: 'She has cubital tunnel syndrome on the left.', gives: ['peripheral_neuropathy_suspected %left'] },
];

describe('electrodiagnostics in sentences', () => {
  it.each(CASES)('$text', ({ text, gives }) => {
    expect(difference(factsSaid(text, AREA, lexicon), gives)).toEqual({ missing: [], extra: [] });
  });
});
