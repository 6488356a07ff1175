/** What utilization review denied against what the letter decides: told only where both lists leave something over. */
import { beforeAll, describe, expect, test } from 'vitest';
import { letter2015 } from '../document/letters.js';
import { check, ownKnowledge } from '../helpers/knowledge.js';

// Loading the rules takes longer than a test may.
beforeAll(async () => {
  await ownKnowledge();
}, 60_000);

const OPENING = 'The worker is a 51 year old baker with pain in the low back and the neck. ';

async function mismatched(denial: string, requests: readonly string[]): Promise<readonly number[]> {
  const issues = requests.map((request) => ({
    request,
    outcome: 'Upheld',
    rationale: 'It is not shown to help.',
  }));
  const { result } = await check(letter2015(issues, OPENING + denial));
  return result.issues
    .filter((issue) => issue.findings.some((finding) => finding.code === 'request-mismatch'))
    .map((issue) => issue.issue);
}

describe('an issue that was not denied, beside a denial that is no issue, is told', () => {
  test.each([
    [
      'another study',
      'On 10-05-2015 Utilization Review non-certified the request for CT scan of the lumbar spine.',
      ['EMG of the bilateral lower extremities'],
      [1],
    ],
    ['another region', 'UR denied an MRI of the lumbar spine.', ['MRI of the cervical spine'], [1]],
    ['another drug', 'UR dated 3/26/15 denied Norco 10/325mg #120.', ['Omeprazole 20mg #60'], [1]],
    [
      'one of two',
      'Utilization Review denied the requests for acupuncture 2x6 and MRI of the lumbar spine.',
      ['MRI of the lumbar spine', 'Lumbar fusion L4-5'],
      [2],
    ],
  ])('%s', async (_, denial, requests, expected) => {
    expect(await mismatched(denial, requests)).toEqual(expected);
  });

  test('with the request and the sentence of the denial', async () => {
    const text = letter2015(
      [{ request: 'MRI of the cervical spine', outcome: 'Upheld', rationale: 'It is not shown to help.' }],
      `${OPENING}UR denied an MRI of the lumbar spine.`,
    );
    const { result } = await check(text);
    const found = result.issues[0]?.findings.find((finding) => finding.code === 'request-mismatch');
    expect(found?.quotes.map((quote) => quote.text)).toEqual([
      'MRI of the cervical spine',
      'UR denied an MRI of the lumbar spine',
    ]);
  });
});

describe('nobody is accused', () => {
  test.each([
    ['the same service', 'UR denied the MRI of the lumbar spine.', ['MRI of the lumbar spine']],
    [
      'only some of what was denied is disputed',
      'UR denied MRI of the lumbar spine and acupuncture x 6.',
      ['MRI of the lumbar spine'],
    ],
    [
      'the summary names only some of it',
      'UR denied the MRI of the lumbar spine.',
      ['MRI of the lumbar spine', 'Acupuncture x 6'],
    ],
    ['the request is not named', 'Utilization Review denied the request.', ['MRI of the cervical spine']],
    [
      'all of them, not named',
      'UR dated 5/12/2014 denied both.',
      ['MRI of the cervical spine', 'Acupuncture x 6'],
    ],
    ['a word for the whole', 'UR denied the additional therapy.', ['Physical therapy 2x4 lumbar spine']],
    ['no region is said', 'UR denied the MRI.', ['MRI of the cervical spine']],
    [
      'a reason names another study',
      'UR denied the MRI of the lumbar spine because x-rays of the neck were not taken.',
      ['MRI of the lumbar spine'],
    ],
    [
      'a reason stands after a colon',
      'UR denied it twice: no x-rays of the neck were taken and therapy was not tried.',
      ['MRI of the right knee'],
    ],
    ['a pronoun stands for it', 'UR denied it with a note on acupuncture.', ['MRI of the right knee']],
    [
      'the reason alone names a service',
      'UR denied the request because physical therapy had not been tried.',
      ['MRI of the cervical spine'],
    ],
    [
      'what was approved is another thing',
      'UR certified a cold therapy unit and denied the MRI of the lumbar spine.',
      ['MRI of the lumbar spine'],
    ],
    ['a service that nobody knows', 'UR denied the polar vortex contraption.', ['MRI of the cervical spine']],
    ['no denial at all', 'An MRI of the lumbar spine is requested.', ['MRI of the cervical spine']],
    [
      'what somebody else denied',
      'He denies acupuncture and therapy for the neck.',
      ['MRI of the lumbar spine'],
    ],
  ])('%s', async (_, denial, requests) => {
    expect(await mismatched(denial, requests)).toEqual([]);
  });
});
