/** The forms under which phrases know words that are written otherwise. */
import { describe, expect, it } from 'vitest';
import { wordForms } from '../../src/vocabulary/word-forms.js';
import { factsIn } from '../helpers/facts-in.js';

describe('forms of words', () => {
  it('lists number words by their figure, beside irregular inflections', () => {
    const forms = wordForms({
      'number-words': { one: 1, single: 1, two: 2 },
      'irregular-forms': { go: ['went'] },
    });
    expect(forms).toEqual({ go: ['went'], '1': ['one', 'single'], '2': ['two'] });
  });

  it('are empty for a lexicon without any', () => {
    expect(wordForms({})).toEqual({});
  });

  it.each(['She has no one at home to help.', 'There is no one to help.'])(
    'finds a number word of a phrase in a text: %j',
    (text) => expect(factsIn(text)).toContain('caregiver_available absent'),
  );
});
