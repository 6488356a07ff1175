/**
 * Drugs that stand alone between semicolons: `Hydrocodone 5 mg, two a day; ibuprofen; sertraline 50`.
 * In: the mentions of a text in their order. Out: those that only continue a list of drugs that are taken now.
 * Not here: what says that a drug is taken (see `drugs-taken.ts`).
 */
import { UnitKind } from '../language/unit.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { asTaken } from './drugs-taken.js';
import type { Mention } from './mention.js';
import type { Scan } from './scan.js';
import type { Sentence } from './sentence.js';

/** The mentions of drugs that go on with a list of drugs taken now. */
export function goingOnWithTaken(
  mentions: readonly Mention[],
  scan: Scan,
  lexicon: CompiledLexicon,
): ReadonlySet<Mention> {
  const found = new Set<Mention>();
  const before = sentenceBefore(scan);
  if (before.size === 0) return found;
  const isTakenIn = new Map<Sentence, boolean>();
  for (const mention of mentions) {
    if (!mayBeTaken(mention, lexicon)) continue;
    const { sentence } = mention;
    const previous = before.get(sentence);
    if (asTaken(mention, scan, lexicon)?.polarity === 'affirmed') isTakenIn.set(sentence, true);
    else if (previous && isTakenIn.get(previous) && standsAlone(mention, scan)) {
      found.add(mention);
      isTakenIn.set(sentence, true);
    }
  }
  return found;
}

/** True for what some fact asks whether it is taken now. */
const mayBeTaken = ({ concept }: Mention, { plan }: CompiledLexicon): boolean =>
  plan.get(concept.name)?.some(({ conditions }) => conditions.isTakenNow) ?? false;

/** The sentences that a semicolon joins to the one before, with that one. */
function sentenceBefore({ sentences, units }: Scan): ReadonlyMap<Sentence, Sentence> {
  const before = new Map<Sentence, Sentence>();
  sentences.forEach((sentence, i) => {
    const previous = sentences[i - 1];
    if (previous && units[previous.to]?.word === ';') before.set(sentence, previous);
  });
  return before;
}

/** True if its sentence has no other words than the drug, and nothing is said of it. */
function standsAlone({ sentence, from, to, polarity, time, scopes }: Mention, { units }: Scan): boolean {
  const isWord = (i: number): boolean => units[i]?.kind === UnitKind.Word;
  const others = Array.from({ length: sentence.to - sentence.from }, (_, i) => sentence.from + i).filter(
    (i) => isWord(i) && (i < from || i >= to),
  );
  return (
    from === sentence.from &&
    polarity === 'affirmed' &&
    time === 'now' &&
    scopes.length === 0 &&
    others.every((i) => sentence.dosing.some((one) => one.from <= i && i < one.to))
  );
}
