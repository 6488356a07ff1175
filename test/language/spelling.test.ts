import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SpellingIndex } from '../../src/language/spelling.js';

const index = new SpellingIndex([
  'radiculopathy',
  'laminectomy',
  'arthroscopy',
  'tenderness',
  'spasm',
  'abduction',
  'adduction',
]);

describe('spelling', () => {
  test.each([
    ['radiculopthy', 'radiculopathy'],
    ['radiculoppathy', 'radiculopathy'],
    ['radiculopatyh', 'radiculopathy'],
    ['laminectony', 'laminectomy'],
    ['tendernes', 'tenderness'],
  ])('reads `%s` as `%s`', (typed, meant) => {
    expect(index.correct(typed)).toBe(meant);
  });

  test.each(['spasn', 'radiculitis', 'tendinosis', 'aaduction', ''])('does not guess at `%s`', (typed) => {
    expect(index.correct(typed)).toBeUndefined();
  });

  test('mends any single edit inside a long word', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        letter,
        fc.constantFrom('change', 'drop', 'add'),
        (at, c, edit) => {
          const word = 'laminectomy';
          const tail = edit === 'add' ? word.slice(at) : word.slice(at + 1);
          const typed = word.slice(0, at) + (edit === 'drop' ? '' : c) + tail;
          expect(index.correct(typed)).toBe(word);
        },
      ),
    );
  });
});
