import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PatternError, parsePattern } from '../../src/language/patterns.js';
import { graphOf, type PhraseGraph } from '../../src/language/phrase-graph.js';
import { PhraseIndex } from '../../src/language/phrase-index.js';
import { type PhraseList, plantPhrases } from '../../src/language/planted-phrases.js';
import { readUnits } from '../../src/language/units.js';
import { UNIT_DATA } from '../helpers/unit-data.js';

const listOf = (entry: string, phrases: readonly string[], more = {}): PhraseList<string> => ({
  phrases,
  layer: 0,
  entry,
  origin: ['concepts', entry],
  ...more,
});

function indexOf(
  phrases: Record<string, string[]>,
  sets: Record<string, string[]> = {},
): PhraseIndex<string> {
  const irregular = { feel: ['felt'] };
  const lists = Object.entries(phrases).map(([entry, list]) => listOf(entry, list));
  const graph = JSON.parse(JSON.stringify(graphOf(plantPhrases({ irregular, sets }, lists)))) as PhraseGraph;
  return new PhraseIndex(graph, irregular, lists);
}

function found(index: PhraseIndex<string>, text: string): string[] {
  const units = readUnits(text, UNIT_DATA);
  return index
    .match(units)
    .map(({ entry, from, to }) => `${entry}:${text.slice(units[from]?.start, units[to - 1]?.end)}`);
}

describe('phrases', () => {
  const index = indexOf(
    {
      slr: ['straight leg (raise|raising) test?'],
      xray: ['x-ray'],
      therapy: ['=PT', 'physical therapy'],
      radiation: ['radiate *4 <leg>'],
      visits: ['<number> visits'],
      feel: ['feel better'],
      many: ['(a|b c)? (d|e)? f *2 (g|h)? (i|j k)', "tinel's sign"],
    },
    { leg: ['leg', 'foot', 'lower extremity'] },
  );

  test.each([
    ['Straight leg raise is positive', ['slr:Straight leg raise']],
    ['straight-leg-raising test', ['slr:straight-leg-raising test']],
    ['x-ray, x ray and xrays', ['xray:x-ray', 'xray:x ray', 'xray:xrays']],
    ['PT, not pt', ['therapy:PT']],
    ['pain radiating down the left foot', ['radiation:radiating down the left foot']],
    ['radiates to both lower extremities', ['radiation:radiates to both lower extremities']],
    ['radiates one two three four five leg', []],
    ['radiates. The leg', []],
    ['twelve (12) visits and 8 visits', ['visits:twelve (12) visits', 'visits:8 visits']],
    ['he felt better', ['feel:felt better']],
    ['phisical terapy', []],
    ['b c e f x g j k', ['many:b c e f x g j k']],
    ['f i, a f i, c f i', ['many:f i', 'many:a f i', 'many:f i']],
    ["Tinel's sign, tinel sign", ["many:Tinel's sign", 'many:tinel sign']],
    ['radiatting into the leg', ['radiation:radiatting into the leg']],
  ])('in `%s` finds %j', (text, expected) => {
    expect(found(index, text)).toEqual(expected);
  });

  test('no gap passes over words that turn a phrase, but over the month that looks like one', () => {
    const index = indexOf(
      { back: ['went back *6 lasted'] },
      { unskippable: ['not', 'may'], skippable: ['=May'] },
    );
    expect(found(index, 'He went back in May and lasted. He went back, may be, and lasted.')).toEqual([
      'back:went back in May and lasted',
    ]);
    expect(found(index, 'He went back and not lasted.')).toEqual([]);
  });

  test('the longest phrase wins', () => {
    expect(
      found(indexOf({ short: ['nerve'], long: ['nerve root block'] }), 'nerve root block of a nerve root'),
    ).toEqual(['long:nerve root block', 'short:nerve']);
  });

  test('what is wrong with a phrase is told, and the others are read', () => {
    const told = (...lists: readonly PhraseList<string>[]) =>
      plantPhrases({ irregular: {}, sets: { leg: ['leg', '(foot'] } }, lists).problems.map(
        ({ origin, at, phrase, fault }) => [origin.join('.'), at, phrase, fault.kind],
      );
    const ofSet = ['word-sets.leg', 1, '(foot', 'ill-formed'];
    expect(told(listOf('one', ['leg pain', 'pain <leg>', 'leg pain']))).toEqual([ofSet]);
    expect(told(listOf('one', ['a', 'open)', 'pain <arm>']))).toEqual([
      ofSet,
      ['concepts.one', 1, 'open)', 'ill-formed'],
      ['concepts.one', 2, 'pain <arm>', 'no-set'],
    ]);
  });

  test('a phrase of two entries is told unless the later one gives way, and the first keeps it', () => {
    const two = (more: object) => [listOf('one', ['leg pain']), listOf('other', ['leg pains', 'arm'], more)];
    const faults = (more: object) =>
      plantPhrases({ irregular: {}, sets: {} }, two(more)).problems.map(({ fault }) => fault);
    expect(faults({})).toEqual([{ kind: 'taken', by: ['concepts', 'one'] }]);
    expect(faults({ layer: 1 })).toEqual([]);
    expect(faults({ givesWay: true })).toEqual([]);
    expect(found(indexOf({ one: ['leg pain'], other: ['leg pains', 'arm'] }), 'leg pains, arm')).toEqual([
      'one:leg pains',
      'other:arm',
    ]);
  });

  test.each(['(open', 'open)', 'a *0 b', '*2 a', 'a *2', '<set', 'a?', '', 'a ?', 'a (b)??', 'a > b'])(
    'refuses `%s`',
    (phrase) => {
      expect(() => parsePattern(phrase)).toThrow(PatternError);
    },
  );
});

describe('laws', () => {
  const word = fc.constantFrom('leg', 'pain', 'root', 'nerve', 'block', 'and', ',', '.');

  test('matches are in order and do not overlap', () => {
    const index = indexOf({
      a: ['leg pain', 'nerve root'],
      b: ['root block', 'pain *2 nerve'],
      c: ['nerve'],
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        const units = readUnits(text, UNIT_DATA);
        let end = 0;
        for (const match of index.match(units)) {
          expect(match.from).toBeGreaterThanOrEqual(end);
          end = match.to;
        }
      }),
    );
  });

  test('finds what a plain search finds', () => {
    const index = indexOf({ hit: ['nerve root'] });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const plain = words.filter((one, i) => one === 'nerve' && words[i + 1] === 'root').length;
        expect(found(index, words.join(' ')).length).toBe(plain);
      }),
    );
  });
});
