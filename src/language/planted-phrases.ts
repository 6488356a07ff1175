/**
 * Lists of phrases -> one tree of them all, and what is wrong with any.
 * In: phrases in the notation of `patterns.ts`, as the sections of a lexicon list them. Out: a tree in which those without problems end.
 * Not here: the form in which texts are walked through it (see `phrase-graph.ts`).
 */
import { missingSet, PatternError, type PatternSequence, parsePattern } from './patterns.js';
import { PhraseTree } from './phrase-tree.js';
import { type IrregularForms, WordTable } from './words.js';

/** Phrases that stand for one thing. Phrases of different layers may overlap. */
export interface PhraseList<T> {
  readonly phrases: readonly string[];
  readonly layer: number;
  readonly entry: T;
  /** Where they are written: the section of a lexicon, the name of the entry, and keys below it. */
  readonly origin: PhraseOrigin;
  /** True where it is no mistake that an earlier list has a phrase already, and keeps it. */
  readonly givesWay?: boolean;
}

/** The section of a lexicon, and the keys that lead on from there. */
export type PhraseOrigin = readonly string[];

/** Words and sets that phrases are made with. */
export interface PhraseLanguage {
  readonly irregular: IrregularForms;
  readonly sets: Readonly<Record<string, readonly string[]>>;
}

/** What is wrong with one phrase of a list, or one member of a word set. */
export interface PhraseProblem {
  readonly origin: PhraseOrigin;
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly phrase: string;
  readonly fault:
    | { readonly kind: 'ill-formed'; readonly error: PatternError }
    | { readonly kind: 'no-set'; readonly set: string }
    | { readonly kind: 'taken'; readonly by: PhraseOrigin };
}

/** Phrases as a tree, in which entries are places in the list of lists, without those that have problems. */
export interface PlantedPhrases {
  readonly tree: PhraseTree<number>;
  readonly problems: readonly PhraseProblem[];
}

/** Where the word sets of a lexicon are written. */
export const SETS_ORIGIN = 'word-sets';

/** Makes a tree of all phrases, and tells what is wrong with them. Of two lists with one phrase the first keeps it. */
export function plantPhrases(
  { irregular, sets }: PhraseLanguage,
  lists: readonly PhraseList<unknown>[],
): PlantedPhrases {
  const tree = new PhraseTree<number>(new WordTable(irregular));
  const problems: PhraseProblem[] = [];
  const readAll = (phrases: readonly string[], origin: PhraseOrigin): (readonly PatternSequence[] | null)[] =>
    phrases.map((phrase, at) => {
      try {
        return parsePattern(phrase);
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        problems.push({ origin, at, phrase, fault: { kind: 'ill-formed', error } });
        return null;
      }
    });
  for (const [name, members] of Object.entries(sets)) {
    const read = readAll(members, [SETS_ORIGIN, name]);
    tree.addSet(
      name,
      read.flatMap((member) => member ?? []),
    );
  }
  lists.forEach(({ phrases, layer, origin, givesWay }, list) => {
    readAll(phrases, origin).forEach((sequences, at) => {
      if (sequences === null) return;
      const tell = (fault: PhraseProblem['fault']): unknown =>
        problems.push({ origin, at, phrase: phrases[at] ?? '', fault });
      const set = missingSet(sequences, (name) => tree.hasSet(name));
      if (set !== null) {
        tell({ kind: 'no-set', set });
        return;
      }
      const other = tree.add(sequences, layer, list);
      if (other !== null && !givesWay) tell({ kind: 'taken', by: lists[other]?.origin ?? [] });
    });
  });
  return { tree, problems };
}
