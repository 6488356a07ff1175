/**
 * Findings on letters that no rule was made for: each contradiction in words of its own, beside its sound twin, in
 * which the same rationale goes with another summary and nothing may be found.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/vocabulary/decision.js';
import { letter2015 } from '../document/letters.js';
import { check, ownKnowledge } from '../helpers/knowledge.js';

// Loading the rules takes longer than a test may.
beforeAll(async () => {
  await ownKnowledge();
}, 60_000);

interface Case {
  readonly name: string;
  readonly request: string;
  readonly outcome?: 'Upheld' | 'Overturned';
  readonly reviewer?: string;
  readonly rationale: string;
  /** A summary that the rationale contradicts, and one that it does not. */
  readonly summary: string;
  readonly sound: string;
  readonly code: Finding['code'];
}

const SAYS_NOTHING = 'The worker is a 44 year old welder with chronic low back pain. UR denied the request.';

const CASES: readonly Case[] = [
  {
    name: 'weakness is denied that the examination found',
    request: 'MRI of the lumbar spine',
    rationale:
      'The guideline asks for unequivocal findings. In this case there is no evidence of motor weakness. The request is not medically necessary.',
    summary:
      'The worker is a 44 year old welder with low back pain. On 3/4/2014 examination showed 4/5 strength of the left ankle dorsiflexors.',
    sound:
      'The worker is a 44 year old welder with low back pain. On 3/4/2014 examination showed 5/5 strength in both legs.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'an injection is said never to have been given',
    request: 'Lumbar epidural steroid injection at L5-S1',
    rationale:
      'The patient has never had an epidural steroid injection, and radiculopathy is not corroborated. The request is not medically necessary.',
    summary:
      'The worker is a 50 year old mason with low back pain into the left leg. A lumbar epidural steroid injection on 02/11/2013 gave 60% relief for eight weeks.',
    sound: 'The worker is a 50 year old mason with low back pain into the left leg.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'therapy is said not to have been tried',
    request: 'Physical therapy 2x4 for the right shoulder',
    rationale:
      'The worker has completed no physical therapy to date, and the goals are not stated. The request is not medically necessary.',
    summary:
      'The worker is a 38 year old packer with right shoulder pain. She has completed 10 sessions of physical therapy for the right shoulder.',
    sound: 'The worker is a 38 year old packer with right shoulder pain.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'radiographs are said not to have been taken',
    request: 'MRI of the right knee',
    rationale:
      'No x-rays of the knee have been obtained, which should come first. The request is not medically necessary.',
    summary:
      'The worker is a 29 year old roofer with right knee pain. X-rays of the right knee on 5/6/2014 were normal.',
    sound: 'The worker is a 29 year old roofer with right knee pain.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'an earlier fusion is counted on that was in the neck',
    request: 'Lumbar medial branch blocks at L4-5 and L5-S1',
    rationale:
      'The patient has had a prior fusion, which excludes the blocks. The request is not medically necessary.',
    summary:
      'The worker is a 55 year old driver with low back pain. He underwent a cervical fusion at C5-6 in 2009.',
    sound:
      'The worker is a 55 year old driver with low back pain. He underwent a lumbar fusion at L4-5 in 2009.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'relief from the drug is denied that the notes describe',
    request: 'Norco 10/325mg #90',
    rationale:
      'There is no documentation of pain relief from the medication. The request is not medically necessary.',
    summary:
      'The worker is a 47 year old clerk with chronic low back pain who takes Norco. Norco gives her good pain relief.',
    sound: 'The worker is a 47 year old clerk with chronic low back pain who takes Norco.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'a straight leg raise is counted on that was negative',
    request: 'Lumbar epidural steroid injection at L4-5',
    outcome: 'Overturned',
    rationale:
      'The patient has a positive straight leg raise, and therapy failed. The request is medically necessary.',
    summary:
      'The worker is a 41 year old nurse with low back pain. Straight leg raise was negative bilaterally on 7/8/2014.',
    sound:
      'The worker is a 41 year old nurse with low back pain. Straight leg raise was positive on the left on 7/8/2014.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'ulcer and bleeding are denied that the history has',
    request: 'Omeprazole 20mg #60',
    rationale:
      'The injured worker has no history of gastrointestinal bleeding or peptic ulcer. The request is not medically necessary.',
    summary:
      'The worker is a 62 year old cook who takes naproxen. His history includes a peptic ulcer in 2006.',
    sound: 'The worker is a 62 year old cook who takes naproxen. There is no history of peptic ulcer.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'an electrodiagnostic study is said not to have been done',
    request: 'Carpal tunnel release, right',
    rationale:
      'Electrodiagnostic studies have not been done to date. The request is not medically necessary.',
    summary:
      'The worker is a 33 year old typist with numbness of the right hand. EMG/NCS of 1/9/2014 showed moderate right carpal tunnel syndrome.',
    sound: 'The worker is a 33 year old typist with numbness of the right hand.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'sensation is said to be intact in one sentence and lost in another',
    request: 'MRI of the cervical spine',
    rationale:
      'The patient has decreased sensation in the right arm. There is no evidence of a sensory deficit in the right arm. The request is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'rationale-contradicts-itself',
  },
  {
    name: 'the last word is the opposite of the outcome',
    request: 'Acupuncture, six visits',
    outcome: 'Overturned',
    rationale: 'Improvement is not shown. Therefore, the requested acupuncture is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'conclusion-mismatch',
  },
  {
    name: 'medical necessity is found beside a denial that stands',
    request: 'Acupuncture, six visits',
    rationale: 'Six visits are within the guideline. As such, the request is medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'conclusion-mismatch',
  },
  {
    name: 'necessity is said not to be established beside an approval',
    request: 'Gabapentin 300mg #90',
    outcome: 'Overturned',
    rationale: 'Nerve pain is not described. The medical necessity of this drug has not been established.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'conclusion-mismatch',
  },
  {
    name: 'another joint is decided than the one requested',
    request: 'MRI of the left shoulder',
    rationale: 'No red flag is present. The request for an MRI of the left knee is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'region-mismatch',
  },
  {
    name: 'a chapter on another body part is relied on',
    request: 'MRI of the cervical spine',
    reviewer: 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
    rationale: 'No red flag is present. The request is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'region-mismatch',
  },
  {
    name: 'a trial of therapy is said not to be documented',
    request: 'MRI of the lumbar spine',
    rationale:
      'There is no documentation of a trial of physical therapy. The request is not medically necessary.',
    summary:
      'The worker is a 44 year old welder with low back pain. He attended twelve sessions of physical therapy.',
    sound: SAYS_NOTHING,
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'the nerves are said to be normal that the examination found impaired',
    request: 'MRI of the lumbar spine',
    rationale: 'The neurological examination is entirely normal. The request is not medically necessary.',
    summary:
      'The worker is a 44 year old welder with low back pain. On examination sensation was decreased in the right L5 dermatome, the ankle reflexes were symmetric.',
    sound:
      'The worker is a 44 year old welder with low back pain. On examination sensation was intact and the ankle reflexes were symmetric.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'what a test found is stated without saying in whom',
    request: 'MRI of the lumbar spine',
    rationale:
      'Sensation and strength are intact in the lower extremities. The request is not medically necessary.',
    summary:
      'The worker is a 44 year old welder with low back pain. On examination sensation was decreased in the right L5 dermatome.',
    sound:
      'The worker is a 44 year old welder with low back pain. On examination sensation and strength were intact in both legs.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'a history of surgery is denied, and a fusion documented',
    request: 'CT of the lumbar spine',
    rationale:
      'There is no history of lumbar surgery in the records provided. The request is not medically necessary.',
    summary:
      'The worker is a 44 year old welder with low back pain. An L5-S1 fusion was performed on 05-10-2010.',
    sound: SAYS_NOTHING,
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'a red flag is relied on that the patient denied',
    request: 'MRI of the lumbar spine',
    outcome: 'Overturned',
    rationale:
      'The patient has loss of bladder control. This warrants imaging. The request is medically necessary.',
    summary: 'The worker is a 44 year old welder with low back pain. He denied bowel or bladder dysfunction.',
    sound: 'The worker is a 44 year old welder with low back pain and new bladder incontinence.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'imaging is missed that was done',
    request: 'Lumbar epidural steroid injection at L4-5',
    rationale:
      'Radiculopathy has to be corroborated. There is no imaging of the lumbar spine among the records. The request is not medically necessary.',
    summary:
      'The worker is a 44 year old welder with low back pain. MRI of the lumbar spine dated 2/3/2014 showed a disc extrusion at L4-5.',
    sound:
      'The worker is a 44 year old welder with low back pain. MRI of the cervical spine dated 2/3/2014 showed a disc extrusion at C4-5.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'relief from an injection is said not to be documented',
    request: 'Repeat lumbar epidural steroid injection at L5-S1',
    rationale:
      'There is no documentation of relief from the first injection. The request is not medically necessary.',
    summary:
      'The worker is a 52 year old maid with low back pain into the left leg. A lumbar epidural steroid injection on 01/14/2014 gave 65% relief for ten weeks.',
    sound:
      'The worker is a 52 year old maid with low back pain into the left leg. A lumbar epidural steroid injection on 01/14/2014 gave 10% relief for a day.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'a drug is said not to have been tried that was',
    request: 'Lidoderm 5% patch #30',
    rationale:
      'The worker has not tried gabapentin or an antidepressant to date. The request is not medically necessary.',
    summary:
      'The worker is a 58 year old electrician with burning feet. He was given gabapentin in 2013, which did nothing for the burning.',
    sound: 'The worker is a 58 year old electrician with burning feet. He takes naproxen.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'an agreement on opioids is missed that was signed',
    request: 'Percocet 10/325mg #90',
    rationale:
      'Nonetheless, there is no signed pain agreement on file. Weaning is advised. The request is not medically necessary.',
    summary:
      'The worker is a 61 year old carpenter who takes Percocet. An opioid agreement was signed on 1/12/2014.',
    sound: 'The worker is a 61 year old carpenter who takes Percocet. There is no opioid agreement.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'signs are called negative that were positive',
    request: 'EMG/NCV of the bilateral upper extremities',
    rationale:
      'In this case, Tinel and Phalen tests were negative at both wrists. The request is not medically necessary.',
    summary:
      'The worker is a 44 year old clerk with wrist pain. On 5/27/2014 Tinel and Phalen were positive on the right.',
    sound:
      'The worker is a 44 year old clerk with wrist pain. On 5/27/2014 there was thenar atrophy on the right. Tinel and Phalen were negative.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'instability is denied that films showed',
    request: 'Lumbar fusion at L4-5',
    rationale:
      'There is no evidence of instability on flexion-extension films. The request is not medically necessary.',
    summary:
      'The worker is a 46 year old mechanic with low back pain. Flexion-extension films of 4/2/2014 showed 6 mm of translation at L4-5.',
    sound:
      'The worker is a 46 year old mechanic with low back pain. Flexion-extension films of 4/2/2014 showed no motion at L4-5.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'another age than that of the worker',
    request: 'Physical therapy 12 visits for the lumbar spine',
    rationale:
      'This is a 34 year old male with a long history of back pain. Goals are not stated. The request is not medically necessary.',
    summary: 'The worker is a 61 year old male with low back pain.',
    sound: 'The worker is a 35 year old male with low back pain.',
    code: 'rationale-contradicts-summary',
  },
  {
    name: 'improvement by the treatment that is asked for, stated and denied',
    request: 'Chiropractic treatment 8 visits for the lumbar spine',
    rationale:
      'The records document functional improvement from these visits. There is no documentation of functional improvement with the chiropractic care that was given. The request is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'rationale-contradicts-itself',
  },
  {
    name: 'a diagnosis is stated in one sentence and denied in another',
    request: 'Right knee Synvisc injection',
    rationale:
      'The worker has severe osteoarthritis of the right knee by radiograph. The worker does not have osteoarthritis of the right knee. The request is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'rationale-contradicts-itself',
  },
  {
    name: 'every sentence is about a joint that is not asked for',
    request: 'Physical therapy 8 visits for the right knee',
    rationale:
      'The worker has already had eight visits for the left shoulder. Further supervised therapy of the shoulder is not warranted. The request is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'region-mismatch',
  },
  {
    name: 'an edition is cited that was yet to come',
    request: 'Acupuncture, six visits',
    reviewer:
      'Decision based on Non-MTUS Citation Official Disability Guidelines, Neck and Upper Back Chapter, Acupuncture 2017.',
    rationale: 'The goals of the treatment are not stated. The request is not medically necessary.',
    summary: SAYS_NOTHING,
    sound: '',
    code: 'citation-out-of-force',
  },
];

/** Rationales that nothing may be found in, beside a summary that says much of the same things. */
const FULL_SUMMARY =
  'The worker is a 52 year old male with low back pain into the right leg. He had twelve sessions of physical therapy without lasting benefit and an L4-5 epidural steroid injection in March of 2013 with 60 percent relief for eight weeks. An L5-S1 fusion was performed on 05-10-2010. MRI of the lumbar spine dated 02-11-2014 showed a disc protrusion at L4-5. An electrodiagnostic study of 06-02-2014 showed a right L5 radiculopathy. On examination sensation was decreased in the right L5 dermatome. He takes naproxen and denied stomach complaints. A home exercise program is in place. An opioid agreement was signed in 2012.';
const SOUND: readonly (readonly [request: string, rationale: string])[] = [
  [
    'MRI of the lumbar spine',
    'No new neurologic deficit has been described, and there is no progression. The request is not medically necessary.',
  ],
  [
    'MRI of the lumbar spine',
    'Imaging is supported when there is weakness or sensory loss. There is no documentation of a change since the last study. The request is not medically necessary.',
  ],
  [
    'MRI of the cervical spine',
    'There is no neurologic deficit of the upper extremities and no x-ray of the cervical spine. The request is not medically necessary.',
  ],
  [
    'Physical therapy 12 visits',
    'There is no goal that the home program could not reach, and no flare-up. The request is not medically necessary.',
  ],
  [
    'Epidural steroid injection L4-5',
    'There was no corroboration of weakness by electrodiagnostic testing. Further electrodiagnostic studies have not been done. The request is not medically necessary.',
  ],
  [
    'Omeprazole 20mg #60',
    'Patients over 65 or with a history of ulcer are at risk. This patient has no such risk. The request is not medically necessary.',
  ],
  [
    'CT myelogram of the cervical spine',
    'Myelography is an option when MRI cannot be performed. The request is not medically necessary.',
  ],
  [
    'CT of the lumbar spine',
    'There is no documentation of pseudarthrosis or of a contraindication to MRI. The request is not medically necessary.',
  ],
  [
    'Norco 10/325mg #60',
    'There is no updated opioid agreement, and no further relief is described. The request is not medically necessary.',
  ],
  [
    'Acupuncture 12 visits',
    'There is no documentation of functional improvement. He was not able to return to work. The request is not medically necessary.',
  ],
  [
    'Lumbar discectomy at L5-S1',
    'The patient has no disc herniation at L5-S1. Surgery would not help. The request is not medically necessary.',
  ],
  [
    'Repeat epidural steroid injection L4-5',
    'There is no documentation of at least 70 percent relief, nor of a reduction in medication. The request is not medically necessary.',
  ],
  [
    'Repeat epidural steroid injection L4-5',
    'There is no documentation of continued relief from the injection of 2013. Nor is there any functional gain. The request is not medically necessary.',
  ],
  [
    'MRI of the lumbar spine',
    'There is no MRI on file that would show compression of the S1 root. The request is not medically necessary.',
  ],
  [
    'Spinal cord stimulator trial',
    'There is no psychological clearance on file, and there is no report of the MRI in the records. The request is not medically necessary.',
  ],
  [
    'Lidoderm 5% patch #30',
    'The worker has not tried naproxen at an adequate dose, and gabapentin has not been tried. The request is not medically necessary.',
  ],
  [
    'Naproxen 550mg #60',
    'The worker has not tried naproxen for long, and no benefit is described. The request is not medically necessary.',
  ],
  [
    'MRI of the left knee',
    'No x-rays of the knee have been obtained. There is no effusion and no instability of the knee. The request is not medically necessary.',
  ],
  [
    'Physical therapy 12 visits for the lumbar spine',
    'The 54-year-old worker has had twelve visits. The leg is not weak, and the thigh is of full girth. The request is not medically necessary.',
  ],
  [
    'Lumbar facet blocks L3-4',
    'Pain goes into the right leg. The foot is numb. Such findings exclude the blocks. The request is not medically necessary.',
  ],
  [
    'Right shoulder arthroscopy',
    'No injection of the shoulder has been given to date. There has been no therapy of the shoulder. The request is not medically necessary.',
  ],
  [
    'Left wrist splint',
    'The electrodiagnostic study did not show carpal tunnel syndrome. There is no thenar atrophy. The request is not medically necessary.',
  ],
  [
    'Urine drug screen',
    'There is no aberrant behavior. No urine drug screen has been done to date. The request is not medically necessary.',
  ],
];

async function findings(one: Case, summary: string): Promise<readonly string[]> {
  const text = letter2015(
    [
      {
        request: one.request,
        outcome: one.outcome ?? 'Upheld',
        rationale: one.rationale,
        ...(one.reviewer === undefined ? {} : { reviewer: one.reviewer }),
      },
    ],
    summary,
  );
  const { result } = await check(text);
  return (
    result.issues[0]?.findings.map(({ code }) => code).filter((code) => code !== 'outcome-disagrees') ?? []
  );
}

describe('what does not hold together is found', () => {
  test.each(CASES)('$name', async (one) => {
    expect(await findings(one, one.summary)).toEqual([one.code]);
  });
});

describe('the same rationale beside a summary that bears it out', () => {
  test.each(CASES.filter((one) => one.sound !== ''))('$name', async (one) => {
    expect(await findings(one, one.sound)).toEqual([]);
  });
});

describe('nobody is accused', () => {
  test.each(SOUND)('%s: %s', async (request, rationale) => {
    const one = {
      name: '',
      request,
      rationale,
      summary: '',
      sound: '',
      code: 'conclusion-mismatch',
    } as const;
    expect(await findings(one, FULL_SUMMARY)).toEqual([]);
  });
});
