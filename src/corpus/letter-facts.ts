/**
 * What is kept of a letter so that it can be judged again without its text: its facts, the services that were asked
 * for, what the facts say for each of them, what was determined, and the findings that no rule has a part in.
 * Plain data: the same after a trip through JSON. No letter text beyond short quotes.
 * Not here: making it (`read-letter.ts`), deciding on it (`evaluator.ts`).
 */
import type { Severity } from '../diagnostics/diagnostic.js';
import type { Point, Quote } from '../text/source-text.js';
import type { Finding, Outcome } from '../vocabulary/decision.js';
import type { Fact, FactReading } from '../vocabulary/fact.js';
import type { Service } from '../vocabulary/service.js';

/** What is asked for, apart from the words that ask for it. Letters repeat, so there are few forms. */
export type ServiceForm = Omit<Service, 'words'>;

/** What the facts of a case say on one fact for one service; facts on which they are silent have none. */
export interface StoredReading extends Pick<FactReading, 'fact' | 'status' | 'value'> {
  /** Index among the letter's facts of the statement that decided. */
  readonly from: number;
}

/** One requested service with what the facts say for it. */
export interface StoredService {
  readonly form: ServiceForm;
  readonly words: Quote;
  /** Sorted by fact. */
  readonly readings: readonly StoredReading[];
}

/** An edition that the reviewer cites. */
export interface CitedEdition {
  readonly title: string;
  readonly year: string | null;
  readonly quote: Quote;
}

/** One issue with all that judging it again and holding it against its determination takes. */
export interface StoredIssue {
  readonly issue: number;
  /** The request line on one line. */
  readonly request: string;
  /** Null where the letter states none. */
  readonly outcome: { readonly value: Outcome; readonly quote: Quote } | null;
  readonly cited: readonly CitedEdition[];
  readonly services: readonly StoredService[];
  /** Those that stay the same whatever the rules say. */
  readonly findings: readonly Finding[];
}

/** What is wrong with a letter, at its place where it has one. */
export interface LetterProblem extends Partial<Point> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What can be done about it, where that is known. */
  readonly help?: string;
}

/** All that is kept of one letter. */
export interface LetterFacts {
  /** Path or id of the letter. */
  readonly document: string;
  /** Of the text; two letters of the same text have the same. */
  readonly hash: string;
  /** Of the reviewer's decision, else of the application, else of the UR decision. */
  readonly year: number | null;
  readonly specialty: string | null;
  /** ISO date that chooses the editions. */
  readonly urDate: string | null;
  readonly problems: readonly LetterProblem[];
  /** Of the case summary (`similarity/`); null where it is too short to tell. */
  readonly signature: readonly number[] | null;
  /** In the order of the summary; `from` of readings counts in it. */
  readonly facts: readonly Fact[];
  readonly issues: readonly StoredIssue[];
}
