/**
 * Predicted decisions and their traces; what a reviewer actually determined; how the two compare.
 */
import type { Quote, Span } from '../text/source-text.js';
import type { FactReading } from './fact.js';
import type { Service } from './service.js';

export type DecisionValue = 'medically-necessary' | 'not-medically-necessary' | 'undetermined';
export type CriterionStatus = 'met' | 'not-met' | 'undetermined';
/** `upheld`: the denial stands, the service is not necessary. */
export type Outcome = 'upheld' | 'overturned' | 'overturned-in-part';

export interface Citation {
  /** Name of the guideline or journal: `MTUS Low Back Complaints`, `ODG Low Back`. */
  readonly source: string;
  readonly edition: string;
  readonly section: string | null;
  readonly pages: string | null;
}

/** Where a node of a rule stands. */
export interface RulePlace {
  readonly file: string;
  readonly span: Span;
  readonly line: number;
  readonly column: number;
}

export interface TestNode {
  readonly kind: 'test';
  readonly id: string;
  readonly status: CriterionStatus;
  /** The rule's own sentence. */
  readonly because: string;
  /** The test in words: `red_flag_any is present`. */
  readonly test: string;
  readonly reading: FactReading;
  /** Set when silence or doubt was counted one way by the author's choice. */
  readonly assumed: 'not-documented' | 'uncertain' | null;
  readonly citation: Citation | null;
  readonly place: RulePlace;
}

export interface GroupNode {
  readonly kind: 'all' | 'any' | 'not' | 'at-least';
  readonly id: string | null;
  readonly status: CriterionStatus;
  readonly because: string | null;
  /** How many members must be met; set for `at-least`. */
  readonly count: number | null;
  readonly children: readonly TraceNode[];
  readonly citation: Citation | null;
  readonly place: RulePlace;
}

export type TraceNode = TestNode | GroupNode;

/** One rule held against one service. */
export interface RuleTrace {
  readonly rule: string;
  readonly title: string;
  readonly tier: number;
  readonly citation: Citation;
  readonly place: RulePlace;
  /** Why the rule does not speak for this service, when it does not. */
  readonly passedOver: 'not-in-force' | 'silent' | 'lower-tier' | null;
  readonly passedOverBecause: string | null;
  readonly decision: DecisionValue;
  /** Top-level parts, in the order of the file. */
  readonly addresses: TraceNode | null;
  readonly criteria: TraceNode | null;
  readonly exclusions: TraceNode | null;
  readonly limits: TraceNode | null;
}

/** A smallest set of readings that would turn the decision. */
export interface TurningPoint {
  readonly decision: DecisionValue;
  readonly changes: readonly { readonly fact: string; readonly criterion: string; readonly to: string }[];
}

/** Why nothing is decided. */
export const UNDETERMINED_REASONS = ['no-rule', 'conflict', 'not-documented', 'unknown-service'] as const;
export type UndeterminedReason = (typeof UNDETERMINED_REASONS)[number];

export interface Decision {
  readonly service: Service;
  readonly decision: DecisionValue;
  /** The date that chose the editions, ISO; null when the letter gives none. */
  readonly date: string | null;
  /** Id of the rule that governs; null when none does. */
  readonly rule: string | null;
  /** Ids of the criteria that settled it. */
  readonly decidedBy: readonly string[];
  /** Facts that further documentation could change the decision with. */
  readonly undocumented: readonly string[];
  /** Why it is undetermined, when it is. */
  readonly reason: UndeterminedReason | null;
  readonly reasonText: string | null;
  /** Every rule for the service, the governing one first, then in the order of the evidence sequence. */
  readonly rules: readonly RuleTrace[];
  readonly turningPoints: readonly TurningPoint[];
}

export type Agreement = 'agree' | 'disagree' | 'not-comparable';

/** What does not hold together in a letter, in the order in which the findings of an issue are told. */
export const FINDING_CODES = [
  'outcome-disagrees',
  'rationale-contradicts-summary',
  'rationale-contradicts-itself',
  'conclusion-mismatch',
  'region-mismatch',
  'citation-out-of-force',
  'request-mismatch',
] as const;

export interface Finding {
  readonly code: (typeof FINDING_CODES)[number];
  readonly message: string;
  readonly hint: string | null;
  readonly quotes: readonly Quote[];
}
