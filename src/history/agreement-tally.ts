/**
 * How often predictions agree with determinations, with intervals. Issues without a determination do not count.
 */
import { proportion } from '../statistics/wilson.js';
import type { AgreementFigures, JudgedIssue, Share } from '../vocabulary/impact.js';

/** Counts issues, in any order; memory does not grow with them. */
export class AgreementTally {
  #determined = 0;
  #predicted = 0;
  #agreeing = 0;

  add({ predicted, actual, agreement }: Pick<JudgedIssue, 'predicted' | 'actual' | 'agreement'>): void {
    if (actual === null) return;
    this.#determined += 1;
    if (predicted !== 'undetermined') this.#predicted += 1;
    if (agreement === 'agree') this.#agreeing += 1;
  }

  /** Of all issues so far. */
  get figures(): AgreementFigures {
    return {
      predicted: share(this.#predicted, this.#determined),
      agreeing: share(this.#agreeing, this.#predicted),
      agreeingOfAll: share(this.#agreeing, this.#determined),
    };
  }
}

function share(part: number, whole: number): Share {
  const { value, low, high } = proportion(part, whole);
  return { part, whole, value, low, high };
}
