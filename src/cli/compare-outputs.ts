/**
 * The files of a comparison: the baseline that is read, and what is written beside standard output. Whether each can
 * be written is seen before the first letter is read; each is the old one or the whole new one, whatever happens.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AcceptedFinding, readBaseline } from '../corpus/accepted-findings.js';
import type { FoundFinding } from '../corpus/corpus-comparison.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import {
  type FileBeside,
  tryWriting,
  unwritableFile,
  writeBeside,
  writeWhole,
} from '../files/write-beside.js';
import { exportKindOf, type FindingsExport, findingsExport } from '../report/compare/findings-export.js';
import type { CompareOptions } from './compare-options.js';
import { programVersion } from './program-version.js';

/** The entries of a baseline file; none where there is no file yet and it is about to be written. */
export async function loadBaseline(
  path: string | undefined,
  mayBeMissing: boolean,
): Promise<readonly AcceptedFinding[] | Diagnostic> {
  if (path === undefined) return [];
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing && mayBeMissing) return [];
    const words = isMissing ? 'there is no such file' : 'the file cannot be read';
    return diagnostic('unreadable-file', path, null, words, {
      help: isMissing
        ? '--update-baseline writes it with the findings of this run'
        : 'see that it may be read',
    });
  }
  const read = readBaseline(text);
  if ('accepted' in read) return read.accepted;
  return diagnostic(
    'malformed-baseline',
    path,
    null,
    `the file of accepted findings cannot be used: ${read.problem}`,
    {
      help: 'write it anew with --update-baseline after moving it away',
    },
  );
}

type Outputs = Pick<CompareOptions, 'report' | 'baseline' | 'updateBaseline' | 'parquet'>;

/** The first file that could not be written, long before it is to be; null if all could. */
export async function unwritableOutput({
  report,
  baseline,
  updateBaseline,
  parquet,
}: Outputs): Promise<Diagnostic | null> {
  const paths = [
    report,
    updateBaseline ? baseline : undefined,
    parquet === undefined ? undefined : join(parquet, 'letters.parquet'),
  ];
  for (const path of paths) {
    if (path === undefined) continue;
    const problem = await tried(path, async () => {
      await tryWriting(path);
      return null;
    });
    if (problem !== null) return problem;
  }
  return null;
}

/** A file of findings that is written as they come. */
export class ExportFile {
  readonly #path: string;
  readonly #file: FileBeside;
  readonly #export: FindingsExport;
  #problem: Diagnostic | null = null;

  private constructor(path: string, file: FileBeside, one: FindingsExport) {
    this.#path = path;
    this.#file = file;
    this.#export = one;
  }

  static async open(path: string): Promise<ExportFile | Diagnostic> {
    const one = findingsExport(exportKindOf(path) ?? 'json', programVersion());
    return tried(path, async () => {
      const file = await writeBeside(path);
      const opened = new ExportFile(path, file, one);
      await opened.#write(one.start);
      return opened;
    });
  }

  /** Goes on after a failure as if there had been none; `keep` tells it. */
  async write(found: readonly FoundFinding[]): Promise<void> {
    const text = found.map((one) => this.#export.next(one)).join('');
    if (text !== '') await this.#write(text);
  }

  /** Puts the file in its place. @returns why it is not; null if it is */
  async keep(): Promise<Diagnostic | null> {
    await this.#write(this.#export.end());
    return (
      this.#problem ??
      tried(this.#path, async () => {
        await this.#file.keep();
        return null;
      })
    );
  }

  /** Leaves what was there, unless the file was kept. */
  async giveUp(): Promise<void> {
    await this.#file.giveUp().catch(() => undefined);
  }

  async #write(text: string): Promise<void> {
    if (this.#problem !== null) return;
    this.#problem = await tried(this.#path, async () => {
      await this.#file.write(text);
      return null;
    });
  }
}

/** Writes a file whole, or says why it cannot be. */
export function writeOutput(path: string, text: string): Promise<Diagnostic | null> {
  return tried(path, async () => {
    await writeWhole(path, text);
    return null;
  });
}

/** What a file operation gives, or the trouble with it as a diagnostic. */
async function tried<T>(path: string, work: () => Promise<T>): Promise<T | Diagnostic> {
  try {
    return await work();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    return unwritableFile(path, cause);
  }
}
