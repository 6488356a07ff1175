/**
 * The notation in which the lexicon writes phrases, read into a tree.
 *
 *     straight leg (raise|raising) test?      alternatives; `?` makes a word or bracket optional
 *     x-ray                                   also found as `x ray` and `xray`
 *     radiates *4 <leg>                       up to four words between; any word of the set `leg`
 *     <number> visits, <of-10>, <range-2-3>    numbers and what they count
 *     =PT, =L/S                               only in exactly these letters
 *     \?                                      the mark itself
 *
 * Words match in any inflection (see `stem.ts`); `'s` is no part of a word, `n't` is the word `not`.
 * Not here: matching (see `phrase-index.ts`).
 */

import { contractedWords } from './contractions.js';

/** One place of a pattern. `choice` stands for any one of its sequences. */
export type PatternItem = { readonly isOptional: boolean } & (
  | { readonly kind: 'word' | 'exact' | 'set'; readonly word: string }
  | { readonly kind: 'gap'; readonly upTo: number }
  | { readonly kind: 'choice'; readonly of: readonly PatternSequence[] }
);

/** Items that stand one after the other; never begins or ends with a gap once it is parsed. */
export type PatternSequence = readonly PatternItem[];

/** What is wrong with a phrase, and where in it. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const LONGEST_GAP = 12;

/**
 * Reads a phrase. The result is a choice of at least one sequence.
 * @throws {PatternError} for unbalanced brackets, a phrase that can be empty, a gap at an end
 */
export function parsePattern(phrase: string): readonly PatternSequence[] {
  const reader = { phrase, at: 0 };
  const sequences = readAlternatives(reader);
  if (reader.at < phrase.length) throw new PatternError(`\`${phrase[reader.at]}\` closes nothing`, reader.at);
  for (const sequence of sequences) {
    if (sequence.every(canBeEmpty)) throw new PatternError('the phrase can be empty', 0);
    if (sequence[0]?.kind === 'gap' || sequence.at(-1)?.kind === 'gap')
      throw new PatternError('a gap needs words on both sides', 0);
  }
  return sequences;
}

/** The first word set that a phrase uses and that is not known; null if there is none. */
export function missingSet(
  sequences: readonly PatternSequence[],
  isKnown: (name: string) => boolean,
): string | null {
  for (const item of sequences.flat()) {
    if (item.kind === 'set' && !isKnown(item.word)) return item.word;
    const inner = item.kind === 'choice' ? missingSet(item.of, isKnown) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function canBeEmpty(item: PatternItem): boolean {
  return (
    item.isOptional ||
    item.kind === 'gap' ||
    (item.kind === 'choice' && item.of.some((sequence) => sequence.every(canBeEmpty)))
  );
}

interface Reader {
  readonly phrase: string;
  at: number;
}

function readAlternatives(reader: Reader): PatternSequence[] {
  const all: PatternSequence[] = [];
  for (;;) {
    all.push(readSequence(reader));
    if (reader.phrase[reader.at] !== '|') return all;
    reader.at++;
  }
}

function readSequence(reader: Reader): PatternSequence {
  const { phrase } = reader;
  const items: PatternItem[] = [];
  while (reader.at < phrase.length) {
    const c = phrase[reader.at] as string;
    if (c === '|' || c === ')') break;
    if (c === ' ') reader.at++;
    else items.push(readItem(reader, c));
  }
  return items;
}

function readItem(reader: Reader, c: string): PatternItem {
  const { phrase, at } = reader;
  if (c === '(') {
    reader.at++;
    const of = readAlternatives(reader);
    if (phrase[reader.at] !== ')') throw new PatternError('`(` is never closed', at);
    reader.at++;
    return { kind: 'choice', of, isOptional: readsMark(reader) };
  }
  if (c === '\\') {
    reader.at += 2;
    return plainWord(phrase.slice(at + 1, reader.at));
  }
  if (c === '*') return { kind: 'gap', upTo: readGap(reader), isOptional: false };
  if (c === '<') return { kind: 'set', word: readSet(reader), isOptional: readsMark(reader) };
  if (c === '?' || c === '>') throw new PatternError(`\`${c}\` follows nothing it could belong to`, at);
  return readWord(reader);
}

/** Takes the `?` that makes what stands before it optional. */
function readsMark(reader: Reader): boolean {
  if (reader.phrase[reader.at] !== '?') return false;
  reader.at++;
  return true;
}

function readGap(reader: Reader): number {
  const digits = /^\*(\d+)/.exec(reader.phrase.slice(reader.at));
  const upTo = Number(digits?.[1]);
  if (!(upTo >= 1 && upTo <= LONGEST_GAP))
    throw new PatternError(`a gap is written *1 to *${LONGEST_GAP}`, reader.at);
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

/** From some place on, what is no space, bracket, gap or mark. */
const WORD = /[^ ()|<>*?]*/y;
/** What words come to, with their mark: phrases use the same ones over and over. */
const knownWords = new Map<string, PatternItem>();
/** More than a lexicon has; what is beyond this is read anew each time. */
const REMEMBERED_WORDS = 50_000;

/** A word up to the next space or bracket. */
function readWord(reader: Reader): PatternItem {
  const { phrase, at: start } = reader;
  WORD.lastIndex = start;
  WORD.test(phrase);
  reader.at = WORD.lastIndex;
  const word = phrase.slice(start, reader.at);
  const isOptional = readsMark(reader);
  const written = isOptional ? `${word}?` : word;
  const known = knownWords.get(written);
  if (known !== undefined) return known;
  const item = grouped(spellings(word), isOptional);
  if (knownWords.size < REMEMBERED_WORDS) knownWords.set(written, item);
  return item;
}

/** The ways to write a word; a hyphen inside gives the spaced and the joined one. */
function spellings(word: string): readonly PatternSequence[] {
  if (word.startsWith('=') && word.length > 1) return [exactPieces(word.slice(1))];
  const parts = word.split('-').filter((part) => part !== '');
  if (parts.length < 2) return [piecesOf(parts[0] ?? word)];
  return [parts.flatMap(piecesOf), [plainWord(parts.join(''))]];
}

/** Alternatives as one item, or the one item that they are. */
function grouped(of: readonly PatternSequence[], isOptional: boolean): PatternItem {
  const [only, ...more] = of[0] ?? [];
  if (of.length === 1 && only && more.length === 0) return { ...only, isOptional };
  return { kind: 'choice', of, isOptional };
}

/** `=PT` is one unit; `=L/S` and `=P&S` are three, of which the letters are exact. */
function exactPieces(word: string): PatternItem[] {
  const pieces = word.match(/[A-Za-zÀ-ɏ]+|\d+(?:\.\d+)?|[^A-Za-zÀ-ɏ\d]/g) ?? [];
  return pieces.map((piece) => ({
    kind: /[A-Za-zÀ-ɏ]/.test(piece) ? 'exact' : 'word',
    word: piece,
    isOptional: false,
  }));
}

/** `s/p` is three units of a text, `10mg` two; a ratio `5/5` and a level `l5` are one. */
function piecesOf(word: string): PatternItem[] {
  if (/^(?:\d+\/\d+|[a-z]\d{1,2})$/i.test(word)) return [plainWord(word)];
  const contracted = contractedWords(word);
  if (contracted) return contracted.map(plainWord);
  const pieces = word.replace(/'s$/i, '').match(/[a-zÀ-ɏ]+|\d+(?:\.\d+)?|[^a-zÀ-ɏ\d']/gi) ?? [];
  return pieces.map(plainWord);
}

const plainWord = (word: string): PatternItem => ({
  kind: 'word',
  word: word.toLowerCase(),
  isOptional: false,
});
