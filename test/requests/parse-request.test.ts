import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../src/requests/parse-request.js';
import { SourceText } from '../../src/text/source-text.js';
import { brief, parseLine, services } from '../helpers/request-lines.js';

/** Lines of one service each, no two of one family, none part of another. */
const SINGLE_LINES = [
  'MRI of the lumbar spine',
  'Bone scan',
  'EMG of the left leg',
  'L4-5 epidural steroid injection',
  'Bilateral SI joint block',
  'Trigger point injections x 4',
  'Acupuncture 8 sessions',
  'TENS unit purchase',
  'Functional capacity evaluation',
  'Urine drug screen',
  'Norco 10/325mg #120',
  'Soma 350mg #60',
  'Naproxen 550 BID #60',
  'Gym membership x 6 months',
  'Right knee arthroscopy',
  'Pain management consultation',
  'Orthopedic mattress',
  'Sleep study',
];
const singleLine = fc.constantFrom(...SINGLE_LINES);
const someLines = fc.uniqueArray(singleLine, { minLength: 1, maxLength: 5 });
const piece = fc.oneof(
  singleLine,
  fc.constantFrom(
    ' and ',
    ', ',
    '; ',
    ' for ',
    ' with ',
    'x',
    '2x6',
    '#90',
    'L3-S1',
    'left',
    '(',
    ')',
    '1/2',
    '10/325 mg',
    'of',
    'each',
    '7/14/15',
    '%',
  ),
  fc.string({ maxLength: 8 }),
);
const anyLine = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' '));

describe('what goes with surgery by itself', () => {
  it.each(['Inpatient stay, two days', 'Assistant surgeon', 'Preoperative medical clearance'])(
    '%s',
    (line) => {
      expect(parseLine(line).map(({ parent }) => parent)).toEqual(['surgery']);
    },
  );

  it('goes with the operation that its line names', () => {
    const [, stay] = parseLine('Lumbar fusion L4-5 with inpatient stay');
    expect(stay).toMatchObject({ family: 'inpatient_stay', parent: 'lumbar_fusion' });
  });
});

describe('what reviewers write around a service', () => {
  it.each([
    [
      'a second name in brackets',
      'Nerve conduction velocity (NCV) of the right arm',
      ['ncs upper_extremity right #1'],
    ],
    [
      'a brand with its generic',
      'Norco (hydrocodone/acetaminophen) 10/325 mg #90',
      ['opioid #90 hydrocodone_acetaminophen 10mg'],
    ],
    [
      'codes beside words',
      'Lumbar epidural injection (CPT 62311, 77003)',
      ['esi lumbar_spine #1 image_guidance'],
    ],
    ['a code alone', 'CPT 72148', ['mri lumbar_spine #1']],
    [
      'directions before the count',
      'Norco 10/325mg 1 tab PO q6h prn pain #120',
      ['opioid #120 4/day hydrocodone_acetaminophen 10mg'],
    ],
    ['a misspelt word', 'Magnetic resonace imaging of the left knee', ['mri knee left #1']],
    ['a region in the reason', 'MRI of the lumbar spine for left leg pain', ['mri lumbar_spine #1']],
    [
      'a service in the reason',
      'Brace following lumbar fusion',
      ['lumbar_brace lumbar_spine #1 for=lumbar_fusion'],
    ],
    [
      'a heading before the item',
      'DME: cold therapy unit, 7 day rental',
      ['cold_therapy #7 purchase_or_rental=rental for=surgery'],
    ],
    ['a visit that is not yet due', 'Follow-up with Dr. Smith in 6 weeks', ['follow_up repeat']],
  ])('reads %s', (_, line, expected) => {
    expect(parseLine(line).map(brief)).toEqual(expected);
  });
});

describe('what services of a list share', () => {
  it.each([
    ['MRI and X-ray of the left knee', ['mri knee left #1', 'xray knee left #1']],
    ['Lumbar MRI and cervical MRI', ['mri lumbar_spine #1', 'mri cervical_spine #1']],
    [
      'L4-5 laminectomy and fusion',
      ['lumbar_decompression lumbar_spine L4-5 #1', 'lumbar_fusion lumbar_spine L4-5 #1'],
    ],
    ['C5-6 anterior discectomy and fusion', ['cervical_fusion cervical_spine C5-6 #1']],
    ['EMG and lumbar MRI', ['emg #1', 'mri lumbar_spine #1']],
    [
      'MRI lumbar spine and right L4-5 and L5-S1 facet block',
      ['mri lumbar_spine #1', 'facet_injection lumbar_spine right L4-5,L5-S1 #1'],
    ],
    [
      'L5-S1 ALIF with 2 day hospital stay',
      ['lumbar_fusion lumbar_spine L5-S1 #1', 'inpatient_stay #2 for=lumbar_fusion'],
    ],
    ['Left knee and ankle x-rays', ['xray knee left', 'xray ankle_foot left']],
  ])('reads `%s`', (line, expected) => {
    expect(parseLine(line).map(brief)).toEqual(expected);
  });
});

describe('services that the lexicon does not know', () => {
  it.each([
    ['Flobnar therapy x 6', ['unknown #6']],
    ['MRI of the lumbar spine and flobnar therapy', ['mri lumbar_spine #1', 'unknown']],
    [
      'Zorbaxin 50 mg #60 and Norco 10/325 #60',
      ['unknown #60 50mg', 'opioid #60 hydrocodone_acetaminophen 10mg'],
    ],
    ['something quite different', ['unknown']],
  ])('are unknown, never the nearest known one: `%s`', (line, expected) => {
    expect(parseLine(line).map(brief)).toEqual(expected);
  });

  it('come with their words', () => {
    expect(parseLine('MRI of the lumbar spine and flobnar therapy').map(({ words }) => words.text)).toEqual([
      'MRI of the lumbar spine',
      'flobnar therapy',
    ]);
  });
});

describe('odd lines', () => {
  it.each(['', ' ', '\n\n'])('gives no service for a line without words (%j)', (line) => {
    expect(parseLine(line)).toEqual([]);
  });

  it.each([
    '.',
    '???',
    '(((',
    '#',
    '2x',
    'x x x',
    '1/',
    '10-',
    'L',
    'L4-',
    '%',
    'and',
    'of the',
    '\u0000',
    '🙂🙂',
    'for for for',
    '- - -',
    '#1 #2 #3',
  ])('does not throw on `%s`', (line) => {
    expect(parseLine(line).length).toBeLessThanOrEqual(1);
  });

  it('reads only the request, at its place in the source', () => {
    const text = 'Before: MRI brain\nCT of the neck\nAfter: bone scan';
    const start = text.indexOf('CT');
    const source = new SourceText('letter', text);
    const [service, ...others] = parseRequest(
      source.quote({ start, end: start + 'CT of the neck'.length }),
      source,
      services,
    );
    expect(others).toEqual([]);
    expect(service?.words).toMatchObject({ text: 'CT of the neck', start, line: 2, column: 1 });
  });

  it('never reads an outcome', () => {
    for (const outcome of [': Upheld', ': Overturned', ' - OVERTURNED IN PART.', ': up held']) {
      const [service] = parseLine(`Physical therapy x 12${outcome}`);
      expect(service?.words.text).toBe('Physical therapy x 12');
    }
  });
});

describe('laws of request lines', () => {
  it('words of services are inside the line, and no text throws', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        for (const { words } of parseLine(line)) {
          expect(words.start).toBeGreaterThanOrEqual(0);
          expect(words.end).toBeLessThanOrEqual(line.length);
          expect(line.slice(words.start, words.end)).toBe(words.text);
        }
      }),
    );
  });

  it('case means nothing', () => {
    fc.assert(
      fc.property(someLines, fc.constantFrom(' and ', ', ', '; '), (lines, joiner) => {
        const line = lines.join(joiner);
        const expected = parseLine(line).map(brief);
        expect(parseLine(line.toUpperCase()).map(brief)).toEqual(expected);
        expect(parseLine(line.toLowerCase()).map(brief)).toEqual(expected);
      }),
    );
  });

  it('kinds of white space mean nothing', () => {
    const space = fc.constantFrom(' ', '  ', '\n', ' \n\n', '\t', '\r\n', '\u00a0');
    fc.assert(
      fc.property(someLines, fc.array(space, { minLength: 1 }), (lines, spaces) => {
        const line = lines.join(' and ');
        let next = 0;
        const spaced = line.replace(/ /g, () => spaces[next++ % spaces.length] ?? ' ');
        expect(parseLine(spaced).map(brief)).toEqual(parseLine(line).map(brief));
      }),
    );
  });

  it('a list of services gives those services', () => {
    fc.assert(
      fc.property(someLines, fc.constantFrom(' and ', ', ', '; ', ' & ', ' plus '), (lines, joiner) => {
        const alone = lines.flatMap((line) =>
          parseLine(line).map(({ family, levels, quantity }) => ({ family, levels, quantity })),
        );
        const listed = parseLine(lines.join(joiner)).map(({ family, levels, quantity }) => ({
          family,
          levels,
          quantity,
        }));
        expect(listed).toEqual(alone);
      }),
    );
  });

  it('reads a line of any length', () => {
    expect(parseLine('MRI of the neck; CT of the neck; '.repeat(20_000)).length).toBeGreaterThan(1);
  }, 60_000);

  // So long that work which grows with its square would not end within the test.
  it.each([
    'MRI and ',
    'left L4-5, ',
    '2 x ',
    'for fusion ',
    'flurbiprofen 20% / ',
    '((((',
    'lumbar and ',
    'foo therapy, ',
    'with and without ',
    'Norco ( 1 ',
  ])(
    'reads a line that ends in a long run of %j',
    (part) => {
      expect(parseLine(`Physical therapy ${part.repeat(40_000)}`)[0]?.family).toBe('physical_therapy');
    },
    60_000,
  );
});

describe('what the pieces of a drug are', () => {
  it.each([
    ['Lidoderm 5% patches, #30', 'patch'],
    ['Duragesic 50 mcg/hr, one patch every 3 days, dispense ten', 'patch'],
    ['Lyrica 75 mg capsules #60', 'capsule'],
    ['Soma 350 mg, 1 by mouth twice a day, #60', 'tablet'],
    ['Ketamine 5% cream, 60 gm', 'gram'],
  ])('%s', (line, unit) => {
    expect(parseLine(line).map((service) => service.unit)).toEqual([unit]);
  });
});
