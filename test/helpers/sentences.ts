/**
 * Sentences and the facts they should give, in short: `pain_score_current 5 @neck`, `!` absent, `?` uncertain, `~` gap.
 * Further: `%left` the side, `:L4-5+L5-S1` the levels, `#2015-07-29` the date.
 * A value or a region is compared only where it is written; facts that are not asked about are left out.
 */

import type { CompiledLexicon } from '../../src/facts/compiled-lexicon.js';
import { extractFacts } from '../../src/facts/extract.js';
import { SourceText } from '../../src/text/source-text.js';
import type { Fact } from '../../src/vocabulary/fact.js';

export interface SentenceCase {
  readonly text: string;
  /** All facts of the area that the sentence gives. */
  readonly gives: readonly string[];
}

const SIGN = { present: '', absent: '!', uncertain: '?', gap: '~', 'not-documented': '~' } as const;

/** The facts of an area that a text gives, each as the shortest note that the expectation can be held against. */
export function factsSaid(
  text: string,
  area: ReadonlySet<string>,
  lexicon: CompiledLexicon,
  reference: string | null = null,
): Fact[] {
  const source = new SourceText('sentence', text);
  return extractFacts(source, { start: 0, end: text.length }, lexicon, reference).filter((fact) =>
    area.has(fact.fact),
  );
}

/** Expected notes that no fact meets, and facts that no note expects; both empty when all is well. */
export function difference(
  facts: readonly Fact[],
  expected: readonly string[],
): { readonly missing: string[]; readonly extra: string[] } {
  const missing = expected.filter((note) => !facts.some((fact) => meets(fact, note)));
  const extra = facts.filter((fact) => !expected.some((note) => meets(fact, note))).map(inFull);
  return { missing, extra };
}

function meets(fact: Fact, note: string): boolean {
  const [head = '', ...rest] = note.split(' ');
  if (head !== SIGN[fact.status] + fact.fact) return false;
  return rest.every((word) => {
    if (word.startsWith('@')) return fact.region === word.slice(1);
    if (word.startsWith('#')) return fact.date === word.slice(1);
    if (word.startsWith('%')) return fact.laterality === word.slice(1);
    if (word.startsWith(':')) return fact.levels.join('+') === word.slice(1);
    return shown(fact) === word;
  });
}

function shown(fact: Fact): string {
  return Array.isArray(fact.value) ? fact.value.join('+') : String(fact.value);
}

function inFull(fact: Fact): string {
  return `${SIGN[fact.status]}${fact.fact} ${shown(fact)} @${fact.region ?? 'case'} #${fact.date ?? 'undated'}`;
}
