/**
 * The one way from a case summary to its facts.
 * In: a source text and the span of its summary. Out: facts with evidence, in the order of the text.
 */
import { CleanView } from '../text/clean-view.js';
import type { SourceText, Span } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import { deriveFacts } from './derive-facts.js';
import { findMentions } from './mentions.js';
import { scan } from './scan.js';

/**
 * Facts of a summary. The same text gives the same facts, and nothing outside the span is looked at.
 * @param reference ISO date from which `two years ago` counts, usually of the UR decision; if null, the latest full
 *   date that the summary itself names
 * @returns empty if the summary names nothing that the lexicon knows
 */
export function extractFacts(source: SourceText, summary: Span, lexicon: CompiledLexicon, reference: string | null): Fact[] {
  const scanned = scan(CleanView.of(source, summary), lexicon);
  const mentions = findMentions(scanned, lexicon, reference ?? latestDate(scanned.units.map((unit) => unit.date)));
  return deriveFacts(scanned, mentions, lexicon);
}

function latestDate(dates: readonly (string | null)[]): string | null {
  let latest: string | null = null;
  for (const date of dates) if (date !== null && date.length === 10 && (latest === null || date > latest)) latest = date;
  return latest;
}
