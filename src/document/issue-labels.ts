/**
 * Labels of the parts of an issue in the shapes of 2014 and 2015, by their words:
 * `Claims Administrator guideline:`, `MAXIMUS guideline:`, `Decision rationale:`, and the sentences
 * `The Claims Administrator based its decision on …`, `The Expert Reviewer based his/her decision on …`.
 */

import { formPattern } from '../language/form-pattern.js';
import type { LetterLayout } from '../vocabulary/letter-layout.js';

/** The parts of an issue that have labels. */
export type PartName = 'claimsAdministrator' | 'reviewer' | 'rationale';

/** A label in a clean view; places are offsets of the view. */
export interface Label {
  readonly part: PartName;
  /** True for a label proper with its colon; false for the opening words of a sentence, which belong to the part. */
  readonly isProper: boolean;
  readonly start: number;
  /** Where the part begins. */
  readonly end: number;
}

/** Finds labels and opening words, a group for each of `GROUPS`. Global: for `matchAll` alone. */
export function labelPattern({ labels, 'part-openings': openings }: LetterLayout): RegExp {
  const groups = [
    `(${formPattern(labels['claims-administrator'])} ?:)`,
    `(${formPattern(labels.reviewer)} ?:)`,
    `(${formPattern(labels.rationale)} ?:)`,
    `(${formPattern(openings['claims-administrator'])}\\b)`,
    `(${formPattern(openings.reviewer)}\\b)`,
  ];
  return new RegExp(groups.join('|'), 'gi');
}

const GROUPS: readonly (readonly [part: PartName, isProper: boolean])[] = [
  ['claimsAdministrator', true],
  ['reviewer', true],
  ['rationale', true],
  ['claimsAdministrator', false],
  ['reviewer', false],
];

/**
 * The labels between two offsets, in text order. Where guidelines have labels proper, sentences are no labels:
 * `MAXIMUS guideline: The Expert Reviewer did not base their decision on the MTUS.`
 * @param pattern as of `labelPattern`
 */
export function findLabels(text: string, from: number, to: number, pattern: RegExp): Label[] {
  const labels: Label[] = [];
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const group = GROUPS.findIndex((_, i) => match[i + 1] !== undefined);
    const [part, isProper] = GROUPS[group] as (typeof GROUPS)[number];
    const start = from + match.index;
    labels.push({ part, isProper, start, end: isProper ? start + match[0].length : start });
  }
  const hasGuidelineLabels = labels.some((label) => label.isProper && label.part !== 'rationale');
  return hasGuidelineLabels ? labels.filter((label) => label.isProper) : labels;
}
