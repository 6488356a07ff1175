/**
 * What a rationale says about the case, read with the same extraction as the summary, and how it concludes.
 * Sentences that only repeat a guideline claim nothing about the case.
 * Method of telling them apart: markers of the lexicon (`guideline_talk`, `case_talk`), precision before recall.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { extract } from '../facts/extract.js';
import type { Mention } from '../facts/mentions.js';
import type { Scan, Sentence } from '../facts/scan.js';
import type { Quote, SourceText, Span } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';

/** A fact that a rationale claims of the case, or that a guideline sentence of it names. */
export interface Claim {
  readonly fact: Fact;
  /** The sentence that claims it. */
  readonly sentence: Quote;
}

/** A sentence that a marker of the lexicon was found in. */
export interface MarkedSentence {
  readonly sentence: Quote;
  readonly words: Quote;
}

export interface Rationale {
  readonly source: SourceText;
  /** About the case, in text order. */
  readonly claims: readonly Claim[];
  /** Facts that guideline sentences name, such as the members of a list of criteria. */
  readonly named: readonly Claim[];
  /** Sentences that say that criteria are not met. */
  readonly unmet: readonly MarkedSentence[];
  /** Conclusions in text order. */
  readonly conclusions: readonly (MarkedSentence & { readonly necessary: boolean })[];
}

const GUIDELINE = 'guideline_talk';
const CASE = 'case_talk';
const UNMET = 'criteria_unmet';
const NECESSARY = 'concludes_necessary';
const UNNECESSARY = 'concludes_unnecessary';

/** Reads a rationale. @param reference as for `extractFacts` */
export function readRationale(source: SourceText, span: Span, lexicon: CompiledLexicon, reference: string | null): Rationale {
  const { scan, mentions, facts } = extract(source, span, lexicon, reference);
  const sentences = scan.sentences.map((sentence) => ({ sentence, quote: sentenceQuote(sentence, scan), marks: marksOf(sentence, mentions) }));
  const claims: Claim[] = [];
  const named: Claim[] = [];
  for (const fact of facts) {
    for (const evidence of fact.evidence) {
      const home = sentences.find(({ quote }) => evidence.start >= quote.start && evidence.start < quote.end);
      if (!home) continue;
      const claim = { fact: { ...fact, evidence: [evidence] }, sentence: home.quote };
      const isAboutCase = home.marks.has(CASE) && !home.marks.has(GUIDELINE);
      (isAboutCase ? claims : named).push(claim);
    }
  }
  return { source, claims, named, unmet: marked(UNMET, scan, mentions), conclusions: conclusionsOf(scan, mentions) };
}

function marksOf(sentence: Sentence, mentions: readonly Mention[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const mention of mentions) if (mention.sentence === sentence && mention.concept.kind === 'marker') for (const name of mention.concept.names) marks.add(name);
  return marks;
}

function marked(name: string, scan: Scan, mentions: readonly Mention[]): MarkedSentence[] {
  return mentions
    .filter((mention) => mention.concept.names.has(name))
    .map((mention) => ({ sentence: sentenceQuote(mention.sentence, scan), words: wordsQuote(mention, scan) }));
}

function conclusionsOf(scan: Scan, mentions: readonly Mention[]): Rationale['conclusions'] {
  const both = [
    ...marked(NECESSARY, scan, mentions).map((one) => ({ ...one, necessary: true })),
    ...marked(UNNECESSARY, scan, mentions).map((one) => ({ ...one, necessary: false })),
  ];
  return both.sort((a, b) => a.words.start - b.words.start);
}

function sentenceQuote(sentence: Sentence, scan: Scan): Quote {
  const first = scan.units[sentence.from];
  const last = scan.units[sentence.to] ?? scan.units[sentence.to - 1];
  return scan.view.source.quote(scan.view.span(first?.start ?? 0, last?.end ?? 0));
}

function wordsQuote(mention: Mention, scan: Scan): Quote {
  return scan.view.source.quote(scan.view.span(scan.units[mention.from]?.start ?? 0, scan.units[mention.to - 1]?.end ?? 0));
}
