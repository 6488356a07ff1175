/**
 * What can go wrong with a store, in words for people, with how to mend it.
 */

/** What kept a store from being read or written. */
export class StoreError extends Error {
  /** The store, or the folder of Parquet files, that it is about. */
  readonly path: string;
  /** How to mend it, as a sentence; undefined where nobody can say. */
  readonly help: string | undefined;

  constructor(path: string, message: string, help?: string, cause?: unknown) {
    super(message, { cause });
    this.path = path;
    this.help = help;
  }
}

const SYSTEM: readonly (readonly [pattern: RegExp, message: string, help: string])[] = [
  [
    /ENOSPC|No space left|disk is full|EDQUOT|EFBIG|File too large|failed to offload data block/i,
    'the disk is full',
    'make room and run it again with --resume',
  ],
  [/EROFS|Read-only file system/i, 'the disk can only be read', 'name a store elsewhere'],
  [/EACCES|EPERM|Permission denied/i, 'writing it is not permitted', 'see that its folder may be written to'],
  [
    /database does not exist/i,
    'there is no such store',
    '`necessity compare PATH... --store FILE` makes one',
  ],
  [/ENOENT|No such file or directory/i, 'its folder does not exist', 'make the folder first'],
  [/EEXIST|ENOTDIR|Not a directory/i, 'a part of the path is a file, not a folder', 'name another path'],
  [/Could not set lock|Conflicting lock/i, 'another program has the store open', 'close it first'],
  [
    /not a valid DuckDB database|storage version/i,
    'the file is no store, or of another DuckDB',
    'name another path',
  ],
];

/** Trouble with the database or the disk as one message. */
export function storeTrouble(path: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  const [, message, help] = SYSTEM.find(([pattern]) => pattern.test(words)) ?? [];
  return new StoreError(path, message ?? words.split('\n')[0]?.replace(/\.$/, '') ?? words, help, cause);
}
