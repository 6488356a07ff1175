/**
 * Twins: issues that ask for the same service, whose deciding facts are the same, and whose outcomes differ. Which
 * facts are the deciding ones is the rule's word: what else the letters say, a reader must compare.
 * Memory is bounded: kinds of cases beyond the bound are counted and left aside.
 */
import type { Outcome } from '../vocabulary/decision.js';
import type { FactRead, IssueRow, ServiceRow } from '../vocabulary/issue-row.js';
import { OUTCOMES } from './confusion.js';

/** Where an issue stands. */
export interface IssuePlace {
  readonly document: string;
  readonly issue: number;
}

/** The issues of a group that were determined alike. */
export interface TwinSide {
  readonly outcome: Outcome;
  readonly issues: number;
  /** The first issues of this side. */
  readonly samples: readonly IssuePlace[];
}

/** A case that letters have in common: the service, the rule that governs, what decided, and what that read. */
export interface TwinGroup {
  readonly family: string;
  readonly region: string | null;
  readonly laterality: string | null;
  readonly levels: readonly string[];
  readonly rule: string;
  readonly decidedBy: readonly string[];
  readonly decidingFacts: readonly FactRead[];
  /** Two at least, in the order of the outcomes. */
  readonly sides: readonly TwinSide[];
}

/** How many kinds of cases were determined in unlike ways, and the foremost of them. */
export interface TwinFigures {
  /** Groups with unlike outcomes, of all groups of two issues or more. */
  readonly unlike: number;
  readonly compared: number;
  /** The groups in which most issues stand on the smaller side first. */
  readonly groups: readonly TwinGroup[];
  /** Issues that were left aside because there were more kinds of cases than are kept. */
  readonly leftAside: number;
}

type Sides = Map<Outcome, { count: number; samples: IssuePlace[] }>;

const MOST_KINDS = 100_000;
const MOST_SAMPLES = 2;

/**
 * Gathers issues by kind of case. Where there are more kinds than are kept, those that come first are; otherwise
 * order changes only which issues stand as samples, and ties.
 */
export class Twins {
  /** By what the issues of a kind have in common, as text: there may be very many, and a text takes least. */
  readonly #kinds = new Map<string, Sides>();
  #leftAside = 0;

  /** Counts an issue of one service that a rule decided, and whose letter states an outcome. */
  add({ document, issue, services, actual }: IssueRow): void {
    const [service] = services;
    if (actual === null || services.length !== 1 || service === undefined) return;
    if (service.rule === null || service.decidingFacts.length === 0) return;
    const key = keyOf(service);
    const known = this.#kinds.get(key);
    if (known === undefined && this.#kinds.size >= MOST_KINDS) {
      this.#leftAside += 1;
      return;
    }
    const sides: Sides = known ?? new Map();
    if (known === undefined) this.#kinds.set(key, sides);
    const side = sides.get(actual) ?? { count: 0, samples: [] };
    sides.set(actual, side);
    side.count += 1;
    if (side.samples.length < MOST_SAMPLES) side.samples.push({ document, issue });
  }

  /** @param most groups that are listed */
  figures(most: number): TwinFigures {
    const unlike = [...this.#kinds].filter(([, sides]) => sides.size > 1);
    return {
      unlike: unlike.length,
      compared: [...this.#kinds.values()].filter((sides) => sum(sides) > 1).length,
      groups: unlike
        .map(([key, sides], i) => ({ key, sides, i, smaller: sum(sides) - largest(sides) }))
        .sort((a, b) => b.smaller - a.smaller || a.i - b.i)
        .slice(0, most)
        .map(({ key, sides }) => groupOf(key, sides)),
      leftAside: this.#leftAside,
    };
  }
}

const sum = (sides: Sides): number => [...sides.values()].reduce((total, side) => total + side.count, 0);
const largest = (sides: Sides): number => Math.max(...[...sides.values()].map((side) => side.count));

/** Keys by row: rows of repeated cases may be one and the same. */
const keys = new WeakMap<ServiceRow, string>();

function keyOf(service: ServiceRow): string {
  const known = keys.get(service);
  if (known !== undefined) return known;
  const made = keyText(service);
  keys.set(service, made);
  return made;
}

/** What the issues of a kind have in common. */
type Kind = Omit<TwinGroup, 'sides'>;

function keyText({ family, region, laterality, levels, rule, decidedBy, decidingFacts }: ServiceRow): string {
  const kind: Kind = { family, region, laterality, levels, rule: rule ?? '', decidedBy, decidingFacts };
  return JSON.stringify(kind);
}

function groupOf(key: string, sides: Sides): TwinGroup {
  return {
    ...(JSON.parse(key) as Kind),
    sides: OUTCOMES.flatMap((outcome) => {
      const side = sides.get(outcome);
      return side === undefined ? [] : [{ outcome, issues: side.count, samples: side.samples }];
    }),
  };
}
