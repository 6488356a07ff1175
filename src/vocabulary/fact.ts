/**
 * Facts: typed answers about a case, each with the words it rests on.
 * A `Fact` is one statement of the summary; a `FactReading` is what the statements say for one service.
 */
import type { Quote } from '../text/source-text.js';
import type { FactType } from './lexicon-terms.js';
import type { Laterality, Service } from './service.js';

/** `gap`: the letter itself says that the thing is not documented. */
export type FactStatus = 'present' | 'absent' | 'uncertain' | 'gap';

/** A number, a range `[low, high]`, a choice or ISO date (year or year-month where no more is said), or a list. */
export type FactValue = number | readonly [number, number] | string | boolean | readonly string[];

/**
 * One statement of the summary on one fact, with the words that make it. Several statements on a fact may contradict
 * each other; which one counts is asked per service (see `FactBase`).
 */
export interface Fact {
  /** Name of the fact in the lexicon. */
  readonly fact: string;
  readonly status: FactStatus;
  /** In the unit of the fact's definition; null where the statement gives none, as findings never do. */
  readonly value: FactValue | null;
  /** Id of the body region that it is about; null where it is about the whole case or nobody says. */
  readonly region: string | null;
  readonly laterality: Laterality | null;
  /** Spinal levels that it is told of; empty where none are named. */
  readonly levels: readonly string[];
  /** When it was so: ISO date, may be partial. */
  readonly date: string | null;
  /** Family of the service, or drug class, that the statement is about; null for facts of the case. */
  readonly service: string | null;
  /** INVARIANT: never empty. */
  readonly evidence: readonly Quote[];
  /** The words that made the status what it is: negations, hedges, result words. */
  readonly cues: readonly Quote[];
}

/** What the statements on a fact come to. */
export const READING_STATUSES = ['present', 'absent', 'uncertain', 'not-documented'] as const;

/** One of `READING_STATUSES`. `uncertain`: doubtful, or statements of equal weight contradict each other. */
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** What all statements on a fact come to for one service: what a criterion tests. */
export interface FactReading {
  readonly fact: string;
  readonly status: ReadingStatus;
  /** The value that won; null where none was told, and where statements differ. */
  readonly value: FactValue | null;
  /** True when the letter says in words that the thing is not documented. */
  readonly gap: boolean;
  /** Why this status won, as a phrase: `the latest of 2 dated statements`. Empty when there was nothing to weigh. */
  readonly because: string;
  /** The statements that decided, then those that were weighed against them; empty when silent. */
  readonly facts: readonly Fact[];
}

/** A reading that rests on no statement: of an example, a sample case, or of silence. */
export function readingOf(fact: string, status: ReadingStatus, value: FactValue | null = null): FactReading {
  return { fact, status, value, gap: false, because: '', facts: [] };
}

/** The reading of a fact on which nothing is said. */
export const silentOn = (fact: string): FactReading => readingOf(fact, 'not-documented');

/** The facts of one case, asked for one service at a time. */
export interface FactBase {
  /** What the case says on a fact for this service: same body region, side and levels where the fact has them. */
  ask(fact: string, service: Service): FactReading;
}

/** What the rule language needs to know of a fact of the lexicon. */
export interface FactDefinition {
  readonly name: string;
  readonly type: FactType;
  readonly unit: string | null;
  /** The values of a choice or list; empty for other types and open lists. */
  readonly values: readonly string[];
  readonly meaning: string;
  /** False for what rules may not read, such as what utilization review decided. */
  readonly forRules: boolean;
}
