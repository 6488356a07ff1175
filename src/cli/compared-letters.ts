/**
 * The letters of a comparison, one after the other, and again those that are to be shown. The one place to put another
 * way of reading under `compare`: whatever gives letters in the order of the input will do.
 */
import type { ComparedLetter } from '../corpus/corpus-comparison.js';
import type { LetterProblem } from '../corpus/letter-facts.js';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../diagnostics/diagnostic.js';
import type { Spooled } from '../files/letter-blocks.js';
import { readChosen } from '../files/read-letters.js';
import { type CheckedLetter, checkLetter } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import type { SaidFact } from '../store/stored-facts.js';
import type { BlockResult, LetterOutcome } from '../workers/block-task.js';
import type { RulesForLetters } from './checked-folder.js';
import { readInParallel, spoolIfNamed } from './read-in-parallel.js';
import type { Session } from './session.js';

/** An input: a letter to compare, or none, and what is wrong with it. */
export interface ComparedInput {
  readonly letter: ComparedLetter | null;
  readonly problems: readonly Diagnostic[];
}

/**
 * Where the letters of one run come from. `letters` is read first, and once; then `again` and `facts` may be asked.
 */
export interface LetterSource {
  /** In the order of the input; ends early, and without an error, once the run is stopped. */
  letters(): AsyncIterable<ComparedInput>;
  /** Letters of the run by their names, read and checked again; those that cannot be are missing. */
  again(documents: ReadonlySet<string>): Promise<ReadonlyMap<string, CheckedLetter>>;
  /** The facts of letters by their names. @param again what `again` gave */
  facts(
    documents: ReadonlySet<string>,
    again: ReadonlyMap<string, CheckedLetter>,
  ): Promise<ReadonlyMap<string, readonly SaidFact[]>>;
  /** Gives back what was taken for the run. */
  close(): Promise<void>;
}

/** How letters are read, whatever way. */
export interface ReadingOptions {
  /** Threads that read. */
  readonly workers: number;
  /** Letters that repeat each other are looked for. */
  readonly dedupe: boolean;
  /** Once it is set no letter comes any more. */
  readonly signal: AbortSignal;
}

/** @throws {SpoolError} */
export async function letterSource(
  paths: readonly string[],
  { knowledge, kept }: Pick<RulesForLetters, 'knowledge' | 'kept'>,
  { workers, dedupe, signal }: ReadingOptions,
  session: Session,
): Promise<LetterSource> {
  const spooled = await spoolIfNamed(paths, signal);
  const setup = {
    ...kept,
    folder: null,
    hasSignatures: dedupe,
    knownBlocks: [],
    knownLetters: null,
    contentHash: spooled?.contentHash ?? null,
  };
  return {
    letters: () => inputsOf(readInParallel(paths, spooled, { workers, setup, signal }, session)),
    again: (documents) => readAgain(paths, documents, { spooled, signal }, knowledge),
    facts: async (_documents, again) =>
      new Map([...again].map(([document, { result }]) => [document, result.facts])),
    close: async () => spooled?.remove(),
  };
}

async function* inputsOf(results: AsyncIterable<BlockResult>): AsyncGenerator<ComparedInput> {
  for await (const { outcomes } of results) for (const outcome of outcomes) yield inputOf(outcome);
}

function inputOf(outcome: LetterOutcome): ComparedInput {
  const { document } = outcome;
  if ('error' in outcome) {
    return { letter: null, problems: [problemIn(document, { severity: 'error', ...outcome.error })] };
  }
  const { rows, problems, signature } = outcome;
  const letter = { document, rows, signature: signature && Uint32Array.from(signature) };
  return { letter, problems: problems.map((one) => problemIn(document, one)) };
}

/** A problem that was told by another thread: its place is in its name, since the text is not here. */
export function problemIn(
  document: string,
  { code, message, help, line, column, page }: LetterProblem,
): Diagnostic {
  const place = line === undefined ? '' : `:${page === undefined ? '' : `page ${page}:`}${line}:${column}`;
  const advice = help === undefined ? {} : { help };
  return diagnostic(code as DiagnosticCode, `${document}${place}`, null, message, advice);
}

/** Letters of the run by their names, read and checked again; those that cannot be are missing. */
export async function readAgain(
  paths: readonly string[],
  documents: ReadonlySet<string>,
  { spooled, signal }: { readonly spooled: Spooled | null; readonly signal: AbortSignal },
  knowledge: Knowledge,
): Promise<ReadonlyMap<string, CheckedLetter>> {
  const checked = new Map<string, CheckedLetter>();
  if (documents.size === 0) return checked;
  for await (const { source } of readChosen(paths, documents, spooled)) {
    if (source === null || checked.has(source.name)) continue;
    checked.set(source.name, await checkLetter(source, knowledge));
    if (checked.size === documents.size || signal.aborted) break;
  }
  return checked;
}
