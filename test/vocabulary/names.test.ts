/** What people call families and regions; every one of the project's own lexicon has a name. */
import { describe, expect, test } from 'vitest';
import { readRuleFolder } from '../../src/files/read-rule-folder.js';
import type { LexiconFile } from '../../src/vocabulary/lexicon.js';
import { namesOf } from '../../src/vocabulary/names.js';
import { loadLexicon } from '../helpers/load-lexicon.js';

const LEXICON: LexiconFile = {
  families: {
    mbb: { name: 'nerve block', meaning: 'a block', group: 'g' },
    x_y: { meaning: 'm', group: 'g' },
  },
  regions: { low_back: { name: 'lower back', meaning: 'm', phrases: ['back'] } },
};

describe('names', () => {
  test.each([
    ['the name of a family', namesOf(LEXICON).family('mbb'), 'nerve block'],
    ['the words of an id without a name', namesOf(LEXICON).family('x_y'), 'x y'],
    ['the words of an id that is not in the lexicon', namesOf({}).region('left_knee'), 'left knee'],
    ['the name of a region', namesOf(LEXICON).region('low_back'), 'lower back'],
    ['words only, without a lexicon', namesOf({}).region('low_back'), 'low back'],
  ])('%s', (_what, got, wanted) => expect(got).toBe(wanted));

  test('every family and region of our own lexicon has a name of its own', async () => {
    const { lexicon } = loadLexicon(readRuleFolder('rules', 'rules').lexicon);
    for (const section of [lexicon.families ?? {}, lexicon.regions ?? {}]) {
      const named = Object.entries(section).map(([id, { name }]) => [id, name] as const);
      expect(named.filter(([, name]) => name === undefined).map(([id]) => id)).toEqual([]);
      expect(new Set(named.map(([, name]) => name)).size).toBe(named.length);
    }
  }, 60_000);
});
