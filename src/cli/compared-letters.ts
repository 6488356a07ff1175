/**
 * The letters of a comparison, one after the other, and again those that are to be shown. The one place to put another
 * way of reading under `compare`: whatever gives letters in the order of the input will do.
 */
import {
  type CheckedLetter,
  type ComparedLetter,
  checkLetter,
  comparedLetter,
  type Diagnostic,
  diagnostic,
  type Knowledge,
  readLetters,
  type SourceText,
} from '../index.js';

/** An input: a letter to compare, or none, and what is wrong with it. */
export interface ComparedInput {
  readonly letter: ComparedLetter | null;
  readonly problems: readonly Diagnostic[];
  readonly source: SourceText | null;
}

export interface LetterSource {
  letters(): AsyncIterable<ComparedInput>;
  /** Letters of the run by their names, read and checked again; those that cannot be are missing. */
  again(documents: ReadonlySet<string>): Promise<ReadonlyMap<string, CheckedLetter>>;
}

const STANDARD_INPUT = '-';
/** What comes from standard input cannot be read again, so so much of it is kept, in characters. */
const MOST_KEPT = 64_000_000;

export function letterSource(paths: readonly string[], knowledge: Knowledge): LetterSource {
  const kept = paths.includes(STANDARD_INPUT) ? new Map<string, SourceText>() : null;
  return {
    letters: () => comparedInputs(paths, knowledge, kept),
    again: async (documents) => {
      const checked = new Map<string, CheckedLetter>();
      for await (const source of sourcesOf(paths, kept, documents)) {
        const letter = await check(source, knowledge);
        if ('result' in letter) checked.set(source.name, letter);
        if (checked.size === documents.size) break;
      }
      return checked;
    },
  };
}

async function* comparedInputs(
  paths: readonly string[],
  knowledge: Knowledge,
  kept: Map<string, SourceText> | null,
): AsyncGenerator<ComparedInput> {
  let room = MOST_KEPT;
  for await (const { source, problems } of readLetters(paths, process.stdin)) {
    const checked = source && (await check(source, knowledge));
    if (source === null || checked === null) {
      yield { letter: null, problems, source };
    } else if ('result' in checked) {
      room -= source.text.length;
      if (room > 0) kept?.set(source.name, source);
      yield { letter: comparedLetter(checked), problems: [...problems, ...checked.diagnostics], source };
    } else {
      yield { letter: null, problems: [checked], source };
    }
  }
}

async function* sourcesOf(
  paths: readonly string[],
  kept: ReadonlyMap<string, SourceText> | null,
  documents: ReadonlySet<string>,
): AsyncGenerator<SourceText> {
  if (documents.size === 0) return;
  for (const document of documents) {
    const source = kept?.get(document);
    if (source) yield source;
  }
  const files = paths.filter((path) => path !== STANDARD_INPUT);
  if (files.length === 0) return;
  for await (const { source } of readLetters(files, process.stdin)) {
    if (source && documents.has(source.name) && !kept?.has(source.name)) yield source;
  }
}

async function check(source: SourceText, knowledge: Knowledge): Promise<CheckedLetter | Diagnostic> {
  try {
    return await checkLetter(source, knowledge);
  } catch (cause) {
    const message = `this program failed on the document: ${cause instanceof Error ? cause.message : String(cause)}`;
    return diagnostic('internal-error', source.name, null, message, {
      help: 'please report it with the document',
    });
  }
}
