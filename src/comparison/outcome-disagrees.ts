/**
 * The finding that prediction and determination differ, with the words of the outcome and those that decided the
 * prediction. Apart, because it can be made without the letter: from what was stored of it.
 */
import type { Quote } from '../text/source-text.js';
import type { Finding, Outcome, Predicted } from '../vocabulary/decision.js';

/** What a prediction and an outcome that differ have to say for themselves. */
export interface Disagreement {
  readonly predicted: Predicted;
  readonly outcome: { readonly value: Outcome; readonly quote: Quote };
  /** Ids of the criteria that settled the prediction. */
  readonly decidedBy: readonly string[];
  /** The words that those criteria rest on. */
  readonly evidence: readonly Quote[];
}

/** Words that are quoted beside the outcome. */
const MOST_EVIDENCE = 3;

/** The finding that prediction and determination differ, with the words behind the prediction. */
export function disagreementFinding({ predicted, outcome, decidedBy, evidence }: Disagreement): Finding {
  const ids = [...new Set(decidedBy)].map((id) => `\`${id}\``).join(', ');
  const by = ids === '' ? '' : `, by ${ids}`;
  return {
    code: 'outcome-disagrees',
    message: `predicted ${predicted}${by}; determined ${outcome.value}`,
    hint: null,
    quotes: [outcome.quote, ...unlike(evidence).slice(0, MOST_EVIDENCE)],
  };
}

/** Several criteria may rest on the same words, such as those of the request. */
function unlike(quotes: readonly Quote[]): readonly Quote[] {
  return [...new Map(quotes.map((quote) => [`${quote.start} ${quote.end}`, quote])).values()];
}
