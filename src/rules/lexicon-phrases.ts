/**
 * Whether every phrase of a lexicon is well formed, can match, and belongs to one entry only.
 */
import type { Node } from 'yaml';
import { PatternError, parsePattern, setsOf } from '../language/patterns.js';
import { PhraseTree } from '../language/phrase-tree.js';
import { WordTable } from '../language/words.js';
import { nearest } from '../text/suggest.js';
import type { LexiconFile } from '../vocabulary/lexicon.js';
import { isPlainStop } from '../vocabulary/lexicon-terms.js';
import { wordForms } from '../vocabulary/word-forms.js';
import type { LexiconPlace, LexiconPlaces } from './lexicon-place.js';
import { nodeAt } from './yaml-file.js';

interface Owner {
  readonly section: string;
  readonly name: string;
}

/** Sections whose phrases share a layer of the index: within one, a phrase may stand for one thing only. */
const LAYERS: readonly (readonly string[])[] = [
  ['concepts'],
  ['cues'],
  ['regions', 'sides', 'units'],
  ['dosing'],
  ['drugs'],
];

const STOP_LAYER = LAYERS.length;

/** Adds a problem, at the phrase, for each that is not well formed, cannot match, or is another entry's. */
export function checkPhrases(lexicon: LexiconFile, places: LexiconPlaces): void {
  const tree = new PhraseTree<Owner>(new WordTable(wordForms(lexicon)));
  const sets = Object.keys(lexicon['word-sets'] ?? {});
  for (const [name, members] of Object.entries(lexicon['word-sets'] ?? {})) {
    const place = places.get('word-sets')?.get(name);
    const isWell = members.every((member, i) =>
      reportPatternError(() => parsePattern(member), member, place && nodeAt(place.node, i), place),
    );
    if (isWell) tree.addSet(name, members);
  }
  LAYERS.forEach((sections, layer) => {
    for (const section of sections) {
      for (const [name, phrases] of phrasesOf(lexicon, section)) {
        const place = places.get(section)?.get(name);
        const owner: Owner = { section, name };
        phrases.forEach((phrase, i) => {
          const list = place && (nodeAt(place.node, 'phrases') ?? place.node);
          addPhrase(
            tree,
            sets,
            phrase,
            isStop(lexicon, section, name) ? STOP_LAYER : layer,
            owner,
            place,
            list && nodeAt(list, i),
          );
        });
      }
    }
  });
}

function isStop(lexicon: LexiconFile, section: string, name: string): boolean {
  const cue = section === 'cues' ? lexicon.cues?.[name] : undefined;
  return cue !== undefined && isPlainStop(cue);
}

function phrasesOf(lexicon: LexiconFile, section: string): (readonly [string, readonly string[]])[] {
  const entries = Object.entries(lexicon[section as 'concepts'] ?? {}) as [
    string,
    { phrases: string[] } | string[],
  ][];
  return entries.map(([name, entry]) => [name, Array.isArray(entry) ? entry : entry.phrases]);
}

function addPhrase(
  tree: PhraseTree<Owner>,
  sets: readonly string[],
  phrase: string,
  layer: number,
  owner: Owner,
  place: LexiconPlace | undefined,
  node: Node | undefined,
): void {
  reportPatternError(
    () => {
      const sequences = parsePattern(phrase);
      const missing = setsOf(sequences).find((name) => !tree.hasSet(name));
      if (missing !== undefined) {
        reportNoSet(missing, sets, phrase, node, place);
        return;
      }
      const other = tree.add(sequences, layer, owner);
      if (other)
        place?.problems.add(
          'duplicate-phrase',
          node ?? place.node,
          `\`${phrase}\` is a phrase of \`${other.name}\` in \`${other.section}\` already`,
          'take it out of one of them: a phrase stands for one thing',
        );
    },
    phrase,
    node,
    place,
  );
}

function reportNoSet(
  name: string,
  sets: readonly string[],
  phrase: string,
  node: Node | undefined,
  place: LexiconPlace | undefined,
): void {
  const guess = nearest(name, sets);
  place?.problems.add(
    'unmatchable-phrase',
    node ?? place.node,
    `\`${phrase}\` can never match: there is no word set \`${name}\``,
    guess ? `did you mean \`<${guess}>\`?` : 'define it under `word-sets`, or name a set that there is',
  );
}

function reportPatternError(
  run: () => void,
  phrase: string,
  node: Node | undefined,
  place: LexiconPlace | undefined,
): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    place?.problems.add(
      'unmatchable-phrase',
      node ?? place.node,
      `\`${phrase}\` can never match: ${error.message}`,
      'a phrase is words that must stand there, with `(one|other)`, `left-out?`, gaps `*3` and `<word-set>` among them',
    );
    return false;
  }
}
