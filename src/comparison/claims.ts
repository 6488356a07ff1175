/**
 * What a rationale says about the case, read with the same extraction as the summary, and how it concludes.
 * Sentences that only repeat a guideline claim nothing about the case.
 * Method of telling them apart: markers of the lexicon (roles `guideline-talk`, `case-talk`), precision before recall.
 */

import { lengthsNamed } from '../facts/amounts.js';
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { extractScanned } from '../facts/extract.js';
import type { Mention } from '../facts/mention.js';
import { type Scan, scan } from '../facts/scan.js';
import { type ConceptMatch, percentagesNamed, regionsNamed, type Sentence } from '../facts/sentence.js';
import { does } from '../facts/small-words.js';
import { levelsIn } from '../facts/zones.js';
import { CleanView } from '../text/clean-view.js';
import type { Quote, SourceText, Span } from '../text/source-text.js';
import type { Fact } from '../vocabulary/fact.js';
import type { ConceptRole } from '../vocabulary/lexicon-terms.js';
import { deniedItems, sharedItems } from './denied-items.js';

/** The markers of a sentence: their names, and what they do. */
interface Marks {
  readonly marks: ReadonlySet<string>;
  readonly roles: ReadonlySet<ConceptRole>;
}

/** A fact that a rationale claims of the case. */
export interface Claim extends Marks {
  readonly fact: Fact;
  /** The sentence that claims it. */
  readonly sentence: Quote;
  /** Body regions that the sentence names itself. */
  readonly regionsNamed: ReadonlySet<string>;
}

/** True for what another examiner found, or was found on some day: another examination may have found otherwise. */
export const isOfAnotherExam = (roles: Marks['roles']): boolean =>
  roles.has('another-hand') || roles.has('another-day');

/** A sentence that a marker of the lexicon was found in. */
export interface MarkedSentence {
  readonly sentence: Quote;
  readonly words: Quote;
}

/** A sentence that says how the reviewer decides. */
export interface Conclusion extends MarkedSentence {
  readonly necessary: boolean;
  /** Body regions that its clause names, in text order. */
  readonly regions: readonly string[];
}

/** Any sentence of a rationale. */
export interface SaidSentence extends Marks {
  readonly sentence: Quote;
  /** Body regions that it names, in text order. */
  readonly regions: readonly string[];
  /** Percentages that it names, in text order. */
  readonly percentages: readonly number[];
  /** Lengths of time that it names, in weeks and in text order; of a range its end. */
  readonly weeks: readonly number[];
}

/** A rationale read; quotes are of the letter. Nothing of it goes into a decision. */
export interface Rationale {
  readonly source: SourceText;
  /** About the case, in text order. */
  readonly claims: readonly Claim[];
  /** Facts that sentences name without claiming them, such as the members of a list of criteria. */
  readonly named: readonly { readonly fact: string; readonly sentence: Quote }[];
  /** Sentences that say that criteria are not met. */
  readonly unmet: readonly MarkedSentence[];
  /** Conclusions in text order. */
  readonly conclusions: readonly Conclusion[];
  readonly sentences: readonly SaidSentence[];
}

/** A sentence with its words and the markers that stand in it. */
interface ReadSentence extends Marks {
  readonly sentence: Sentence;
  readonly quote: Quote;
}

/** Reads a rationale. @param reference as for `extractFacts` */
export function readRationale(
  source: SourceText,
  span: Span,
  lexicon: CompiledLexicon,
  reference: string | null,
): Rationale {
  const scanned = scan(CleanView.of(source, span), lexicon);
  const sentences = scanned.sentences.map((sentence) => ({
    sentence,
    quote: sentenceQuote(sentence, scanned),
    ...marksOf(sentence, scanned.units),
  }));
  return {
    source,
    ...saidOfCase(scanned, sentences, lexicon, reference),
    unmet: marked('unmet', scanned).map(({ sentence, words }) => ({ sentence, words })),
    conclusions: conclusionsOf(scanned),
    sentences: sentences.map(({ sentence, quote, marks, roles }) => ({
      sentence: quote,
      marks,
      roles,
      regions: regionsNamed(sentence),
      percentages: percentagesNamed(sentence, scanned.units),
      weeks: lengthsNamed(sentence, scanned, 'week'),
    })),
  };
}

/** What is claimed, and what is only named. Where no sentence can claim anything there is no need to read facts. */
function saidOfCase(
  scanned: Scan,
  sentences: readonly ReadSentence[],
  lexicon: CompiledLexicon,
  reference: string | null,
): Pick<Rationale, 'claims' | 'named'> {
  if (!sentences.some((one) => mayClaim(one, scanned))) return { claims: [], named: [] };
  const { mentions, facts } = extractScanned(scanned, lexicon, reference);
  const inSentence = bySentence(mentions);
  const claiming = sentences.filter(
    (one) =>
      mayClaim(one, scanned) &&
      (one.roles.has('case-talk') || (inSentence.get(one.sentence) ?? []).some(isResultOfTest)),
  );
  const items = claiming
    .filter(({ roles }) => roles.has('past-talk') && !roles.has('asks-amount'))
    .flatMap(({ sentence }) => deniedItems(inSentence.get(sentence) ?? [], scanned, lexicon));
  const claims = [...facts, ...items].flatMap((fact) => claimsOf(fact, claiming, scanned, lexicon));
  const named = sentences
    .filter(({ roles }) => !roles.has('case-talk'))
    .flatMap(({ sentence, quote }) =>
      namedIn(inSentence.get(sentence) ?? [], lexicon).map((fact) => ({ fact, sentence: quote })),
    );
  return { claims: claims.filter((claim) => !claims.some((other) => isUnsaidBy(claim, other))), named };
}

/**
 * True for a sentence about the case, or one that may tell the result of a test: `Reflexes are equal` is found in
 * someone. A list of criteria has no such verb.
 */
function mayClaim({ sentence, roles }: ReadSentence, { units }: Scan): boolean {
  if (roles.has('guideline-talk')) return false;
  if (roles.has('case-talk')) return true;
  const { concepts, from, to } = sentence;
  if (!concepts.some(({ entry }) => entry.kind === 'test')) return false;
  return units.slice(from, to).some((unit) => does(unit, 'finite'));
}

const isResultOfTest = ({ concept, polarity }: Mention): boolean =>
  concept.kind === 'test' && polarity !== 'unsaid';

/** A fact is claimed by each of the sentences that it rests on. @param claiming those that claim something */
function claimsOf(
  fact: Fact,
  claiming: readonly ReadSentence[],
  scanned: Scan,
  lexicon: CompiledLexicon,
): readonly Claim[] {
  return fact.evidence.flatMap((evidence) => {
    const home = sentenceAt(evidence.start, claiming);
    if (home === undefined || !isOfWhatWasDone(fact, home.roles, lexicon)) return [];
    const roles = new Set(home.roles);
    if (!isRestricted(evidence, home, scanned)) roles.delete('restricted');
    return [
      {
        fact: { ...fact, levels: levelsOf(fact, home, scanned), evidence: [evidence] },
        sentence: home.quote,
        marks: home.marks,
        roles,
        regionsNamed: new Set(regionsNamed(home.sentence)),
      },
    ];
  });
}

/** `No instability has been shown at L3-4`: what is not so is denied of the levels that its sentence names. */
function levelsOf(fact: Fact, { sentence }: ReadSentence, { units }: Scan): readonly string[] {
  return fact.status === 'present' || fact.levels.length > 0 ? fact.levels : levelsIn(sentence, units);
}

/** `no imaging demonstrating arthritis`: the imaging is restricted, the arthritis is not. */
function isRestricted(evidence: Quote, { sentence }: ReadSentence, scanned: Scan): boolean {
  return restrictions(sentence).some((match) => {
    const words = wordsQuote(match, scanned);
    if (match.entry.roles.has('opens-restriction') && words.start < evidence.end) return false;
    return !isOfOtherClause(words, evidence, sentence, scanned);
  });
}

/** `reports severe pain, and there is no sign of spasm`: behind a comma and with a verb of its own, it is said of something else. */
function isOfOtherClause(words: Span, evidence: Span, { from, to }: Sentence, scanned: Scan): boolean {
  const [start, end] =
    words.end <= evidence.start ? [words.end, evidence.start] : [evidence.end, words.start];
  const between = scanned.units.slice(from, to).filter((unit) => {
    const span = scanned.view.span(unit.start, unit.end);
    return span.start >= start && span.end <= end;
  });
  const comma = between.findIndex((unit) => unit.word === ',' || unit.word === ';');
  return comma >= 0 && between.slice(comma).some((unit) => does(unit, 'finite'));
}

/** The words that restrict what is said in a sentence; a purpose restricts nothing. */
function restrictions({ concepts }: Sentence): readonly ConceptMatch[] {
  const purposes = concepts.filter(({ entry }) => entry.roles.has('tells-purpose'));
  return concepts.filter(
    ({ entry, from, to }) =>
      entry.roles.has('restricted') && !purposes.some((one) => one.from <= from && to <= one.to),
  );
}

/** `not corroborated by electrodiagnostic testing` names a study, and does not say that there was one. */
function isOfWhatWasDone(fact: Fact, roles: ReadonlySet<ConceptRole>, { claims }: CompiledLexicon): boolean {
  if (fact.status !== 'present' || fact.date !== null || !claims.history.has(fact.fact)) return true;
  return roles.has('past-event');
}

/** One sentence does not state and deny the same thing: one of the two was misread, and nobody is accused of it. */
function isUnsaidBy(claim: Claim, other: Claim): boolean {
  if (sharedItems(claim.fact.value, other.fact.value)?.length === 0) return false;
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

function marksOf(sentence: Sentence, units: Scan['units']): Marks {
  const entries = sentence.concepts.map(({ entry }) => entry);
  const markers = entries.filter(({ kind }) => kind === 'marker');
  const roles = new Set(entries.flatMap(({ roles: own }) => [...own]));
  const concludes = roles.has('concludes-necessary') || roles.has('concludes-unnecessary');
  if (concludes || tellsWhatWasNot(sentence, units)) roles.add('case-talk');
  return { marks: new Set(markers.flatMap(({ names }) => [...names])), roles };
}

/** `X-rays have not been taken`: what was not, or has not been, is told of someone, whoever the subject is. */
function tellsWhatWasNot({ from, to }: Sentence, units: Scan['units']): boolean {
  return units
    .slice(from, to)
    .some((unit, i, all) => does(unit, 'telling-verb') && does(all[i + 1], 'denies-verb'));
}

/** The places of the markers of a role in text order. */
function marked(
  role: ConceptRole,
  scanned: Scan,
): (MarkedSentence & { readonly regions: readonly string[] })[] {
  return scanned.sentences.flatMap((sentence) =>
    sentence.concepts
      .filter(({ entry }) => entry.roles.has(role))
      .map((match) => ({
        sentence: sentenceQuote(sentence, scanned),
        words: wordsQuote(match, scanned),
        regions: regionsOfClause(match, sentence, scanned.units),
      })),
  );
}

/** `Given his foot drop, the request is granted`: behind a comma a body part is not that of what is decided. */
function regionsOfClause(
  { from, to }: ConceptMatch,
  { attributes }: Sentence,
  units: Scan['units'],
): readonly string[] {
  const between = (a: number, b: number): boolean =>
    units.slice(a, b).some(({ word }) => word === ',' || word === ';');
  return attributes
    .filter(
      (one) =>
        one.entry.type === 'region' && !(one.from < from ? between(one.to, from) : between(to, one.from)),
    )
    .map(({ entry }) => entry.value);
}

function conclusionsOf(scanned: Scan): readonly Conclusion[] {
  const both = [
    ...marked('concludes-necessary', scanned).map((one) => ({ ...one, necessary: true })),
    ...marked('concludes-unnecessary', scanned).map((one) => ({ ...one, necessary: false })),
  ];
  return both.sort((a, b) => a.words.start - b.words.start);
}

function sentenceQuote(sentence: Sentence, scan: Scan): Quote {
  const first = scan.units[sentence.from];
  const last = scan.units[sentence.to] ?? scan.units[sentence.to - 1];
  return scan.view.source.quote(scan.view.span(first?.start ?? 0, last?.end ?? 0));
}

function wordsQuote({ from, to }: ConceptMatch, scan: Scan): Quote {
  return scan.view.source.quote(scan.view.span(scan.units[from]?.start ?? 0, scan.units[to - 1]?.end ?? 0));
}
