/**
 * Matched facts of all letters -> figures: recall, statuses, values, attributes, and precision on complete letters.
 * Gaps are counted apart from what letters assert; what utilization review said is no fact of the case.
 */
import type { GoldFact } from './gold.js';
import {
  type FactClaim,
  isStatusRight,
  type LabelMatch,
  type MatchedFacts,
  type ReadFact,
  type UrStatement,
} from './match-facts.js';
import { count, f1, groupBy, ratio, type Share, sum, tally } from './ratios.js';
import { datesOf, isDateWithin, isSameLevels, scoreValue, type ValueKind } from './values.js';

export interface PrecisionRecall {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: Share;
}

export interface Accuracy {
  readonly n: number;
  readonly accuracy: Share;
}

export interface OneFactFigures {
  readonly gold: number;
  readonly matched: number;
  readonly recall: Share;
  readonly status_accuracy: Share;
  /** On complete letters, as is F1. */
  readonly precision: Share;
  readonly f1: Share;
  /** Missed, wrong status, and false on complete letters. */
  readonly errors: number;
}

/** Keys are those that are printed. */
export interface FactFigures {
  readonly gold: number;
  readonly matched: number;
  readonly recall: Share;
  readonly status_accuracy: Share;
  readonly absent_read_as_present: { readonly count: number; readonly of: number; readonly rate: Share };
  readonly confusion: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, Share>>;
  readonly ur_statements: { readonly gold: number; readonly read_as_fact: number; readonly rate: Share };
  readonly values: Readonly<Record<string, Accuracy | { readonly n: number; readonly jaccard: Share }>>;
  readonly attributes: Readonly<Record<string, Accuracy>>;
  readonly complete_letters: PrecisionRecall & {
    readonly letters: number;
    readonly with_status: PrecisionRecall;
  };
  readonly by_fact: Readonly<Record<string, OneFactFigures>>;
}

/** A label that was met. */
export type Met = LabelMatch & { readonly found: ReadFact };

export function factFigures(letters: readonly MatchedFacts[], completeLetters: number): FactFigures {
  const labels = letters.flatMap((letter) => letter.labels);
  const claims = letters.flatMap((letter) => letter.claims);
  const met = labels.filter(isMet);
  const asserted = labels.filter(isAsserted);
  return {
    gold: asserted.length,
    matched: count(asserted, isMet),
    recall: ratio(count(asserted, isMet), asserted.length),
    status_accuracy: ratio(count(met, hasRightStatus), met.length),
    absent_read_as_present: absentAsPresent(met),
    confusion: tally(met.map(({ label, found }) => `${label.status}>${found.read}`)),
    gaps: gapFigures(labels.filter((match) => !isAsserted(match))),
    ur_statements: urFigures(letters.flatMap((letter) => letter.urStatements)),
    values: valueFigures(met),
    attributes: attributeFigures(met),
    complete_letters: { letters: completeLetters, ...completeFigures(asserted, claims) },
    by_fact: factTable(labels, claims),
  };
}

export function isMet(match: LabelMatch): match is Met {
  return match.found !== null;
}

export function isAsserted({ label }: LabelMatch): boolean {
  return label.status !== 'gap';
}

export function hasRightStatus({ label, found }: LabelMatch): boolean {
  return found !== null && isStatusRight(label, found.read);
}

/** Labels that deny a fact or call it undocumented, and not also assert it. */
export function isNegative({ label }: LabelMatch): boolean {
  return (label.status === 'absent' || label.status === 'gap') && !label.conflict;
}

/** Values are scored of facts under the label's own name that assert something. */
export function hasScoredValue({ label, found }: Met): boolean {
  return label.value !== null && found.fact === label.fact && label.status !== 'gap';
}

export function scoreOf({ label, found }: Met): { readonly kind: ValueKind; readonly share: number } {
  return scoreValue(label.value as NonNullable<GoldFact['value']>, found.value);
}

export function isDateRight({ label, found }: Met): boolean {
  return datesOf(found).some((said) => isDateWithin(label.date ?? '', said));
}

function absentAsPresent(met: readonly Met[]): FactFigures['absent_read_as_present'] {
  const negative = met.filter(isNegative);
  const wrong = count(negative, ({ found }) => found.read === 'present');
  return { count: wrong, of: negative.length, rate: ratio(wrong, negative.length) };
}

function gapFigures(gaps: readonly LabelMatch[]): FactFigures['gaps'] {
  const reported = gaps.filter(isMet);
  return {
    gold: gaps.length,
    recall: ratio(reported.length, gaps.length),
    silent: gaps.length - reported.length,
    ...tally(reported.map(({ found }) => `as ${found.read}`)),
  };
}

function urFigures(statements: readonly UrStatement[]): FactFigures['ur_statements'] {
  const read = count(statements, ({ readAs }) => readAs !== null);
  return { gold: statements.length, read_as_fact: read, rate: ratio(read, statements.length) };
}

function valueFigures(met: readonly Met[]): FactFigures['values'] {
  const scores = met.filter(hasScoredValue).map(scoreOf);
  const kinds = groupBy(scores, ({ kind }) => kind).map(([kind, group]) => {
    const mean = ratio(sum(group.map(({ share }) => share)), group.length);
    return [kind, { n: group.length, [kind === 'list' ? 'jaccard' : 'accuracy']: mean }] as const;
  });
  return Object.fromEntries(kinds) as FactFigures['values'];
}

/** Of each attribute that a label has: how often the fact's is the same. */
function attributeFigures(met: readonly Met[]): FactFigures['attributes'] {
  const tests: Readonly<Record<string, readonly boolean[]>> = {
    date: met.filter(({ label }) => label.date).map(isDateRight),
    laterality: met
      .filter(({ label }) => label.laterality)
      .map(({ label, found }) => label.laterality === found.laterality),
    levels: met
      .filter(({ label }) => label.levels.length > 0)
      .map(({ label, found }) => isSameLevels(label.levels, found.levels)),
    region: met.filter(({ label }) => label.region).map(({ label, found }) => label.region === found.region),
  };
  const scored = Object.entries(tests).filter(([, results]) => results.length > 0);
  const figures = scored.map(([name, results]) => {
    return [name, { n: results.length, accuracy: ratio(count(results, Boolean), results.length) }] as const;
  });
  return Object.fromEntries(figures);
}

function completeFigures(
  asserted: readonly LabelMatch[],
  claims: readonly FactClaim[],
): Omit<FactFigures['complete_letters'], 'letters'> {
  const labels = asserted.filter((match) => match.isComplete);
  const recall = ratio(count(labels, isMet), labels.length);
  const recallWithStatus = ratio(count(labels, hasRightStatus), labels.length);
  return {
    ...precisionRecall(precisionOf(claims), recall),
    with_status: precisionRecall(precisionOf(claims, true), recallWithStatus),
  };
}

export function precisionRecall(precision: Share, recall: Share): PrecisionRecall {
  return { precision, recall, f1: f1(precision, recall) };
}

function precisionOf(claims: readonly FactClaim[], withStatus = false): Share {
  const counted = claims.filter(({ verdict }) => verdict !== 'open');
  const right = count(
    counted,
    ({ verdict }) => verdict === 'right' || (!withStatus && verdict === 'right, wrong status'),
  );
  return ratio(right, counted.length);
}

function factTable(labels: readonly LabelMatch[], claims: readonly FactClaim[]): FactFigures['by_fact'] {
  const labelsOf = new Map(groupBy(labels, ({ label }) => label.fact));
  const claimsOf = new Map(groupBy(claims, ({ fact }) => fact.fact));
  const names = [...new Set([...labelsOf.keys(), ...claimsOf.keys()])].sort();
  return Object.fromEntries(
    names.map((name) => [name, oneFactFigures(labelsOf.get(name) ?? [], claimsOf.get(name) ?? [])]),
  );
}

function oneFactFigures(labels: readonly LabelMatch[], claims: readonly FactClaim[]): OneFactFigures {
  const asserted = labels.filter(isAsserted);
  const matched = count(asserted, isMet);
  const met = labels.filter(isMet);
  const right = count(met, hasRightStatus);
  const complete = asserted.filter((match) => match.isComplete);
  const precision = precisionOf(claims);
  const isFalse = ({ verdict }: FactClaim): boolean => verdict === 'false';
  return {
    gold: asserted.length,
    matched,
    recall: ratio(matched, asserted.length),
    status_accuracy: ratio(right, met.length),
    precision,
    f1: f1(precision, ratio(count(complete, isMet), complete.length)),
    errors: asserted.length - matched + count(claims, isFalse) + met.length - right,
  };
}
