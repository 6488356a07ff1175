/** Work on one letter that stops nothing: what keeps it from being done is what comes out. */
import { type UnreadRecord, unreadRecord } from '../corpus/letter-record.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { programFailure } from '../diagnostics/program-failure.js';
import type { LetterInput } from '../files/letter-input.js';

/** What the work on a letter gives, or what is told of one that cannot be read or that this program fails on. */
export async function guarded<T>(
  { document, source, problems }: LetterInput,
  work: (source: NonNullable<LetterInput['source']>) => Promise<T>,
): Promise<T | UnreadRecord> {
  if (source === null) {
    const problem = problems.find((one) => one.severity === 'error');
    return unreadRecord(problem ?? diagnostic('internal-error', document, null, 'no text, no reason'), null);
  }
  try {
    return await work(source);
  } catch (cause) {
    return unreadRecord(programFailure(document, cause), null);
  }
}
