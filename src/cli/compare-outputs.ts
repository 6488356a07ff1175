/**
 * The files of a comparison: the baseline that is read, and what is written beside standard output.
 */
import { readFile } from 'node:fs/promises';
import {
  type AcceptedFinding,
  type Diagnostic,
  diagnostic,
  exportKindOf,
  type FileBeside,
  type FindingsExport,
  type FoundFinding,
  findingsExport,
  readBaseline,
  unwritableFile,
  writeBeside,
  writeWhole,
} from '../index.js';
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

/** A file of findings that is written as they come. */
export class ExportFile {
  readonly #file: FileBeside;
  readonly #export: FindingsExport;

  private constructor(file: FileBeside, one: FindingsExport) {
    this.#file = file;
    this.#export = one;
  }

  static async open(path: string): Promise<ExportFile | Diagnostic> {
    const one = findingsExport(exportKindOf(path) ?? 'json', programVersion());
    return tried(path, async () => {
      const file = await writeBeside(path);
      await file.write(one.start);
      return new ExportFile(file, one);
    });
  }

  async write(found: readonly FoundFinding[]): Promise<void> {
    const text = found.map((one) => this.#export.next(one)).join('');
    if (text !== '') await this.#file.write(text);
  }

  async keep(): Promise<void> {
    await this.#file.write(this.#export.end());
    await this.#file.keep();
  }

  giveUp(): Promise<void> {
    return this.#file.giveUp();
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
export async function tried<T>(path: string, work: () => Promise<T>): Promise<T | Diagnostic> {
  try {
    return await work();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    return unwritableFile(path, cause);
  }
}
