/**
 * Whether two statements of one fact are about the same sign of it: who finds no effusion does not deny locking.
 * In: two facts with their evidence. The words of both are scanned again, which only few statements need.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { scan } from '../facts/scan.js';
import type { ConceptMatch } from '../facts/sentence.js';
import { CleanView } from '../text/clean-view.js';
import type { SourceText } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';
import type { Claim } from './claims.js';

/** True if a concept that gives the fact stands in the evidence of both. @param source the letter that both were read from */
export function areOfSameSign(a: Fact, b: Fact, source: SourceText, lexicon: CompiledLexicon): boolean {
  const others = signsOf(b, source, lexicon);
  return [...signsOf(a, source, lexicon)].some((sign) => others.has(sign));
}

/** True unless the evidence of both names classes of drugs, and none of them in common. */
export function mayBeOfSameClass(a: Fact, b: Fact, source: SourceText, lexicon: CompiledLexicon): boolean {
  const classesOf = (fact: Fact): readonly string[] =>
    namesIn(fact, source, lexicon).flatMap((name) => lexicon.claims.classNamed.get(name) ?? []);
  const [ofA, ofB] = [classesOf(a), classesOf(b)];
  return ofA.length === 0 || ofB.length === 0 || ofA.some((name) => ofB.includes(name));
}

/** The concepts in a fact's evidence that can give it. */
function signsOf(fact: Fact, source: SourceText, lexicon: CompiledLexicon): Set<string> {
  const gives = (name: string): boolean | undefined =>
    lexicon.plan.get(name)?.some((planned) => planned.fact === fact.fact);
  return new Set(namesIn(fact, source, lexicon).filter(gives));
}

/** The concepts that the words of a fact name. */
const namesIn = ({ evidence }: Fact, source: SourceText, lexicon: CompiledLexicon): readonly string[] =>
  conceptsIn(evidence, source, lexicon).flatMap(({ names }) => [...names]);

function conceptsIn(
  evidence: Fact['evidence'],
  source: SourceText,
  lexicon: CompiledLexicon,
): readonly ConceptMatch['entry'][] {
  return evidence
    .flatMap((quote) => scan(CleanView.of(source, quote), lexicon).sentences)
    .flatMap(({ concepts }) => concepts.map(({ entry }) => entry));
}

/** So near each other stand the results of one examination, in characters. */
const ONE_BREATH = 200;

/** `EHL 4/5, quadriceps 5/5`: results of one examination, each with the part that it is of. */
export function areToldTogether(a: Fact, b: Fact): boolean {
  const [start, other] = [a.evidence[0]?.start ?? 0, b.evidence[0]?.start ?? 0];
  return a.date === b.date && Math.abs(start - other) <= ONE_BREATH;
}

/** True if the evidence of both names parts, such as muscles, and none of them in common. */
export const areOfOtherParts = (a: Fact, b: Fact, source: SourceText, lexicon: CompiledLexicon): boolean =>
  areApart(partsIn(a, a.evidence, source, lexicon), () => partsIn(b, b.evidence, source, lexicon));

/** As `areOfOtherParts`, for a claim, whose sentence names its parts where its own words do not. */
export const isOfOtherPart = (
  said: Fact,
  { fact, sentence }: Claim,
  source: SourceText,
  lexicon: CompiledLexicon,
): boolean =>
  areApart(partsIn(said, said.evidence, source, lexicon), () => {
    const own = partsIn(fact, fact.evidence, source, lexicon);
    return own.length > 0 ? own : partsIn(fact, [sentence], source, lexicon);
  });

/** A part and a treatment are not held against each other. */
function areApart(parts: readonly Part[], others: () => readonly Part[]): boolean {
  if (parts.length === 0) return false;
  const named = others();
  const isShared = ({ name }: Part): boolean => named.some((other) => other.name === name);
  return parts.some(({ kind }) => named.some((other) => other.kind === kind)) && !parts.some(isShared);
}

type Part = ConceptMatch['entry'];

/** The parts that words name; of what a treatment did, the drugs as well. */
function partsIn(
  { fact }: Fact,
  words: Fact['evidence'],
  source: SourceText,
  lexicon: CompiledLexicon,
): readonly Part[] {
  const isOfTreatment = lexicon.facts.get(fact)?.scope === 'service';
  return conceptsIn(words, source, lexicon).filter(
    ({ name, roles }) => roles.has('names-part') || (isOfTreatment && lexicon.drugs.has(name)),
  );
}
