/**
 * Which of the facts that were read are listed: of what is said once for a whole letter the first or most frequent
 * value, and nothing that other facts say by the same words.
 */
import type { CollectedFact } from './collected-facts.js';
import type { CompiledLexicon } from './compiled-lexicon.js';

/** Of facts that are said once for the whole letter, the value that is said first, or most often. */
export function settled(facts: readonly CollectedFact[], lexicon: CompiledLexicon): CollectedFact[] {
  const start = (fact: CollectedFact): number => fact.evidence[0]?.start ?? 0;
  const beats = (a: CollectedFact, b: CollectedFact, how: 'first' | 'most'): boolean =>
    how === 'most' && a.evidence.length !== b.evidence.length
      ? a.evidence.length > b.evidence.length
      : start(a) < start(b);
  const chosen = new Map<string, CollectedFact>();
  const others: CollectedFact[] = [];
  for (const fact of facts) {
    const how = lexicon.facts.get(fact.fact)?.weigh;
    if (how !== 'first' && how !== 'most') others.push(fact);
    else {
      const known = chosen.get(fact.fact);
      if (!known || beats(fact, known, how)) chosen.set(fact.fact, fact);
    }
  }
  const said = others.filter((fact) => !followsFrom(fact, others, lexicon));
  return [
    ...said,
    ...[...chosen.values()].map((fact) => ({ ...fact, evidence: fact.evidence.slice(0, MOST_QUOTES) })),
  ];
}
/** True if other facts say by the same words what this one follows from: the date of an ablation says that there was one. */
function followsFrom(fact: CollectedFact, all: readonly CollectedFact[], lexicon: CompiledLexicon): boolean {
  const parts = lexicon.facts.get(fact.fact)?.derive?.any;
  if (!parts || fact.status !== 'present') return false;
  const names = new Set(
    parts.map((part) => part.split('=')).flatMap(([name, value]) => (value === 'absent' ? [] : [name])),
  );
  return all.some(
    (other) =>
      names.has(other.fact) &&
      other.status === 'present' &&
      other.evidence.some((a) => fact.evidence.some((b) => a.start < b.end && b.start < a.end)),
  );
}
/** Quotes kept of what the whole letter says over and over. */
const MOST_QUOTES = 4;
