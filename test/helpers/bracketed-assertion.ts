/** How the words in brackets of a text are asserted, by the cues as they ship. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Assertion, assertionOf } from '../../src/facts/assertion.js';
import { compileLexicon } from '../../src/facts/compiled-lexicon.js';
import { scan } from '../../src/facts/scan.js';
import { scopesOf, sectionsOf } from '../../src/facts/scopes.js';
import { CleanView } from '../../src/text/clean-view.js';
import { SourceText } from '../../src/text/source-text.js';
import type { ConceptKind } from '../../src/vocabulary/lexicon-terms.js';
import { loadLexicon } from './load-lexicon.js';

const files = readdirSync('rules/lexicon').filter((name) =>
  /^(?:cues|language|small-words)\.yaml$/.test(name),
);
const { lexicon } = loadLexicon(
  files.map((file) => ({ file, text: readFileSync(`rules/lexicon/${file}`, 'utf8') })),
);
/** The cues as they ship, without the concepts: what is asserted stands in brackets. */
export const compiled = compileLexicon(lexicon);

/** The assertion of the bracketed words of a text. */
export function assertionIn(marked: string, kind: ConceptKind): Assertion {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const { sentences, units } = scan(CleanView.of(new SourceText('letter', text)), compiled);
  const from = units.findIndex((unit) => unit.end > start);
  const to = units.findLastIndex((unit) => unit.start < end) + 1;
  const index = sentences.findIndex((sentence) => sentence.from <= from && from < sentence.to);
  const sentence = sentences[index];
  if (!sentence) throw new Error(`no sentence holds the brackets of: ${marked}`);
  return assertionOf(
    { sentence, scopes: scopesOf(sentence, units, sectionsOf(sentences, units)[index]), units },
    kind,
    from,
    to,
    false,
    // The events of the table are drugs, which once stopped are taken no more.
    true,
  );
}
