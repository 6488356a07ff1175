/**
 * One issue of a letter as a row for counting: what a store keeps and statistics read. No names, no letter text
 * beyond short quotes. Plain data that goes between threads and into columns.
 * Not here: making rows from a checked letter (`corpus/`).
 */
import type { Agreement, DecisionValue, Finding, Outcome, UndeterminedReason } from './decision.js';
import type { FactReading } from './fact.js';

/** A fact that a criterion of the governing rule tested, with what it read. */
export interface FactRead {
  readonly fact: string;
  readonly status: FactReading['status'];
  readonly value: FactReading['value'];
}

export interface ServiceRow {
  readonly family: string;
  readonly region: string | null;
  readonly laterality: string | null;
  readonly levels: readonly string[];
  readonly quantity: number | null;
  readonly decision: DecisionValue;
  /** Id, citation source and tier of the rule that governs; null when none does. */
  readonly rule: string | null;
  readonly guideline: string | null;
  readonly tier: number | null;
  readonly decidedBy: readonly string[];
  readonly undocumented: readonly string[];
  readonly reason: UndeterminedReason | null;
  /** What the deciding criteria read, sorted by fact; two issues with equal service and equal deciding facts are alike. */
  readonly decidingFacts: readonly FactRead[];
}

export interface IssueRow {
  readonly document: string;
  readonly issue: number;
  /** The request line. */
  readonly request: string;
  /** ISO date that chose the editions. */
  readonly urDate: string | null;
  /** Specialty of the reviewer as the letter gives it. */
  readonly specialty: string | null;
  readonly services: readonly ServiceRow[];
  readonly predicted: Outcome | 'undetermined';
  readonly actual: Outcome | null;
  readonly agreement: Agreement;
  readonly findings: readonly Finding[];
}
