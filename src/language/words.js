/**
 * Numbers every word that phrases use, and finds the number of a word of a text: by its inflection key,
 * by a listed irregular form, or, for long words that no phrase knows, by the one known word at one edit.
 * Built once from all phrases; then `idOf` answers from a bounded memory of the words seen so far.
 */
import { SpellingIndex } from './spelling.js';
import { stem } from './stem.js';
const REMEMBERED_WORDS = 100_000;
export class WordTable {
    #ids = new Map();
    #irregular = new Map();
    #longWords = new Map();
    #seen = new Map();
    #spelling;
    /** @param irregular forms by the word that they belong to: `feel` to `felt` */
    constructor(irregular = {}) {
        for (const [word, forms] of Object.entries(irregular))
            for (const form of forms)
                this.#irregular.set(form, stem(word));
    }
    /** The id of a word of a phrase; numbers it if it is new. Only while phrases are compiled. */
    add(word) {
        const key = this.#key(word);
        const id = this.addKey(key);
        if (!this.#longWords.has(word))
            this.#longWords.set(word, id);
        return id;
    }
    /** The id of something that is no word of a text: a word set, a kind of unit, an exact spelling. */
    addKey(key) {
        let id = this.#ids.get(key);
        if (id === undefined) {
            id = this.#ids.size + 1;
            this.#ids.set(key, id);
        }
        return id;
    }
    /** The id of a key that `addKey` numbered, or 0. */
    keyId(key) {
        return this.#ids.get(key) ?? 0;
    }
    /** The id of a lower-case word of a text, or 0 if no phrase uses it. */
    idOf(word) {
        const seen = this.#seen.get(word);
        if (seen !== undefined)
            return seen;
        const id = this.#find(word);
        if (this.#seen.size < REMEMBERED_WORDS)
            this.#seen.set(word, id);
        return id;
    }
    #find(word) {
        const id = this.#ids.get(this.#key(word));
        if (id !== undefined)
            return id;
        this.#spelling ??= new SpellingIndex(this.#longWords.keys());
        const meant = this.#spelling.correct(word);
        return meant === undefined ? 0 : (this.#longWords.get(meant) ?? 0);
    }
    #key(word) {
        return this.#irregular.get(word) ?? stem(word);
    }
}
