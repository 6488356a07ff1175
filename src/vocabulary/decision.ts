/**
 * Predicted decisions and their traces; what a reviewer actually determined; how the two compare.
 */
import type { Quote, Span } from '../text/source-text.js';
import type { FactReading } from './fact.js';
import type { Service } from './service.js';

/** What is predicted for one service, or what one rule says of it. `undetermined`: see `UndeterminedReason`. */
export type DecisionValue = 'medically-necessary' | 'not-medically-necessary' | 'undetermined';

/** What a criterion comes to, in strong Kleene logic. `undetermined`: what is documented says neither. */
export type CriterionStatus = 'met' | 'not-met' | 'undetermined';
/** `upheld`: the denial stands, the service is not necessary. */
export type Outcome = 'upheld' | 'overturned' | 'overturned-in-part';

/** What is predicted for a whole issue, from the decisions of all its services. */
export type Predicted = Outcome | 'undetermined';

/** Where in a guideline a rule or criterion comes from, in the words of the rule's author. */
export interface Citation {
  /** Name of the guideline or journal: `MTUS Low Back Complaints`, `ODG Low Back`. */
  readonly source: string;
  /** Year or number of the edition as written: `2009`, `2nd`. */
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

/** A test of a rule after it was held against a case: a leaf of the trace. */
export interface TestNode {
  readonly kind: 'test';
  /** Id of the criterion, unique in its rule. */
  readonly id: string;
  readonly status: CriterionStatus;
  /** The rule's own sentence. */
  readonly because: string;
  /** The test in words: `red_flag_any is present`. */
  readonly test: string;
  readonly reading: FactReading;
  /** Set when silence or doubt was counted one way by the author's choice. */
  readonly assumed: 'not-documented' | 'uncertain' | null;
  /** Null where the test gives no section or pages besides those of the rule. */
  readonly citation: Citation | null;
  readonly place: RulePlace;
}

/** A group of a rule after it was held against a case, with all of its members, also those that settled nothing. */
export interface GroupNode {
  readonly kind: 'all' | 'any' | 'not' | 'at-least';
  /** Null for a group without a name. */
  readonly id: string | null;
  readonly status: CriterionStatus;
  /** The rule's own sentence; null where the group has none. */
  readonly because: string | null;
  /** How many members must be met; set for `at-least`. */
  readonly count: number | null;
  /** In the order of the file. */
  readonly children: readonly TraceNode[];
  readonly place: RulePlace;
}

/** A node of a trace, which mirrors the tree of its rule; a shared criterion stands in every place that uses it. */
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

/**
 * One of `UNDETERMINED_REASONS`. `conflict`: rules of the same tier come to different ends; `not-documented`: what is
 * documented leaves open what a rule comes to, or whether it speaks.
 */
export type UndeterminedReason = (typeof UNDETERMINED_REASONS)[number];

/**
 * What is predicted for one service of a request, with everything that it rests on. Knows nothing of the
 * determination.
 */
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
  /** The reason as a sentence for people; null where it is decided. */
  readonly reasonText: string | null;
  /** Every rule for the service, the governing one first, then in the order of the evidence sequence. */
  readonly rules: readonly RuleTrace[];
  /**
   * The smallest changes of what is documented that would turn it; empty where no change of one or two facts would.
   */
  readonly turningPoints: readonly TurningPoint[];
}

/** How a prediction and a determination compare; `not-comparable` where either is missing or undetermined. */
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

/** Something in one letter that does not hold together. */
export interface Finding {
  readonly code: (typeof FINDING_CODES)[number];
  /** A phrase for people, without a final stop; words of the letter stand in backticks. */
  readonly message: string;
  /** What to look at; null where the message says all. */
  readonly hint: string | null;
  /** The words that it is about, those that are held to be wrong or out of place first; never empty. */
  readonly quotes: readonly Quote[];
}
