/**
 * The notation in which the lexicon writes phrases, taken apart.
 *
 *     straight leg (raise|raising) test?      alternatives; `?` makes a word or bracket optional
 *     x-ray                                   also found as `x ray` and `xray`
 *     radiates *4 <leg>                       up to four words between; any word of the set `leg`
 *     <number> visits, <of-10>, <percent>     numbers and what they count
 *     =PT                                     only in exactly these letters
 *
 * Words match in any inflection (see `stem.ts`).
 * Not here: matching (see `phrase-index.ts`).
 */

export type PatternStep =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'exact'; readonly word: string }
  | { readonly kind: 'set'; readonly name: string }
  | { readonly kind: 'gap'; readonly upTo: number };

/** What is wrong with a phrase, and where in it. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const MOST_VARIANTS = 4000;
const LONGEST_GAP = 12;

/**
 * All sequences of steps that a phrase stands for.
 * @throws {PatternError} for unbalanced brackets, an empty phrase, a gap at an end, too many variants
 */
export function expandPattern(phrase: string): PatternStep[][] {
  const reader = { phrase, at: 0 };
  const variants = readAlternatives(reader);
  if (reader.at < phrase.length) throw new PatternError(`\`${phrase[reader.at]}\` closes nothing`, reader.at);
  for (const steps of variants) {
    if (steps.length === 0) throw new PatternError('the phrase can be empty', 0);
    if (steps[0]?.kind === 'gap' || steps.at(-1)?.kind === 'gap') throw new PatternError('a gap needs words on both sides', 0);
  }
  return variants;
}

interface Reader {
  readonly phrase: string;
  at: number;
}

function readAlternatives(reader: Reader): PatternStep[][] {
  const all: PatternStep[][] = [];
  for (;;) {
    all.push(...readSequence(reader));
    if (reader.phrase[reader.at] !== '|') return all;
    reader.at++;
  }
}

function readSequence(reader: Reader): PatternStep[][] {
  let variants: PatternStep[][] = [[]];
  while (reader.at < reader.phrase.length && !'|)'.includes(reader.phrase[reader.at] as string)) {
    const next = readItem(reader);
    if (next === null) continue;
    variants = variants.flatMap((head) => next.map((tail) => [...head, ...tail]));
    if (variants.length > MOST_VARIANTS) throw new PatternError('the phrase has too many variants; use a word set', reader.at);
  }
  return variants;
}

/** One item as its variants; null for white space. */
function readItem(reader: Reader): PatternStep[][] | null {
  const { phrase, at } = reader;
  const c = phrase[at] as string;
  if (c === ' ') {
    reader.at++;
    return null;
  }
  if (c === '(') {
    reader.at++;
    const inner = readAlternatives(reader);
    if (phrase[reader.at] !== ')') throw new PatternError('`(` is never closed', at);
    reader.at++;
    return optional(reader, inner);
  }
  if (c === '*') return [[{ kind: 'gap', upTo: readGap(reader) }]];
  if (c === '<') return optional(reader, [[{ kind: 'set', name: readSet(reader) }]]);
  return optional(reader, readWord(reader));
}

function optional(reader: Reader, variants: PatternStep[][]): PatternStep[][] {
  if (reader.phrase[reader.at] !== '?') return variants;
  reader.at++;
  return [[], ...variants];
}

function readGap(reader: Reader): number {
  const digits = /^\*(\d+)/.exec(reader.phrase.slice(reader.at));
  const upTo = Number(digits?.[1]);
  if (!(upTo >= 1 && upTo <= LONGEST_GAP)) throw new PatternError(`a gap is written *1 to *${LONGEST_GAP}`, reader.at);
  reader.at += digits?.[0].length ?? 1;
  return upTo;
}

function readSet(reader: Reader): string {
  const end = reader.phrase.indexOf('>', reader.at);
  if (end < 0) throw new PatternError('`<` is never closed', reader.at);
  const name = reader.phrase.slice(reader.at + 1, end);
  reader.at = end + 1;
  return name;
}

/** A word up to the next space or bracket; a hyphen inside gives the spaced and the joined spelling. */
function readWord(reader: Reader): PatternStep[][] {
  const start = reader.at;
  while (reader.at < reader.phrase.length && !' ()|<>*?'.includes(reader.phrase[reader.at] as string)) reader.at++;
  const word = reader.phrase.slice(start, reader.at);
  if (word.startsWith('=') && word.length > 1) return [[{ kind: 'exact', word: word.slice(1) }]];
  const parts = word.split('-').filter((part) => part !== '');
  if (parts.length < 2) return [splitWord(parts[0] ?? word)];
  return [parts.flatMap(splitWord), [{ kind: 'word', word: parts.join('').toLowerCase() }]];
}

/** `s/p` is three units of a text, `10mg` two; a ratio `5/5` and a level `l5` are one. */
function splitWord(word: string): PatternStep[] {
  if (/^(?:\d+\/\d+|[a-z]\d{1,2})$/i.test(word)) return [{ kind: 'word', word: word.toLowerCase() }];
  const pieces = word.toLowerCase().match(/[a-zÀ-ɏ]+|\d+(?:\.\d+)?|[^a-zÀ-ɏ\d]/g) ?? [];
  return pieces.filter((piece) => piece !== "'").map((piece) => ({ kind: 'word', word: piece }));
}
