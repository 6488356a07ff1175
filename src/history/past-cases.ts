/**
 * Cases of the past, ready to be decided by any set of rules: what was asked, what the summary says, what was
 * determined. Letters are one source (`letter-source.ts`); facts that were stored earlier can be another.
 */
import type { CalledAs } from '../pipeline/host-services.js';
import type { Outcome } from '../vocabulary/decision.js';
import type { FactBase } from '../vocabulary/fact.js';
import type { Service } from '../vocabulary/service.js';

/** One issue of a case of the past. */
export interface CaseIssue {
  /** From 1, in the order of the letter. */
  readonly issue: number;
  /** The request line on one line. */
  readonly request: string;
  /** Empty where nothing can be predicted. */
  readonly services: readonly Service[];
  /** What was determined. Looked at after the decision alone. */
  readonly actual: Outcome | null;
}

/** One letter of the past, read and not decided. */
export interface PastCase {
  readonly document: string;
  /** The day that chooses the editions, ISO. */
  readonly date: string | null;
  readonly facts: FactBase;
  readonly calledAs: CalledAs;
  readonly issues: readonly CaseIssue[];
}

/**
 * One case as the vocabularies of two sets of rules read it: the same object twice where they do not differ, so that
 * facts are read once and decided twice. INVARIANT: the issues are the same, in the same order.
 */
export interface CasePair {
  readonly before: PastCase;
  readonly after: PastCase;
}

/** Cases in a stable order, one at a time. */
export type PastCases = AsyncIterable<CasePair>;
