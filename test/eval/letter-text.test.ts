import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapse, LetterText } from '../../bench/eval/letter-text.js';

const LETTER = `CLINICAL CASE SUMMARY\n\nNumbness on 10- \n\n05-2015.\n\n\n\nIMR ISSUES, DECISIONS AND RATIONALES\nNumbness on 10- 05-2015 is denied.`;

describe('places of a quote', () => {
  const letter = new LetterText(LETTER);

  test('are found across line ends and page breaks, and cover the original white space', () => {
    const [place] = letter.places('Numbness on 10- 05-2015');
    expect(place && letter.slice(place)).toBe('Numbness on 10- \n\n05-2015');
  });

  test('in the summary go before those after the issues heading', () => {
    expect(letter.places('Numbness on 10- 05-2015')).toHaveLength(2);
    expect(letter.placesInSummary('Numbness on 10- 05-2015')).toHaveLength(1);
    expect(letter.placesInSummary('is denied')).toHaveLength(1);
  });

  test('of white space alone, or of words that are not there, are none', () => {
    expect(letter.places(' \n')).toEqual([]);
    expect(letter.places('tingling')).toEqual([]);
  });

  test('may overlap', () => {
    expect(new LetterText('aaa').places('aa')).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ]);
  });

  test('count UTF-16 units', () => {
    expect(new LetterText('🙂  pain').places('pain')).toEqual([{ start: 4, end: 8 }]);
  });
});

test('the text at every place of a quote is the quote, white space apart', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00a0', '🙂') });
  fc.assert(
    fc.property(texts, texts, (raw, quote) => {
      const letter = new LetterText(raw);
      expect(letter.collapsed.trim()).toBe(collapse(raw));
      for (const place of letter.places(quote)) expect(collapse(letter.slice(place))).toBe(collapse(quote));
    }),
  );
});
