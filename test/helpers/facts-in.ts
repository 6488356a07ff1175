/** What the shipped lexicon reads in a sentence, in short words: `bmi present 34.6`, `uds_consistent absent`. */
import { extractFacts } from '../../src/facts/extract.js';
import { SourceText } from '../../src/text/source-text.js';
import type { Fact } from '../../src/vocabulary/fact.js';
import { readLexicon } from './lexicon.js';

const lexicon = readLexicon();

/** The facts of a text. @param reference ISO date from which lengths of time count */
export function readFacts(text: string, reference: string | null = null): readonly Fact[] {
  return extractFacts(new SourceText('letter', text), { start: 0, end: text.length }, lexicon, reference);
}

/** The facts of a text as `name status` or `name status value`, each once. */
export function factsIn(text: string, reference: string | null = null): string[] {
  const said = readFacts(text, reference).map(
    ({ fact, status, value }) =>
      `${fact} ${status}${value === null ? '' : ` ${JSON.stringify(value).replaceAll('"', '')}`}`,
  );
  return [...new Set(said)];
}
