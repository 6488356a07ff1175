/**
 * What an edit of the rules does to decisions on letters of the past: plain data.
 * Not here: deciding twice and comparing (`history/impact.ts`).
 */
import type { Agreement, DecisionValue, Outcome, Predicted, UndeterminedReason } from './decision.js';
import type { Service } from './service.js';

/** One service as one set of rules decides it. */
export interface JudgedService {
  readonly service: Service;
  readonly decision: DecisionValue;
  readonly rule: string | null;
  readonly decidedBy: readonly string[];
  readonly reason: UndeterminedReason | null;
}

/** One issue as one set of rules decides it. */
export interface JudgedIssue {
  readonly issue: number;
  readonly request: string;
  readonly predicted: Predicted;
  readonly actual: Outcome | null;
  readonly agreement: Agreement;
  readonly services: readonly JudgedService[];
}

/** One issue as one set of rules decides it, not yet held against its determination. */
export type DecidedIssue = Pick<JudgedIssue, 'issue' | 'request' | 'actual' | 'services'>;

/** A letter as two sets of rules decide it. INVARIANT: the same issues, in the same order. */
export interface DecidedPair {
  readonly document: string;
  readonly before: readonly DecidedIssue[];
  readonly after: readonly DecidedIssue[];
}

/** An issue that the two sets decide differently, or by different rules or criteria. */
export interface IssueChange {
  readonly document: string;
  readonly issue: number;
  readonly request: string;
  readonly actual: Outcome | null;
  readonly before: Predicted;
  readonly after: Predicted;
  readonly agreementBefore: Agreement;
  readonly agreementAfter: Agreement;
  readonly servicesBefore: readonly JudgedService[];
  readonly servicesAfter: readonly JudgedService[];
}

/** A proportion with the ends of its 95 % interval; nulls where nothing was counted. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How one set of rules agrees with determinations over all letters, counted in issues. */
export interface AgreementFigures {
  /** Issues with a determination that are predicted at all. */
  readonly predicted: Share;
  /** Of those, the ones that agree. */
  readonly agreeing: Share;
  /** Issues with a determination that agree; what is not predicted does not. */
  readonly agreeingOfAll: Share;
}

/** How much more or less one rule decides after an edit. */
export interface RuleShift {
  /** Id of the rule; a set that has no such rule decides nothing by it. */
  readonly rule: string;
  /** Services that it decided, one way or the other. */
  readonly decidedBefore: number;
  readonly decidedAfter: number;
}

/** An edit of rules, or another set of rules, held against letters of the past. */
export interface Impact {
  readonly letters: number;
  readonly issues: number;
  /** Issues whose outcome is another, in the order of the letters. */
  readonly flips: readonly IssueChange[];
  /** Issues of the same outcome that something else decides now. */
  readonly shifts: readonly IssueChange[];
  /** How many flips go which way, the most first. */
  readonly directions: readonly {
    readonly before: Predicted;
    readonly after: Predicted;
    readonly count: number;
  }[];
  readonly before: AgreementFigures;
  readonly after: AgreementFigures;
  /** Issues that agree after but not before, and the reverse; the exact test of McNemar on them. */
  readonly better: number;
  readonly worse: number;
  /** Two-sided probability of so uneven a split, were both sets of rules equally good. */
  readonly p: number;
  /** Rules that decided more or fewer services, the largest change first. */
  readonly rules: readonly RuleShift[];
}
