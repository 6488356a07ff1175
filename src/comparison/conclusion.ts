/**
 * Whether the outcome beside the request, the rationale's last word and the body part they speak of belong together.
 */

import type { Determination } from '../document/imr-document.js';
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { scan } from '../facts/scan.js';
import { regionsNamed } from '../facts/sentence.js';
import { BoundedMemo } from '../text/bounded-memo.js';
import { CleanView } from '../text/clean-view.js';
import type { Quote, SourceText } from '../text/source-text.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Rationale } from './claims.js';
import { areRelated, regionsAround } from './related-regions.js';
import type { ScannedSummary } from './request-mismatch.js';

/** The rationale concludes the opposite of the outcome stated beside the request. */
export function conclusionMismatch(determination: Determination, rationale: Rationale): Finding[] {
  const { outcome } = determination;
  const last = rationale.conclusions.at(-1);
  if (!outcome || !last || outcome.value === 'overturned-in-part') return [];
  if ((outcome.value === 'overturned') === last.necessary) return [];
  const concludes = last.necessary ? 'necessary' : 'not necessary';
  return [
    {
      code: 'conclusion-mismatch',
      message: `the outcome stated is \`${outcome.quote.text}\`, the rationale ends with \`${concludes}\``,
      hint: null,
      quotes: [outcome.quote, last.sentence],
    },
  ];
}

/** What a letter tells around one issue: how it was determined and why, and the summary of the case. */
export interface Told {
  readonly determination: Determination;
  readonly rationale: Rationale | null;
  readonly summary: ScannedSummary;
}

/**
 * The reviewer's cited chapter, the service that the rationale decides, or all that it says of the case, is about
 * another body part than the request.
 */
export function regionMismatch(
  { determination, rationale, summary }: Told,
  request: Quote,
  regions: readonly string[],
  lexicon: CompiledLexicon,
): Finding[] {
  if (regions.length === 0 || rationale === null) return [];
  const accepted = new Set(regions.flatMap((region) => regionsAround(region, lexicon)));
  const areElsewhere = (named: readonly string[]): boolean =>
    named.length > 0 && !named.some((region) => accepted.has(region));
  for (const { title, quote } of determination.reviewer?.sources ?? []) {
    if (areElsewhere(regionsIn(quote, rationale.source, lexicon)))
      return [
        mismatch(
          `the reviewer cites \`${title}\`, a chapter about another body part than the request`,
          quote,
          request,
        ),
      ];
  }
  const last = rationale.conclusions.at(-1);
  if (last && areElsewhere(last.regions))
    return [
      mismatch(
        'the rationale decides a service for another body part than the request',
        last.sentence,
        request,
      ),
    ];
  const words = saidElsewhere(rationale, summary, regions, lexicon);
  if (words === null) return [];
  return [
    mismatch('all that the rationale says is about another body part than the request', words, request),
  ];
}

/** How often another body part must be named: once may be in passing. */
const FEWEST = 2;

/** A sentence about the case, where all that name a body part name one that has nothing to do with the request. */
function saidElsewhere(
  { sentences }: Rationale,
  summary: ScannedSummary,
  asked: readonly string[],
  lexicon: CompiledLexicon,
): Quote | null {
  const named = sentences.filter(({ regions }) => regions.length > 0);
  const ofCase = named.filter(({ roles }) => !roles.has('guideline-talk'));
  const first = ofCase.find(({ roles }) => roles.has('case-talk'));
  if (first === undefined) return null;
  const places = ofCase.flatMap(({ regions }) => regions);
  const isNear = (region: string): boolean => asked.some((other) => areRelated(region, other, lexicon));
  if (named.some(({ regions }) => regions.some(isNear))) return null;
  const isEnough =
    ofCase.length >= FEWEST || (places.length >= FEWEST && !areOfSummary(places, summary, lexicon));
  return isEnough ? first.sentence : null;
}

/** True if the summary speaks of any of the body parts, or of one that has to do with it. */
function areOfSummary(
  places: readonly string[],
  { scan: read }: ScannedSummary,
  lexicon: CompiledLexicon,
): boolean {
  const known = new Set(read?.sentences.flatMap(regionsNamed));
  return [...known].some((region) => places.some((one) => areRelated(one, region, lexicon)));
}

/** Body regions that quotes name, by lexicon: reviewers cite few chapters, each of them often. */
const regionsByQuote = new WeakMap<CompiledLexicon, BoundedMemo<readonly string[]>>();

function regionsIn(quote: Quote, source: SourceText, lexicon: CompiledLexicon): readonly string[] {
  const memo = regionsByQuote.get(lexicon) ?? new BoundedMemo<readonly string[]>();
  regionsByQuote.set(lexicon, memo);
  const known = memo.get(quote.text);
  if (known !== undefined) return known;
  const regions = scan(CleanView.of(source, quote), lexicon).sentences.flatMap(regionsNamed);
  memo.set(quote.text, regions);
  return regions;
}

function mismatch(message: string, words: Quote, request: Quote): Finding {
  return { code: 'region-mismatch', message, hint: null, quotes: [words, request] };
}
