/**
 * Figures of each fact of the vocabulary by itself, by name.
 */
import type { FactClaim, LabelMatch } from './match-facts.js';
import { hasRightStatus, isAsserted, isMet } from './met-labels.js';
import { count, f1, groupBy, ratio, type Share } from './ratios.js';

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

export function factTable(
  labels: readonly LabelMatch[],
  claims: readonly FactClaim[],
): Readonly<Record<string, OneFactFigures>> {
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

/** Of the facts that count, the share that a label bears out, with its status if asked. */
export function precisionOf(claims: readonly FactClaim[], withStatus = false): Share {
  const counted = claims.filter(({ verdict }) => verdict !== 'open');
  const right = count(
    counted,
    ({ verdict }) => verdict === 'right' || (!withStatus && verdict === 'right, wrong status'),
  );
  return ratio(right, counted.length);
}
