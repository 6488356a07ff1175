/**
 * What a rationale says about the case, read with the same extraction as the summary, and how it concludes.
 * Sentences that only repeat a guideline claim nothing about the case.
 * Method of telling them apart: markers of the lexicon (`guideline_talk`, `case_talk`), precision before recall.
 */
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { extract } from '../facts/extract.js';
import type { Mention } from '../facts/mention.js';
import type { Scan, Sentence } from '../facts/scan.js';
import type { Quote, SourceText, Span } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';

/** A fact that a rationale claims of the case. */
export interface Claim {
  readonly fact: Fact;
  /** The sentence that claims it. */
  readonly sentence: Quote;
  /** Names of the markers in it. */
  readonly marks: ReadonlySet<string>;
  /** Body regions that the sentence names itself. */
  readonly regionsNamed: ReadonlySet<string>;
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
  /** Facts that sentences name without claiming them, such as the members of a list of criteria. */
  readonly named: readonly { readonly fact: string; readonly sentence: Quote }[];
  /** Sentences that say that criteria are not met. */
  readonly unmet: readonly MarkedSentence[];
  /** Conclusions in text order. */
  readonly conclusions: readonly (MarkedSentence & { readonly necessary: boolean })[];
}

const GUIDELINE = 'guideline_talk';
const CASE = 'case_talk';
/** In a sentence about what was never done: only there a denial of a study or operation is one. */
export const NEVER_DONE = 'past_talk';
/** In a sentence about what was not done again. */
export const RENEWED = 'renewed';
/** In a sentence about what was done: only there a study or operation that is named is said to have been. */
const DONE = 'past_event';
const UNMET = 'criteria_unmet';
const NECESSARY = 'concludes_necessary';
const UNNECESSARY = 'concludes_unnecessary';

/** Reads a rationale. @param reference as for `extractFacts` */
export function readRationale(
  source: SourceText,
  span: Span,
  lexicon: CompiledLexicon,
  reference: string | null,
): Rationale {
  const { scan, mentions, facts } = extract(source, span, lexicon, reference);
  const inSentence = bySentence(mentions);
  const sentences = scan.sentences.map((sentence) => ({
    sentence,
    quote: sentenceQuote(sentence, scan),
    marks: marksOf(inSentence.get(sentence) ?? []),
  }));
  const claims: Claim[] = [];
  for (const fact of facts) {
    for (const evidence of fact.evidence) {
      const home = sentenceAt(evidence.start, sentences);
      if (!home || home.marks.has(GUIDELINE)) continue;
      if (!home.marks.has(CASE) && !tellsResult(home.sentence, inSentence.get(home.sentence) ?? [], scan))
        continue;
      if (!isOfWhatWasDone(fact, home.marks, lexicon)) continue;
      const regionsNamed = new Set(
        home.sentence.attributes.filter((one) => one.entry.type === 'region').map((one) => one.entry.value),
      );
      claims.push({
        fact: { ...fact, evidence: [evidence] },
        sentence: home.quote,
        marks: home.marks,
        regionsNamed,
      });
    }
  }
  const named = sentences
    .filter(({ marks }) => !marks.has(CASE))
    .flatMap(({ sentence, quote }) =>
      namedIn(inSentence.get(sentence) ?? [], lexicon).map((fact) => ({ fact, sentence: quote })),
    );
  return {
    source,
    claims: claims.filter((claim) => !claims.some((other) => isUnsaidBy(claim, other))),
    named,
    unmet: marked(UNMET, scan, mentions),
    conclusions: conclusionsOf(scan, mentions),
  };
}

/** `Reflexes are equal`: what a test found is found in someone. A list of criteria has no such verb. */
function tellsResult({ from, to }: Sentence, mentions: readonly Mention[], { units }: Scan): boolean {
  if (!mentions.some(({ concept, polarity }) => concept.kind === 'test' && polarity !== 'unsaid'))
    return false;
  return units.slice(from, to).some(({ word }) => FINITE.has(word));
}
const FINITE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'remains', 'remained']);

/** `not corroborated by electrodiagnostic testing` names a study, and does not say that there was one. */
function isOfWhatWasDone(fact: Fact, marks: ReadonlySet<string>, { claims }: CompiledLexicon): boolean {
  if (fact.status !== 'present' || fact.date !== null || !claims.history.has(fact.fact)) return true;
  return marks.has(DONE);
}

/** One sentence does not state and deny the same thing: one of the two was misread, and nobody is accused of it. */
function isUnsaidBy(claim: Claim, other: Claim): boolean {
  return (
    claim.sentence.start === other.sentence.start &&
    claim.fact.fact === other.fact.fact &&
    claim.fact.region === other.fact.region &&
    (claim.fact.status === 'present') !== (other.fact.status === 'present')
  );
}

function bySentence(mentions: readonly Mention[]): ReadonlyMap<Sentence, readonly Mention[]> {
  const groups = new Map<Sentence, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.sentence);
    if (group) group.push(mention);
    else groups.set(mention.sentence, [mention]);
  }
  return groups;
}

/** The sentence whose words hold an offset. @param sentences in the order of the text */
function sentenceAt<S extends { readonly quote: Quote }>(
  offset: number,
  sentences: readonly S[],
): S | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as S).quote.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found && found.quote.start <= offset ? found : undefined;
}

/** The facts that the concepts of a sentence can give, asserted or not. */
function namedIn(mentions: readonly Mention[], lexicon: CompiledLexicon): string[] {
  const planned = mentions.flatMap((mention) => lexicon.plan.get(mention.concept.name) ?? []);
  return [...new Set(planned.map(({ fact }) => fact))];
}

function marksOf(mentions: readonly Mention[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const { concept } of mentions)
    if (concept.kind === 'marker') for (const name of concept.names) marks.add(name);
  return marks;
}

function marked(name: string, scan: Scan, mentions: readonly Mention[]): MarkedSentence[] {
  return mentions
    .filter((mention) => mention.concept.names.has(name))
    .map((mention) => ({
      sentence: sentenceQuote(mention.sentence, scan),
      words: wordsQuote(mention, scan),
    }));
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
  return scan.view.source.quote(
    scan.view.span(scan.units[mention.from]?.start ?? 0, scan.units[mention.to - 1]?.end ?? 0),
  );
}
