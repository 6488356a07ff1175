/**
 * Numbers every word that phrases use, and finds the number of a word of a text: by its inflection key,
 * by a listed irregular form, or, for long words that no phrase knows, by the one known word at one edit.
 * Built once from all phrases. Not here: remembering answers (see `phrase-index.ts`).
 */
import { SpellingIndex } from './spelling.js';
import { stem } from './stem.js';

/** Forms by the word that they belong to: `feel` to `felt`. */
export type IrregularForms = Readonly<Record<string, readonly string[]>>;

/** A table as plain data. */
export interface NumberedWords {
  /** In the order of their ids, which begin at 1. */
  readonly keys: readonly string[];
  /** Words as phrases write them, with the ids of their keys. */
  readonly words: readonly (readonly [word: string, id: number])[];
}

/** Numbers from 1; 0 stands everywhere for what has none. Words that inflect alike have one number. */
export class WordTable {
  readonly #ids = new Map<string, number>();
  readonly #irregular = new Map<string, string>();
  readonly #words: Map<string, number>;
  #spelling: SpellingIndex | undefined;

  /** @param known words that were numbered before */
  constructor(irregular: IrregularForms = {}, known: NumberedWords = { keys: [], words: [] }) {
    for (const [word, forms] of Object.entries(irregular))
      for (const form of forms) this.#irregular.set(form, stem(word));
    for (const key of known.keys) this.addKey(key);
    this.#words = new Map(known.words);
  }

  /** All that was numbered, for another table to begin with. */
  numbered(): NumberedWords {
    return { keys: [...this.#ids.keys()], words: [...this.#words] };
  }

  /** The id of a word of a phrase; numbers it if it is new. Only while phrases are compiled. */
  add(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const id = this.addKey(this.#key(word));
    this.#words.set(word, id);
    return id;
  }

  /** The id of something that is no word of a text: a word set, a kind of unit, an exact spelling. */
  addKey(key: string): number {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#ids.size + 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  /** The id of a key that `addKey` numbered, or 0. */
  keyId(key: string): number {
    return this.#ids.get(key) ?? 0;
  }

  /** The id of a lower-case word of a text, or 0 if no phrase uses it. */
  idOf(word: string): number {
    const id = this.#ids.get(this.#key(word));
    if (id !== undefined) return id;
    this.#spelling ??= new SpellingIndex(this.#words.keys());
    const meant = this.#spelling.correct(word);
    return meant === undefined ? 0 : (this.#words.get(meant) ?? 0);
  }

  #key(word: string): string {
    return this.#irregular.get(word) ?? stem(word);
  }
}
