/**
 * Sentences that semicolons join into one list: `treated with physical therapy, 30 visits; chiropractic; one epidural`.
 * In: the sentences and units of a scan. Out: for each sentence the list it belongs to, where there is more than it.
 * A sentence that opens with a heading (`Current medications:`) begins anew. Not here: what the items of a list are.
 */
import { UnitKind } from '../language/unit.js';
import type { Scan } from './scan.js';
import type { Sentence } from './sentence.js';

/** The first of some joined sentences, and the names of all concepts in any of them. */
export interface JoinedSentences {
  readonly first: Sentence;
  readonly names: ReadonlySet<string>;
}

/** A heading has at most this many units before its colon. */
const LONGEST_HEADING = 6;

/** The joined sentences that each sentence belongs to; those that stand alone are left out. */
export function joinedSentences({ sentences, units }: Scan): ReadonlyMap<Sentence, JoinedSentences> {
  const joined = new Map<Sentence, JoinedSentences>();
  let run: Sentence[] = [];
  const close = (): void => {
    const [first] = run;
    if (first && run.length > 1) {
      const names = new Set(run.flatMap(({ concepts }) => concepts.flatMap(({ entry }) => [...entry.names])));
      for (const sentence of run) joined.set(sentence, { first, names });
    }
    run = [];
  };
  for (const sentence of sentences) {
    if (opensWithHeading(sentence, units)) close();
    run.push(sentence);
    if (units[sentence.to]?.word !== ';') close();
  }
  close();
  return joined;
}

function opensWithHeading(sentence: Sentence, units: Scan['units']): boolean {
  for (let i = sentence.from; i < Math.min(sentence.to, sentence.from + LONGEST_HEADING); i++) {
    const unit = units[i];
    if (unit?.kind === UnitKind.Mark) return unit.word === ':';
  }
  return false;
}
