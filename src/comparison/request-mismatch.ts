/**
 * Whether the services that utilization review denied are those that the letter decides. Read from the sentences of
 * the summary that say what was denied, with the parser of request lines.
 * Precision before recall: a worker may dispute some of what was denied, and a summary may name some of it, so only
 * an issue is told that nothing of what was denied can be, beside a denial that no issue is.
 */

import type { ImrDocument } from '../document/imr-document.js';
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import type { Scan } from '../facts/scan.js';
import type { Sentence } from '../facts/sentence.js';
import type { CompiledServices } from '../requests/compiled-services.js';
import { parseRequest } from '../requests/parse-request.js';
import type { Quote, SourceText, Span } from '../text/source-text.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Fact } from '../vocabulary/fact.js';
import type { CueMeaning } from '../vocabulary/lexicon-terms.js';
import { OTHER_FAMILY, type Service, UNKNOWN_FAMILY } from '../vocabulary/service.js';
import { areRelated } from './related-regions.js';

/** Families that do not tell one service from another. */
const VAGUE: ReadonlySet<string> = new Set([UNKNOWN_FAMILY, OTHER_FAMILY]);

/** How far what a denial lists is read, in characters: no list of requests is longer. */
const LONGEST_LIST = 900;

/** The facts of a summary, and the scan that they were read from; null where there is no summary. */
export interface ScannedSummary {
  readonly facts: readonly Fact[];
  readonly scan: Scan | null;
}

interface Denial {
  readonly services: readonly Service[];
  readonly sentence: Quote;
}

/**
 * Holds the issues of a letter against what its summary says was denied.
 * @param asked the services of each issue, in the order of the letter
 * @returns the finding of each issue, or null, in the same order
 */
export function requestMismatches(
  document: ImrDocument,
  summary: ScannedSummary,
  asked: readonly (readonly Service[])[],
  lexicon: CompiledLexicon,
  services: CompiledServices,
): readonly (Finding | null)[] {
  const none = asked.map(() => null);
  const denials = denialsOf(document.source, summary, lexicon, services);
  const denied = denials.flatMap((denial) => denial.services);
  const isSure = denied.length > 0 && [...denied, ...asked.flat()].every(({ family }) => !VAGUE.has(family));
  if (!isSure || asked.some((one) => one.length === 0)) return none;
  const isAsked = (one: Service): boolean =>
    asked.flat().some((other) => canBeSame(one, other, lexicon, services));
  const left = denials.find((denial) => denial.services.some((one) => !isAsked(one)));
  if (left === undefined) return none;
  return asked.map((issue, i) => {
    const request = document.issues[i]?.request;
    const isDenied = issue.some((one) => denied.some((other) => canBeSame(one, other, lexicon, services)));
    return isDenied || request === undefined ? null : mismatch(request, left);
  });
}

function mismatch(request: Quote, { sentence }: Denial): Finding {
  return {
    code: 'request-mismatch',
    message: 'what is decided here is not among the services that utilization review denied',
    hint: 'the summary may be that of another request',
    quotes: [request, sentence],
  };
}

/** The denials that say what was denied; `denied the request` says nothing. */
function denialsOf(
  source: SourceText,
  { facts, scan }: ScannedSummary,
  { claims: { reviewDenial: denial } }: CompiledLexicon,
  services: CompiledServices,
): readonly Denial[] {
  if (scan === null) return [];
  const starts = facts
    .filter((fact) => fact.fact === denial?.fact && fact.status === 'present' && fact.value === denial.value)
    .map((fact) => fact.evidence[0])
    .filter((quote) => quote !== undefined);
  return starts.flatMap((words) => {
    const sentence = sentenceAt(words.start, scan);
    if (sentence === undefined || followsItsItem(sentence, scan)) return [];
    const span = spanOf(sentence.from, sentence.to, scan);
    const farthest = Math.min(span.end, words.start + LONGEST_LIST);
    const list = { start: words.end, end: Math.min(farthest, listEnd(sentence, scan, words.end)) };
    const named = list.end > list.start ? parseRequest(source.quote(list), source, services) : [];
    return named.length === 0 ? [] : [{ services: named, sentence: source.quote(span) }];
  });
}

/** `Soma non-certified, UDS certified`: what follows a denial so is another item, with a decision of its own. */
function followsItsItem({ to, concepts }: Sentence, { units }: Scan): boolean {
  return concepts.some(
    (match) => match.entry.roles.has('granted') && (match.to === to || units[match.to]?.word === ','),
  );
}

function sentenceAt(offset: number, scan: Scan): Sentence | undefined {
  const { sentences } = scan;
  const spanAt = ({ from, to }: Sentence): Span => spanOf(from, to, scan);
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanAt(sentences[middle] as Sentence).end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found && spanAt(found).start <= offset ? found : undefined;
}

function spanOf(from: number, to: number, { view, units }: Scan): Span {
  return view.span(units[from]?.start ?? 0, units[to - 1]?.end ?? 0);
}

/** Reasons come after a colon, after a word that begins another clause, or after words of the lexicon. */
function listEnd({ from, to, concepts, cues }: Sentence, read: Scan, after: number): number {
  const ends = [
    ...concepts.filter((match) => match.entry.roles.has('denials-end')).map((match) => match.from),
    ...cues
      .filter(({ entry }) => entry.meaning === 'stop' && beginsClause(entry.ends))
      .map((match) => match.from),
  ];
  for (let i = from; i < to; i++) if (/^[:;]$/.test(read.units[i]?.word ?? '')) ends.push(i);
  const starts = ends.map((at) => spanOf(at, at + 1, read).start);
  return Math.min(Number.POSITIVE_INFINITY, ...starts.filter((start) => start >= after));
}

/** Of the words that end scopes, those that end what a denial says of itself: `but`, `because`. */
function beginsClause(ends: ReadonlySet<CueMeaning> | null): boolean {
  return ends === null || ends.has('negated');
}

/** True unless the two are surely different: other families without a word in common, or other regions. */
function canBeSame(a: Service, b: Service, lexicon: CompiledLexicon, services: CompiledServices): boolean {
  const isSameKind = a.family === b.family || mayBeOneKind(a, b, services) || shareWord(a, b);
  return isSameKind && !areApart(a.region, b.region, lexicon);
}

/** One family may become the other, take it in, or serve it. */
function mayBeOneKind(a: Service, b: Service, { families }: CompiledServices): boolean {
  const leadsTo = (from: Service, to: Service): boolean => {
    const family = families.get(from.family);
    if (family === undefined || from.parent === to.family) return true;
    return family.absorbs.has(to.family) || [...family.becomes.values()].includes(to.family);
  };
  return leadsTo(a, b) || leadsTo(b, a);
}

/** `the therapy` and `aquatic therapy` may be the same; body parts are compared apart from the words. */
function shareWord(a: Service, b: Service): boolean {
  const places = new Set([a, b].flatMap(({ region }) => region?.split('_') ?? []));
  const words = ({ words: { text } }: Service): readonly string[] =>
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !places.has(word));
  const others = new Set(words(b));
  return words(a).some((word) => others.has(word));
}

function areApart(a: string | null, b: string | null, lexicon: CompiledLexicon): boolean {
  return a !== null && b !== null && !areRelated(a, b, lexicon);
}
