/**
 * What the pipeline gives for one letter: what every report is made from.
 */
import type { Quote } from '../text/source-text.js';
import type { Agreement, Decision, Finding, Outcome, Predicted } from './decision.js';
import type { Fact } from './fact.js';

/** One issue: what was asked, what is predicted, what was determined, and what does not hold together. */
export interface IssueResult {
  /** From 1, in the order of the letter. */
  readonly issue: number;
  readonly request: Quote;
  /** One decision per service of the request line. */
  readonly decisions: readonly Decision[];
  readonly predicted: Predicted;
  /** Null when the letter states no outcome. */
  readonly actual: Outcome | null;
  readonly agreement: Agreement;
  readonly findings: readonly Finding[];
}

/** All that is read and predicted from one letter. Plain data without the letter's text: quotes carry the words. */
export interface LetterResult {
  /** Name of the letter: its path as given, or the id of its record. */
  readonly document: string;
  /** ISO date that chose the guideline editions; null if the letter gives none. */
  readonly urDate: string | null;
  /** In the order of their words in the summary; empty where the letter has none. */
  readonly facts: readonly Fact[];
  /** In the order of the letter; empty where it has none. */
  readonly issues: readonly IssueResult[];
}
