/**
 * What is asked of one label and the fact that meets it: is the status right, the value, the date.
 */
import type { GoldFact } from './gold.js';
import type { LabelMatch } from './match-facts.js';
import { isStatusRight, type ReadFact } from './read-facts.js';
import { datesOf, isDateWithin, scoreValue, type ValueScore } from './values.js';

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

export function isDateRight({ label, found }: Met): boolean {
  return datesOf(found).some((said) => isDateWithin(label.date ?? '', said));
}
