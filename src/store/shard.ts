/**
 * What workers leave of a block for the store: a file of letters that the database loads by itself, and a file of
 * cases (services with what the facts read for them) in numbers of the block's own dictionary.
 * A block is done when its case file is there; both are written beside and renamed, so there is never half of one.
 */
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CaseDictionary, type CaseReading } from '../corpus/case-dictionary.js';
import type { LetterFacts, ServiceForm } from '../corpus/letter-facts.js';
import { hasErrors, type UnreadRecord } from '../corpus/letter-record.js';
import { writeWhole } from '../files/write-beside.js';
import type { Quote } from '../text/source-text.js';

/** A service of a letter: numbers of forms and readings are those of the shard. */
export interface ShardCase {
  /** Place of the letter in the block. */
  readonly letter: number;
  readonly issue: number;
  readonly form: number;
  readonly words: Quote;
  readonly readings: readonly number[];
  /** For each reading the letter's fact that decided. */
  readonly from: readonly number[];
}

/** The cases of a block, with the counts that progress is told by. */
export interface ShardCases {
  /** Key of the block (`files/read-block.ts`), which its files are named by. */
  readonly key: string;
  /** False only where a stream goes on in a further block. */
  readonly isLast: boolean;
  readonly letters: number;
  readonly issues: number;
  /** Inputs with errors. */
  readonly unread: number;
  /** What `form` and `readings` of the cases count in. */
  readonly forms: readonly ServiceForm[];
  readonly readings: readonly CaseReading[];
  readonly cases: readonly ShardCase[];
}

/** A letter that the store holds already, under this text. */
export interface KnownLetter {
  readonly document: string;
  readonly hash: string;
  readonly known: true;
}

/** What a worker has of one letter: its facts, or that they are known, or why there are none. */
export type ShardLetter = LetterFacts | KnownLetter | UnreadRecord;

/** Gathers a block and writes it. */
export class ShardWriter {
  readonly #dictionary = new CaseDictionary();
  readonly #lines: string[] = [];
  readonly #cases: ShardCase[] = [];
  #issues = 0;
  #unread = 0;

  /** Letters are added in the order of the block. @param key of the block */
  add(letter: ShardLetter, key: string): void {
    const place = this.#lines.length;
    this.#lines.push(JSON.stringify({ block: key, place, ...withoutCases(letter) }));
    if ('known' in letter) return;
    if (hasErrors(letter)) this.#unread += 1;
    if (!('issues' in letter)) return;
    this.#issues += letter.issues.length;
    for (const { issue, services } of letter.issues) {
      for (const { form, words, readings } of services) {
        this.#cases.push({
          letter: place,
          issue,
          form: this.#dictionary.formNumber(form),
          words,
          readings: readings.map((reading) => this.#dictionary.readingNumber(reading)),
          from: readings.map((reading) => reading.from),
        });
      }
    }
  }

  /** Writes both files, the cases last: with them the block counts as done. @returns what was written of cases */
  async write(folder: string, key: string, isLast: boolean): Promise<ShardCases> {
    const shard: ShardCases = {
      key,
      isLast,
      letters: this.#lines.length,
      issues: this.#issues,
      unread: this.#unread,
      forms: this.#dictionary.forms,
      readings: this.#dictionary.readings,
      cases: this.#cases,
    };
    await writeWhole(lettersPath(folder, key), this.#lines.map((line) => `${line}\n`).join(''));
    await writeWhole(casesPath(folder, key), JSON.stringify(shard));
    return shard;
  }
}

/** The letter as the database loads it: its services are told in the case file. */
function withoutCases(letter: ShardLetter): object {
  if (!('issues' in letter)) return letter;
  const issues = letter.issues.map(({ services: _cases, ...issue }) => issue);
  return { ...letter, issues };
}

/** Where the letters of a block are left. @param key of the block */
export const lettersPath = (folder: string, key: string): string => join(folder, `${key}.letters.ndjson`);
const casesPath = (folder: string, key: string): string => join(folder, `${key}.cases.json`);

/** The shard of a block that was done before; null if it was not. */
export async function readShard(folder: string, key: string): Promise<ShardCases | null> {
  try {
    await access(casesPath(folder, key));
  } catch {
    return null;
  }
  return JSON.parse(await readFile(casesPath(folder, key), 'utf8')) as ShardCases;
}
