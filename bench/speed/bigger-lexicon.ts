/**
 * A lexicon with twice the phrases: the new ones are made of invented words that look like words of the field, and of
 * words that the lexicon knows already, so that they share its beginnings. None of them stands in any text.
 */
import type { LexiconFile } from '../../dist/vocabulary/lexicon.js';
import { type Random, randomFrom } from '../generator/random.js';

const ONSETS = ['br', 'c', 'd', 'f', 'gl', 'h', 'l', 'm', 'n', 'p', 'r', 's', 'sp', 'st', 't', 'tr', 'v'];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'io', 'ea'];
const ENDINGS = ['algia', 'al', 'ectomy', 'ic', 'ine', 'itis', 'ol', 'opathy', 'or', 'osis', 'otomy', 'um'];
const PER_CONCEPT = 8;
/** A word of letters only, as it may begin a phrase. */
const PLAIN_WORD = /\b[a-z]{4,}\b/g;

/** How many phrases a lexicon has. */
export function phrasesOf(lexicon: LexiconFile): string[] {
  const entries = [lexicon.concepts, lexicon.cues, lexicon.regions, lexicon.drugs, lexicon.dosing].flatMap(
    (section) => Object.values(section ?? {}).flatMap(({ phrases }) => phrases),
  );
  const lists = [lexicon.sides, lexicon.units, lexicon['word-sets']].flatMap((section) =>
    Object.values(section ?? {}),
  );
  return [...entries, ...lists.flat()];
}

/** The lexicon with as many more phrases as it has. */
export function doubled(lexicon: LexiconFile): LexiconFile {
  const random = randomFrom(1);
  const phrases = phrasesOf(lexicon);
  const words = [...new Set(phrases.flatMap((phrase) => phrase.match(PLAIN_WORD) ?? []))].sort();
  const invented: NonNullable<LexiconFile['concepts']> = {};
  for (let made = 0; made < phrases.length; made += PER_CONCEPT) {
    const own = Array.from({ length: PER_CONCEPT }, () => inventedPhrase(words, random));
    invented[`invented_${made}`] = { kind: 'finding', phrases: [...new Set(own)] };
  }
  return { ...lexicon, concepts: { ...lexicon.concepts, ...invented } };
}

/** One to four words, at least one of them invented. */
function inventedPhrase(words: readonly string[], random: Random): string {
  const known = Array.from({ length: random.between(0, 3) }, () => random.pick(words));
  return random.shuffled([...known, inventedWord(random)]).join(' ');
}

function inventedWord(random: Random): string {
  const syllables = Array.from(
    { length: random.between(1, 3) },
    () => random.pick(ONSETS) + random.pick(MIDDLES),
  );
  return `${syllables.join('')}x${random.pick(ENDINGS)}`;
}
