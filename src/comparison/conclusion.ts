/**
 * Whether the outcome beside the request, the rationale's last word and the body part they speak of belong together.
 */

import type { Determination } from '../document/imr-document.js';
import type { CompiledLexicon } from '../facts/compiled-lexicon.js';
import { scan } from '../facts/scan.js';
import { CleanView } from '../text/clean-view.js';
import type { Quote } from '../text/source-text.js';
import type { Finding } from '../vocabulary/decision.js';
import type { Rationale } from './claims.js';

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

/** The reviewer's cited chapter, or the service that the rationale decides, is about another body part than the request. */
export function regionMismatch(
  determination: Determination,
  rationale: Rationale | null,
  request: Quote,
  regions: readonly string[],
  lexicon: CompiledLexicon,
): Finding[] {
  if (regions.length === 0) return [];
  const accepted = new Set(
    regions.flatMap((region) => [
      region,
      ...(lexicon.includedRegions.get(region) ?? []),
      lexicon.suppliedBy.get(region) ?? region,
    ]),
  );
  const elsewhere = (quote: Quote): string[] => {
    const named = rationale ? regionsIn(quote, rationale.source, lexicon) : [];
    return named.length > 0 && !named.some((region) => accepted.has(region)) ? named : [];
  };
  for (const { title, quote } of determination.reviewer?.sources ?? []) {
    const named = elsewhere(quote);
    if (named.length > 0)
      return [
        mismatch(
          `the reviewer cites \`${title}\`, a chapter about another body part than the request`,
          quote,
          request,
        ),
      ];
  }
  const last = rationale?.conclusions.at(-1);
  if (last && elsewhere(last.sentence).length > 0)
    return [
      mismatch(
        'the rationale decides a service for another body part than the request',
        last.sentence,
        request,
      ),
    ];
  return [];
}

function regionsIn(quote: Quote, source: Rationale['source'], lexicon: CompiledLexicon): string[] {
  const { sentences } = scan(CleanView.of(source, quote), lexicon);
  return sentences.flatMap((sentence) =>
    sentence.attributes.filter((one) => one.entry.type === 'region').map((one) => one.entry.value),
  );
}

function mismatch(message: string, words: Quote, request: Quote): Finding {
  return { code: 'region-mismatch', message, hint: null, quotes: [words, request] };
}
