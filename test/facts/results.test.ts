import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../src/facts/compiled-lexicon.js';
import { findMentions } from '../../src/facts/mentions.js';
import { scan } from '../../src/facts/scan.js';
import { CleanView } from '../../src/text/clean-view.js';
import { SourceText } from '../../src/text/source-text.js';
import { loadLexicon } from '../helpers/load-lexicon.js';

const CONCEPTS = `
concepts:
  slr: { kind: test, phrases: [straight leg raise, =SLR] }
  sensation: { kind: test, phrases: [sensation, light touch] }
  strength: { kind: test, phrases: [strength, motor] }
  reflexes: { kind: test, phrases: [reflexes, ankle jerk], results: { absent: positive } }
  phalen: { kind: test, phrases: [phalen] }
  tinel: { kind: test, phrases: [tinel] }
  tenderness: { kind: finding, phrases: [tenderness, tender] }
  spasm: { kind: finding, phrases: [spasm] }
sides:
  left: [left, =L]
  right: [right, =R]
  bilateral: [bilateral, bilaterally]
`;
const shipped = ['cues.yaml', 'language.yaml', 'small-words.yaml'].map((file) => ({
  file,
  text: readFileSync(`rules/lexicon/${file}`, 'utf8'),
}));
const { lexicon } = loadLexicon([...shipped, { file: 'concepts.yaml', text: CONCEPTS }]);
const compiled = compileLexicon(lexicon);

/** The mentions of a text as `concept polarity side`. */
function read(text: string): string[] {
  const scanned = scan(CleanView.of(new SourceText('letter', text)), compiled);
  return findMentions(scanned, compiled, null).map(({ concept, polarity, laterality }) =>
    [concept.name, polarity, laterality ?? ''].join(' ').trim(),
  );
}

describe('results bind to tests', () => {
  it.each([
    [
      'a test alone says nothing',
      'Straight leg raise and motor were examined.',
      ['slr unsaid', 'strength unsaid'],
    ],
    ['a result after the test', 'Straight leg raise is positive.', ['slr affirmed']],
    ['a result before the test', 'Positive straight leg raise.', ['slr affirmed']],
    [
      'telegraphic notes',
      'SLR neg, sensation intact, strength 5/5.',
      ['slr denied', 'sensation denied', 'strength denied'],
    ],
    ['a normal result denies', 'Normal strength in both legs.', ['strength denied']],
    ['a decreased result affirms', 'Sensation was decreased over the foot.', ['sensation affirmed']],
    [
      'tests in a list share the result after it',
      'Sensation and reflexes are intact.',
      ['sensation denied', 'reflexes denied'],
    ],
    ['a colon before the shared result', 'Tinel and Phalen: negative.', ['tinel denied', 'phalen denied']],
    [
      'two results of one test',
      'SLR is positive on the left and negative on the right.',
      ['slr affirmed left', 'slr denied right'],
    ],
    [
      'each test has its own result',
      'Tinel is positive and Phalen is negative.',
      ['tinel affirmed', 'phalen denied'],
    ],
    [
      'a result before the next test is the next test’s',
      'Reflexes normal, positive Tinel.',
      ['reflexes denied', 'tinel affirmed'],
    ],
    [
      'a result right after its test is its own',
      'Motor 4/5 SLR as before.',
      ['strength affirmed', 'slr unsaid'],
    ],
    ['full grade', 'Motor is 5/5.', ['strength denied']],
    ['less than full grade', 'Motor is 4/5.', ['strength affirmed']],
    ['an own meaning of a result', 'The ankle jerk is absent.', ['reflexes affirmed']],
    ['equivocal is possible', 'Straight leg raise is equivocal.', ['slr possible']],
    ['a denied result turns', 'Straight leg raise is not positive.', ['slr denied']],
    ['a denied normal result turns', 'Sensation is not intact.', ['sensation affirmed']],
  ])('%s: %s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('results right after findings', () => {
  it.each([
    ['Spasm: negative.', ['spasm denied']],
    ['Tenderness is absent.', ['tenderness denied']],
    ['Spasm: positive.', ['spasm affirmed']],
    ['Spasm, normal sensation.', ['spasm affirmed', 'sensation denied']],
    ['Tenderness with normal strength.', ['tenderness affirmed', 'strength denied']],
    ['Tenderness, negative straight leg raise.', ['tenderness affirmed', 'slr denied']],
    ['No tenderness or spasm, sensation intact.', ['tenderness denied', 'spasm denied', 'sensation denied']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it('what a sentence says of its tests does not depend on other sentences', () => {
  const sentences = [
    'SLR is positive on the left.',
    'Sensation is intact.',
    'Motor is 4/5.',
    'No spasm.',
    'Tinel and Phalen: negative.',
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(sentences), (some) => {
      expect(read(some.join(' ')).sort()).toEqual(some.flatMap(read).sort());
    }),
  );
});

describe('the cues of a denied result', () => {
  it('hold the denial before the result', () => {
    const scanned = scan(
      CleanView.of(new SourceText('letter', 'There was no decreased sensation.')),
      compiled,
    );
    const [sensation] = findMentions(scanned, compiled, null);
    expect(sensation?.polarity).toBe('denied');
    expect(
      sensation?.cues.map(({ from, to }) => scanned.units.slice(from, to).map(({ word }) => word)),
    ).toEqual([['no'], ['decreased']]);
  });
});
