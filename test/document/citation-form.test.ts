import { describe, expect, it } from 'vitest';
import { readLetterForm } from '../helpers/lexicon.js';

const { citations: KILNS } = readLetterForm({
  names: ['KTS', 'K.T.'],
  documents: ['Kiln Treatment Guidelines'],
  chapters: ['Complaints'],
});

describe('names of a treatment schedule', () => {
  it.each([
    ['the KTS, page 5', true],
    ['K.T. 2009', true],
    ['Chronic Kiln Treatment Guidelines, page 5', true],
    ['Kiln Complaints Chapter, Table 3', true],
    ['Kiln Complaints (Handbook, 2004)', true],
    ['Kiln Complaints of a potter', false],
    ['KxTx 2009', false],
    ['the Potters Handbook', false],
  ])('`%s` names it: %s', (words, is) => {
    expect(KILNS.member.test(words)).toBe(is);
  });

  it.each(['Non-KTS Potters Handbook', 'the Handbook, which is not part of the KTS'])(
    '`%s` is another source',
    (words) => {
      expect(KILNS.outsider.test(words)).toBe(true);
    },
  );

  it.each(['no section of the KTS', 'did not base their decision on the KTS', 'The KTS is silent'])(
    '`%s` says that it has nothing',
    (words) => {
      expect(KILNS.denial.test(words)).toBe(true);
    },
  );

  it('takes nothing for a part of a schedule without names', () => {
    const { citations: none } = readLetterForm({ names: [], documents: [], chapters: [] });
    const text = 'Decision based on MTUS Chronic Pain Medical Treatment Guidelines.';
    expect([none.member.test(text), none.outsider.test(text), none.denial.test(text)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([...text.matchAll(none.formal)]).toEqual([]);
  });
});
