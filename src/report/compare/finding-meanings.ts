/**
 * The codes of findings with a sentence on what each means, for lists, help and exports.
 */
import type { Finding } from '../../vocabulary/decision.js';

/** Every code with its sentence; a new code without one does not compile. */
export const FINDING_MEANINGS: Readonly<Record<Finding['code'], string>> = {
  'outcome-disagrees': 'The prediction and the determination differ.',
  'rationale-contradicts-summary': 'The rationale claims or denies what the case summary says otherwise.',
  'rationale-contradicts-itself': 'Two statements of one rationale cannot both hold.',
  'conclusion-mismatch': 'The outcome beside the request and the last word of the rationale differ.',
  'region-mismatch': 'The rationale or the chapter cited is about another body part than the request.',
  'citation-out-of-force': 'The edition cited was not in force on the day of the UR decision.',
  'request-mismatch': 'What is decided is not among what utilization review denied.',
};
