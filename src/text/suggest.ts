/**
 * The known word nearest to a mistyped one, for `did you mean`.
 * Method: Damerau-Levenshtein distance (optimal string alignment), at most a third of the word wrong.
 */

const LONGEST = 64;

/** Help on a word that is none of the known: the one that is meant; undefined when none is near. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const guess = nearest(word, known);
  return guess && `did you mean \`${guess}\`?`;
}

/**
 * The candidate that is meant by a word that is none: a mistyped one, whatever the case of letters; or one of which
 * words were left out (`necessary` for `medically-necessary`) or put in (`lumbar_mri` for `mri`), of several the one
 * that differs in the fewest words. The first of equals; undefined when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const known = [...candidates];
  return mistyped(word, known) ?? otherWords(word, known);
}

function mistyped(word: string, candidates: readonly string[]): string | undefined {
  const plain = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const d = distance(plain, candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** What other languages, or other places of ours, call a key. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  and: ['all'],
  every: ['all'],
  or: ['any'],
  some: ['any'],
  none: ['not'],
  '>=': ['at-least'],
  '<=': ['at-most'],
  '>': ['more-than'],
  '<': ['less-than'],
  '=': ['equals', 'is'],
  '==': ['equals', 'is'],
  min: ['at-least'],
  minimum: ['at-least'],
  max: ['at-most'],
  maximum: ['at-most'],
  in: ['one-of'],
  contains: ['includes'],
  service: ['family'],
  family: ['service'],
  reason: ['because'],
  description: ['because', 'notes', 'meaning'],
  else: ['otherwise'],
  expected: ['expect'],
};

/** The key that is meant by one that is none: by another word for it, or by a mistyped one. */
export function meantKey(key: string, candidates: Iterable<string>): string | undefined {
  const known = [...candidates];
  const words = Object.hasOwn(OTHER_WORDS, key.toLowerCase()) ? OTHER_WORDS[key.toLowerCase()] : undefined;
  return words?.find((word) => known.includes(word)) ?? nearest(key, known);
}

function otherWords(word: string, candidates: readonly string[]): string | undefined {
  const words = wordsOf(word);
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const others = wordsOf(candidate);
    const difference = Math.abs(others.length - words.length);
    if (difference >= fewest || !(areWithin(words, others) || areWithin(others, words))) continue;
    [best, fewest] = [candidate, difference];
  }
  return best;
}

function wordsOf(id: string): readonly string[] {
  return id.toLowerCase().split(/[-_ ]/);
}

/** True if the words stand among the others in their order. */
function areWithin(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === words[at]) at++;
  return at === words.length;
}

/** Shorter words are too easily one letter away from another that is meant. */
const SHORTEST_CERTAIN = 5;

/** The candidate that is surely meant: one edit away, and no other within two. */
export function certain(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length < SHORTEST_CERTAIN || word.length > LONGEST) return undefined;
  const near = [...candidates].filter(
    (one) => Math.abs(one.length - word.length) <= 2 && distance(word, one) <= 2,
  );
  const [only] = near;
  return near.length === 1 && only !== undefined && distance(word, only) === 1 ? only : undefined;
}

/** Edits (insert, delete, change, swap neighbours) that turn one word into the other. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
