import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearDuplicates } from '../../src/similarity/near-duplicates.js';
import { likeness, textSignature } from '../../src/similarity/signature.js';

const TEMPLATE =
  'The injured worker is a 50 year old male who reported an injury on 09-19-2002. The mechanism was lifting. ' +
  'He has low back pain that radiates into the left leg with numbness and tingling in the foot. Therapy and ' +
  'medication gave little relief. Examination showed decreased sensation and a positive straight leg raise. ' +
  'The treating physician asks for a scan of the lumbar spine to plan further care, and review denied the request.';
const OTHER =
  'Knee pain followed a fall from a ladder at work. Locking and swelling persist after an injection. Radiographs ' +
  'were normal. A brace has been used since spring. An arthroscopy was suggested by the surgeon at the last visit, ' +
  'and the claims administrator turned the operation down for want of documented conservative treatment.';

const signature = (text: string): Uint32Array => {
  const made = textSignature(text);
  if (made === null) throw new Error('the text is too short');
  return made;
};

function groups(texts: readonly string[]): readonly number[] {
  const near = new NearDuplicates();
  return texts.map((text) => near.add(signature(text)));
}

describe('texts are one group', () => {
  test.each([
    ['as they are', TEMPLATE],
    ['with other numbers and dates', TEMPLATE.replace('50', '61').replace('09-19-2002', '01-02-2011')],
    ['with other spaces and line ends', TEMPLATE.replaceAll(' ', ' \n')],
    ['in capitals', TEMPLATE.toUpperCase()],
    ['with a word changed', TEMPLATE.replace('lifting', 'falling')],
  ])('%s', (_, text) => expect(groups([TEMPLATE, text])).toEqual([0, 0]));
});

describe('texts are two groups', () => {
  test.each([
    ['about other things', OTHER],
    ['that share a sentence', `${OTHER} ${TEMPLATE.split('. ')[0]}.`],
    ['one half of the other', TEMPLATE.slice(0, TEMPLATE.length / 2)],
  ])('%s', (_, text) => expect(groups([TEMPLATE, text])).toEqual([0, 1]));
});

test('a text of a few words is like no other', () => {
  expect(textSignature('')).toBeNull();
  expect(textSignature('back pain since 2002')).toBeNull();
});

test('a group is named by its first, wherever the others come', () => {
  expect(groups([OTHER, TEMPLATE, OTHER, TEMPLATE])).toEqual([0, 1, 0, 1]);
});

describe('laws', () => {
  const words = fc.array(fc.constantFrom(...TEMPLATE.split(' '), ...OTHER.split(' ')), {
    minLength: 40,
    maxLength: 300,
  });

  test('the likeness of signatures is near the overlap of the shingles', () => {
    const shingles = (list: readonly string[]): Set<string> => {
      const plain = list.flatMap((word) => word.toLowerCase().match(/[a-z0-9]+/g) ?? []);
      const said = plain.map((word) => (/^\d/.test(word) ? '#' : word));
      return new Set(said.slice(3).map((_, i) => said.slice(i, i + 4).join(' ')));
    };
    fc.assert(
      fc.property(words, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const cut = list.slice(0, Math.max(40, Math.floor(list.length * share)));
        const [a, b] = [shingles(list), shingles(cut)];
        const both = [...a].filter((one) => b.has(one)).length;
        const overlap = both / (a.size + b.size - both);
        const found = likeness(signature(list.join(' ')), signature(cut.join(' ')));
        // Five standard deviations of 64 places.
        expect(Math.abs(found - overlap)).toBeLessThan(0.32);
      }),
    );
  });

  test('a text is in the group of its copy, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (list) => {
        const texts = list.map((one) => one.join(' '));
        const found = groups([...texts, ...texts]);
        expect(found.slice(texts.length)).toEqual(found.slice(0, texts.length));
      }),
    );
  });
});
