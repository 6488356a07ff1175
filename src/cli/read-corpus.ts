/**
 * Letters for commands that look at many of them from a rule's side: each is checked and handed on; what cannot be
 * read is told on standard error and counted, and the others are read all the same.
 */
import { diagnostic } from '../diagnostics/diagnostic.js';
import { readLetters } from '../files/read-letters.js';
import { type CheckedLetter, checkLetter } from '../pipeline/check-letter.js';
import type { Knowledge } from '../pipeline/knowledge.js';
import { isStoreFile } from '../store/database.js';
import { type Session, textOfSource } from './session.js';

/** How many inputs there were; a letter with errors counts in both. */
export interface CorpusCount {
  readonly letters: number;
  /** Inputs that could not be read, or that lack what a prediction needs. */
  readonly unread: number;
}

/** What rules that were passed over came to is not stored. */
const STORE_READ = 'a store does not hold all that is counted here';

/**
 * Checks letter by letter, in the order of the input. A store among the paths is told as an error, and then nothing
 * is read.
 * @param take is given every letter whose text could be read, those with errors, too
 */
export async function readCorpus(
  paths: readonly string[],
  session: Session,
  knowledge: Knowledge,
  take: (checked: CheckedLetter) => void,
): Promise<CorpusCount> {
  const count = { letters: 0, unread: 0 };
  for (const path of paths) {
    if (!(await isStoreFile(path))) continue;
    const help = { help: 'name the letters that it was made from' };
    await session.tell([diagnostic('store', path, null, STORE_READ, help)]);
    return { letters: 0, unread: 1 };
  }
  for await (const { source, problems } of readLetters(paths, process.stdin)) {
    const checked = source && (await checkLetter(source, knowledge));
    const all = [...problems, ...(checked?.diagnostics ?? [])];
    await session.tell(all, textOfSource(source));
    if (all.some((problem) => problem.severity === 'error')) count.unread += 1;
    if (checked === null) continue;
    count.letters += 1;
    take(checked);
  }
  return count;
}
