/**
 * What is asked of one label and the fact that meets it: is the status right, the value, each attribute.
 */
import type { GoldFact } from './gold.js';
import type { LabelMatch } from './match-facts.js';
import { isStatusRight, type ReadFact } from './read-facts.js';
import { datesOf, isDateWithin, isSameLevels, scoreValue, type ValueScore } from './values.js';

/** A label that was met. */
export type Met = LabelMatch & { readonly found: ReadFact };

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

export function scoreOf({ label, found }: Met): ValueScore {
  return scoreValue(label.value as NonNullable<GoldFact['value']>, found.value);
}

/** What a label says of a fact besides status and value. */
export interface Attribute {
  /** As figures name it; misses are of the `wrong` one. */
  readonly name: 'date' | 'laterality' | 'levels' | 'region';
  /** What the label gives; null where it is silent, so that nothing is asked. */
  readonly gold: (label: GoldFact) => unknown;
  readonly said: (found: ReadFact) => unknown;
  readonly isRight: (match: Met) => boolean;
}

/** In the order in which figures are printed. */
export const ATTRIBUTES: readonly Attribute[] = [
  {
    name: 'date',
    gold: (label) => label.date || null,
    said: (found) => datesOf(found).join(', ') || null,
    isRight: ({ label, found }) => datesOf(found).some((said) => isDateWithin(label.date ?? '', said)),
  },
  {
    name: 'laterality',
    gold: (label) => label.laterality || null,
    said: (found) => found.laterality,
    isRight: ({ label, found }) => label.laterality === found.laterality,
  },
  {
    name: 'levels',
    gold: (label) => (label.levels.length > 0 ? label.levels : null),
    said: (found) => found.levels,
    isRight: ({ label, found }) => isSameLevels(label.levels, found.levels),
  },
  {
    name: 'region',
    gold: (label) => label.region || null,
    said: (found) => found.region,
    isRight: ({ label, found }) => label.region === found.region,
  },
];
