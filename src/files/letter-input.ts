/**
 * What reading an input gives: a source text, or what kept it from being read. Shared by all readers of this folder.
 */
import { decodingDiagnostics } from '../diagnostics/decoding.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Decoded } from '../text/decode.js';
import type { SourceText } from '../text/source-text.js';
import { UnpackError } from './unpack.js';

/** What people know standard input by. */
export const STANDARD_INPUT_NAME = '<stdin>';

/** INVARIANT: where `source` is null, `problems` holds an error. */
export interface LetterInput {
  /** What people know the letter by: its path with `/` between folders, or the id of its record. */
  readonly document: string;
  readonly source: SourceText | null;
  readonly problems: readonly Diagnostic[];
}

/** The input of a text that was decoded, or of bytes that are none. */
export function decodedInput(document: string, { source, problems }: Decoded): LetterInput {
  return { document, source, problems: decodingDiagnostics(document, problems) };
}

/** The input in place of a letter that there is not; its name is the file of the problem. */
export function unreadInput(problem: Diagnostic): LetterInput {
  return { document: problem.file, source: null, problems: [problem] };
}

/** What the system said when a file or folder could not be opened, in words. */
export function unreadableFile(path: string, cause: unknown): Diagnostic {
  if (cause instanceof UnpackError) {
    return diagnostic('unreadable-file', path, null, cause.message, { help: cause.help });
  }
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const words =
    SYSTEM_ERRORS[code] ?? tarError(cause) ?? `the file cannot be read (${code || String(cause)})`;
  return diagnostic('unreadable-file', path, null, words);
}

/** The reader of tar files gives its errors no codes. */
function tarError(cause: unknown): string | undefined {
  const words = cause instanceof Error ? cause.message : '';
  if (/tar header|checksum/i.test(words)) return 'it is not a tar file, or is damaged';
  return /unexpected end|closed|premature/i.test(words) ? 'the archive breaks off' : undefined;
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  ELOOP: 'the link leads back to itself',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, where a file is asked for',
  ENAMETOOLONG: 'the path is longer than the system allows',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  EESCAPE: 'the link leads out of the folder; name its target itself if it is to be read',
  ESPECIAL: 'it is a pipe or a device, not a file; name it itself if it is to be read',
  Z_DATA_ERROR: 'it is not a gzip file, or is damaged',
  Z_BUF_ERROR: 'the gzip file breaks off',
};
