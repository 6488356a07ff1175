/**
 * A determination letter taken apart: header fields, the case summary, and its issues.
 * What the reviewer determined is kept apart from what was asked, so that a prediction can be made
 * from a document without ever holding a determination.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Quote, SourceText, Span } from '../text/source-text.js';
import type { Outcome } from '../vocabulary/decision.js';

/** The year from which on letters look so; letters of later years keep the shape of 2015. */
export type LetterShape = '2013' | '2014' | '2015';

/** A value read from the letter, and the words it was read from. */
export interface Field<T> {
  readonly value: T;
  readonly quote: Quote;
}

/** Header fields; null where the letter has none. Dates are ISO. */
export interface LetterHeader {
  readonly caseNumber: Field<string> | null;
  readonly injuryDate: Field<string> | null;
  readonly urDate: Field<string> | null;
  readonly applicationDate: Field<string> | null;
  readonly assignedDate: Field<string> | null;
  readonly decisionDate: Field<string> | null;
  readonly priority: Field<string> | null;
  readonly specialty: Field<string> | null;
  readonly licensure: Field<string> | null;
}

/** A guideline or paper that a party based its decision on. */
export interface CitedSource {
  /** Part of the treatment schedule, or anything else. */
  readonly kind: 'schedule' | 'other';
  /** Title without year and sections: `Low Back Complaints`, `Official Disability Guidelines (ODG)`. */
  readonly title: string;
  readonly year: string | null;
  readonly sections: readonly string[];
  readonly pages: string | null;
  readonly quote: Quote;
}

/** What one party (claims administrator or reviewer) says it relied on. */
export interface CitationBlock {
  /** Null where the block does not say. */
  readonly basedOnSchedule: boolean | null;
  readonly sources: readonly CitedSource[];
  readonly quote: Quote;
}

/**
 * What the reviewer determined on one issue, and what both parties say it rests on; null for what the letter does not
 * say.
 */
export interface Determination {
  readonly outcome: Field<Outcome> | null;
  readonly claimsAdministrator: CitationBlock | null;
  readonly reviewer: CitationBlock | null;
  /** Of the source, so that sentences keep their places. */
  readonly rationale: Span | null;
}

/** One disputed request of a letter. */
export interface Issue {
  /** From 1, in the order of the letter. */
  readonly number: number;
  /** The request line with the outcome cut off. */
  readonly request: Quote;
  readonly determination: Determination;
}

/** A letter taken apart. All places are those of the source. */
export interface ImrDocument {
  readonly source: SourceText;
  /** Null where the letter has no issues to tell it by. */
  readonly shape: LetterShape | null;
  readonly header: LetterHeader;
  /** The case summary without its heading and boilerplate; null if the letter has none. */
  readonly summary: Span | null;
  /** In the order of the letter; empty where none are found, which is among the diagnostics. */
  readonly issues: readonly Issue[];
  /** What keeps the letter from being judged, and what is odd about it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a prediction may see of a document: everything up to the case summary, and what was asked. */
export interface PredictionInput {
  readonly source: SourceText;
  readonly summary: Span | null;
  readonly requests: readonly Quote[];
  /** The UR date of the header, where the letter has front matter. */
  readonly headerUrDate: string | null;
}
