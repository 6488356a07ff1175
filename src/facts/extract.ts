/**
 * The one way from a case summary to its facts.
 * In: a source text and the span of its summary. Out: facts with evidence, in the order of the text.
 */
import { CleanView } from '../text/clean-view.js';
import type { SourceText, Span } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { deriveFacts } from './derive-facts.js';
import type { Mention } from './mention.js';
import { findMentions } from './mentions.js';
import { type Scan, scan } from './scan.js';

/** A text read: its facts, and the mentions they came from. */
export interface Extraction {
  readonly scan: Scan;
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
}

/**
 * Facts of a summary. The same text gives the same facts, and nothing outside the span is looked at.
 * @param reference ISO date from which `two years ago` counts, usually of the UR decision; if null, the latest full
 *   date that the summary itself names
 * @returns empty if the summary names nothing that the lexicon knows
 */
export function extractFacts(
  source: SourceText,
  summary: Span,
  lexicon: CompiledLexicon,
  reference: string | null,
): readonly Fact[] {
  return extract(source, summary, lexicon, reference).facts;
}

/** As `extractFacts`, with the mentions; for texts of which more is asked than facts. */
export function extract(
  source: SourceText,
  span: Span,
  lexicon: CompiledLexicon,
  reference: string | null,
): Extraction {
  return extractScanned(scan(CleanView.of(source, span), lexicon), lexicon, reference);
}

/** As `extract`, of a text that was scanned with the same lexicon. */
export function extractScanned(
  scanned: Scan,
  lexicon: CompiledLexicon,
  reference: string | null,
): Extraction {
  const now = reference ?? latestDate(scanned.units.map((unit) => unit.date));
  const mentions = findMentions(scanned, lexicon, now);
  return { scan: scanned, mentions, facts: deriveFacts(scanned, mentions, lexicon, now) };
}

function latestDate(dates: readonly (string | null)[]): string | null {
  let latest: string | null = null;
  for (const date of dates)
    if (date !== null && date.length === 10 && (latest === null || date > latest)) latest = date;
  return latest;
}
