/**
 * One issue of a letter as a row for counting: what a store keeps and statistics read. No names, no letter text
 * beyond short quotes. Plain data that goes between threads and into columns.
 * Not here: making rows from a checked letter (`corpus/`).
 */
import type {
  Agreement,
  DecisionValue,
  Finding,
  Outcome,
  Predicted,
  UndeterminedReason,
} from './decision.js';
import type { FactReading } from './fact.js';

/** A fact that a criterion of the governing rule tested, with what it read. */
export interface FactRead {
  readonly fact: string;
  readonly status: FactReading['status'];
  readonly value: FactReading['value'];
}

/** One service of an issue with its decision, flat: ids and counts in place of traces and quotes. */
export interface ServiceRow {
  readonly family: string;
  /** Ids of region and side as the request gives them; null where it names none. */
  readonly region: string | null;
  readonly laterality: string | null;
  readonly levels: readonly string[];
  readonly quantity: number | null;
  readonly decision: DecisionValue;
  /** Id, citation source and tier of the rule that governs; null when none does. */
  readonly rule: string | null;
  readonly guideline: string | null;
  readonly tier: number | null;
  /** Ids of the criteria that settled it; empty where none did. */
  readonly decidedBy: readonly string[];
  /** Facts that further documentation could change the decision with. */
  readonly undocumented: readonly string[];
  /** Why it is undetermined; null where it is decided. */
  readonly reason: UndeterminedReason | null;
  /** What the deciding criteria read, sorted by fact; two issues with equal service and equal deciding facts are alike. */
  readonly decidingFacts: readonly FactRead[];
}

/** One disputed issue: the request, what is predicted for its services, what was determined, how the two compare. */
export interface IssueRow {
  /** Name of the letter; with `issue` it is the key of the row. */
  readonly document: string;
  /** From 1, in the order of the letter. */
  readonly issue: number;
  /** The request line. */
  readonly request: string;
  /** ISO date that chose the editions. */
  readonly urDate: string | null;
  /** Specialty of the reviewer as the letter gives it. */
  readonly specialty: string | null;
  readonly services: readonly ServiceRow[];
  readonly predicted: Predicted;
  /** Null where the letter states no outcome. */
  readonly actual: Outcome | null;
  readonly agreement: Agreement;
  readonly findings: readonly Finding[];
}
