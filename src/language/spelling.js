/**
 * Finds the one known long word that a misspelt word was meant to be, at one edit (a letter left out, put in,
 * changed, or two swapped). Short words are left alone: there a single letter makes another word.
 * Method: symmetric deletion index (Garbe 2012), one deletion deep.
 */
const SHORTEST = 8;
export class SpellingIndex {
    #byDeletion = new Map();
    constructor(words) {
        for (const word of words) {
            if (word.length < SHORTEST)
                continue;
            for (const key of deletions(word)) {
                const known = this.#byDeletion.get(key);
                if (known)
                    known.push(word);
                else
                    this.#byDeletion.set(key, [word]);
            }
        }
    }
    /** The known word at one edit, or undefined when there is none or more than one. */
    correct(word) {
        if (word.length < SHORTEST - 1 || word.length > 40)
            return undefined;
        let found;
        for (const key of deletions(word)) {
            for (const known of this.#byDeletion.get(key) ?? []) {
                if (known === found || known[0] !== word[0] || !isOneEdit(known, word))
                    continue;
                if (found !== undefined)
                    return undefined;
                found = known;
            }
        }
        return found;
    }
}
function* deletions(word) {
    yield word;
    for (let i = 0; i < word.length; i++)
        yield word.slice(0, i) + word.slice(i + 1);
}
/** True when the words differ by one insertion, deletion, substitution or swap of neighbours. */
function isOneEdit(a, b) {
    let i = 0;
    while (i < a.length && a[i] === b[i])
        i++;
    const tails = (x, y) => a.slice(i + x) === b.slice(i + y);
    if (tails(1, 1) || tails(1, 0) || tails(0, 1))
        return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && tails(2, 2);
}
