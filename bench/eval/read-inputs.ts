/**
 * The disk side of scoring: labelled letters of a folder, outputs, and what scoring needs to know.
 * A fault in an input is an `InputError` whose message says where.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Letter } from './cases.js';
import { Equivalents } from './equivalents.js';
import { type Floors, parseFloors } from './floors.js';
import { parseGold } from './gold.js';
import { LetterText } from './letter-text.js';
import { tableVocabulary, type Vocabulary } from './vocabulary.js';

/** Raised for an input that cannot be read or makes no sense; the message is for people. */
export class InputError extends Error {}

const EQUIVALENTS = new URL('equivalents.yaml', import.meta.url);
const LABEL_VOCABULARY = fileURLToPath(new URL('label-vocabulary.md', import.meta.url));
/** JSON is YAML, too. */
const GOLD_NAME = /\.gold\.(yaml|json)$/;

/** The labelled letters of a folder, by name. @throws {InputError} */
export function readLabelledLetters(folder: string): readonly Letter[] {
  const files = namesIn(folder).filter((name) => GOLD_NAME.test(name));
  if (files.length === 0) throw new InputError(`${folder}: the folder holds no labels (*.gold.yaml)`);
  return files.sort().map((file) => {
    const name = file.replace(GOLD_NAME, '');
    const read = parseGold(file, readText(join(folder, file)));
    if ('problem' in read) throw new InputError(read.problem);
    const path = letterPath(folder, name);
    return { name, gold: read.gold, text: existsSync(path) ? new LetterText(readText(path)) : null };
  });
}

/** The letters of a folder that have labels, as paths. */
export function letterPaths(folder: string, letters: readonly Letter[]): readonly string[] {
  return letters.filter(({ text }) => text !== null).map(({ name }) => letterPath(folder, name));
}

export function readEquivalents(): Equivalents {
  return Equivalents.parse(readFileSync(EQUIVALENTS, 'utf8'));
}

/** @param path of a table of facts; that of the labels if left out. @throws {InputError} */
export function readVocabularyTable(path = LABEL_VOCABULARY): Vocabulary {
  const vocabulary = tableVocabulary(readText(path));
  if (vocabulary.names.size > 0) return vocabulary;
  throw new InputError(
    `${path}: it has no table of facts, rows as "| \`name\` | type | unit | scope | meaning |"`,
  );
}

/** @throws {InputError} */
export function readFloors(path: string): Floors {
  const read = parseFloors(path, readText(path));
  if ('problem' in read) throw new InputError(read.problem);
  return read.floors;
}

/** @throws {InputError} */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError(`${path}: it cannot be read (${codeOf(cause)})`, { cause });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new InputError(`${folder}: it cannot be read (${codeOf(cause)})`, { cause });
  }
}

function letterPath(folder: string, name: string): string {
  return join(folder, `${name}.txt`);
}

function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? String(cause);
}
