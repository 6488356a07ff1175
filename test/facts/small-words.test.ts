import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../src/facts/compiled-lexicon.js';
import { extractFacts } from '../../src/facts/extract.js';
import { does } from '../../src/facts/small-words.js';
import type { UnitRole } from '../../src/language/unit.js';
import { unitData } from '../../src/language/unit-data.js';
import { readUnits } from '../../src/language/units.js';
import { SourceText } from '../../src/text/source-text.js';
import { COUNTING_ROLES, SMALL_WORD_ROLES, type SmallWordRole } from '../../src/vocabulary/lexicon-terms.js';
import { loadLexicon } from '../helpers/load-lexicon.js';
import { SMALL_WORDS, UNIT_DATA } from '../helpers/unit-data.js';

describe('the roles of small words', () => {
  it('are all played by some word of the shipped lexicon', () => {
    expect(Object.keys(SMALL_WORDS['small-words'] ?? {}).sort()).toEqual([...SMALL_WORD_ROLES].sort());
    expect(Object.keys(SMALL_WORDS['counting-words'] ?? {}).sort()).toEqual([...COUNTING_ROLES].sort());
  });

  it('hold those that the reader of units knows', () => {
    const known: (role: UnitRole) => SmallWordRole = (role) => role;
    expect(SMALL_WORD_ROLES).toContain(known('half'));
  });

  it('give words that count what they count', () => {
    const [twice, third, sept] = readUnits('twice third sept', UNIT_DATA);
    expect([does(twice, 'often'), twice?.value]).toEqual([true, 2]);
    expect([does(third, 'part'), third?.value]).toEqual([true, 33]);
    expect([does(sept, 'month'), sept?.value]).toEqual([true, 9]);
  });

  it('are those of the lists that a word stands in, whatever else it does', () => {
    const lists = fc.dictionary(
      fc.constantFrom(...SMALL_WORD_ROLES),
      fc.array(fc.constantFrom('at', 'the', 'of', ',', '-'), { minLength: 1 }),
    );
    fc.assert(
      fc.property(lists, (words) => {
        for (const unit of readUnits('At the, of - it', unitData({ 'small-words': words })))
          for (const role of SMALL_WORD_ROLES)
            expect(does(unit, role)).toBe(
              (words[role] ?? ([] as string[])).some((word) => word === unit.word),
            );
      }),
    );
  });

  it('are played by no unit that is not there', () => {
    expect(does(undefined, 'close')).toBe(false);
  });

  it('are what the lexicon says they are', () => {
    const lexicon = (words: string): string => `
concepts:
  tinel: {kind: test, phrases: [tinel]}
  phalen: {kind: test, phrases: [phalen]}
cues:
  negative: {meaning: negative, direction: none, phrases: [negative]}
facts:
  tinel_sign: {type: finding, meaning: Tinel, scope: case, weigh: any, from: [{test: tinel}]}
small-words: {list: ${words}}`;
    const factsOf = (words: string): string[] => {
      const loaded = loadLexicon([{ file: 'small.yaml', text: lexicon(words) }]);
      const text = 'Tinel amid Phalen were negative.';
      const span = { start: 0, end: text.length };
      const facts = extractFacts(new SourceText('letter', text), span, compileLexicon(loaded.lexicon), null);
      return facts.map(({ fact, status }) => `${fact} ${status}`);
    };
    expect(factsOf('[and]')).toEqual([]);
    expect(factsOf('[amid]')).toEqual(['tinel_sign absent']);
  });
});
