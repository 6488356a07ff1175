import { describe, expect, it } from 'vitest';
import { colonOutcomes, outcomeEndingAt, readOutcome, sentenceOutcomes } from '../../src/document/outcome.js';
import { readLetterForm } from '../helpers/lexicon.js';

const FORM = readLetterForm().requests.outcomes;

describe('outcome words', () => {
  it.each([
    ['Upheld', 'upheld'],
    ['UPHELD', 'upheld'],
    ['Uphold', 'upheld'],
    ['Affirmed', 'upheld'],
    ['is not medically necessary and appropriate', 'upheld'],
    ['are not considered medically necessary', 'upheld'],
    ['Not medically necessary', 'upheld'],
    ['Overturned', 'overturned'],
    ['Over turned', 'overturned'],
    ['Reversed', 'overturned'],
    ['is medically necessary and appropriate', 'overturned'],
    ['Overturned in part', 'overturned-in-part'],
    ['Partially overturned', 'overturned-in-part'],
    ['Upheld in part', 'overturned-in-part'],
    ['Upheld / Overturned', 'overturned-in-part'],
    ['is partially medically necessary', 'overturned-in-part'],
    ['Modified', 'overturned-in-part'],
    ['pending', null],
    ['', null],
  ])('%j means %s', (words, outcome) => {
    expect(readOutcome(words, FORM)).toBe(outcome);
  });
});

describe('where outcomes stand', () => {
  it('at the end of a heading, with their lead-in', () => {
    const text = 'A wheel: Upheld in part.';
    expect(outcomeEndingAt(text, 0, text.length, FORM)).toEqual({
      outcome: 'overturned-in-part',
      from: 7,
      start: 9,
      end: 23,
    });
  });

  it('as the sentence of a heading', () => {
    const text = 'A wheel is not medically necessary.';
    expect(outcomeEndingAt(text, 0, text.length, FORM)).toEqual({
      outcome: 'upheld',
      from: 7,
      start: 8,
      end: 34,
    });
  });

  it.each(['A wheel', 'Upheld the wheel', 'is medically necessary, he says', ''])('not in %j', (text) => {
    expect(outcomeEndingAt(text, 0, text.length, FORM)).toBeNull();
  });

  it('not before the floor', () => {
    expect(outcomeEndingAt('A: Upheld', 9, 9, FORM)).toBeNull();
  });

  it('after a colon, as long as no sentence goes on from it', () => {
    const text = 'A: Upheld B: upheld. The decision: Upheld C: Upheld by D: Overturned';
    expect(colonOutcomes(text, 0, text.length, FORM).map(({ from }) => from)).toEqual([1, 56]);
  });

  it('in every sentence of a text', () => {
    const text = 'A is medically necessary. B and C are not medically necessary.';
    expect(sentenceOutcomes(text, 0, text.length, FORM).map(({ outcome }) => outcome)).toEqual([
      'overturned',
      'upheld',
    ]);
  });
});
