/**
 * Finds the one known long word that a misspelt word was meant to be, at one edit (a letter left out, put in,
 * changed, or two swapped). Short words are left alone: there a single letter makes another word.
 * Nobody misspells a first letter, so that only words of about the same length with the same one are compared.
 */

const SHORTEST = 8;

/** The long ones among some words, by how they begin. Case counts, as in the words that are given. */
export class SpellingIndex {
  /** By first letter and length. */
  readonly #alike = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < SHORTEST) continue;
      const name = nameOf(word, word.length);
      const known = this.#alike.get(name);
      if (known) known.push(word);
      else this.#alike.set(name, [word]);
    }
  }

  /** The known word at one edit, or undefined when there is none or more than one. */
  correct(word: string): string | undefined {
    if (word.length < SHORTEST - 1 || word.length > 40) return undefined;
    let found: string | undefined;
    for (let length = word.length - 1; length <= word.length + 1; length++) {
      for (const known of this.#alike.get(nameOf(word, length)) ?? []) {
        if (known === found || !isOneEdit(known, word)) continue;
        if (found !== undefined) return undefined;
        found = known;
      }
    }
    return found;
  }
}

const nameOf = (word: string, length: number): string => `${word[0]}${length}`;

/** True when the words differ by one insertion, deletion, substitution or swap of neighbours, or not at all. */
function isOneEdit(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [endA - from, endB - from];
  if (left === 2 && right === 2) return a[from] === b[from + 1] && a[from + 1] === b[from];
  return left <= 1 && right <= 1;
}
